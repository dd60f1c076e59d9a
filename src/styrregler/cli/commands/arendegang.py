"""`arendegang`: the way of a case, phase by phase, with days."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    Day,
    echo_json,
    facts_of,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.cli.when import Meeting
from styrregler.library import QuestionFault
from styrregler.query import UnreadableRules
from styrregler.render.case import case_data, render_case
from styrregler.values import Week


@click.command("arendegang", options_metavar="[VAL]", short_help="Vilken väg tar ett ärende, och till när?")
@click.argument("name", metavar="NAMN")
@click.option("--fas", "phase", default="", metavar="FAS", help="Visa bara en fas.")
@click.option(
    "--sammantrade",
    "--sammanträde",
    "meeting",
    type=Meeting(),
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen då nämnden sammanträder, eller veckan: «vecka 50 2026». Räknar bakåt och framåt därifrån.",
)
@click.option(
    "--fran",
    "--från",
    "start",
    type=Day(),
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen då ärendet väcks. Utan den och --sammantrade räknas från i dag.",
)
@click.option("--organ", "body", default="", metavar="ORGAN", help="Vilken nämnd det gäller.")
@click.option(
    "-u",
    "--uppgift",
    "facts",
    multiple=True,
    metavar="NAMN=VÄRDE",
    help="En känd uppgift, till exempel brådska.",
)
@json_option
@rules_option
def command(
    name: str,
    phase: str,
    meeting: date | Week | None,
    start: date | None,
    body: str,
    facts: tuple[str, ...],
    as_json: bool,
    place: str | None,
) -> int:
    """Vilken väg tar ett ärende enligt NAMN, fas för fas?

    Varje fas med den som ansvarar, vad som görs, genom vem man frågar, vad man väntar sig av varandra, och dagarna.

    \b
    styrregler arendegang nämndärende --organ SN --sammantrade 2026-12-08
    styrregler arendegang klagomål --fran 2026-11-24
    """
    rules = rules_at(place, as_json=as_json)
    try:
        answer = rules.case(name, facts_of(facts), start=start, meeting=meeting, body=body)
        only = rules.phase_of(phase, answer) if phase else ""
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        data = case_data(answer)
        kept = [each for each in data["phases"] if only in ("", each["name"])]
        echo_json({**data, "phases": kept})
    else:
        click.echo(render_case(answer, only))
        note_faults(rules)
    return exits.OK if answer.ends else exits.NO_ANSWER
