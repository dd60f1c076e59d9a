"""Whole columns as numbers: codes for what is equal, and where values lie between lines.

In: Arrow columns, numpy arrays.  Out: numpy arrays of whole numbers.  Refuses to know what the numbers stand for.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import inf, nextafter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import define, field

from styrregler.logic.truth import Cut
from styrregler.query.reach import last_whole

Column = Any
Numbers = Any
_MOST = np.iinfo(np.int64).max
EPOCH = 719_163
"""The ordinal of the day from which Arrow counts days."""


@define
class Coded:
    """Different values of a column, each with a number of its own through all batches."""

    values: list[object] = field(factory=list)
    _codes: dict[tuple[type, object], int] = field(factory=dict)

    def codes(self, column: Column) -> Numbers:
        """Each cell's number; ``values`` has what they stand for."""
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        own = [self.code(value) for value in encoded.dictionary.to_pylist()]
        own.append(self.code(None))
        places = encoded.indices.fill_null(len(own) - 1).to_numpy(zero_copy_only=False)
        return np.asarray(own, np.int64)[places]

    def code(self, value: object) -> int:
        key = (type(value), value)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = len(self.values)
            self.values.append(value)
        return found


@define
class Pairs:
    """Different pairs of numbers, each with a number of its own through all batches, in order of appearance."""

    _known: Column = field(factory=lambda: pa.array([], pa.int64()), init=False)

    def __len__(self) -> int:
        return len(self._known)

    def numbers(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        """Each pair's number, and a place at which each new pair stands, in order of their numbers."""
        keys = (one << 32) | other
        found = pc.index_in(pa.array(keys), self._known)
        if not found.null_count:
            return found.to_numpy().astype(np.int64), np.empty(0, np.int64)
        new = np.flatnonzero(found.is_null().to_numpy(zero_copy_only=False))
        added, first = np.unique(keys[new], return_index=True)
        self._known = pa.concat_arrays([self._known, pa.array(added)])
        return pc.index_in(pa.array(keys), self._known).to_numpy().astype(np.int64), new[first]


@define
class Axis:
    """The lines of each subject on one axis."""

    _lines: list[list[Cut]] = field(factory=list, init=False)
    _tables: dict[bool, Numbers] = field(factory=dict, init=False)

    def add(self, lines: Iterable[Cut]) -> None:
        """The lines of one more subject."""
        self._lines.append(list(lines))
        self._tables.clear()

    def parts(self, subjects: Numbers, values: Numbers) -> Numbers:
        """How many of its subject's lines each value has passed."""
        exact = values.dtype == np.int64
        if exact not in self._tables:
            self._tables[exact] = _table(self._lines, exact=exact)
        passed = np.zeros(len(values), np.int64)
        for lines in self._tables[exact]:
            passed += values > lines[subjects]
        return passed


def _table(rows: Sequence[Sequence[Cut]], *, exact: bool) -> Numbers:
    """One array for each place in the order of lines: the last value of each subject before its line."""
    deep = max(map(len, rows), default=0)
    table = np.full((deep, len(rows)), _MOST if exact else inf, np.int64 if exact else np.float64)
    for subject, lines in enumerate(rows):
        for place, line in enumerate(lines):
            table[place, subject] = min(last_whole(line), _MOST) if exact else _last_float(line)
    return table


def _last_float(line: Cut) -> float:
    """The largest float that, as written, lies before the line."""
    size, after = line
    nearest = float(size)
    written = Fraction(repr(nearest))
    before = written <= size if after else written < size
    return nearest if before else nextafter(nearest, -inf)


def as_days(column: Column) -> Numbers:
    """Days as ordinals."""
    return column.cast(pa.date32()).cast(pa.int32()).to_numpy(zero_copy_only=False).astype(np.int64) + EPOCH
