"""`uppdrag`: how an assignment stands against its dates."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    Day,
    echo_json,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
from styrregler.render.plans import commissions_text
from styrregler.render.plans_data import commissions_data


@click.command("uppdrag", options_metavar="[VAL]", short_help="Vad är klart, sent, på gång och kvar?")
@click.argument("name", metavar="[NAMN]", default="")
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag.")
@json_option
@rules_option
def command(name: str, on: date | None, as_json: bool, place: str | None) -> int:
    """Hur står uppdraget NAMN mot sina tider: vad är klart, vad är sent, vad kommer sedan, och vad saknar varje nämnd?

    Utan NAMN visas alla uppdrag som gäller den dagen.

    \b
    styrregler uppdrag verksamhetsidé-2026 --datum 2026-09-01
    """
    rules = rules_at(place, as_json=as_json)
    try:
        answer = rules.commissions(name, on=on)
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(commissions_data(answer))
    else:
        click.echo(commissions_text(answer))
        note_faults(rules)
    return exits.OK if answer.commissions else exits.NO_ANSWER
