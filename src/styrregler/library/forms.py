"""Questions in their plain form, whose words need not be read again.

In: a matter's own name, facts, and a day, as programs give them.  Out: the answer; or None for a question of another form,
which has to be read.  A :class:`Form` knows where the rules draw lines for its facts, so a case that has been met is found by
a few searches.  Refuses to answer by itself: what has not been met is asked of the engine.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import define, field

from styrregler.library.faults import QuestionFault
from styrregler.library.reading import OPENED, board_named, today
from styrregler.model import Fact, FactKind
from styrregler.query import Answer, Question
from styrregler.query.answer import Shared
from styrregler.query.cases import MOST, Cases
from styrregler.query.given import GivenValue, fact_named, read_value
from styrregler.query.lookup import names_outright
from styrregler.query.reach import Reach, last_whole
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, UnitKind

_OTHER: Final = -1
"""The part of a value that has to be read with the whole question."""
_DIGIT = 24
"""So many bits hold the number of a part."""
_PLAIN = (UnitKind.MONEY, UnitKind.COUNT)
"""What a plain number can be a measure of."""
_MOST = 2**63 - 1
_VALUES = 1_000
"""How many values of a fact are remembered."""


@define
class _Axis:
    """The values of one fact, and the parts that they lie in."""

    fact: Fact
    reach: Reach
    cases: Cases
    lines: "array[int] | None" = field(init=False)
    """For whole numbers: the last one before each line; None where they are no measure of the fact."""
    _parts: dict[tuple[type, object], int] = field(factory=dict, init=False)
    _numbers: dict[object, int] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        plain = self.fact.kind is FactKind.MEASURED and self.fact.unit in _PLAIN
        lines = self.reach.lines.get(self.fact.name, ())
        self.lines = array("q", (min(last_whole(each), _MOST) for each in lines)) if plain else None

    def part(self, value: GivenValue) -> int:
        """The number of the part that a value lies in."""
        key = (type(value), value)
        try:
            found = self._parts.get(key)
        except TypeError:
            return _OTHER
        if found is None:
            if len(self._parts) >= _VALUES:
                self._parts.clear()
            found = self._parts[key] = self._read(value)
        return found

    def _read(self, value: GivenValue) -> int:
        read = read_value(self.fact, value, self.cases.rules)
        if isinstance(read, Fault) or self.cases.by_year(self.fact.name, read):
            return _OTHER
        part = self.reach.part(self.fact.name, read)
        return part if isinstance(part, int) else self._numbers.setdefault(part, len(self._numbers))


@define
class Form:
    """Questions about one matter to one board that give the same facts, and the cases of them that have been met."""

    matter: str
    board: str
    strict: bool
    axes: tuple[_Axis, ...]
    days: "array[int]"
    """As ordinals; numbers that lie together are found faster than days that lie here and there."""
    yearly: bool
    met: dict[int, Shared] = field(factory=dict)
    """By the places between lines, as digits of one number."""

    def case(self, values: tuple[GivenValue, ...], on: date) -> int:
        """What tells the case of these values from others of the form; negative where they have to be read."""
        case = bisect_right(self.days, on.toordinal())
        if self.yearly:
            case = case << _DIGIT | on.year
        for axis, value in zip(self.axes, values):  # noqa: B905 - a form has an axis for each; strict would cost
            lines = axis.lines
            if lines is not None and type(value) is int and value >= 0:
                case = case << _DIGIT | bisect_left(lines, value)
            elif (part := axis.part(value)) < 0:
                return part
            else:
                case = case << _DIGIT | part
        return case


@define(slots=False)
class Forms:
    """The forms of questions that have been put to a rule set."""

    rules: RuleSet
    cases: Cases = field(init=False)
    _forms: dict[tuple[object, ...], Form | None] = field(factory=dict, init=False)
    _count: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self.cases = self.rules.kept(Cases)

    def answer(
        self, matter: str, body: str, given: Mapping[str, GivenValue], on: date | None, strict: bool
    ) -> Answer | None:
        """The answer; None where the question has to be read.  Raises UnreadableRules."""
        words = (matter, body, strict, *given)
        try:
            form = self._forms[words]
        except KeyError:
            form = self._forms[words] = self._form(matter, body, given, strict=strict)
            self._counted()
        except TypeError:
            return None
        when = today() if on is None else on
        if form is None or type(when) is not date:
            return None
        values = tuple(given.values())
        case = form.case(values, when)
        found = form.met.get(case)
        if found is not None:
            return Answer.unfolding(found, self._filled, (form, values, on))
        return self._new(form, case, values, on) if case >= 0 else None

    def _new(self, form: Form, case: int, values: tuple[GivenValue, ...], on: date | None) -> Answer:
        found = self.cases.answer(self._question(form, values, on))
        form.met[case] = found.shared
        self._counted()
        return found

    def _counted(self) -> None:
        """One more is kept; when they are too many all are forgotten."""
        self._count += 1
        if self._count > MOST:
            self._forms.clear()
            self._count = 0

    def _form(self, matter: str, body: str, given: Mapping[str, GivenValue], *, strict: bool) -> Form | None:
        """None where something in the words has to be read anew each time."""
        if any(type(each) is not str for each in (matter, body, *given)):
            return None
        try:
            board = board_named(body, self.rules)
        except QuestionFault:
            return None
        facts = [fact_named(name, self.rules) for name in given]
        known = [fact for fact in facts if fact is not None and fact.name != OPENED]
        different = {fact.name for fact in known}
        if len(different) < len(facts) or not names_outright(matter, board, self.rules):
            return None
        reach = self.cases.reach(matter, board)
        axes = tuple(_Axis(fact, reach, self.cases) for fact in known)
        return Form(matter, board, strict, axes, array("q", map(date.toordinal, reach.days)), reach.yearly)

    def _question(self, form: Form, values: tuple[GivenValue, ...], on: date | None) -> Question:
        read = zip(form.axes, values, strict=True)
        facts = {axis.fact.name: read_value(axis.fact, value, self.rules) for axis, value in read}
        sound = {name: value for name, value in facts.items() if not isinstance(value, Fault)}
        return Question(
            form.matter,
            today() if on is None else on,
            sound,
            form.board,
            strict=form.strict,
            dated=on is not None,
        )

    def _filled(
        self, name: str, case: Answer, form: Form, values: tuple[GivenValue, ...], on: date | None
    ) -> object:
        return self.cases.filled(name, case, self._question(form, values, on))
