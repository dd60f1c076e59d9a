"""`vem`: who decides, and who must know."""

from collections.abc import Callable

import click

from styrregler.cli import exits
from styrregler.cli.brought import form_of
from styrregler.cli.complete import Matter
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
from styrregler.cli.screen import screen_options, show
from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.rules import Rules
from styrregler.model import Outcome, Verdict
from styrregler.query.answer import Answer
from styrregler.query.question import UnreadableRules
from styrregler.query.reply import Reply


@click.command("vem", options_metavar="[VAL]", short_help="Vem beslutar?")
@click.argument("question", metavar="FRÅGA", type=Matter())
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
@click.option(
    "--som",
    "form",
    metavar="FORM",
    help="Skriv svaret i en form som ett plugin har, till exempel ett beslut.",
)
@screen_options
@json_option
@without_option
@place_option
def command(
    question: str,
    given: Given,
    strict: bool,
    explain: bool,
    form: str | None,
    simple: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Vem beslutar om FRÅGA, och vem ska veta det?

    FRÅGA är en mening, eller ett ärendes namn, nummer, rubrik eller vardagsord, inom citattecken.

    \b
    styrregler vem "vem får köpa in datorer för en halv miljon?"
    styrregler vem "får enhetschefen köpa in datorer för 90 tkr?"
    styrregler vem "SN 2.2" -u belopp="0,3 prisbasbelopp" --datum 2026-03-02
    """
    if form is not None and as_json:
        raise click.UsageError("ange --som eller --json, inte båda")
    plugins().strict = strict
    rules = rules_at(place, as_json=as_json)
    write = None if form is None else form_of(form, rules)
    known = given.facts

    def ask() -> Reply:
        return rules.ask(
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
        reply = _in_dialogue(ask, known, rules) if not as_json and at_terminal() else ask()
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        if isinstance(error, SeveralMatters):
            from styrregler.cli.unanswered import note_unanswered

            note_unanswered(question, rules, place)
        question_trouble(error, rules, as_json=as_json)
    if write is not None:
        written = write(reply.answer)
        if written is None:
            return exits.UNREADABLE
        click.echo(written.rstrip("\n"))
        note_faults(rules)
    elif as_json:
        from styrregler.render.data import answer_data, check_data
        from styrregler.render.understood import understood_data

        data = check_data(reply.verdict) if reply.verdict is not None else answer_data(reply.answer)
        read = understood_data(reply.understood, rules.index, reply.answer.receipt.on)
        echo_json({**data, "understood": read} if read is not None else data)
    else:
        from styrregler.render.understood import render_reply

        show(render_reply(reply, rules.index, explain=explain), simple=simple)
        note_faults(rules)
    return _code(reply)


def _code(reply: Reply) -> int:
    if reply.verdict is not None and reply.verdict.verdict is not Verdict.CANNOT_TELL:
        return exits.OK if reply.verdict.verdict is Verdict.RIGHT else exits.FINDINGS
    return exits.NO_ANSWER if reply.answer.outcome in (Outcome.DEPENDS, Outcome.CONFLICT) else exits.OK


# ---------- what is missing is asked for


def _in_dialogue(ask: Callable[[], Reply], known: dict[str, str], rules: Rules) -> Reply:
    """Ask for what is missing, one thing at a time, the one that settles most first.

    What nobody knows stays open, and the next is asked for; what is left then is a table of cases.
    """
    open_facts: set[str] = set()
    while True:
        try:
            reply = ask()
        except SeveralFigures as several:
            known[several.name] = _which(several)
            continue
        if reply.answer.outcome is not Outcome.DEPENDS:
            return reply
        fact = _next_fact(reply.answer, {*known, *open_facts})
        if not fact:
            return reply
        value = _prompt(fact, reply.answer, rules)
        if value:
            known[fact] = value
        else:
            open_facts.add(fact)


def _which(several: SeveralFigures) -> str:
    figures = [str(figure) for figure in several.figures]
    listed = ", ".join(f"{number} = {figure}" for number, figure in enumerate(figures, 1))
    number: int = click.prompt(
        f"Vilket av värdena är {several.name}? {listed}", type=click.IntRange(1, len(figures)), err=True
    )
    return figures[number - 1]


def _next_fact(answer: Answer, asked: set[str]) -> str:
    """The fact to ask for next; a body is chosen with --organ, not asked."""
    return next((each.fact for each in answer.missing if each.fact != "organ" and each.fact not in asked), "")


def _prompt(fact: str, answer: Answer, rules: Rules) -> str:
    """Ask until the answer can be used; an empty answer («vet inte») leaves the fact open."""
    question = next(each.question for each in answer.missing if each.fact == fact)
    declared = rules.index.fact(fact)
    choices = f" [{'/'.join(declared.answers)}]" if declared and declared.answers else ""
    while True:
        value: str = click.prompt(
            f"{question}{choices} (tomt om du inte vet)", default="", show_default=False, err=True
        )
        if not value.strip() or value.strip().casefold() in ("vet inte", "vet ej", "?"):
            return ""
        try:
            rules.who_decides(answer.matter.id, {fact: value}, body=answer.matter.body, on=answer.receipt.on)
        except QuestionFault as error:
            click.echo(f"  {error}", err=True)
        else:
            return value
