"""From values to columns.

In: frozen values of this package, and what they are made of.  Out: :class:`Columns`.  What is equal in every part is written
once, and what was shared is shared when it is read.  Refuses (TypeError) every other value.
"""

import enum
import struct
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import define, field

from styrregler.snapshot.forms import form_of
from styrregler.snapshot.layout import SIZE_SHIFT, Columns, Kind
from styrregler.snapshot.table import Series, Table, slots_of
from styrregler.values import FrozenMap, ReadOnly

LONG = 16
"""From so many entries on, a mapping or a list is looked up where it lies rather than built."""
_SMALL = range(-(1 << 31), 1 << 31)


def columns_of(value: object) -> Columns:
    writer = _Writer()
    root = writer.ref(value)
    return Columns(tuple(writer.forms), root, writer.records, writer.ends, b"".join(writer.texts))


@define
class _Writer:
    """What has been written so far."""

    forms: dict[tuple[str, tuple[str, ...]], int] = field(factory=dict)
    records: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    texts: list[bytes] = field(factory=list)
    _length: int = 0
    _numbers: dict[str, int] = field(factory=dict)
    """Texts by number."""
    _same: dict[tuple[int, ...], int] = field(factory=dict)
    """Where each record was written, by what it holds."""
    _seen: dict[int, tuple[object, int]] = field(factory=dict)
    """Values by identity; each is held, so that no other gets its identity."""
    _shapes: dict[type, tuple[int, tuple[str, ...]]] = field(factory=dict)

    def ref(self, value: Any) -> int:
        cls = value.__class__
        if cls is str:
            number = self._numbers.get(value)
            return ~number if number is not None else self._text(value)
        seen = self._seen.get(id(value))
        if seen is not None:
            return seen[1]
        write = _WRITERS.get(cls)
        at = write(self, value) if write is not None else self._object(value)
        self._seen[id(value)] = (value, at)
        return at

    def _text(self, text: str) -> int:
        number = self._numbers.setdefault(text, len(self.ends))
        if number == len(self.ends):
            data = text.encode("utf-8")
            self.texts.append(data)
            self._length += len(data)
            self.ends.append(self._length)
        return ~number

    def _record(self, kind: Kind, size: int, parts: Sequence[int]) -> int:
        key = (kind | size << SIZE_SHIFT, *parts)
        at = self._same.get(key)
        if at is None:
            at = self._same[key] = len(self.records)
            self.records.extend(key)
        return at

    def _object(self, value: Any) -> int:
        cls = value.__class__
        if cls not in self._shapes:
            form = form_of(cls)
            self._shapes[cls] = (self.forms.setdefault(form, len(self.forms)), form[1])
        number, names = self._shapes[cls]
        if isinstance(value, enum.Enum):
            return self._record(Kind.MEMBER, number, [self._text(value.name)])
        return self._record(Kind.OBJECT, number, [self.ref(getattr(value, name)) for name in names])

    # ---------- what values are made of

    def single(self, value: Any) -> int:
        return self._record({None: Kind.NONE, False: Kind.FALSE, True: Kind.TRUE}[value], 0, ())

    def whole(self, value: int) -> int:
        if value in _SMALL:
            return self._record(Kind.WHOLE, 0, [value])
        return self._record(Kind.BIG, 0, [self._text(str(value))])

    def floating(self, value: float) -> int:
        return self._record(Kind.FLOAT, 0, struct.unpack("2i", struct.pack("d", value)))

    def day(self, value: date) -> int:
        return self._record(Kind.DATE, 0, [value.toordinal()])

    def clock(self, value: time) -> int:
        return self._record(Kind.TIME, 0, [self._text(value.isoformat())])

    def decimal(self, value: Decimal) -> int:
        return self._record(Kind.DECIMAL, 0, [self._text(str(value))])

    def fraction(self, value: Fraction) -> int:
        return self._record(Kind.FRACTION, 0, [self._text(str(value))])

    def several(self, value: tuple[Any, ...]) -> int:
        return self._record(Kind.TUPLE, len(value), [self.ref(each) for each in value])

    def frozen_set(self, value: frozenset[Any]) -> int:
        return self._record(Kind.FROZENSET, len(value), [self.ref(each) for each in _ordered(value)])

    def changing_set(self, value: set[Any]) -> int:
        return self._record(Kind.SET, len(value), [self.ref(each) for each in _ordered(value)])

    def series(self, value: Sequence[Any]) -> int:
        if value and all(each.__class__ is int and each in _SMALL for each in value):
            return self._record(Kind.NUMBERS, len(value), value)
        kind = Kind.SERIES if len(value) >= LONG else Kind.LIST
        return self._record(kind, len(value), [self.ref(each) for each in value])

    def mapping(self, value: Mapping[Any, Any]) -> int:
        return self._mapping(Kind.DICT, value)

    def read_only(self, value: Mapping[Any, Any]) -> int:
        return self._mapping(Kind.READ_ONLY, value)

    def frozen_map(self, value: FrozenMap) -> int:
        return self._mapping(Kind.FROZEN_MAP, value)

    def _mapping(self, kind: Kind, value: Mapping[Any, Any]) -> int:
        parts = [self.ref(each) for pair in value.items() for each in pair]
        slots = slots_of(value) if kind is not Kind.FROZEN_MAP and len(value) >= LONG else None
        if slots is None:
            return self._record(kind, len(value), parts)
        return self._record(Kind.TABLE, len(value), [len(slots), *slots, *parts])


def _ordered(values: frozenset[Any] | set[Any]) -> list[Any]:
    """The same set always in the same order, so that the same rules give the same bytes."""
    return sorted(values, key=lambda each: (each.__class__.__name__, repr(each)))


_WRITERS: dict[type, Callable[[_Writer, Any], int]] = {
    type(None): _Writer.single,
    bool: _Writer.single,
    int: _Writer.whole,
    float: _Writer.floating,
    date: _Writer.day,
    time: _Writer.clock,
    Decimal: _Writer.decimal,
    Fraction: _Writer.fraction,
    tuple: _Writer.several,
    frozenset: _Writer.frozen_set,
    set: _Writer.changing_set,
    list: _Writer.series,
    dict: _Writer.mapping,
    ReadOnly: _Writer.read_only,
    Table: _Writer.read_only,
    Series: _Writer.series,
    FrozenMap: _Writer.frozen_map,
}
