"""Values whose fields are fetched when they are first touched.

In: an attrs class, and how a field is fetched.  Out: instances that are of the class in every respect, each field missing until
somebody asks for it.  From then on it lies where it always does, and costs nothing more.  Refuses to know where fields come
from.
"""

from collections.abc import Callable, Sequence
from typing import Any

_new = object.__new__
_put = object.__setattr__
_PLACE = "_place"


def promises(cls: type[Any], names: Sequence[str], fetch: Callable[[int, int], Any]) -> Callable[[int], Any]:
    """What makes a promised value of ``cls`` from its place; ``fetch`` gives the field of so high a number in a place."""
    numbers = {name: number for number, name in enumerate(names)}
    inherited: Callable[[Any, str], Any] | None = getattr(cls, "__getattr__", None)

    def missing(value: Any, name: str) -> Any:
        """A field that is not there yet, or whatever the class itself finds out when it is asked for."""
        number = numbers.get(name)
        if number is None:
            if inherited is not None:
                return inherited(value, name)
            raise AttributeError(f"{cls.__name__} has no {name!r}")
        field = fetch(place_of(value), number)
        _put(value, name, field)
        return field

    def reduced(value: Any, protocol: Any) -> Any:
        return filled(cls, names, [getattr(value, name) for name in names]).__reduce_ex__(protocol)

    body = {
        "__slots__": (_PLACE,),
        "__class__": property(lambda _: cls),
        "__getattr__": missing,
        "__reduce_ex__": reduced,
    }
    promised = type(cls.__name__, (cls,), body)
    slot: Any = promised.__dict__[_PLACE]
    place_of, put_place = slot.__get__, slot.__set__

    def at(place: int) -> Any:
        value: Any = _new(promised)
        put_place(value, place)
        return value

    return at


def filled(cls: type[Any], names: Sequence[str], fields: Sequence[Any]) -> Any:
    """A value of ``cls`` with these fields, as they were when they were written: nothing is converted or tried again."""
    value: Any = _new(cls)
    for name, field in zip(names, fields, strict=True):
        _put(value, name, field)
    return value
