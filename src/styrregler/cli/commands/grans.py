"""`grans`: whether a question is for politics, for the profession or in between, and who settles it."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    agreement_options,
    echo_json,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
from styrregler.render.interplay import boundary_text
from styrregler.render.interplay_data import boundary_data


@click.command("grans", options_metavar="[VAL]", short_help="Vad, hur eller gråzon?")
@click.argument("question", metavar="FRÅGA")
@agreement_options
@json_option
@rules_option
def command(question: str, on: date | None, body: str, as_json: bool, place: str | None) -> int:
    """Är FRÅGA vad, hur eller gråzon, och vem avgör?

    \b
    styrregler grans "öppettider på biblioteket"
    """
    rules = rules_at(place, as_json=as_json)
    try:
        answer = rules.boundary(question, on=on, body=body)
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(boundary_data(answer))
    else:
        click.echo(boundary_text(answer))
        note_faults(rules)
    return exits.OK if answer.clear else exits.NO_ANSWER
