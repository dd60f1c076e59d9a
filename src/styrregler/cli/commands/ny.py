"""`ny`: the beginning of a rule set, or of a plugin."""

from datetime import date
from pathlib import Path

import click

from styrregler.cli import exits
from styrregler.cli.options import Day, Where, echo_json, json_option
from styrregler.scaffold import plugin, rule_set
from styrregler.values import Fault, fold
from styrregler.workspace import write_new


@click.command("ny", options_metavar="[VAL]")
@click.argument("words", metavar="NAMN", nargs=-1, required=True)
@click.option(
    "--mapp",
    "folder",
    type=Where(),
    metavar="MAPP",
    help="Var filerna läggs. Annars i en ny mapp med namnet.",
)
@click.option(
    "--datum",
    "on",
    type=Day(),
    envvar="STYRREGLER_DATUM",
    metavar="ÅÅÅÅ-MM-DD",
    help="Den dag som reglerna börjar gälla. Annars i dag.",
)
@json_option
def command(words: tuple[str, ...], folder: str | None, on: date | None, as_json: bool) -> int:
    """Börja på ett regelverk, eller på ett plugin (ny plugin NAMN).

    Filerna läggs i en ny mapp. De går att kontrollera, testa och fråga direkt; sedan ändrar du dem till dina egna.

    \b
    styrregler ny "Lillby kommun"
    styrregler ny plugin lillby
    """
    for_plugin = fold(words[0]) == "plugin" and len(words) > 1
    title = " ".join(words[1:] if for_plugin else words)
    beginning = (
        plugin(title) if for_plugin else rule_set(title, on or date.today())  # noqa: DTZ011 - a day in Sweden, not a moment
    )
    if isinstance(beginning, Fault):
        raise click.UsageError(f"{beginning.message}; {beginning.remedy}")
    root = Path(folder or beginning.folder)
    refused = write_new(root, beginning.files)
    if refused is not None:
        raise click.UsageError(refused)
    if as_json:
        echo_json({"format": "styrregler.new/1", "folder": root.as_posix(), "files": list(beginning.files)})
        return exits.OK
    for name in beginning.files:
        click.echo(f"{root.as_posix()}/{name}")
    click.echo()
    if for_plugin:
        click.echo(f"Pröva:  cd {root.as_posix()} && pip install pytest --editable . && pytest")
    else:
        click.echo(f'Pröva:  styrregler vem "köpa in" -u belopp=90000 --regler {root.as_posix()}')
    return exits.OK
