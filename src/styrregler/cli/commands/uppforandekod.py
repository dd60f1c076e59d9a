"""`uppforandekod`: whom a code of conduct binds, what it says, and who has adopted it."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.conduct import conduct_data, conduct_text


@click.command(
    "uppforandekod", options_metavar="[VAL]", short_help="Vem binds, av vad, och vilka har antagit det?"
)
@click.argument("name", metavar="[NAMN]", required=False, default="")
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag.")
@json_option
@rules_option
def command(name: str, on: date | None, as_json: bool, place: str | None) -> int:
    """Vilka binds av uppförandekoden, vad säger den, och vilka organ har antagit den?

    \b
    styrregler uppforandekod
    styrregler uppforandekod samspel --datum 2026-03-02
    """
    reply(
        place,
        lambda rules: rules.conduct(name, on=on),
        lambda answer, _: conduct_text(answer),
        conduct_data,
        as_json=as_json,
    )
    return exits.OK
