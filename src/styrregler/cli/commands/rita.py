"""`rita`: a picture of the organisation, of delegation, of how something goes, or of a plan."""

from datetime import date
from typing import Any

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, StringType, question_trouble, rules_at, rules_option
from styrregler.cli.output import written
from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.pictures.drawing import PICTURES, Format, drawn
from styrregler.library import QuestionFault
from styrregler.library.reading import day_or_today
from styrregler.query import UnreadableRules
from styrregler.text import shown
from styrregler.values import fold, nearest


class Kind(StringType):
    """A kind of picture, with or without å ä ö."""

    name = "bild"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name = fold(str(value))
        if name not in PICTURES:
            meant = nearest(str(value), PICTURES)
            advice = f"menade du «{meant}»?" if meant else f"bilder som finns: {', '.join(PICTURES)}"
            self.fail(f"bilden «{shown(str(value))}» finns inte; {advice}", param, ctx)
        return name


@click.command("rita", options_metavar="[VAL]", short_help="Visa reglerna som en bild.")
@click.argument("what", metavar="BILD", type=Kind())
@click.argument("name", metavar="[NAMN]", required=False, default="")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=Format.SVG.value,
    metavar="FORMAT",
    help="svg, en bild att öppna i en webbläsare, eller mermaid, text till en wiki. Annars svg.",
)
@click.option("--ut", "--fil", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs bilden ut.")
@click.option(
    "--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag bilden ska gälla. Annars i dag."
)
@rules_option
def command(what: str, name: str, form: str, to: str | None, on: date | None, place: str | None) -> int:
    """Rita reglerna: BILD är organisation, delegation, arendegang, eskalering eller tidplan, av allt eller av NAMN.

    \b
    styrregler rita organisation --ut organisation.svg
    styrregler rita ärendegång nämndärende --ut ärende.svg
    styrregler rita delegation KFN --format mermaid
    """
    rules = rules_at(place)
    try:
        made = drawn(rules.index, what, name, day_or_today(on), Format(form))
    except (QuestionFault, UnreadableRules) as error:
        question_trouble(error, rules, as_json=False)
    except MissingExtra as missing:
        click.echo(f"fel: {missing}\n  gör så: {missing.remedy}, eller välj --format mermaid", err=True)
        return exits.WRONG_USE
    return written(made, to, "bilden är skriven", rules)
