"""`grans`: whether a question is for politics, for the profession or in between, and who settles it."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import agreement_options, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.interplay import boundary_text
from styrregler.render.interplay_data import boundary_data


@click.command("grans", options_metavar="[VAL]", short_help="Vad, hur eller gråzon?")
@click.argument("question", metavar="FRÅGA")
@agreement_options
@json_option
@rules_option
def command(
    question: str, on: date | None, body: str, proposals: bool, as_json: bool, place: str | None
) -> int:
    """Är FRÅGA vad, hur eller gråzon, och vem avgör?

    \b
    styrregler grans "öppettider på biblioteket"
    """
    answer = reply(
        place,
        lambda rules: rules.boundary(question, on=on, body=body, proposals=proposals),
        lambda answer, _: boundary_text(answer),
        boundary_data,
        as_json=as_json,
    )
    return exits.OK if answer.clear else exits.NO_ANSWER
