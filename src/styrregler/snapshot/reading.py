"""From columns to values, each when it is asked for.

In: :class:`Columns`.  Out: values.  What is small is built with what holds it; a large value is promised, and a large mapping
or list stays where it lies. What was shared is shared.  Refuses to build what is not a value of this package.
"""

import struct
from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from styrregler.snapshot.forms import class_of, fresh_fields
from styrregler.snapshot.layout import KIND_MASK, SIZE_SHIFT, Columns, Kind, SnapshotFault
from styrregler.snapshot.promise import filled, promises
from styrregler.snapshot.table import Series, Table
from styrregler.values.frozenmap import FrozenMap, ReadOnly

FEW = 3
"""Values with so many fields are built at once; those with more are promised."""
_MISSING = object()


class Reader:
    """The values of a snapshot. Safe to share between threads."""

    def __init__(self, columns: Columns) -> None:
        self.records: Sequence[int] = columns.records
        self._ends, self._texts, self._forms = columns.ends, columns.texts, columns.forms
        self._built: dict[int, Any] = {}
        self._makers: list[Callable[[int], Any] | None] = [None] * len(columns.forms)
        self._root = columns.root

    @property
    def root(self) -> Any:
        return self.value(self._root)

    def try_forms(self) -> None:
        """Find every class that the snapshot names. Raises SnapshotFault when one is not as it was."""
        for form in self._forms:
            class_of(*form)

    def value(self, ref: int) -> Any:
        """What a reference refers to."""
        built = self._built.get(ref, _MISSING)
        return built if built is not _MISSING else self._build(ref)

    def _build(self, ref: int) -> Any:
        if ref < 0:
            begin = self._ends[~ref - 1] if ref < -1 else 0
            value: Any = str(self._texts[begin : self._ends[~ref]], "utf-8")
        else:
            head = self.records[ref]
            kind, size = head & KIND_MASK, head >> SIZE_SHIFT
            value = _BUILDERS[kind](self, ref, size)
            if kind in _CHANGING:
                return value
        return self._built.setdefault(ref, value)

    # ---------- objects

    def object(self, ref: int, form: int) -> Any:
        make = self._makers[form]
        if make is None:
            make = self._makers[form] = self._maker(form)
        return make(ref)

    def _maker(self, number: int) -> Callable[[int], Any]:
        """What makes the values of a class."""
        name, names = self._forms[number]
        cls = class_of(name, names)
        fresh = fresh_fields(cls)
        every = (*names, *(each.name for each in fresh))

        def fetch(at: int, number: int) -> Any:
            if number < len(names):
                return self.value(self.records[at + 1 + number])
            return fresh[number - len(names)].default.factory()

        if len(names) > FEW or not hasattr(cls, "__slots__"):
            return promises(cls, every, fetch)
        return lambda at: filled(cls, every, [fetch(at, number) for number in range(len(every))])

    def member(self, ref: int, form: int) -> Any:
        return class_of(*self._forms[form])[self.value(self.records[ref + 1])]

    # ---------- what they are made of

    def parts(self, ref: int, size: int) -> list[Any]:
        return [self.value(each) for each in self.records[ref + 1 : ref + 1 + size]]

    def pairs(self, ref: int, size: int) -> dict[Any, Any]:
        parts = self.parts(ref, 2 * size)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def text(self, ref: int) -> str:
        text: str = self.value(self.records[ref + 1])
        return text

    def fraction(self, ref: int, _: int) -> Any:
        from fractions import Fraction

        return Fraction(self.text(ref))

    def floating(self, ref: int, _: int) -> float:
        number: float = struct.unpack("d", struct.pack("2i", *self.records[ref + 1 : ref + 3]))[0]
        return number


def _unknown(*_: object) -> Any:
    raise SnapshotFault("ögonblicksbilden har ett värde av okänt slag")


_CHANGING = frozenset({Kind.LIST, Kind.NUMBERS, Kind.SET, Kind.DICT})
"""What may be changed by whoever holds it is built anew for each."""
_KNOWN: dict[Kind, Callable[[Reader, int, int], Any]] = {
    Kind.NONE: lambda *_: None,
    Kind.FALSE: lambda *_: False,
    Kind.TRUE: lambda *_: True,
    Kind.TUPLE: lambda reader, ref, size: tuple(reader.parts(ref, size)),
    Kind.LIST: Reader.parts,
    Kind.NUMBERS: lambda reader, ref, size: list(reader.records[ref + 1 : ref + 1 + size]),
    Kind.FROZENSET: lambda reader, ref, size: frozenset(reader.parts(ref, size)),
    Kind.SET: lambda reader, ref, size: set(reader.parts(ref, size)),
    Kind.DICT: Reader.pairs,
    Kind.READ_ONLY: lambda reader, ref, size: ReadOnly(reader.pairs(ref, size)),
    Kind.FROZEN_MAP: lambda reader, ref, size: FrozenMap(reader.pairs(ref, size)),
    Kind.TABLE: Table,
    Kind.SERIES: Series,
    Kind.OBJECT: Reader.object,
    Kind.MEMBER: Reader.member,
    Kind.WHOLE: lambda reader, ref, _: reader.records[ref + 1],
    Kind.BIG: lambda reader, ref, _: int(reader.text(ref)),
    Kind.FLOAT: Reader.floating,
    Kind.DATE: lambda reader, ref, _: date.fromordinal(reader.records[ref + 1]),
    Kind.TIME: lambda reader, ref, _: time.fromisoformat(reader.text(ref)),
    Kind.DECIMAL: lambda reader, ref, _: Decimal(reader.text(ref)),
    Kind.FRACTION: Reader.fraction,
}
_BUILDERS = [
    _KNOWN.get(Kind(kind), _unknown) if kind in set(Kind) else _unknown for kind in range(KIND_MASK + 1)
]
