"""`rapport`: the goals of an assignment, what in the rules fulfils them, and what is missing."""

from datetime import date
from pathlib import Path

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, Where, note_faults, question_trouble, rules_at, rules_option
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
from styrregler.render.report import FORMS
from styrregler.text import shown


@click.command(
    "rapport", options_metavar="[VAL]", short_help="Vad i reglerna uppfyller målen, och vad saknas?"
)
@click.argument("path", metavar="[MAPP]", required=False, type=Where())
@click.option("--uppdrag", "name", default="", metavar="NAMN", help="Bara det uppdraget.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    metavar="FORMAT",
    help=f"Hur rapporten skrivs: {', '.join(FORMS)}.",
)
@click.option("--ut", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs rapporten ut.")
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag.")
@rules_option
def command(
    path: str | None, name: str, form: str, to: str | None, on: date | None, place: str | None
) -> int:
    """Skriv en rapport om reglerna i MAPP mot uppdragens mål och framgångsfaktorer.

    Rapporten säger vad i reglerna som uppfyller varje mål, hur det står i varje nämnd, och vad som är kvar att bestämma.

    \b
    styrregler rapport policies/nynashamn
    styrregler rapport --uppdrag processledning --format html --ut rapport.html
    """
    rules = rules_at(path or place)
    try:
        answer = rules.report(name, on=on)
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=False)
    made = FORMS[form](answer, rules.index.name or "")
    if to is None:
        click.echo(made, nl=False)
    else:
        try:
            Path(to).write_text(made, encoding="utf-8", newline="\n")
        except OSError:
            click.echo(f"fel: filen {shown(to)} gick inte att skriva", err=True)
            click.echo("  gör så: kontrollera att mappen finns, och att du får skriva i den", err=True)
            return exits.WRONG_USE
        click.echo(f"{to}: {len(answer.commissions)} uppdrag")
    note_faults(rules)
    return exits.OK if answer.commissions else exits.NO_ANSWER
