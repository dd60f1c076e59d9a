"""The list of decisions to report to a board at a meeting.

In: a register, and the board and the day of its meeting.  Out: :class:`ReportingList`: those that are due then, by the form
that the order wants, and those that were due earlier and are not said to have been reported.  Which are to be reported, and
when, the rules say; what has been done, the register.
"""

from datetime import date

from attrs import frozen

from styrregler.library.audit import Audit, Columns, columns_of
from styrregler.library.audit.columns import day, words
from styrregler.library.audit.told import Told, first_day
from styrregler.library.faults import QuestionFault
from styrregler.model import BodyRef, Verdict
from styrregler.query.deadlines import meetings_of
from styrregler.query.people import title_of
from styrregler.registers.row import Register
from styrregler.ruleset import RuleSet

_WRONG = (Verdict.WRONG_DECIDER.value, Verdict.BEYOND_LIMIT.value, Verdict.BARRED.value)
_DONE = {"ja", "j", "x", "true", "sant", "anmäld"}


@frozen
class Reported:
    """A decision on the list. ``due`` None: to be reported, but the order gives no day that can be counted."""

    row: int
    number: str
    on: date
    delegate: str
    person: str
    rule: str
    matter: str
    about: str
    form: str
    due: date | None
    verdict: str


@frozen
class ReportingList:
    """What a meeting is to be told of."""

    body: str
    title: str
    meeting: date
    is_meeting: bool
    """Whether the rules list the day as a meeting of the board."""
    says_what_is_reported: bool
    """Whether the register has a column that says what has been reported already."""
    due: tuple[Reported, ...]
    missed: tuple[Reported, ...]
    undated: tuple[int, ...]
    """Rows without a day of decision: nobody can say when they are due."""
    unchecked: tuple[int, ...]
    """Rows that could not be checked."""
    wrong: tuple[int, ...] = ()
    """Rows of the board not made by the right one, whose reporting the rules say nothing of."""


def reporting_list(
    register: Register, rules: RuleSet, body: str, meeting: date, said: Columns | None = None
) -> ReportingList:
    """What ``body`` is to be told of at ``meeting``. Raises QuestionFault when the columns are not those of decisions."""
    columns = columns_of(register.names, rules, said)
    audit, title = Audit(rules, columns), title_of(BodyRef(body), rules)
    due, missed, undated, unchecked, wrong = [], [], [], [], []
    for number, row in enumerate(register.rows, start=1):
        cells = dict(zip(register.names, row.cells, strict=True))
        read = None if row.trouble else audit.case(cells)
        if read is None or not read[0].told.checked:
            unchecked.append(number)
            continue
        case, on, dated = read
        dues = [each for each in case.report if each.body == body]
        done = _reported(cells, columns)
        if done is not None and done != meeting:
            continue
        if not dues:
            if case.told.verdict in _WRONG and case.told.body == title and on <= meeting:
                wrong.append(number)
            continue
        if not dated:
            undated.append(number)
            continue
        if on > meeting:
            continue
        last = first_day(dues, on, rules)
        entry = _entry(number, cells, columns, case.told, on, last)
        if done is None and last is not None and last < meeting:
            missed.append(entry)
        elif done == meeting or last is None or last == meeting:
            due.append(entry)
    return ReportingList(
        body,
        title,
        meeting,
        meeting in meetings_of(rules, body),
        bool(columns.reported),
        tuple(sorted(due, key=_order)),
        tuple(sorted(missed, key=_order)),
        tuple(undated),
        tuple(unchecked),
        tuple(wrong),
    )


def _entry(
    row: int, cells: dict[str, object], columns: Columns, told: Told, on: date, due: date | None
) -> Reported:
    return Reported(
        row,
        words(cells, columns.number),
        on,
        words(cells, columns.decided_by),
        words(cells, columns.person),
        told.rule,
        told.title,
        words(cells, columns.about),
        told.form,
        due,
        told.verdict,
    )


def _reported(cells: dict[str, object], columns: Columns) -> date | None:
    """The day on which the decision was reported, as the register says; the first of all days when it says no more than yes.

    Anything else counts as not reported: rather on the list once too often.
    """
    if words(cells, columns.reported).casefold() in _DONE:
        return date.min
    try:
        return day(cells.get(columns.reported)) if columns.reported else None
    except QuestionFault:
        return None


def _order(each: Reported) -> tuple[str, date, str, int]:
    return (each.form, each.on, each.number, each.row)
