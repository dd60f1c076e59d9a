"""The attest list: a table of codes, roles, forms of attest and limits.

In: the text of the file.  Out: :class:`AttestList`, with the rows that cannot be read.  Refuses to find fault.
"""

import enum
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from styrregler.text import Place, SourceText
from styrregler.values import fold

COLUMNS = ("kod", "område", "roll", "attest", "till")


class Form(enum.Enum):
    """What is attested: that what was bought has been received, or that it may be paid."""

    DECISION = "beslut"
    RECEPTION = "mottagning"


@frozen
class Entry:
    """A row. ``limit`` in kronor; None without limit."""

    code: str
    area: str
    role: str
    form: Form
    limit: int | None
    place: Place = field(eq=False)

    def within(self, amount: int | None) -> bool:
        return self.limit is None or (amount is not None and amount <= self.limit)


@frozen
class Misread:
    """A row that cannot be read, and why."""

    reason: str
    place: Place


@frozen
class AttestList:
    """The whole list, in order of the file."""

    entries: tuple[Entry, ...] = ()
    misread: tuple[Misread, ...] = ()

    def codes(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for each in self.entries:
            found.setdefault(each.code, []).append(each)
        return {code: tuple(entries) for code, entries in found.items()}

    def concerning(self, matter: str) -> tuple[Entry, ...]:
        return tuple(
            each
            for each in self.entries
            if each.area and (matter == each.area or matter.startswith(f"{each.area}."))
        )


def load_list(folder: Path, name: str) -> AttestList:
    """The list in ``folder``; one misread row that says so where there is none."""
    try:
        text = (folder / name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        nowhere = Place(SourceText.of(name, ""), 0, 0)
        return AttestList((), (Misread("attestlistan finns inte, eller är inte UTF-8", nowhere),))
    return read_list(SourceText.of(name, text))


def read_list(source: SourceText) -> AttestList:
    rows = list(_rows(source))
    entries = tuple(each for each in rows if isinstance(each, Entry))
    return AttestList(entries, tuple(each for each in rows if isinstance(each, Misread)))


def _rows(source: SourceText) -> Iterator[Entry | Misread]:
    offset, columns = 0, None
    for line in source.text.split("\n"):
        place = Place(source, offset, offset + len(line))
        offset += len(line) + 1
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split(";" if ";" in line else ",")]
        if columns is None:
            columns = [fold(cell) for cell in cells]
            missing = [each for each in COLUMNS if fold(each) not in columns]
            if missing:
                yield Misread(f"rubrikraden saknar {', '.join(missing)}", place)
                return
            continue
        yield _entry(dict(zip(columns, cells, strict=False)), place)


def _entry(row: dict[str, str], place: Place) -> Entry | Misread:
    code, role, form, limit = (row.get(each, "") for each in ("kod", "roll", "attest", "till"))
    if not code or not role:
        return Misread("raden saknar kod eller roll", place)
    if fold(form) not in {each.value for each in Form}:
        return Misread(f"«{form}» är varken beslut eller mottagning", place)
    digits = limit.replace(" ", "").removesuffix("kr")
    if digits and not digits.isdecimal():
        return Misread(f"«{limit}» är inget belopp i hela kronor", place)
    return Entry(code, row.get("omrade", ""), role, Form(fold(form)), int(digits) if digits else None, place)
