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
class Growing:
    """Numbers that come one by one and are read as an array."""

    kind: Any = np.int64
    _items: list[int] = field(factory=list, init=False)
    _array: Numbers = field(default=None, init=False)

    def append(self, item: int) -> None:
        self._items.append(item)

    def __len__(self) -> int:
        return len(self._items)

    @property
    def array(self) -> Numbers:
        """All of them."""
        if self._array is None or len(self._array) < len(self._items):
            self._array = np.asarray(self._items, self.kind)
        return self._array


@define
class Coded:
    """Different values of a column, each with a number of its own through all batches."""

    values: list[object] = field(factory=list)
    _codes: dict[tuple[type, object], int] = field(factory=dict)
    _met: dict[str, tuple[Column, Numbers]] = field(factory=dict, init=False)
    """By kind of column: the different cells that have been met, and their numbers."""

    def codes(self, column: Column) -> Numbers:
        """Each cell's number; ``values`` has what they stand for."""
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            return self._searched(column)
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        own = [self.code(value) for value in encoded.dictionary.to_pylist()]
        own.append(self.code(None))
        places = encoded.indices.fill_null(len(own) - 1).to_numpy(zero_copy_only=False)
        return np.asarray(own, np.int64)[places]

    def _searched(self, column: Column) -> Numbers:
        """Texts found among those that have been met, none of them made a Python value again."""
        kind = str(column.type)
        if kind not in self._met:
            self._met[kind] = (pa.nulls(1, column.type), np.asarray([self.code(None)], np.int64))
        met, numbers = self._met[kind]
        places = pc.index_in(column, value_set=met)
        if places.null_count:
            new = column.filter(places.is_null()).unique()
            met = pa.concat_arrays([met, new])
            numbers = np.append(numbers, [self.code(value) for value in new.to_pylist()])
            self._met[kind] = (met, numbers)
            places = pc.index_in(column, value_set=met)
        return numbers[places.to_numpy()]

    def code(self, value: object) -> int:
        key = (type(value), value)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = len(self.values)
            self.values.append(value)
        return found


@define
class Pairs:
    """Different pairs of numbers, each with a number of its own through all batches, in order of appearance.

    As long as they are few they have a table with a place for each pair that could come; then they are searched for.
    """

    largest: int = 1 << 23
    """How many places the table may have."""
    _count: int = field(default=0, init=False)
    _table: Numbers = field(factory=lambda: np.full((0, 0), -1, np.int32), init=False)
    _low: int = field(default=0, init=False)
    """The other number of the table's first column."""
    _known: Column = field(default=None, init=False)
    """When there is no table any longer: the pairs, in order of their numbers."""

    def __len__(self) -> int:
        return self._count

    def numbers(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        """Each pair's number, and a place at which each new pair stands, in order of their numbers."""
        if not len(one):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        if self._known is None and not self._room(one, other):
            self._known = pa.array(self._keys())
        if self._known is not None:
            return self._searched(one, other)
        flat, wide = self._table.reshape(-1), self._table.shape[1]
        at = one * wide + (other - self._low)
        found = flat[at]
        new = np.flatnonzero(found < 0)
        if not len(new):
            return found, new
        added, first = np.unique(at[new], return_index=True)
        flat[added] = np.arange(self._count, self._count + len(added))
        self._count += len(added)
        return flat[at], new[first]

    def _room(self, one: Numbers, other: Numbers) -> bool:
        """Whether the table has, or could be given, a place for each."""
        rows, columns = self._table.shape
        high, low, end = int(one.max()) + 1, int(other.min()), int(other.max()) + 1
        if rows:
            low, end = min(low, self._low), max(end, self._low + columns)
        if high <= rows and end - low == columns:
            return True
        high = max(rows, high if not rows else high + high // 2)
        if high * (end - low) > self.largest:
            return False
        table = np.full((high, end - low), -1, np.int32)
        table[:rows, self._low - low : self._low - low + columns] = self._table
        self._table, self._low = table, low
        return True

    def _keys(self) -> Numbers:
        """The pairs of the table as single numbers, in order."""
        rows, columns = np.nonzero(self._table >= 0)
        keys = np.empty(self._count, np.int64)
        keys[self._table[rows, columns]] = (rows.astype(np.int64) << 32) | (columns + self._low)
        return keys

    def _searched(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        keys = pa.array((one.astype(np.int64) << 32) | other)
        found = pc.index_in(keys, self._known)
        if not found.null_count:
            return found.to_numpy(), np.empty(0, np.int64)
        new = np.flatnonzero(found.is_null().to_numpy(zero_copy_only=False))
        added, first = np.unique(keys.to_numpy()[new], return_index=True)
        self._known = pa.concat_arrays([self._known, pa.array(added)])
        self._count = len(self._known)
        return pc.index_in(keys, self._known).to_numpy(), new[first]


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
