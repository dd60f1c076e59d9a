"""Packages whose names are imported when they are first used: a command imports what it needs and nothing else.

In: a package, and in which of its modules each name stands.  Out: what Python asks for a name that is not there yet.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def names_of(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for ``package``. ``homes`` says which names, with spaces between them, each of its modules has."""
    home = {name: module for module, names in homes.items() for name in names.split()}

    def found(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{home[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found
