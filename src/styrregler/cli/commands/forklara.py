"""`forklara`: the page of a code."""

import click

from styrregler.cli import exits
from styrregler.diagnostics import CATALOGUE
from styrregler.values import nearest


@click.command("forklara", options_metavar="[VAL]")
@click.argument("code", metavar="KOD")
def command(code: str) -> int:
    """Förklara en kod, till exempel SR401."""
    page = CATALOGUE.get(code.upper())
    if page is None:
        meant = nearest(code.upper(), CATALOGUE)
        raise click.UsageError(f"koden «{code}» finns inte" + (f"; menade du {meant}?" if meant else ""))
    click.echo(f"{page.code}  {page.name}\n\n{page.text}")
    return exits.OK
