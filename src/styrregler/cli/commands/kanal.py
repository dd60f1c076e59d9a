"""`kanal`: through whom one reaches another, and what they expect of each other."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    agreement_options,
    echo_json,
    ends_options,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
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
    as_json: bool,
    place: str | None,
) -> int:
    """Genom vem når den ena den andra, och vad väntar de sig av varandra?

    \b
    styrregler kanal --fran ledamot --till handläggare --fas beredning
    """
    rules = rules_at(place, as_json=as_json)
    try:
        answer = rules.channel(sender, receiver, phase=phase, on=on, body=body)
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(channel_data(answer))
    else:
        click.echo(channel_text(answer))
        note_faults(rules)
    return exits.OK if answer.channels else exits.NO_ANSWER
