"""`forklara`: the page of a code."""

import os
from datetime import date

import click

from styrregler.checks import CHECKS, PAGES, Review
from styrregler.cli import exits
from styrregler.cli.options import PLACE, echo_json, json_option, place_of
from styrregler.cli.plugins import plugins
from styrregler.diagnostics import CodePage
from styrregler.text import shown
from styrregler.values import nearest
from styrregler.workspace import FolderProblem, compile_sources


@click.command("forklara", options_metavar="[VAL]")
@click.argument("code", metavar="KOD")
@json_option
def command(code: str, as_json: bool) -> int:
    """Förklara en kod, till exempel SR401."""
    code = code.strip()
    page = PAGES.get(code.upper()) or _of_plugin(code.upper())
    if page is None:
        meant = nearest(code.upper(), PAGES)
        raise click.UsageError(
            f"koden «{shown(code)}» finns inte" + (f"; menade du {meant}?" if meant else "")
        )
    law = _law(page.code)
    if as_json:
        said = {
            "code": page.code,
            "name": page.name,
            "level": page.level.value,
            "law": law,
            "text": page.text,
        }
        echo_json({"format": "styrregler.code/1", **said})
    else:
        click.echo(f"{page.code}  {page.name}\n")
        click.echo(f"nivå    {page.level.value}")
        if law is not None:
            click.echo(f"lagrum  {law}")
        click.echo(f"\n{page.text}")
    return exits.OK


def _of_plugin(code: str) -> CodePage | None:
    """The page of a plugin's check, where the nearest rules name the plugin."""
    if code.startswith("SR"):
        return None
    try:
        return plugins().load(place_of(os.environ.get(PLACE))).pages.get(code)
    except FolderProblem:
        return None


def _law(code: str) -> str | None:
    """The statute that a check rests on today, where it names one; it stands in the policies that ship."""
    situation = next((each.situation for each in CHECKS if each.code == code), "")
    if not situation:
        return None
    today = date.today()  # noqa: DTZ011 - a day in Sweden, not a moment
    return Review(compile_sources(()), today).law(situation) or None
