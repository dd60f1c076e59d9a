"""The classes whose values a snapshot may hold.

In: a class, or its name in a snapshot.  Out: its name, or the class.  Refuses every class that is not one of this package's
values: attrs classes and enumerations.
"""

import enum
from importlib import import_module
from typing import Any

import attrs

from styrregler.snapshot.layout import SnapshotFault

_PACKAGE = "styrregler."


def form_of(cls: type) -> tuple[str, tuple[str, ...]]:
    """What a class is called in a snapshot, and the fields that are kept of its values."""
    if not cls.__module__.startswith(_PACKAGE) or not (issubclass(cls, enum.Enum) or attrs.has(cls)):
        raise TypeError(f"{cls.__qualname__} kan inte stå i en ögonblicksbild")
    return f"{cls.__module__}:{cls.__qualname__}", () if issubclass(cls, enum.Enum) else kept_fields(cls)


def class_of(name: str, fields: tuple[str, ...]) -> type[Any]:
    """The class that a snapshot calls ``name``. Raises SnapshotFault when it is not there, or has other fields."""
    module, _, cls_name = name.partition(":")
    if not module.startswith(_PACKAGE):
        raise SnapshotFault(f"{name} är ingen klass i styrregler")
    try:
        found = getattr(import_module(module), cls_name)
    except (ImportError, AttributeError):
        raise SnapshotFault(f"{name} finns inte i den här versionen") from None
    if not isinstance(found, type) or form_of(found) != (name, fields):
        raise SnapshotFault(f"{name} har andra fält i den här versionen")
    return found


def kept_fields(cls: type[Any]) -> tuple[str, ...]:
    """Those that are given to its constructor; the rest is what a value has found out since, and is found out again."""
    return tuple(each.name for each in cls.__attrs_attrs__ if each.init)


def fresh_fields(cls: type[Any]) -> tuple[Any, ...]:
    return tuple(each for each in cls.__attrs_attrs__ if not each.init)
