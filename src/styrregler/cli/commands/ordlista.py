"""`ordlista`: which words do people use that the rules lack?"""

import click

from styrregler.cli import exits
from styrregler.cli.options import echo_json, json_option, rules_at, rules_option
from styrregler.cli.unanswered import log_file
from styrregler.library import Rules
from styrregler.text import shown
from styrregler.understanding.unanswered import Proposal, propose
from styrregler.values import fold


@click.command("ordlista", options_metavar="[VAL]")
@click.argument("word", metavar="[ORD]", required=False, default="")
@json_option
@rules_option
def command(word: str, as_json: bool, place: str | None) -> int:
    """Vad betyder ORD i ordlistorna, eller vem hör det till? Utan ORD: vilka ord i obesvarade frågor saknas?

    Förslagen kommer ur loggen som styrregler.toml pekar ut; se handboken.

    \b
    styrregler ordlista dagis
    styrregler ordlista
    """
    rules = rules_at(place, as_json=as_json)
    meanings = rules.index.corpus.meanings
    if word:
        return _told(word, rules, as_json=as_json)
    file = log_file(place)
    lines = file.read_text(encoding="utf-8").splitlines() if file is not None and file.is_file() else []
    proposals = propose(lines, rules.index)
    if as_json:
        lacking = [{"word": each.word, "times": each.times, "means": list(each.means)} for each in proposals]
        echo_json(
            {
                "format": "styrregler.words/1",
                "word": "",
                "meanings": [],
                "belongs": [],
                "proposals": lacking,
            }
        )
        return exits.OK
    if file is None:
        click.echo(f"{len(meanings)} rader i ordlistorna. Obesvarade frågor sparas inte; så här slås det på:")
        click.echo('  [fragor]\n  logg = "obesvarade.txt"')
        return exits.OK
    click.echo(f"{len(lines)} obesvarade frågor, {len(proposals)} ord som saknas")
    if proposals:
        click.echo("\n".join(_block(proposals)))
    return exits.OK


def _told(word: str, rules: Rules, *, as_json: bool) -> int:
    """What the word lists say of one word."""
    corpus = rules.index.corpus
    means = [each for each in corpus.meanings if _says(each.words, word)]
    belongs = [each for each in corpus.belongings if _says(each.words, word)]
    if as_json:
        echo_json(
            {
                "format": "styrregler.words/1",
                "word": word,
                "meanings": [
                    {"means": each.means, "area": each.area, "place": str(each.place)} for each in means
                ],
                "belongs": [
                    {"owner": each.owner, "area": each.area, "place": str(each.place)} for each in belongs
                ],
                "proposals": [],
            }
        )
    else:
        said = [(f"betyder {each.means}", each.area, each.place) for each in means]
        said += [(f"hör till {each.owner}", each.area, each.place) for each in belongs]
        for what, area, place in said:
            click.echo(f"{shown(word)} {what}  ({area} · {place.path}:{place.line})")
        if not said:
            click.echo(f"«{shown(word)}» står inte i någon ordlista")
    return exits.OK if means or belongs else exits.NO_ANSWER


def _says(words: tuple[str, ...], word: str) -> bool:
    return any(fold(said) == fold(word) for said in words)


def _block(proposals: tuple[Proposal, ...]) -> list[str]:
    """A word list to go through: every line is a guess."""
    lines = ["", "# Förslag: behåll det som stämmer, rätta resten.", 'ordlista "Egna ord"']
    for each in proposals:
        means = each.means[0] if each.means else "…"
        others = f"   # {each.times} gånger" + (
            f"; eller {', '.join(each.means[1:])}" if each.means[1:] else ""
        )
        lines.append(f'    ord               "{each.word}"   betyder "{means}"{others}')
    return lines
