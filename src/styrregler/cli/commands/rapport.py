"""`rapport`: the goals of an assignment, what in the rules fulfils them, and what is missing."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    Day,
    Where,
    json_option,
    json_text,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.cli.output import written
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
from styrregler.render.report import FORMS
from styrregler.render.report_data import report_data

JSON = "json"


@click.command(
    "rapport", options_metavar="[VAL]", short_help="Vad i reglerna uppfyller målen, och vad saknas?"
)
@click.argument("path", metavar="[MAPP]", required=False, type=Where())
@click.option("--uppdrag", "name", default="", metavar="NAMN", help="Bara det uppdraget.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS, JSON]),
    default=None,
    metavar="FORMAT",
    help=f"Hur rapporten skrivs: {', '.join([*FORMS, JSON])}.",
)
@click.option("--ut", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs rapporten ut.")
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag.")
@json_option
@rules_option
def command(
    path: str | None,
    name: str,
    form: str | None,
    to: str | None,
    on: date | None,
    as_json: bool,
    place: str | None,
) -> int:
    """Skriv en rapport om reglerna i MAPP mot uppdragens mål och framgångsfaktorer.

    Rapporten säger vad i reglerna som uppfyller varje mål, hur det står i varje nämnd, och vad som är kvar att bestämma.

    \b
    styrregler rapport policies/nynashamn
    styrregler rapport --uppdrag processledning --format html --ut rapport.html
    """
    if as_json and form not in (None, JSON):
        raise click.UsageError(f"--json och --format {form} går inte ihop; behåll ett av dem")
    as_json = as_json or form == JSON
    rules = rules_at(path or place, as_json=as_json)
    try:
        answer = rules.report(name, on=on)
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    owner = rules.index.name or ""
    made = json_text(report_data(answer, owner)) if as_json else FORMS[form or "text"](answer, owner)
    ended = written(made, to, f"{len(answer.commissions)} uppdrag", None if as_json else rules)
    return ended if ended != exits.OK or answer.commissions else exits.NO_ANSWER
