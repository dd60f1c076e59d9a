"""`uppdrag`: how an assignment stands against its dates."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, json_option, rules_option
from styrregler.cli.reply import reply
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
    answer = reply(
        place,
        lambda rules: rules.commissions(name, on=on),
        lambda answer, _: commissions_text(answer),
        commissions_data,
        as_json=as_json,
    )
    return exits.OK if answer.commissions else exits.NO_ANSWER
