"""Plugins: what a municipality adds to the product. Pluggy lives here and nowhere else.

In: the plugins that `styrregler.toml` names.  Out: checks, rules, values, people, lines of answers, commands and forms,
each as frozen values.  Refuses to let a plugin stop a command: what goes wrong in one is a diagnostic with its name and version.

Everything that a plugin needs is imported from here, when it is first used; loading rules costs no plugin machinery.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from styrregler.checks import Check, Remark, Review, check
    from styrregler.diagnostics import Severity
    from styrregler.plugins.contributions import (
        Asked,
        Command,
        Exporter,
        Holding,
        Importer,
        Renderer,
        Reply,
        RuleText,
    )
    from styrregler.plugins.hooks import hookimpl
    from styrregler.plugins.lacking import Lacking
    from styrregler.query.answer import ExtraLine
    from styrregler.values import Period

_HOME = {
    **dict.fromkeys(("Check", "Remark", "Review", "check"), "styrregler.checks"),
    "Severity": "styrregler.diagnostics",
    **dict.fromkeys(
        ("Asked", "Command", "Exporter", "Holding", "Importer", "Renderer", "Reply", "RuleText"),
        "styrregler.plugins.contributions",
    ),
    "Lacking": "styrregler.plugins.lacking",
    "ExtraLine": "styrregler.query.answer",
    "Period": "styrregler.values",
    "hookimpl": "styrregler.plugins.hooks",
}

__all__ = [
    "Asked",
    "Check",
    "Command",
    "Exporter",
    "ExtraLine",
    "Holding",
    "Importer",
    "Lacking",
    "Period",
    "Remark",
    "Renderer",
    "Reply",
    "Review",
    "RuleText",
    "Severity",
    "check",
    "hookimpl",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'styrregler.plugins' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
