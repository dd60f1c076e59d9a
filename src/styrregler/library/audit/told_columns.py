"""Cases that have been told, as columns beside the decisions in them.

In: the number of each row's case, and its day.  Out: a batch with the columns of the audit.  Texts are dictionary-encoded,
each written once.
"""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import define, field, fields

from styrregler.library.audit.arrays import EPOCH, Coded, Growing, Numbers, Pairs
from styrregler.library.audit.columns import free_names
from styrregler.library.audit.told import Case, Told, first_day
from styrregler.ruleset import RuleSet

Batch = Any


@define
class ToldCases:
    """The cases that have been told, as columns."""

    rules: RuleSet
    _numbers: dict[Case, int] = field(factory=dict, init=False)
    _texts: dict[str, Coded] = field(factory=dict, init=False)
    _places: dict[str, Growing] = field(factory=dict, init=False)
    _words: dict[str, Any] = field(factory=dict, init=False)
    _dues: dict[str, Coded] = field(factory=dict, init=False)
    _pairs: dict[str, Pairs] = field(factory=dict, init=False)
    _by: dict[str, Growing] = field(factory=dict, init=False)

    def number(self, case: Case) -> int:
        """The number of ``case``."""
        found = self._numbers.get(case)
        if found is None:
            found = self._numbers[case] = len(self._numbers)
            for each in fields(Told):
                texts = self._texts.setdefault(each.name, Coded())
                self._places.setdefault(each.name, Growing(np.int32)).append(
                    texts.code(getattr(case.told, each.name))
                )
            for name, dues in (("inform_by", case.inform), ("report_by", case.report)):
                self._places.setdefault(name, Growing()).append(
                    self._dues.setdefault(name, Coded()).code(dues)
                )
        return found

    def beside(self, batch: Batch, cases: Numbers, on: Numbers, dated: Numbers) -> Batch:
        """``batch`` and what is told of its rows."""
        found = {}
        for each in fields(Told):
            words = self._words_of(each.name)
            places = self._places_of(each.name, cases) if len(words) > 1 else np.zeros(len(cases), np.int32)
            found[each.name] = pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), words)
        for name in ("inform_by", "report_by"):
            found[name] = self._first_days(name, cases, on, dated)
        names = free_names(batch.schema.names, found)
        return pa.RecordBatch.from_arrays(
            [*batch.columns, *found.values()], names=[*batch.schema.names, *names]
        )

    def _words_of(self, name: str) -> Any:
        """The different texts of a column, as Arrow has them."""
        values = self._texts.get(name, Coded()).values
        if name not in self._words or len(self._words[name]) < len(values):
            self._words[name] = pa.array(values, pa.string())
        return self._words[name]

    def _places_of(self, name: str, cases: Numbers) -> Numbers:
        return self._places.setdefault(name, Growing(np.int32)).array[cases]

    def _first_days(self, name: str, cases: Numbers, on: Numbers, dated: Numbers) -> Any:
        dues = self._dues.get(name, Coded())
        places = self._places_of(name, cases)
        pairs, new = self._pairs.setdefault(name, Pairs()).numbers(places, on)
        by = self._by.setdefault(name, Growing())
        for at in new:
            found = first_day(dues.values[places[at]], date.fromordinal(int(on[at])), self.rules)
            by.append(found.toordinal() if found else 0)
        ordinals = by.array[pairs]
        return pa.array((ordinals - EPOCH).astype(np.int32), pa.int32(), mask=(ordinals == 0) | ~dated).cast(
            pa.date32()
        )
