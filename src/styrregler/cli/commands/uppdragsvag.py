"""`uppdragsvag`: whether one may give another an assignment, and what to do instead."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import agreement_options, ends_options, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.query.assignment import Permission
from styrregler.render.interplay import assignment_text
from styrregler.render.interplay_data import assignment_data

_CODES = {Permission.ALLOWED: exits.OK, Permission.FORBIDDEN: exits.FINDINGS}


@click.command("uppdragsvag", options_metavar="[VAL]", short_help="Vem får ge uppdrag till vem?")
@ends_options
@agreement_options
@json_option
@rules_option
def command(
    sender: str,
    receiver: str,
    on: date | None,
    body: str,
    proposals: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Får den ena ge den andra ett uppdrag, och vad gör man annars?

    \b
    styrregler uppdragsvag --fran ledamot --till handläggare
    """
    answer = reply(
        place,
        lambda rules: rules.assignment(sender, receiver, on=on, body=body, proposals=proposals),
        lambda answer, rules: assignment_text(answer, rules.index),
        assignment_data,
        as_json=as_json,
    )
    return _CODES.get(answer.permission, exits.NO_ANSWER)
