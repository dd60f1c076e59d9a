"""Completion: matters and roles of the rule set, for bash, zsh and fish.

In: what has been typed.  Out: what it may become.  Never in the way: where the rules cannot be read there is nothing to
propose.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from styrregler.values import fold

if TYPE_CHECKING:
    from styrregler.library import Rules

    StringType = click.ParamType[str]
else:
    StringType = click.ParamType  # not generic before click 8.4

_MOST = 40


class _Proposed(StringType):
    """A word that is taken as it stands; what the rules have is proposed when it is typed."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        rules = _rules(ctx)
        return [] if rules is None else _fitting(self.known(rules), incomplete)

    def known(self, rules: "Rules") -> Iterable[str]:
        """What ``rules`` have of the kind."""
        raise NotImplementedError


class Matter(_Proposed):
    """A question; its titles are proposed."""

    name = "fråga"

    def known(self, rules: "Rules") -> Iterable[str]:
        return {
            rule.title
            for matter, bodies in rules.index.matters.items()
            for body in bodies
            for rule in rules.index.rules_for(body, matter)
        }


class RoleName(_Proposed):
    """A role; its names are proposed."""

    name = "roll"

    def known(self, rules: "Rules") -> Iterable[str]:
        return rules.index.corpus.roles


class BodyName(_Proposed):
    """A body; abbreviations are proposed, else names."""

    name = "organ"

    def known(self, rules: "Rules") -> Iterable[str]:
        with_rows = {body for bodies in rules.index.matters.values() for body in bodies}
        bodies = rules.index.corpus.bodies
        return (bodies[name].abbreviation or name for name in with_rows)


def _rules(ctx: click.Context) -> "Rules | None":
    from styrregler.cli.options import PLACE, place_of
    from styrregler.library.loading import load
    from styrregler.snapshot.store import usual_store
    from styrregler.workspace import FolderProblem

    try:
        place = ctx.params.get("place") or os.environ.get(PLACE)
        return load(Path(place) if place else place_of(None), store=usual_store())
    except (FolderProblem, OSError):
        return None


def _fitting(words: Iterable[str], typed: str) -> list[CompletionItem]:
    """Those that begin so, å ä ö or not; else those that hold it."""
    wanted = fold(typed)
    ordered = sorted(set(words), key=fold)
    begin = [word for word in ordered if fold(word).startswith(wanted)]
    found = begin or [word for word in ordered if wanted in fold(word)]
    return [CompletionItem(word) for word in found[:_MOST]]
