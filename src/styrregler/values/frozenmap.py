"""Mappings that never change."""

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[str, str]):
    """Texts by name, in the order given; equal to any mapping with the same. What holds one can be hashed and pickled."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        self._items = dict(items or {})

    def __getitem__(self, name: str) -> str:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(self._items)


class ReadOnly(dict[K, V]):
    """A dict that refuses to be changed: what everybody shares is handed to plugins too. As fast to read as any."""

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("reglerna kan inte ändras")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type["ReadOnly[K, V]"], tuple[dict[K, V]]]:
        return ReadOnly, (dict(self),)


def read_only(items: Any) -> Any:
    """``items``, which nobody can change; a converter for fields, so the field says what it holds."""
    return items if isinstance(items, ReadOnly) else ReadOnly(items)
