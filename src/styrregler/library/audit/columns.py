"""Which columns of a register hold what.

In: the names of its columns.  Out: :class:`Columns`; and a row's cells as a :class:`Decision`.  Columns that are already
called what they hold need no saying, with or without å ä ö and capitals.  Refuses to know where the rows come from.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import evolve, field, frozen

from styrregler.library.faults import QuestionFault
from styrregler.library.rules import Decision
from styrregler.query.given import GivenValue
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, fold, parse_date

Cell = object
"""What a cell holds: text, a number, a day, yes or no; None or blank where nothing is said."""

KNOWN = {
    "matter": ("ärende", "ärendetyp", "punkt", "matter"),
    "decided_by": ("beslutat av", "beslutad av", "beslutsfattare", "delegat", "decided by"),
    "on": ("datum", "beslutsdatum", "beslutad", "on", "date"),
    "body": ("organ", "nämnd", "body"),
    "unit": ("enhet", "unit"),
    "absent": ("frånvarande", "absent"),
    "disqualified": ("jävig", "jäviga", "disqualified"),
    "number": ("nummer", "beslutsnummer", "diarienummer", "dnr", "number"),
    "person": ("namn", "person"),
    "about": ("rubrik", "avser", "beskrivning"),
    "reported": ("anmäld", "anmäld datum", "anmälningsdatum"),
}
"""What each column may be called without anybody saying so."""
NEEDED = ("matter", "decided_by")


@frozen
class Columns:
    """The column of each thing; empty where there is none.

    ``number``, ``person``, ``about`` and
    ``reported`` (when it was) are for lists to report.

    ``facts`` are columns by the name of the fact; ``units`` what plain numbers in them are counted in.
    """

    matter: str
    decided_by: str
    on: str = ""
    body: str = ""
    unit: str = ""
    absent: str = ""
    disqualified: str = ""
    number: str = ""
    person: str = ""
    about: str = ""
    reported: str = ""
    facts: Mapping[str, str] = field(factory=dict)
    units: Mapping[str, str] = field(factory=dict)

    def decision(self, row: Mapping[str, Cell]) -> Decision:
        """The decision that a row holds. Raises QuestionFault when its day cannot be read."""
        return Decision(
            matter=words(row, self.matter),
            decided_by=words(row, self.decided_by),
            on=day(row.get(self.on)) if self.on else None,
            facts=self.given(row),
            body=words(row, self.body),
            unit=words(row, self.unit),
            absent=people(words(row, self.absent)),
            disqualified=people(words(row, self.disqualified)),
        )

    def given(self, row: Mapping[str, Cell]) -> dict[str, GivenValue]:
        """The facts that a row gives."""
        found = ((fact, self.value(fact, row.get(column))) for fact, column in self.facts.items())
        return {fact: value for fact, value in found if value is not None}

    def value(self, fact: str, cell: Cell) -> GivenValue | None:
        """A cell as a value of ``fact``; None where it says nothing."""
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return None
        if isinstance(cell, datetime):
            return cell.date()
        unit = self.units.get(fact, "")
        if unit and isinstance(cell, int | float | Decimal | str) and not isinstance(cell, bool):
            return _counted(cell, unit)
        return cell if isinstance(cell, str | int | float | Decimal | bool | date) else str(cell)


def columns_of(names: Iterable[str], rules: RuleSet, said: Columns | None = None) -> Columns:
    """What the columns called ``names`` hold: as ``said``, else as they are called.

    Raises QuestionFault when a column that is needed is not there, or one that was named does not exist.
    """
    every = list(names)
    found = evolve(said) if said else Columns("", "")
    taken = {getattr(found, part) for part in KNOWN} | set(found.facts.values())
    if lost := [each for each in taken if each and each not in every]:
        raise QuestionFault(
            [
                Fault(f"kolumnen «{each}» finns inte", f"kolumner som finns: {', '.join(every)}")
                for each in lost
            ]
        )
    free = {_plain(name): name for name in reversed(every) if name not in taken}
    for part, calls in KNOWN.items():
        if not getattr(found, part):
            column = next((free.pop(_plain(call)) for call in calls if _plain(call) in free), "")
            found = evolve(found, **{part: column})  # type: ignore[arg-type]
    if missing := [part for part in NEEDED if not getattr(found, part)]:
        raise QuestionFault(
            [
                Fault(
                    f"ingen kolumn heter «{KNOWN[part][0]}»",
                    f"ange den i en kolumnfil; kolumner som finns: {', '.join(every)}",
                )
                for part in missing
            ]
        )
    facts = dict(found.facts)
    for fact in rules.corpus.facts.values():
        column = next((free[_plain(call)] for call in (fact.name, *fact.aliases) if _plain(call) in free), "")
        if column and fact.name not in facts:
            facts[fact.name] = column
    return evolve(found, facts=facts)


def free_names(taken: Sequence[str], wanted: Iterable[str]) -> list[str]:
    """``wanted`` as names that no column has yet: one that is taken gets a number."""
    found: list[str] = []
    for name in wanted:
        free, number = name, 2
        while free in taken or free in found:
            free, number = f"{name}_{number}", number + 1
        found.append(free)
    return found


def words(row: Mapping[str, Cell], column: str) -> str:
    """The text of a cell; empty where there is none."""
    cell = row.get(column) if column else None
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)  # «2» in a sheet is a number there
    return "" if cell is None else str(cell).strip()


def people(text: str) -> tuple[str, ...]:
    """Several roles in one cell."""
    return tuple(filter(None, (each.strip() for each in text.replace(",", ";").split(";"))))


def day(cell: Cell) -> date | None:
    """The day in a cell; of a moment its day. Raises QuestionFault."""
    if isinstance(cell, datetime):
        return cell.date()
    if cell is None or isinstance(cell, date):
        return cell
    text = str(cell).strip()
    read = parse_date(text[:10] if text[10:11] in ("T", " ") else text) if text else None
    if isinstance(read, Fault):
        raise QuestionFault([read])
    return read


def _counted(cell: float | Decimal | str, unit: str) -> str:
    if isinstance(cell, str):
        return f"{cell.strip()} {unit}" if cell.strip()[-1:].isdigit() else cell
    number = f"{Decimal(str(cell)):f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".").replace(".", ",")
    return f"{number} {unit}"


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())
