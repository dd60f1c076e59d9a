"""Arrow record batches to Arrow record batches, in constant memory.

In: batches of decisions.  Out: the same batches with the columns of the audit after their own.  Whole columns are cut at the
lines that :class:`Reach` gives; each case that turns up is asked through :class:`Audit` with one of its rows, and what that
row is told is told to all.  What cannot be cut so (an amount in yearly amounts, a wording that settles a fact) is read row
by row by the same.  Needs pyarrow and numpy.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import define, field

from styrregler.library.audit.arrays import EPOCH, Axis, Coded, Growing, Numbers, Pairs, as_days
from styrregler.library.audit.columns import Columns, columns_of, day, words
from styrregler.library.audit.rows import Audit
from styrregler.library.audit.told import Case
from styrregler.library.audit.told_columns import ToldCases
from styrregler.library.audit.words import Meant
from styrregler.library.faults import QuestionFault
from styrregler.library.reading import OPENED, today
from styrregler.model import FactKind
from styrregler.query.reach import Reach
from styrregler.ruleset import RuleSet
from styrregler.ruleset.uncollected import uncollected
from styrregler.values import Quantity, UnitKind

Batch = Any
_OTHERS = ("unit", "absent", "disqualified", "decided_by")
_PLAIN = (UnitKind.MONEY, UnitKind.COUNT)
"""What a plain number can be a measure of."""
_NOTHING = Reach({}, frozenset(), (), yearly=False)


def audited(batches: Iterable[Batch], rules: RuleSet, columns: Columns | None = None) -> Iterator[Batch]:
    """``batches`` with the columns of the audit. Raises QuestionFault when the columns are not those of decisions."""
    work: BatchAudit | None = None
    for batch in batches:
        if work is None:
            work = BatchAudit(Audit(rules, columns_of(batch.schema.names, rules, columns)))
        yield work.audited(batch)


@define
class BatchAudit:
    """What has been met so far, batch after batch."""

    audit: Audit
    columns: Columns = field(init=False)
    _coded: dict[str, Coded] = field(factory=dict, init=False)
    _named: Pairs = field(factory=Pairs, init=False)
    _by_name: Growing = field(factory=lambda: Growing(bool), init=False)
    _subjects: Pairs = field(factory=Pairs, init=False)
    _reaches: list[Reach] = field(factory=list, init=False)
    _odd: Growing = field(factory=lambda: Growing(bool), init=False)
    _yearly: Growing = field(factory=lambda: Growing(bool), init=False)
    _axes: dict[str, Axis] = field(factory=dict, init=False)
    _steps: dict[str, Pairs] = field(factory=dict, init=False)
    _parts: dict[str, Coded] = field(factory=dict, init=False)
    _part_of: dict[str, Growing] = field(factory=dict, init=False)
    _case_of: Numbers = field(factory=lambda: np.empty(0, np.int64), init=False)
    """By combination: its case, or -1 where that has not been asked yet."""
    _told: ToldCases = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.columns = self.audit.columns
        self._told = ToldCases(self.audit.rules)

    def audited(self, batch: Batch) -> Batch:
        """One batch with the columns of the audit."""
        with uncollected():
            return self._audited(batch)

    def _audited(self, batch: Batch) -> Batch:
        on, dated, known = (np.array(each) for each in self._days(batch))
        subjects = self._subjects_of(batch, on)
        odd = ~known | self._odd.array[subjects]
        combined = subjects
        for name in _OTHERS:
            if getattr(self.columns, name):
                codes = self._codes(name, getattr(self.columns, name), batch)
                combined, _ = self._step(name, combined, codes)
        combined = self._days_apart(combined, subjects, on)
        for fact in self.columns.facts:
            parts, unusual = self._fact(fact, batch, subjects, on)
            odd |= unusual
            combined, _ = self._step(fact, combined, parts)
        cases = self._cases_of(batch, combined, ~odd)
        for at in np.flatnonzero(odd):
            case, day_of, given = self.audit.case(self._row(batch, int(at)))
            cases[at], on[at], dated[at] = self._told.number(case), day_of.toordinal(), given
        return self._told.beside(batch, cases, on, dated)

    # ---------- columns as numbers

    def _codes(self, what: str, column: str, batch: Batch) -> Numbers:
        return self._coded.setdefault(what, Coded()).codes(batch.column(column))

    def _step(self, what: str, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        return self._steps.setdefault(what, Pairs()).numbers(one, other)

    def _days(self, batch: Batch) -> tuple[Numbers, Numbers, Numbers]:
        """The day of each row (today where none is given), whether it is given, and whether it can be read."""
        count, now = batch.num_rows, today().toordinal()
        every = np.ones(count, bool)
        if not self.columns.on:
            return np.full(count, now, np.int64), ~every, every
        column = batch.column(self.columns.on)
        if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
            dated = column.is_valid().to_numpy(zero_copy_only=False)
            return (
                as_days(column.fill_null(date.fromordinal(now)) if column.null_count else column),
                dated,
                every,
            )
        codes = self._codes("on", self.columns.on, batch)
        read = [_ordinal(value) for value in self._coded["on"].values]
        days = np.asarray([each if each and each > 0 else now for each in read], np.int64)[codes]
        given = np.asarray([each != 0 for each in read], bool)[codes]
        return days, given, np.asarray([each is not None for each in read], bool)[codes]

    def _subjects_of(self, batch: Batch, on: Numbers) -> Numbers:
        """What each row is about: a matter as it is called, to a body, in a period in which that means one thing."""
        rows = batch.num_rows
        columns, known = self.columns, self.audit.words
        matters = self._codes("matter", columns.matter, batch)
        bodies = self._codes("body", columns.body, batch) if columns.body else np.zeros(rows, np.int64)
        named, new = self._named.numbers(matters, bodies)
        for at in new:
            row = self._row(batch, at)
            body = known.body(words(row, columns.body))
            self._by_name.append(isinstance(body, str) and known.by_name(words(row, columns.matter), body))
        lasting = self._by_name.array[named]
        periods = np.zeros(rows, np.int64)
        if not lasting.all():
            days = np.asarray([each.toordinal() for each in known.days], np.int64)
            periods = np.where(lasting, 0, np.searchsorted(days, on, side="right") + 1)
        subjects, new = self._subjects.numbers(named, periods)
        for at in new:
            self._meet(self._row(batch, at), date.fromordinal(int(on[at])))
        return subjects

    def _meet(self, row: Mapping[str, object], on: date) -> None:
        """One more subject: how far its answers reach."""
        columns, known = self.columns, self.audit.words
        body = known.body(words(row, columns.body))
        meant = known.matter(words(row, columns.matter), body, on) if isinstance(body, str) else body
        reach = _NOTHING
        if isinstance(meant, Meant) and isinstance(body, str):
            reach = self.audit.verdicts.cases.reach(meant.matter, body)
        self._reaches.append(reach)
        self._yearly.append(reach.yearly)
        free = isinstance(body, str) and known.free(words(row, columns.matter), body)
        self._odd.append(free or (isinstance(meant, Meant) and bool(meant.facts)))
        self._axis("on").add((Fraction(each.toordinal()), False) for each in reach.days)
        for fact in columns.facts:
            self._axis(fact).add(reach.lines.get(fact, ()))

    def _axis(self, what: str) -> Axis:
        return self._axes.setdefault(what, Axis())

    def _days_apart(self, combined: Numbers, subjects: Numbers, on: Numbers) -> Numbers:
        """Rows in one period of the answers about their subject."""
        combined, _ = self._step("on", combined, self._axis("on").parts(subjects, on))
        yearly = self._yearly.array[subjects]
        # Each batch takes the same steps: a number means what it does only after the same ones.
        years = (on - EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        combined, _ = self._step("year", combined, np.where(yearly, years, 0))
        return combined

    def _fact(self, fact: str, batch: Batch, subjects: Numbers, on: Numbers) -> tuple[Numbers, Numbers]:
        """The part of the fact's axis that each row lies in, and the rows where that cannot be told so."""
        column = batch.column(self.columns.facts[fact])
        known = self.audit.rules.corpus.facts.get(fact)
        measured = known is not None and known.kind is FactKind.MEASURED and known.unit in _PLAIN
        number = pa.types.is_integer(column.type) or pa.types.is_float64(column.type)
        if measured and number and fact not in self.columns.units and column.type != pa.uint64():
            return self._measured(fact, column, subjects)
        codes = self._codes(fact, self.columns.facts[fact], batch)
        values = self._coded[fact].values
        pairs, new = self._step(f"{fact} of", subjects, codes)
        parts, own = self._parts.setdefault(fact, Coded()), self._part_of.setdefault(fact, Growing())
        for at in new:
            own.append(parts.code(self._part(fact, values[codes[at]], self._reaches[subjects[at]])))
        found = own.array[pairs]
        unusual = found == parts.code(None)
        if fact == OPENED:
            opened = [_ordinal(value) or 0 for value in values]
            unusual |= np.asarray(opened, np.int64)[codes] > on
        return found, unusual

    def _measured(self, fact: str, column: Any, subjects: Numbers) -> tuple[Numbers, Numbers]:
        given = column.is_valid().to_numpy(zero_copy_only=False)
        values = column.fill_null(0).to_numpy(zero_copy_only=False)
        values = values if values.dtype == np.float64 else values.astype(np.int64)
        parts = np.where(given, self._axis(fact).parts(subjects, values) + 1, 0)
        return parts, ~np.isfinite(values) | (values < 0)

    def _part(self, fact: str, cell: object, reach: Reach) -> object:
        """Where one cell's value lies, as something to tell it by; None where that takes the whole row to say."""
        value = self.columns.value(fact, cell)
        if value is None:
            return ("nothing",)
        read = self.audit.words.value(fact, value)
        if not isinstance(read, Quantity | str):
            return ("fault", type(cell), cell)
        return None if self.audit.verdicts.cases.by_year(fact, read) else ("part", reach.part(fact, read))

    # ---------- cases

    def _cases_of(self, batch: Batch, combined: Numbers, usual: Numbers) -> Numbers:
        """The case of each row of ``usual``, by what has been told of its like."""
        most = int(combined.max(initial=-1)) + 1
        if most > len(self._case_of):
            self._case_of = np.append(self._case_of, np.full(most - len(self._case_of), -1, np.int64))
        found = self._case_of[combined]
        new = np.flatnonzero(usual & (found < 0))
        if len(new):
            which, first = np.unique(combined[new], return_index=True)
            for combination, at in zip(which, new[first], strict=True):
                self._case_of[combination] = self._told.number(self._ask(batch, int(at)))
            found = self._case_of[combined]
        return found

    def _ask(self, batch: Batch, at: int) -> Case:
        return self.audit.case(self._row(batch, at))[0]

    def _row(self, batch: Batch, at: int) -> dict[str, object]:
        columns = self.columns
        used = [getattr(columns, each) for each in ("matter", "body", "on", *_OTHERS)]
        used += columns.facts.values()
        return {name: batch.column(name)[int(at)].as_py() for name in used if name}


def _ordinal(cell: object) -> int | None:
    """The day in a cell; 0 where there is none, None where it cannot be read."""
    try:
        read = day(cell)
    except QuestionFault:
        return None
    return read.toordinal() if read else 0
