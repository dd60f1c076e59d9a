"""`prova`: was a decision routed to the right one?"""

import click

from styrregler.cli import exits
from styrregler.cli.complete import Matter, RoleName
from styrregler.cli.options import (
    Given,
    echo_json,
    json_option,
    note_faults,
    question_options,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.library import Decision, QuestionFault, SeveralMatters
from styrregler.model import Verdict
from styrregler.query import UnreadableRules
from styrregler.render.answer import render_check
from styrregler.render.data import check_data

_EXITS = {Verdict.RIGHT: exits.OK, Verdict.CANNOT_TELL: exits.NO_ANSWER}


@click.command("prova", options_metavar="[VAL]")
@click.argument("matter", metavar="ÄRENDE", type=Matter())
@click.option(
    "--beslutat-av", "decided_by", required=True, type=RoleName(), metavar="ROLL", help="Den som beslutade."
)
@question_options
@click.option(
    "--forklara",
    "--förklara",
    "explain",
    is_flag=True,
    help="Visa kedjan, vad det inte blev, och var det står.",
)
@json_option
@rules_option
def command(
    matter: str,
    decided_by: str,
    given: Given,
    explain: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Fattades beslutet i ÄRENDE av rätt beslutsfattare?

    Svaret gäller vad reglerna säger, aldrig om beslutet är giltigt.

    \b
    styrregler prova "direktupphandling" --beslutat-av enhetschef -u belopp=450000
    """
    rules = rules_at(place, as_json=as_json)
    try:
        result = rules.check(
            Decision(
                matter,
                decided_by,
                given.on,
                given.facts,
                given.body,
                given.unit,
                given.absent,
                given.disqualified,
            )
        )
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(check_data(result))
    else:
        click.echo(render_check(result, explain=explain))
        note_faults(rules)
    return _EXITS.get(result.verdict, exits.FINDINGS)
