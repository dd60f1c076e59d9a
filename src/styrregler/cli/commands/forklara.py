"""`forklara`: the page of a code."""

import click

from styrregler.checks import PAGES
from styrregler.cli import exits
from styrregler.cli.options import echo_json, json_option
from styrregler.text import shown
from styrregler.values import nearest


@click.command("forklara", options_metavar="[VAL]")
@click.argument("code", metavar="KOD")
@json_option
def command(code: str, as_json: bool) -> int:
    """Förklara en kod, till exempel SR401."""
    code = code.strip()
    page = PAGES.get(code.upper())
    if page is None:
        meant = nearest(code.upper(), PAGES)
        raise click.UsageError(
            f"koden «{shown(code)}» finns inte" + (f"; menade du {meant}?" if meant else "")
        )
    if as_json:
        echo_json({"format": "styrregler.code/1", "code": page.code, "name": page.name, "text": page.text})
    else:
        click.echo(f"{page.code}  {page.name}\n\n{page.text}")
    return exits.OK
