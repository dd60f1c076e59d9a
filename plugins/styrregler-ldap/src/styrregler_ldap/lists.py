"""The list of persons beside the rules: what is used where there is no directory, or it does not answer.

In: a file.  Out: :class:`PersonList`, with the rows that could not be read and how old it is.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from styrregler.values import Period, fold
from styrregler_ldap.persons import Person, Unread, day_of

COLUMNS = ("roll", "namn", "från", "till", "borta från", "borta till")


@frozen
class PersonList:
    """``written`` is the day the file was last changed; None where it cannot be read."""

    people: tuple[Person, ...] = ()
    unread: tuple[Unread, ...] = ()
    written: date | None = None

    def age(self, today: date) -> str:
        """«skriven 2026-11-20, 4 dagar gammal»."""
        if self.written is None:
            return ""
        days = (today - self.written).days
        old = "i dag" if days <= 0 else f"{days} {'dag' if days == 1 else 'dagar'} gammal"
        return f"skriven {self.written}, {old}"


def load_list(file: Path) -> PersonList:
    try:
        raw, written = file.read_bytes(), date.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ012 - a day here
    except OSError:
        return PersonList(unread=(Unread(file.name, "filen finns inte, eller får inte läsas"),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")  # as Excel writes where it is not told otherwise
    rows = list(_rows(text))
    return PersonList(
        tuple(each for each in rows if isinstance(each, Person)),
        tuple(each for each in rows if isinstance(each, Unread)),
        written,
    )


def _rows(text: str) -> Iterator[Person | Unread]:
    columns: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        separator = next((each for each in ";\t" if each in line), ",")
        cells = [cell.strip().strip('"') for cell in line.split(separator)]
        if columns:
            yield _person(dict(zip(columns, cells, strict=False)), f"rad {number}")
            continue
        columns = [fold(cell) for cell in cells]
        missing = [each for each in COLUMNS[:2] if each not in columns]
        if missing:
            yield Unread(f"rad {number}", f"rubrikraden saknar {' och '.join(missing)}")
            return


def _person(row: dict[str, str], where: str) -> Person | Unread:
    role, name = row.get("roll", ""), row.get("namn", "")
    if not role or not name:
        return Unread(where, "roll eller namn saknas")
    days: dict[str, date | None] = {}
    for column in COLUMNS[2:]:
        said = row.get(fold(column), "")
        days[column] = day_of(said) if said else None
        if said and days[column] is None:
            return Unread(where, f"«{said}» är ingen dag; skriv ÅÅÅÅ-MM-DD")
    away = Period(days["borta från"], days["borta till"])
    return Person(role, name, Period(days["från"], days["till"]), None if away == Period() else away)
