"""Values that are built when they are first touched.

In: an attrs class, and how its fields are read.  Out: instances that are what they seem in every respect but one: their
fields are not there yet.  The first that is asked for fetches them all, and from then on the value is one like any other.
Refuses to know where the fields come from.
"""

from collections.abc import Callable, Sequence
from threading import RLock
from typing import Any

_set_class: Callable[[object, type], None] = object.__dict__["__class__"].__set__
_new = object.__new__


class Promises:
    """Promised values of one class. ``fetch`` gives all the fields of the one that lies at a place."""

    def __init__(
        self, cls: type[Any], names: Sequence[str], fetch: Callable[[int], Sequence[Any]], lock: RLock
    ) -> None:
        self._cls, self._names, self._fetch, self._lock = cls, tuple(names), fetch, lock
        self._set = setters(cls, self._names)
        self._slot = cls.__dict__.get(self._names[0])
        """Where the place of a promised value stands until it is kept: in the slot of its first field."""
        self._promised = self._subclass()

    def at(self, place: int) -> Any:
        """The value that lies at ``place``."""
        value = _new(self._promised)
        if self._slot is not None:
            self._slot.__set__(value, place)
        else:
            value.__dict__[""] = place
        return value

    def _subclass(self) -> type[Any]:
        keep = self._keep
        cls = self._cls

        def field(name: str) -> property:
            def asked(value: Any) -> Any:
                keep(value)
                return getattr(value, name)

            return property(asked)

        def reduced(value: Any, protocol: Any) -> Any:
            keep(value)
            return value.__reduce_ex__(protocol)

        body: dict[str, Any] = {name: field(name) for name in self._names}
        body |= {"__slots__": (), "__class__": property(lambda _: cls), "__reduce_ex__": reduced}
        return type(cls.__name__, (cls,), body)

    def _keep(self, value: Any) -> None:
        with self._lock:
            if type(value) is not self._promised:  # another thread was first
                return
            fields = self._fetch(value.__dict__[""] if self._slot is None else self._slot.__get__(value))
            if self._slot is None:
                del value.__dict__[""]
            self._set(value, fields)
            _set_class(value, self._cls)


def setters(cls: type[Any], names: Sequence[str]) -> Callable[[Any, Sequence[Any]], None]:
    """What gives a new value of a frozen class its fields."""
    slots: list[Any] = [cls.__dict__.get(name) for name in names]
    if all(hasattr(slot, "__set__") for slot in slots):
        each = [slot.__set__ for slot in slots]

        def fill_slots(value: Any, fields: Sequence[Any]) -> None:
            for put, field in zip(each, fields, strict=True):
                put(value, field)

        return fill_slots

    def fill_dict(value: Any, fields: Sequence[Any]) -> None:
        value.__dict__.update(zip(names, fields, strict=True))

    return fill_dict
