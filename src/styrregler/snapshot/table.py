"""Mappings and lists that are looked up where they lie, without being built.

In: a record of a snapshot.  Out: what a dict or a list would say; each value is built when it is asked for.  Refuses to be
changed.

The record of a mapping holds, after its size, how many slots it has, the slots, and its keys and values in order of writing.
The hash of a key (CRC-32, the same on every machine and in every process) says in which slot the number of its entry
stands; a slot that was taken sends it on to the next.
"""

from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from typing import TYPE_CHECKING, Any, overload
from zlib import crc32

from styrregler.values.frozenmap import ReadOnly

if TYPE_CHECKING:
    from styrregler.snapshot.reading import Reader


def slots_of(mapping: Mapping[Any, Any]) -> list[int] | None:
    """In which slot each entry is found: its number, counted from 1; None when a key has no hash that always is the same."""
    count = 1 << (len(mapping) * 3 // 2).bit_length()
    slots = [0] * count
    for number, key in enumerate(mapping, 1):
        data = _bytes(key)
        if data is None:
            return None
        at = crc32(data) & (count - 1)
        while slots[at]:
            at = (at + 1) & (count - 1)
        slots[at] = number
    return slots


def _bytes(key: object) -> bytes | None:
    """Texts and groups of texts are looked up; other keys are not."""
    if isinstance(key, str):
        return key.encode("utf-8", "surrogatepass")
    if isinstance(key, tuple) and all(isinstance(part, str) for part in key):
        return "\x00".join(key).encode("utf-8", "surrogatepass")
    return None


class Table(Mapping[Any, Any]):
    """A mapping in a snapshot."""

    __slots__ = ("_entries", "_first", "_mask", "_reader", "_size")

    def __init__(self, reader: "Reader", at: int, size: int) -> None:
        self._reader, self._first, self._size = reader, at + 2, size
        slots = reader.records[at + 1]
        self._mask, self._entries = slots - 1, at + 2 + slots

    def __getitem__(self, key: Any) -> Any:
        found = self._found(key)
        if found < 0:
            raise KeyError(key)
        return self._reader.value(self._reader.records[found + 1])

    def get(self, key: Any, default: Any = None) -> Any:
        found = self._found(key)
        return default if found < 0 else self._reader.value(self._reader.records[found + 1])

    def __contains__(self, key: object) -> bool:
        return self._found(key) >= 0

    def _found(self, key: object) -> int:
        """Where the entry of ``key`` lies; negative where there is none."""
        data = _bytes(key)
        if data is None:
            return -1
        records, value = self._reader.records, self._reader.value
        at = crc32(data) & self._mask
        while number := records[self._first + at]:
            entry = self._entries + 2 * (number - 1)
            if value(records[entry]) == key:
                return entry
            at = (at + 1) & self._mask
        return -1

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Any]:
        return self.column(0)

    def values(self) -> ValuesView[Any]:
        return _Values(self)

    def items(self) -> ItemsView[Any, Any]:
        return _Items(self)

    def column(self, which: int) -> Iterator[Any]:
        """The keys (0) or the values (1), in order of writing."""
        refs = self._reader.records[self._entries + which : self._entries + 2 * self._size : 2]
        return map(self._reader.value, refs)

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type[ReadOnly[Any, Any]], tuple[dict[Any, Any]]]:
        return ReadOnly, (dict(self.items()),)


class _Values(ValuesView[Any]):
    """Without looking up every key again."""

    __slots__ = ()
    _mapping: Table

    def __iter__(self) -> Iterator[Any]:
        return self._mapping.column(1)


class _Items(ItemsView[Any, Any]):
    __slots__ = ()
    _mapping: Table

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return zip(self._mapping.column(0), self._mapping.column(1), strict=True)


class Series(Sequence[Any]):
    """A list in a snapshot."""

    __slots__ = ("_first", "_reader", "_size")

    def __init__(self, reader: "Reader", at: int, size: int) -> None:
        self._reader, self._first, self._size = reader, at + 1, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> list[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self._size))]
        number = at + self._size if at < 0 else at
        if not 0 <= number < self._size:
            raise IndexError(at)
        return self._reader.value(self._reader.records[self._first + number])

    def __iter__(self) -> Iterator[Any]:
        return map(self._reader.value, self._reader.records[self._first : self._first + self._size])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Series, list)) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def __reduce__(self) -> tuple[type[list[Any]], tuple[list[Any]]]:
        return list, (list(self),)
