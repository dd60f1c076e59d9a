"""Cases that have been told, as columns beside the decisions in them.

In: the number of each row's case, and its day.  Out: a batch with the columns of the audit.  Texts are dictionary-encoded,
each written once.
"""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from attrs import define, field, fields

from styrregler.library.audit.arrays import EPOCH, Coded, Numbers, Pairs
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
    _places: dict[str, list[int]] = field(factory=dict, init=False)
    _dues: dict[str, Coded] = field(factory=dict, init=False)
    _pairs: dict[str, Pairs] = field(factory=dict, init=False)
    _by: dict[str, list[int]] = field(factory=dict, init=False)

    def number(self, case: Case) -> int:
        """The number of ``case``."""
        found = self._numbers.get(case)
        if found is None:
            found = self._numbers[case] = len(self._numbers)
            for each in fields(Told):
                texts = self._texts.setdefault(each.name, Coded())
                self._places.setdefault(each.name, []).append(texts.code(getattr(case.told, each.name)))
            for name, dues in (("inform_by", case.inform), ("report_by", case.report)):
                self._places.setdefault(name, []).append(self._dues.setdefault(name, Coded()).code(dues))
        return found

    def beside(self, batch: Batch, cases: Numbers, on: Numbers, dated: Numbers) -> Batch:
        """``batch`` and what is told of its rows."""
        found = {}
        for each in fields(Told):
            texts = self._texts.get(each.name, Coded())
            places = np.asarray(self._places.get(each.name, ()), np.int32)[cases]
            words_of = pa.array(texts.values, pa.string())
            found[each.name] = pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), words_of)
        for name in ("inform_by", "report_by"):
            found[name] = self._first_days(name, cases, on, dated)
        names = free_names(batch.schema.names, found)
        return pa.RecordBatch.from_arrays(
            [*batch.columns, *found.values()], names=[*batch.schema.names, *names]
        )

    def _first_days(self, name: str, cases: Numbers, on: Numbers, dated: Numbers) -> Any:
        dues = self._dues.get(name, Coded())
        places = np.asarray(self._places.get(name, ()), np.int64)[cases]
        pairs, new = self._pairs.setdefault(name, Pairs()).numbers(places, on)
        by = self._by.setdefault(name, [])
        for at in new:
            found = first_day(dues.values[places[at]], date.fromordinal(int(on[at])), self.rules)
            by.append(found.toordinal() if found else 0)
        ordinals = np.asarray(by, np.int64)[pairs]
        return pa.array((ordinals - EPOCH).astype(np.int32), pa.int32(), mask=(ordinals == 0) | ~dated).cast(
            pa.date32()
        )
