"""The plugins that are installed: what their distributions' entry points say, without importing anything.

In: the environment of Python.  Out: :class:`Installed` by name.  Refuses to load.

Every command that knows of a plugin looks here, so it is read without `importlib.metadata`, whose import (of mail and sockets)
takes ten times as long as the reading.  Distributions in archives are not looked through.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

KINDS: Mapping[str, str] = {
    "checks": "kontroller",
    "rules": "regler",
    "values": "värden",
    "people": "personer",
    "answers": "svarsrader",
    "commands": "kommandon",
    "importers": "inläsningar",
    "exporters": "utskrifter",
    "renderers": "svarsformer",
}
"""Each kind of plugin, and what it is called to its user."""
GROUP = "styrregler."


@frozen
class EntryPoint:
    """Where a plugin's module is: «styrregler_attest.checks», or something in it after a colon."""

    value: str

    def load(self) -> Any:
        module, _, within = self.value.partition(":")
        found = import_module(module)
        for name in filter(None, within.split(".")):
            found = getattr(found, name)
        return found


@frozen
class Installed:
    """A plugin as its distribution describes it; ``modules`` by kind."""

    name: str
    package: str
    version: str
    modules: Mapping[str, EntryPoint] = field(factory=dict)


def installed() -> Mapping[str, tuple[Installed, ...]]:
    """Every plugin by name, in order of name; more than one where distributions have taken the same name."""
    found: dict[str, dict[str, Installed]] = {}
    for info, text in _distributions():
        package, version = _called(info)
        for kind, name, value in _points(text):
            known = found.setdefault(name, {})
            plugin = known.get(package, Installed(name, package, version))
            modules = {**plugin.modules, kind: EntryPoint(value)}
            known[package] = evolve(
                plugin, modules={each: modules[each] for each in KINDS if each in modules}
            )
    return {name: tuple(known[package] for package in sorted(known)) for name, known in sorted(found.items())}


def _distributions() -> Iterator[tuple[Path, str]]:
    """Those that bring something, as the folder that describes each; of two of one name the first that Python would find."""
    seen: set[str] = set()
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - paths are made of few
        except OSError:
            continue
        for name in names:
            if not name.endswith((".dist-info", ".egg-info")) or name.startswith(
                "~"
            ):  # what pip left half removed
                continue
            called = name.rpartition(".")[0].partition("-")[0].replace("_", "-").lower()
            if called in seen:
                continue
            seen.add(called)
            info = Path(folder, name)
            try:
                text = (info / "entry_points.txt").read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            if f"[{GROUP}" in text:
                yield info, text


def _points(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, name and module, of the kinds that there are."""
    kind = ""
    for line in (each.strip() for each in text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
            kind = group.removeprefix(GROUP) if group.startswith(GROUP) else ""
        elif kind in KINDS and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield kind, name.strip(), value.partition("[")[0].replace(" ", "")


def _called(info: Path) -> tuple[str, str]:
    """The name and version that a distribution gives itself; empty where it does not say."""
    said = {"Name": "", "Version": ""}
    for file in ("METADATA", "PKG-INFO"):
        try:
            lines = (info / file).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        for line in lines[: lines.index("") if "" in lines else None]:
            key, _, value = line.partition(":")
            if key in said:
                said[key] = value.strip()
        break
    return said["Name"], said["Version"]
