"""`sok`: which matters hold these words?"""

import click

from styrregler.cli import exits
from styrregler.cli.complete import BodyName, Matter
from styrregler.cli.options import (
    echo_json,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.cli.screen import screen_options, show
from styrregler.library import QuestionFault
from styrregler.library.reading import board_named, today
from styrregler.render.understood import hit_lines, nearby_lines, search_data
from styrregler.text import shown


@click.command("sok", options_metavar="[VAL]")
@click.argument("words", metavar="ORD", type=Matter())
@click.option(
    "--organ", "body", default="", type=BodyName(), metavar="ORGAN", help="Bara den nämndens ärenden."
)
@screen_options
@json_option
@rules_option
def command(words: str, body: str, simple: bool, as_json: bool, place: str | None) -> int:
    """Vilka ärenden handlar om ORD? Bäst träff först, med de ord som gav träffen.

    Rubriker, vardagsord, avsnitt, beskrivningar, lagrum och anmärkningar söks igenom, och ordlistorna.

    \b
    styrregler sok "köpa datorer"
    styrregler sok "avgift" --organ SN
    """
    rules = rules_at(place, as_json=as_json)
    try:
        board = board_named(body, rules.index)
        ranking = rules.search(words, board)
    except QuestionFault as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(search_data(ranking, rules.index, today(), board))
        return exits.OK if ranking.hits else exits.NO_ANSWER
    if not ranking.hits:
        lines = [f"Inget ärende handlar om «{shown(words)}»"]
        lines += nearby_lines(rules.nearby(words)) if words.strip() else []
        show("\n".join(lines), simple=simple)
        note_faults(rules)
        return exits.NO_ANSWER
    show("\n".join(hit_lines(ranking.hits, rules.index, today(), board)), simple=simple)
    note_faults(rules)
    return exits.OK
