"""`avvikelse`: which deviation something is, and what is to be done about it."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, facts_of, json_option, proposals_option, rules_option
from styrregler.cli.reply import reply
from styrregler.render.deviation import deviation_data, deviation_text


@click.command("avvikelse", options_metavar="[VAL]", short_help="Vad gör man nu, vem, och till när?")
@click.argument("happened", metavar="VAD-SOM-HÄNT")
@click.option(
    "--datum",
    "on",
    type=Day(),
    metavar="ÅÅÅÅ-MM-DD",
    help="Dagen då det upptäcktes. Utan den räknas från i dag.",
)
@click.option("--organ", "body", default="", metavar="ORGAN", help="Vilken nämnd det gäller.")
@click.option("--allvar", "severity", default="", metavar="NIVÅ", help="Hur allvarligt det bedöms vara.")
@click.option("-u", "--uppgift", "facts", multiple=True, metavar="NAMN=VÄRDE", help="En känd uppgift.")
@proposals_option
@json_option
@rules_option
def command(
    happened: str,
    on: date | None,
    body: str,
    severity: str,
    facts: tuple[str, ...],
    proposals: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Något har gått fel: vilken avvikelse är det, vad görs nu, av vem och till när, och vem får veta?

    Det som har hänt skrivs med några egna ord, eller med avvikelsens namn. Passar flera visas de, och ingen väljs.

    \b
    styrregler avvikelse "chefen beslutade över beloppsgränsen" --datum 2026-03-02
    """
    given = facts_of(facts)
    if severity and "allvar" in given:
        raise click.UsageError("allvaret är angett två gånger; behåll --allvar eller -u allvar=…")
    judged = {"allvar": severity} if severity else {}
    answer = reply(
        place,
        lambda rules: rules.deviation(happened, {**given, **judged}, on=on, body=body, proposals=proposals),
        lambda answer, _: deviation_text(answer),
        deviation_data,
        as_json=as_json,
    )
    return exits.OK if answer.handling else exits.NO_ANSWER
