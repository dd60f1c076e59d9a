"""Commands and exports that plugins bring, as commands of click.

In: a name, and the words after it, which may say where the rules are.  Out: a command, or None where no plugin has it.
Refuses to know any plugin.
"""

import os
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from styrregler.cli import exits
from styrregler.cli.options import PLACE, place_of, place_option, rules_option
from styrregler.cli.output import written
from styrregler.cli.plugins import plugins, strict_option
from styrregler.library import Rules
from styrregler.query import Answer
from styrregler.text import shown
from styrregler.values import nearest
from styrregler.workspace import FolderProblem

if TYPE_CHECKING:
    from styrregler.plugins.contributions import Asked

LETTING_ALL_BY = {"ignore_unknown_options": True}


def plugin_command(name: str, arguments: Sequence[str]) -> click.Command | None:
    """The command ``name`` of a plugin that the nearest rules name."""
    rules = _rules_of(arguments)
    if rules is None:
        return None
    from styrregler.plugins.by_name import commands_of, ran

    found = commands_of(rules.plugins).get(name)
    if found is None:
        return None
    named, brought = found

    @click.command(name, help=brought.summary, options_metavar="[VAL]", context_settings=LETTING_ALL_BY)
    @click.argument("words", nargs=-1, metavar="[ARGUMENT]…", type=click.UNPROCESSED)
    @place_option
    @strict_option
    def command(words: tuple[str, ...], place: str | None) -> int:  # noqa: ARG001 - where the rules are is known
        reply = ran(named, brought, asked_of(words, rules), rules.plugins)
        if reply is None:
            return exits.UNREADABLE
        click.echo(reply.text.rstrip("\n"))
        return reply.code

    return command


def plugin_export(name: str, arguments: Sequence[str]) -> click.Command | None:
    """The export ``name`` of a plugin that the nearest rules name."""
    rules = _rules_of(arguments)
    if rules is None:
        return None
    from styrregler.plugins.by_name import exported, exporters_of

    there = exporters_of(rules.plugins)
    found = there.get(name)
    if found is None:
        return None
    named, exporter = found

    @click.command(name, help=exporter.summary, options_metavar="[VAL]", context_settings=LETTING_ALL_BY)
    @click.argument("words", nargs=-1, metavar="[ARGUMENT]…", type=click.UNPROCESSED)
    @click.option("--fil", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs det ut.")
    @rules_option
    def command(words: tuple[str, ...], to: str | None, place: str | None) -> int:  # noqa: ARG001
        made = exported(named, exporter, asked_of(words, rules), rules.plugins)
        return exits.UNREADABLE if made is None else written(made, to, exporter.summary, rules)

    return command


def form_of(name: str, rules: Rules) -> Callable[[Answer], str | None]:
    """What writes an answer in the form ``name`` that a plugin has."""
    from styrregler.plugins.by_name import rendered, renderers_of

    there = renderers_of(rules.plugins)
    if name not in there:
        meant = nearest(name, there)
        known = f"former: {', '.join(there)}" if there else "inget plugin här har någon svarsform"
        raise click.UsageError(
            f"svarsformen «{shown(name)}» finns inte; {f'menade du «{meant}»?' if meant else known}"
        )
    named, renderer = there[name]
    return lambda answer: rendered(named, renderer, answer, rules.index, rules.plugins)


def asked_of(words: tuple[str, ...], rules: Rules) -> "Asked":
    """What a plugin is given."""
    from styrregler.plugins.contributions import Asked

    return Asked(words, rules.index, rules.plugins.folder, date.today())  # noqa: DTZ011 - a day in Sweden


def _rules_of(arguments: Sequence[str]) -> Rules | None:
    """The rules that the words after a name mean; they are looked at before it is known who has the name."""
    words = list(arguments)
    place = next(
        (words[at + 1] for at, word in enumerate(words[:-1]) if word == "--regler"),
        next((word.partition("=")[2] for word in words if word.startswith("--regler=")), None),
    )
    plugins().strict = plugins().strict or "--strikt" in words
    plugins().without += _left_out(words)
    try:
        return plugins().load(place_of(place or os.environ.get(PLACE)))
    except FolderProblem:
        return None


def _left_out(words: list[str]) -> list[str]:
    after = [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--utan-plugin"]
    return after + [word.partition("=")[2] for word in words if word.startswith("--utan-plugin=")]
