"""`importera`: a file of a foreign form, as text in the language. Which forms there are is for plugins to say."""

import click

from styrregler.cli import exits
from styrregler.cli.brought import asked_of
from styrregler.cli.options import rules_at, rules_option
from styrregler.cli.output import written
from styrregler.text import shown
from styrregler.values import nearest


@click.command("importera", options_metavar="[VAL]", short_help="Läs in en fil av annat slag som regler.")
@click.argument("form", metavar="SLAG")
@click.argument("words", metavar="[ARGUMENT]…", nargs=-1)
@click.option("--fil", "to", metavar="FIL", help="Filen att skriva. Utan den skrivs reglerna ut.")
@rules_option
def command(form: str, words: tuple[str, ...], to: str | None, place: str | None) -> int:
    """Läs in något av ett annat SLAG, till exempel en lista eller en katalog, och skriv det som regler.

    Slagen kommer ur de plugin som styrregler.toml nämner. Det som skrivs blir regler först när det sparas i mappen.

    \b
    styrregler importera innehavare personer.csv
    styrregler importera innehavare --fil innehavare.styr
    """
    from styrregler.plugins.by_name import imported, importers_of

    rules = rules_at(place)
    there = importers_of(rules.plugins)
    found = there.get(form)
    if found is None:
        meant = nearest(form, there)
        known = f"slag: {', '.join(there)}" if there else "inget plugin här har någon inläsning"
        raise click.UsageError(
            f"«{shown(form)}» går inte att läsa in; {f'menade du «{meant}»?' if meant else known}"
        )
    named, importer = found
    made = imported(named, importer, asked_of(words, rules), rules.plugins)
    return exits.UNREADABLE if made is None else written(made, to, importer.summary, rules)
