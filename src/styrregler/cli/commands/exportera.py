"""`exportera`: what the rules say, in a form that other programs read."""

from collections.abc import Iterator
from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.brought import plugin_export
from styrregler.cli.options import Day, facts_of, question_trouble, rules_at, rules_option
from styrregler.cli.output import written
from styrregler.cli.when import Meeting
from styrregler.exporters.events import CalendarEvent, case_events, escalation_events, meeting_events
from styrregler.exporters.ical import to_ical
from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.plan_events import plan_events, undated
from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.commissions import CommissionAnswer
from styrregler.render.open_points import open_lines
from styrregler.text import shown
from styrregler.values import Week, nearest


class Forms(click.Group):
    """The product's forms, and those of the plugins that the nearest rules name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            if brought := plugin_export(args[0], args[1:]):
                return args[0], brought, args[1:]
            meant = nearest(args[0], self.commands)
            known = f"slag: {', '.join(self.commands)}, och de som plugin har"
            raise click.UsageError(
                f"«{shown(args[0])}» går inte att skriva; {f'menade du «{meant}»?' if meant else known}", ctx
            )
        return super().resolve_command(ctx, args)


@click.group("exportera", cls=Forms, options_metavar="[VAL]", subcommand_metavar="FORMAT [VAL]…")
def command() -> None:
    """Skriv det som står i reglerna i en form som andra program läser.

    De plugin som styrregler.toml nämner kan ha fler former; «styrregler plugin visa NAMN» säger vilka.
    """


@command.command("ical", options_metavar="[VAL]", short_help="Sammanträden och frister som kalender.")
@click.option("--fil", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs kalendern ut.")
@click.option(
    "--organ", "body", default="", metavar="ORGAN", help="Bara den nämndens sammanträden och ärenden."
)
@click.option(
    "--arendegang",
    "--ärendegång",
    "case",
    metavar="NAMN",
    help="Ett ärendes dagar i stället för alla sammanträden.",
)
@click.option(
    "--eskalering", "escalation", metavar="NAMN", help="En eskalerings dagar i stället för alla sammanträden."
)
@click.option(
    "--uppdrag",
    "commission",
    is_flag=False,
    flag_value="",
    metavar="[NAMN]",
    help="Etapperna i ett uppdrag, eller i alla som gäller, i stället för alla sammanträden.",
)
@click.option(
    "--sammantrade",
    "--sammanträde",
    "meeting",
    type=Meeting(),
    metavar="ÅÅÅÅ-MM-DD",
    help="Sammanträdet som ärendet ska till.",
)
@click.option("--fran", "--från", "start", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Dagen att räkna från.")
@click.option(
    "-u", "--uppgift", "facts", multiple=True, metavar="NAMN=VÄRDE", help="En känd uppgift om ärendet."
)
@rules_option
def ical(
    to: str | None,
    body: str,
    case: str | None,
    escalation: str | None,
    commission: str | None,
    meeting: date | Week | None,
    start: date | None,
    facts: tuple[str, ...],
    place: str | None,
) -> int:
    """Skriv sammanträden, eller ett ärendes, en eskalerings eller ett uppdrags dagar, som en kalender (iCalendar).

    En etapp som inte har någon dag än är inte med i kalendern; vilka det är sägs efteråt.

    \b
    styrregler exportera ical --organ SN --fil sn.ics
    styrregler exportera ical --arendegang nämndärende --organ SN --sammantrade 2026-12-08 --fil ärende.ics
    styrregler exportera ical --uppdrag verksamhetsidé-2026 --organ SN --fil plan.ics
    """
    rules = rules_at(place)
    if sum(each is not None for each in (case, escalation, commission)) > 1:
        raise click.UsageError("ange bara ett av --arendegang, --eskalering och --uppdrag")
    if meeting is not None and not case:
        raise click.UsageError("--sammantrade hör till --arendegang")
    try:
        if commission is not None:
            plans, board = rules.commissions(commission, on=start).commissions, rules.body_of(body)
            events = list(plan_events(plans, rules.index, board, start))
            left = list(_left(plans, rules, board))
        else:
            events, left = list(_events(rules, body, case, escalation, meeting, start, facts)), []
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=False)
    today = date.today()  # noqa: DTZ011 - a day in Sweden
    try:
        made = to_ical(events, rules.index.name or "styrregler", today)
    except MissingExtra as missing:
        click.echo(f"fel: {missing}\n  gör så: {missing.remedy}", err=True)
        return exits.WRONG_USE
    count = len(events)
    ended = written(made, to, f"{count} {'händelse' if count == 1 else 'händelser'}", rules)
    for line in left:
        click.echo(line, err=True)
    return ended


def _left(plans: tuple[CommissionAnswer, ...], rules: Rules, board: str) -> Iterator[str]:
    """What has no day, and what the assignments leave to be filled in."""
    for each in undated(plans, rules.index, board):
        whose = f", {each.board}" if each.board else ""
        yield f"inte med: {each.commission}: {each.stage}{whose} ({each.said or 'ingen tid'})"
    for plan in plans:
        for label, text in open_lines(plan.open_points, ""):
            yield f"{label}: {text}"


def _events(
    rules: Rules,
    body: str,
    case: str | None,
    escalation: str | None,
    meeting: date | Week | None,
    start: date | None,
    facts: tuple[str, ...],
) -> Iterator[CalendarEvent]:
    if case:
        yield from case_events(rules.case(case, facts_of(facts), start=start, meeting=meeting, body=body))
    elif escalation:
        yield from escalation_events(rules.escalate(escalation, start))
    else:
        yield from meeting_events(rules.index, rules.body_of(body), start)
