"""`plugin`: which plugins there are, what they bring, and what each hook answers."""

from datetime import date

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, echo_json, json_option, rules_at, rules_option
from styrregler.library import Rules
from styrregler.plugins.overview import Listed, a_question, listed, tried
from styrregler.query import Question
from styrregler.render.plugins import plugins_data, render_listed, render_one, render_tried
from styrregler.text import shown
from styrregler.values import fold, nearest

LIST, SHOW, TRY = "lista", "visa", "prova"


@click.command("plugin", options_metavar="[VAL]")
@click.argument("what", metavar="[lista|visa|prova]", default=LIST)
@click.argument("name", metavar="[NAMN]", required=False)
@click.option(
    "--fraga",
    "--fråga",
    "question",
    metavar="FRÅGA",
    help="Pröva med den här frågan. Annars den första punkten.",
)
@click.option("--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Pröva för den dagen. Annars i dag.")
@json_option
@rules_option
def command(
    what: str, name: str | None, question: str | None, on: date | None, as_json: bool, place: str | None
) -> int:
    """Visa vilka plugin som är med, vad de har (visa NAMN) och vad deras krokar svarar (prova NAMN).

    Ett plugin är med när styrregler.toml har rubriken [plugin.NAMN]. De frågas i den ordning som rubrikerna står.
    """
    rules = rules_at(place, as_json=as_json)
    what = fold(what)
    there = listed(rules.plugins)
    if what == LIST and name is None:
        if as_json:
            echo_json(plugins_data(there))
        else:
            click.echo(render_listed(there))
        return exits.OK
    if what not in (SHOW, TRY) or name is None:
        raise click.UsageError("skriv «plugin lista», «plugin visa NAMN» eller «plugin prova NAMN»")
    one = _named(name, there)
    if what == SHOW:
        if as_json:
            echo_json(plugins_data([one]))
        else:
            click.echo(render_one(one))
        return exits.OK
    return _try(one, rules, question or "", on or date.today(), as_json=as_json)  # noqa: DTZ011 - a day in Sweden


def _named(name: str, there: tuple[Listed, ...]) -> Listed:
    found = next((each for each in there if fold(each.name) == fold(name)), None)
    if found is None:
        meant = nearest(name, [each.name for each in there])
        advice = f"menade du «{meant}»?" if meant else "«styrregler plugin lista» visar dem som finns"
        raise click.UsageError(f"pluginet «{shown(name)}» finns inte; {advice}")
    return found


def _try(one: Listed, rules: Rules, question: str, on: date, *, as_json: bool) -> int:
    if one.name not in {each.named.name for each in rules.plugins.active}:
        raise click.UsageError(
            f"pluginet «{one.name}» är inte med; skriv [plugin.{one.name}] i styrregler.toml"
        )
    found = rules.find(question, on=on).clear if question else None
    if question and found is None:
        raise click.UsageError(
            f"inget ärende, eller flera, passar på «{shown(question)}»; ange ett med sitt nummer"
        )
    asked = a_question(
        rules.index, Question(found.matter if found else "", on, body=found.rule.body if found else "")
    )
    if asked is None:
        raise click.UsageError("regelverket har inga punkter att pröva med")
    answers = tried(one.name, rules.index, rules.plugins, asked)
    if as_json:
        echo_json(plugins_data([one], answers))
    else:
        click.echo(render_tried(answers))
    return exits.FINDINGS if rules.plugins.troubles.diagnostics else exits.OK
