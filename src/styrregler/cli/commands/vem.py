"""`vem`: who decides, and who must know."""

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    Given,
    at_terminal,
    echo_json,
    json_option,
    note_faults,
    place_option,
    question_options,
    question_trouble,
    rules_at,
)
from styrregler.cli.plugins import plugins, without_option
from styrregler.library import QuestionFault, Rules, SeveralMatters
from styrregler.model import Outcome
from styrregler.query import Answer, UnreadableRules
from styrregler.render.answer import render_answer
from styrregler.render.data import answer_data


@click.command("vem", options_metavar="[VAL]", short_help="Vem beslutar?")
@click.argument("question", metavar="FRÅGA")
@question_options
@click.option(
    "--strikt",
    "strict",
    is_flag=True,
    help="Fråga även efter bedömningar, till exempel om ärendet är principiellt, och stanna om ett plugin inte fungerar.",
)
@click.option(
    "--forklara",
    "--förklara",
    "explain",
    is_flag=True,
    help="Visa kedjan från fullmäktige, vad det inte blev, och var det står.",
)
@json_option
@without_option
@place_option
def command(
    question: str,
    given: Given,
    strict: bool,
    explain: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Vem beslutar om FRÅGA, och vem ska veta det?

    FRÅGA är ett ärendes namn, nummer, rubrik eller vardagsord, inom citattecken.

    \b
    styrregler vem "direktupphandling" -u belopp=450000
    styrregler vem "SN 4.2" -u belopp="0,3 prisbasbelopp" --datum 2026-03-02
    """
    plugins().strict = strict
    rules = rules_at(place, as_json=as_json)
    known = given.facts

    def ask() -> Answer:
        return rules.who_decides(
            question,
            known,
            on=given.on,
            body=given.body,
            unit=given.unit,
            absent=given.absent,
            disqualified=given.disqualified,
            strict=strict,
        )

    try:
        answer = ask()
        if not as_json and at_terminal():
            while answer.outcome is Outcome.DEPENDS and (fact := _next_fact(answer, known)):
                value = _prompt(fact, answer, rules)
                if not value:
                    break
                known[fact] = value
                answer = ask()
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(answer_data(answer))
    else:
        click.echo(render_answer(answer, explain=explain))
        note_faults(rules)
    return exits.NO_ANSWER if answer.outcome in (Outcome.DEPENDS, Outcome.CONFLICT) else exits.OK


def _next_fact(answer: Answer, known: dict[str, str]) -> str:
    """The fact to ask for next; a body is chosen with --organ, not asked."""
    return next((each.fact for each in answer.missing if each.fact != "organ" and each.fact not in known), "")


def _prompt(fact: str, answer: Answer, rules: Rules) -> str:
    """Ask until the answer can be used; an empty answer («vet inte») keeps the table of cases."""
    question = next(each.question for each in answer.missing if each.fact == fact)
    declared = rules.index.fact(fact)
    choices = f" [{'/'.join(declared.answers)}]" if declared and declared.answers else ""
    while True:
        value: str = click.prompt(
            f"{question}{choices} (tomt om du inte vet)", default="", show_default=False, err=True
        )
        if not value.strip() or value.strip().casefold() == "vet inte":
            return ""
        try:
            rules.who_decides(answer.matter.id, {fact: value}, body=answer.matter.body, on=answer.receipt.on)
        except QuestionFault as error:
            click.echo(f"  {error}", err=True)
        else:
            return value
