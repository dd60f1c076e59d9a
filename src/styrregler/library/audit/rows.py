"""Rows to verdicts, one at a time: needs nothing but Python.

In: rows with named cells.  Out: a :class:`Checked` for each, the same as ``check`` gives one decision, or why it could not
be checked, in the order in which ``check`` would have said so.
"""

from collections.abc import Mapping
from datetime import date

from attrs import define, field

from styrregler.library.audit.columns import Cell, Columns, day, words
from styrregler.library.audit.told import Case, Checked, on_day, unchecked
from styrregler.library.audit.verdicts import Verdicts
from styrregler.library.audit.words import Unread, Words
from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.reading import day_or_today, opened_in_time, party_named
from styrregler.library.rules import Rules
from styrregler.model import Party
from styrregler.query import Question, UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity


@define
class Audit:
    """An audit under way: what it has read and asked so far, and the rows it is about."""

    rules: RuleSet
    columns: Columns
    words: Words = field(init=False)
    verdicts: Verdicts = field(init=False)
    _days: dict[tuple[Case, date, bool], Checked] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.words, self.verdicts = Words(self.rules), Verdicts(self.rules)

    def check(self, row: Mapping[str, Cell]) -> Checked:
        """One row."""
        case, on, dated = self.case(row)
        return self.on_day(case, on, dated=dated)

    def case(self, row: Mapping[str, Cell]) -> tuple[Case, date, bool]:
        """The case of a row, the day of the decision, and whether that day was given."""
        read = self.read(row)
        if isinstance(read, Unread):
            return unchecked(read.why), date.min, False
        question, decided_by = read
        return self.verdicts.of(question, decided_by), question.on, question.dated

    def on_day(self, case: Case, on: date, *, dated: bool) -> Checked:
        """The row of a decision in ``case`` made on a day."""
        if not case.inform and not case.report:
            return Checked(case.told)
        key = (case, on, dated)
        if key not in self._days:
            self._days[key] = on_day(case, on, self.rules, dated=dated)
        return self._days[key]

    def read(self, row: Mapping[str, Cell]) -> tuple[Question, Party] | Unread:
        """The question that a row answers, and who decided."""
        columns, known = self.columns, self.words
        try:
            on = day(row.get(columns.on)) if columns.on else None
        except QuestionFault as fault:
            return Unread(str(fault))
        facts: dict[str, Quantity | str] = {}
        faults = []
        for name, given in columns.given(row).items():
            value = known.value(name, given)
            if isinstance(value, Fault):
                faults.append(value)
            else:
                facts[name] = value
        if faults:
            return Unread(str(QuestionFault(faults)))
        body = known.body(words(row, columns.body))
        if isinstance(body, Unread):
            return body
        if known.free(words(row, columns.matter), body):
            return self._understood(row)
        when = day_or_today(on)
        meant = known.matter(words(row, columns.matter), body, when)
        if isinstance(meant, Unread):
            return meant
        facts = {**dict(meant.facts), **facts}
        try:
            opened_in_time(when, facts)
        except QuestionFault as fault:
            return Unread(str(fault))
        unit = known.unit(words(row, columns.unit))
        if isinstance(unit, Unread):
            return unit
        absent = known.people(words(row, columns.absent), "absent")
        if isinstance(absent, Unread):
            return absent
        disqualified = known.people(words(row, columns.disqualified), "disqualified")
        if isinstance(disqualified, Unread):
            return disqualified
        decided_by = known.party(words(row, columns.decided_by))
        if isinstance(decided_by, Unread):
            return decided_by
        question = Question(meant.matter, when, facts, body, unit, absent, disqualified, dated=on is not None)
        return question, decided_by

    def _understood(self, row: Mapping[str, Cell]) -> tuple[Question, Party] | Unread:
        """A row whose wording has to be understood, asked as it stands."""
        try:
            decision = self.columns.decision(row)
            return Rules(self.rules).asked_of(decision), party_named(decision.decided_by, self.rules)
        except (QuestionFault, SeveralMatters, SeveralFigures, UnreadableRules) as error:
            return Unread(str(error))
