"""The plan of an assignment: its steps in time, those of all and those of each board.

In: a rule set, a day, and at most the name of an assignment.  Out: a :class:`Timetable`.  Refuses to say by itself what is done
or late: that is asked of the query.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from styrregler.exporters.pictures.timetable import Entry, Look, Part, Timetable
from styrregler.model import StageStatus
from styrregler.query.commissions import BoardPlan, CommissionAnswer, StageAnswer, commissions_on
from styrregler.ruleset import RuleSet

_LOOKS = {StageStatus.DONE: Look.DONE, StageStatus.LATE: Look.LATE}
_WORDS = {StageStatus.UNDATED: "utan tid"}


def timetable(rules: RuleSet, on: date, name: str = "") -> Timetable:
    """The assignment called ``name``, or all in force ``on`` the day. Raises UnreadableRules."""
    answers = commissions_on(rules, on, name).commissions
    title = answers[0].commission.agreed.title if len(answers) == 1 else "Tidplan"
    several = len(answers) > 1
    parts = tuple(part for each in answers for part in _parts(each, several=several))
    return Timetable(title, f"Tidplanen som den ser ut {on}, etapp för etapp.", parts, on)


def _parts(answer: CommissionAnswer, *, several: bool) -> Iterator[Part]:
    title = answer.commission.agreed.title if several else ""
    common = tuple(_common(each, answer.boards) for each in answer.stages if not each.stage.per_body)
    if common:
        yield Part(title, common)
    for board in answer.boards:
        own = tuple(_entry(each) for each in board.stages if each.stage.per_body)
        if own:
            yield Part(f"{title}: {board.board.title}" if title else board.board.title, own)


def _common(each: StageAnswer, boards: tuple[BoardPlan, ...]) -> Entry:
    """A step that all have at one time; where they tell of it one by one, how many have done it."""
    counted = Counter(
        other.status for board in boards for other in board.stages if other.stage.name == each.stage.name
    )
    done, total = counted[StageStatus.DONE], sum(counted.values())
    if not done or each.status is StageStatus.DONE:
        return _entry(each)
    status = StageStatus.DONE if done == total else each.status
    return _entry(each, status, f"{status.value}, klar i {done} av {total}" if done < total else "")


def _entry(each: StageAnswer, status: StageStatus | None = None, said: str = "") -> Entry:
    status = status or each.status
    word = said or _WORDS.get(status, status.value)
    moment = each.time
    when = f"{moment}, {word}" if moment is not None else word
    return Entry(
        each.stage.title,
        when,
        None if moment is None or moment.deadline else moment.first,
        moment.last if moment else None,
        _LOOKS.get(status, Look.OTHER),
    )
