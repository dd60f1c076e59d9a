"""`kanal`: through whom one reaches another, and what they expect of each other."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import agreement_options, ends_options, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.interplay import channel_text
from styrregler.render.interplay_data import channel_data


@click.command("kanal", options_metavar="[VAL]", short_help="Genom vem når den ena den andra?")
@ends_options
@click.option("--fas", "phase", default="", metavar="FAS", help="I vilken fas av ett ärende.")
@agreement_options
@json_option
@rules_option
def command(
    sender: str,
    receiver: str,
    phase: str,
    on: date | None,
    body: str,
    proposals: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Genom vem når den ena den andra, och vad väntar de sig av varandra?

    \b
    styrregler kanal --fran ledamot --till handläggare --fas beredning
    """
    answer = reply(
        place,
        lambda rules: rules.channel(sender, receiver, phase=phase, on=on, body=body, proposals=proposals),
        lambda answer, _: channel_text(answer),
        channel_data,
        as_json=as_json,
    )
    return exits.OK if answer.channels else exits.NO_ANSWER
