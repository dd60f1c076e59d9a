"""`visa`: browse what the rules hold."""

import unicodedata
from collections.abc import Iterator
from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    echo_json,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.cli.screen import screen_options, show
from styrregler.library import Rules, SeveralMatters
from styrregler.render import browse
from styrregler.values import fold


@click.command("visa", options_metavar="[VAL]")
@click.argument("what", metavar="[VAD]", required=False, default="ordningar")
@screen_options
@json_option
@rules_option
def command(what: str, simple: bool, as_json: bool, place: str | None) -> int:
    """Visa ordningar, samspel, ärenden, roller, organ eller uppgifter, eller en viss ordning eller punkt.

    \b
    styrregler visa                     alla ordningar
    styrregler visa samspel             gränser, kanaler, mål, uppdrag och det andra
    styrregler visa roller              alla roller
    styrregler visa socialnämnden       nämndens ordningar, punkt för punkt
    styrregler visa "SN 4.2"            en punkt med hela trappan
    """
    what = unicodedata.normalize("NFC", what)
    rules = rules_at(place, as_json=as_json)
    try:
        lines = list(_lines(rules, what))
    except SeveralMatters as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json({"format": "styrregler.view/1", "what": what, "lines": lines})
    else:
        show("\n".join(lines), simple=simple)
        note_faults(rules)
    return exits.OK


def _lines(rules: Rules, what: str) -> Iterator[str]:
    today = date.today()  # noqa: DTZ011 - yearly amounts as of today in Sweden
    index = rules.index
    lists = {
        "ordningar": browse.orders_text,
        "arenden": browse.matters_text,
        "roller": lambda index: browse.roles_text(index, today),
        "organ": browse.bodies_text,
        "uppgifter": browse.facts_text,
        "samspel": browse.interplay_text,
    }
    if fold(what) in lists:
        yield from lists[fold(what)](index)
        return
    bodies = {
        fold(call): name
        for name, body in index.corpus.bodies.items()
        for call in (name, body.title, body.abbreviation)
        if call
    }
    body = bodies.get(fold(what), "")
    orders = [
        order
        for order in index.corpus.orders
        if fold(order.title) == fold(what) or (body and order.body == body)
    ]
    if orders:
        for order in orders:
            yield from browse.order_text(order, index, today)
            yield ""
        return
    found = rules.find(what)
    if not found.candidates or (found.clear is None and not found.exact):
        raise SeveralMatters(what, found.candidates)
    shown = found.candidates if found.exact else (found.clear,)
    for each in shown:
        if each is not None:
            yield from browse.rule_text(each.rule, index, today)
            yield ""
