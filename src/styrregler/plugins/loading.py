"""A module of a plugin, imported and looked through: its version of the hooks, its hooks and their arguments.

In: what imports it.  Out: a pluggy manager that knows the plugin's hooks of one kind, or None.  Whatever is wrong is told;
a plugin cannot stop its host, not even by leaving the program.
"""

import inspect
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

from pluggy import PluginManager, PluginValidationError

from styrregler.plugins.bounded import NotDone, within
from styrregler.plugins.hooks import KIND_OF, PROJECT, SPECS, hooks_of
from styrregler.plugins.installed import GROUP, KINDS
from styrregler.plugins.trouble import Named, Trouble, Troubles, told
from styrregler.values import nearest

HOOKS = 1
"""The version of the hooks. A plugin that needs a later one says so: ``HOOKS = 2`` in its module."""
PATIENCE = 1.0
"""Seconds that an import may take before it is told."""


def load_kind(
    kind: str,
    plugin: Named,
    kinds: frozenset[str],
    bring: Callable[[], Any],
    troubles: Troubles,
    wait: float,
) -> tuple[PluginManager, ModuleType] | None:
    """What ``bring`` imports, with its hooks of ``kind`` registered. ``kinds`` are all that the plugin has modules for.

    Raises NotDone when the import takes longer than ``wait`` seconds.
    """
    begun = time.perf_counter()
    try:
        module = within(wait, bring)
    except (KeyboardInterrupt, NotDone):
        raise
    except BaseException as error:  # noqa: BLE001 - SystemExit too: a plugin does not decide when to leave
        troubles.tell(
            Trouble.NOT_IMPORTED,
            plugin,
            "kan inte läsas in",
            f"uppdatera eller avinstallera det, eller kör med --utan-plugin {plugin.name}",
            why=told(error),
        )
        return None
    taken = time.perf_counter() - begun
    if taken > PATIENCE:
        troubles.tell(
            Trouble.SLOW,
            plugin,
            "är långsamt att läsa in",
            "be den som har gjort pluginet importera tunga bibliotek först när de behövs",
            why=f"det tog {taken:.1f} s".replace(".", ","),
        )
    needs = getattr(module, "HOOKS", HOOKS)
    if needs != HOOKS:
        older = isinstance(needs, int) and needs < HOOKS
        troubles.tell(
            Trouble.OTHER_VERSION,
            plugin,
            f"är skrivet för version {needs!r} av krokarna, och här finns version {HOOKS}",
            "uppdatera pluginet"
            if older
            else "uppdatera styrregler, eller installera en äldre version av pluginet",
        )
        return None
    manager = _registered(kind, plugin, kinds, module, troubles)
    return None if manager is None else (manager, module)


def _registered(
    kind: str, plugin: Named, kinds: frozenset[str], module: Any, troubles: Troubles
) -> PluginManager | None:
    marked = [
        name
        for name in sorted(_names(module))
        if getattr(inspect.getattr_static(module, name, None), f"{PROJECT}_impl", None)
    ]
    for name in marked:
        if name not in KIND_OF:
            meant = nearest(name, KIND_OF)
            advice = (
                f"menade den som har gjort det «{meant}»?" if meant else f"krokarna är {', '.join(KIND_OF)}"
            )
            troubles.tell(Trouble.NO_SUCH_HOOK, plugin, f"har en krok som inte finns: «{name}»", advice)
        elif KIND_OF[name] not in kinds:
            troubles.tell(
                Trouble.NO_SUCH_HOOK,
                plugin,
                f"har kroken «{name}» där den aldrig anropas",
                f"ange modulen även i gruppen {GROUP}{KIND_OF[name]} i pluginets pyproject.toml",
            )
    if not set(marked) & set(hooks_of(kind)):
        troubles.tell(
            Trouble.NO_SUCH_HOOK,
            plugin,
            f"säger sig ha {KINDS[kind]} men har ingen sådan krok",
            f"märk en funktion i modulen med @hookimpl: {', '.join(hooks_of(kind))}",
        )
        return None
    manager = PluginManager(PROJECT)
    manager.add_hookspecs(SPECS[kind])
    try:
        manager.register(module, plugin.name)
    except (PluginValidationError, TypeError):
        _tell_arguments(kind, plugin, module, troubles)
        return None
    return manager


def _names(module: Any) -> list[str]:
    try:
        return dir(module)
    except Exception:  # noqa: BLE001 - an object with a dir of its own
        return []


def _tell_arguments(kind: str, plugin: Named, module: Any, troubles: Troubles) -> None:
    """Which hook asks for an argument that there is none of."""
    for hook in hooks_of(kind):
        written = getattr(module, hook, None)
        if not callable(written):
            continue
        there = [name for name in inspect.signature(getattr(SPECS[kind], hook)).parameters if name != "self"]
        extra = [name for name in inspect.signature(written).parameters if name not in there]
        if extra:
            troubles.tell(
                Trouble.NO_SUCH_HOOK,
                plugin,
                f"begär «{', '.join(extra)}» i kroken «{hook}», som inte har det",
                f"argumenten är {', '.join(there)}",
            )
            return
    troubles.tell(
        Trouble.NO_SUCH_HOOK,
        plugin,
        "har en krok som inte kan anropas",
        "jämför med krokarnas signaturer i docs/plugin.md",
    )
