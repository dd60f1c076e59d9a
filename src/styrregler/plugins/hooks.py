"""The hooks: what a plugin may answer, one class for each kind of plugin.

A plugin implements the hooks it wants and names only the arguments it needs.  Each kind is an entry-point group of its own
(``styrregler.checks``, ``styrregler.rules`` …), so that a module is imported only by commands that need its kind.
`docs/plugin.md` describes every hook; a test holds the two alike.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker, HookspecMarker

from styrregler.plugins.contributions import Command, Exporter, Holding, Importer, Renderer, RuleText
from styrregler.plugins.lacking import Lacking
from styrregler.query import Answer, Question
from styrregler.query.answer import ExtraLine
from styrregler.query.given import GivenValue
from styrregler.ruleset import RuleSet

if TYPE_CHECKING:
    from styrregler.checks import Check

PROJECT = "styrregler"
hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)


class CheckHooks:
    """Own checks; the built-in ones come through the same hook."""

    @hookspec
    def checks(self, options: Any, folder: Path) -> "Iterable[Check]":
        """Called once when the rules are checked (`kontrollera`, `forklara` of an unknown code), never by questions."""


class RuleHooks:
    """Policy bundles: rules, facts and vocabulary in the language itself."""

    @hookspec
    def rule_texts(self, options: Any, folder: Path) -> Iterable[RuleText]:
        """Called each time a rule set is loaded, before its own files are read; what those declare counts over these."""


class ValueHooks:
    """Value sources: an amount, a budget figure, a threshold from somewhere else."""

    @hookspec
    def known_values(
        self, question: Question, rules: RuleSet, options: Any, folder: Path
    ) -> Mapping[str, GivenValue]:
        """Called once for each question, before it is answered; a fact that the asker has given is never replaced."""


class PeopleHooks:
    """Who holds the roles, and who is away."""

    @hookspec
    def holders(self, rules: RuleSet, options: Any, folder: Path) -> Iterable[Holding | Lacking]:
        """Called each time a rule set is loaded, after its own files are read; adds to what `innehavare` says."""

    @hookspec
    def absent(self, rules: RuleSet, on: date, options: Any, folder: Path) -> Iterable[str | Lacking]:
        """Called once for each question with the day of the decision; the roles (by name) whose holder is away then."""


class AnswerHooks:
    """Lines of their own under an answer."""

    @hookspec
    def answer_lines(self, answer: Answer, rules: RuleSet, options: Any, folder: Path) -> Iterable[ExtraLine]:
        """Called when a question has been answered (`vem`, not `prova`); what the answer says is not changed by it."""


class CommandHooks:
    """Commands of their own."""

    @hookspec
    def commands(self, options: Any, folder: Path) -> Iterable[Command]:
        """Called when the command line begins with a word that is no command of the product."""


class ImporterHooks:
    """Files of foreign forms, as rules."""

    @hookspec
    def importers(self, options: Any, folder: Path) -> Iterable[Importer]:
        """Called by `importera`; what it has read is written as text, and becomes rules when somebody saves it."""


class ExporterHooks:
    """Rules in forms that other programs read."""

    @hookspec
    def exporters(self, options: Any, folder: Path) -> Iterable[Exporter]:
        """Called by `exportera` with a form that is none of the product's."""


class RendererHooks:
    """Answers in a form of one's own."""

    @hookspec
    def renderers(self, options: Any, folder: Path) -> Iterable[Renderer]:
        """Called by `vem --som`; the answer has been given, with its lines, and only its form is chosen."""


SPECS: Mapping[str, type] = {
    "checks": CheckHooks,
    "rules": RuleHooks,
    "values": ValueHooks,
    "people": PeopleHooks,
    "answers": AnswerHooks,
    "commands": CommandHooks,
    "importers": ImporterHooks,
    "exporters": ExporterHooks,
    "renderers": RendererHooks,
}
"""By kind."""


def hooks_of(kind: str) -> tuple[str, ...]:
    return tuple(name for name in vars(SPECS[kind]) if not name.startswith("_"))


KIND_OF: Mapping[str, str] = {hook: kind for kind in SPECS for hook in hooks_of(kind)}
