"""`eskalera`: a disagreement from a day on, step by step."""

from datetime import date
from typing import Any

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, json_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.escalation import escalation_data, render_escalation
from styrregler.values import Fault, parse_week


class DayOrWeek(Day):
    """A day, or a week for its Monday."""

    name = "datum eller vecka"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, str) and value.strip()[:1].lower() == "v":
            week = parse_week(value)
            if isinstance(week, Fault):
                self.fail(f"{week.message}; {week.why or week.remedy}", param, ctx)
            return week.start
        return super().convert(value, param, ctx)


@click.command("eskalera", options_metavar="[VAL]", short_help="Vem pratar med vem, till när?")
@click.argument("name", metavar="NAMN")
@click.option(
    "--fran",
    "--från",
    "on",
    type=DayOrWeek(),
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen då oenigheten tas upp, eller en vecka: «vecka 33 2026». Utan den räknas från i dag.",
)
@click.option(
    "--franvarande", "--frånvarande", "absent", multiple=True, metavar="ROLL", help="Den som är borta."
)
@click.option("--javig", "--jävig", "disqualified", multiple=True, metavar="ROLL", help="Den som är jävig.")
@json_option
@rules_option
def command(
    name: str,
    on: date | None,
    absent: tuple[str, ...],
    disqualified: tuple[str, ...],
    as_json: bool,
    place: str | None,
) -> int:
    """Vad händer med oenigheten NAMN, steg för steg?

    Varje steg med dem som ska delta och sista dagen, vem som träder in för den som är borta, och vem som avgör till
    slut.

    \b
    styrregler eskalera oenighet-vad-hur --fran 2026-03-02
    styrregler eskalera oenighet-vad-hur --fran "vecka 33 2026" --javig socialchef
    """
    answer = reply(
        place,
        lambda rules: rules.escalate(name, on, absent=absent, disqualified=disqualified),
        lambda answer, _: render_escalation(answer),
        escalation_data,
        as_json=as_json,
    )
    return exits.OK if answer.settled else exits.NO_ANSWER
