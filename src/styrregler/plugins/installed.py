"""The plugins that are installed: what their distributions' entry points say, without importing anything.

In: the environment of Python.  Out: :class:`Installed` by name.  Refuses to load.
"""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points

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
class Installed:
    """A plugin as its distribution describes it; ``modules`` by kind."""

    name: str
    package: str
    version: str
    modules: Mapping[str, EntryPoint] = field(factory=dict)


def installed() -> Mapping[str, tuple[Installed, ...]]:
    """Every plugin by name, in order of name; more than one where distributions have taken the same name."""
    found: dict[str, dict[str, Installed]] = {}
    points = entry_points()
    for kind in KINDS:
        for point in points.select(group=GROUP + kind):
            package, version = (point.dist.name, point.dist.version) if point.dist else ("", "")
            known = found.setdefault(point.name, {})
            plugin = known.get(package, Installed(point.name, package, version))
            known[package] = evolve(plugin, modules={**plugin.modules, kind: point})
    return {name: tuple(known[package] for package in sorted(known)) for name, known in sorted(found.items())}
