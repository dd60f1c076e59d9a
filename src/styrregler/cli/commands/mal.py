"""`mal`: what politics wants to reach, and how it stands."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.plans import goals_text
from styrregler.render.plans_data import goals_data


@click.command("mal", options_metavar="[VAL]", short_help="Vilka mål gäller, och hur går det?")
@click.argument("name", metavar="[NAMN]", default="")
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag.")
@json_option
@rules_option
def command(name: str, on: date | None, as_json: bool, place: str | None) -> int:
    """Vilka effektmål gäller, hur mäts de, vem väljer aktiviteterna och vem följer upp?

    Utan NAMN visas alla mål som gäller den dagen, och vad nämnderna har sagt att de är till för.

    \b
    styrregler mal
    styrregler mal trygg-uppväxt --datum 2026-03-02
    """
    answer = reply(
        place,
        lambda rules: rules.goals(name, on=on),
        lambda answer, _: goals_text(answer),
        goals_data,
        as_json=as_json,
    )
    return exits.OK if answer.goals or answer.purposes else exits.NO_ANSWER
