"""Checks without packaging: small Python files in `kontroller/` beside the rules.

Loaded only where `styrregler.toml` says ``egna-kontroller = true`` and the rules are the user's own: whoever reads somebody
else's rules runs none of their code.  Every :class:`~styrregler.checks.Check` of a file counts.
"""

import sys
from collections.abc import Callable, Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace

from styrregler.checks import Check
from styrregler.plugins.hooks import hookimpl

FOLDER = "kontroller"


def local_files(folder: Path) -> tuple[Path, ...]:
    """The files of checks, in order of name; those that begin with «_» or «test_» are not."""
    found = sorted((folder / FOLDER).glob("*.py"))
    return tuple(each for each in found if not each.name.startswith(("_", "test_")))


def bringing(file: Path) -> Callable[[], SimpleNamespace]:
    """What imports ``file`` as a plugin with the checks that stand in it."""

    def bring() -> SimpleNamespace:
        module = _executed(file)

        @hookimpl
        def checks() -> Iterable[Check]:
            return [each for each in vars(module).values() if isinstance(each, Check)]

        return SimpleNamespace(checks=checks)

    return bring


def _executed(file: Path) -> ModuleType:
    name = f"styrregler_kontroller_{file.stem}"
    spec = spec_from_file_location(name, file)
    assert spec is not None and spec.loader is not None  # noqa: PT018 - a file that ends with .py has both
    module = module_from_spec(spec)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the folder of rules stays as it is
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = bytecode
    return module
