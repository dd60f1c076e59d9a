"""What plugins return, other than checks and lines of answers: frozen values without behaviour.

Refuses to know which plugin a value came from, and how it is used.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from attrs import frozen

from styrregler.ruleset import RuleSet
from styrregler.values import Period


@frozen
class RuleText:
    """A file of rules that travels in a plugin: ``name`` as it is shown («stod.styr»), ``text`` in the language."""

    name: str
    text: str


@frozen
class Holding:
    """Somebody holds a role (innehavare): ``role`` by its name in the rules, ``person`` as people write it."""

    role: str
    person: str
    period: Period = Period()


@frozen
class Reply:
    """What a command answers: ``text`` for standard output, and the exit code (0 fine, 1 findings, 2 wrong use)."""

    text: str
    code: int = 0


@frozen
class Asked:
    """What a command of a plugin is given: the words after its name, the rules, their folder and the day."""

    arguments: tuple[str, ...]
    rules: RuleSet
    folder: Path
    on: date


@frozen
class Command:
    """A command (kommando): ``styrregler NAME …`` in a folder whose `styrregler.toml` names the plugin."""

    name: str
    summary: str
    run: Callable[[Asked], Reply]
