"""What plugins return, other than checks and lines of answers: frozen values without behaviour.

Refuses to know which plugin a value came from, and how it is used.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from attrs import frozen

from styrregler.query import Answer
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
    """What a command, an import or an export is given: the words after its name, the rules, their folder and the day."""

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


@frozen
class Importer:
    """A foreign form (inläsning): ``styrregler importera NAME …`` writes the text in the language that ``read`` gives."""

    name: str
    summary: str
    read: Callable[[Asked], str]


@frozen
class Exporter:
    """A form for other programs (utskrift): ``styrregler exportera NAME …`` writes what ``write`` gives."""

    name: str
    summary: str
    write: Callable[[Asked], str | bytes]


@frozen
class Renderer:
    """A form of an answer (svarsform): ``styrregler vem … --som NAME`` writes the text that ``render`` gives."""

    name: str
    summary: str
    render: Callable[[Answer, RuleSet], str]
