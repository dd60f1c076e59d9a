"""`formatera`: the files written in the one canonical way."""

from pathlib import Path

import click

from styrregler.cli import exits
from styrregler.cli.options import Where, echo_json, folder_trouble, json_option, place_of, place_option
from styrregler.diagnostics import Diagnostic, Severity
from styrregler.formatting import Formatted, Refused, Unreadable, format_source
from styrregler.render.diagnostics import render_diagnostic
from styrregler.workspace import FolderProblem
from styrregler.workspace.files import holds, read_file, replace_file
from styrregler.workspace.folder import rule_files


@click.command("formatera", options_metavar="[VAL]")
@click.argument("paths", metavar="[STIG]…", nargs=-1, type=Where())
@click.option(
    "--kontroll",
    "only_check",
    is_flag=True,
    help="Skriv ingenting; säg vilka filer som skulle ändras (utgångskod 1).",
)
@json_option
@place_option
def command(paths: tuple[str, ...], only_check: bool, as_json: bool, place: str | None) -> int:
    """Skriv filerna i STIG (eller i närmaste regelverk) på det gemensamma sättet.

    Indrag, kolumner, citattecken, tal och lagrum skrivs på ett enda sätt. Ordningen och kommentarerna står kvar. En fil
    med fel i lämnas orörd, och så gör varje fil som annars skulle få en annan betydelse.
    """
    try:
        files = _files(paths, place)
    except FolderProblem as trouble:
        folder_trouble(trouble, as_json=as_json)
    changed: list[str] = []
    wrong: list[Diagnostic] = []
    for file in files:
        outcome = _format(file, only_check=only_check)
        if isinstance(outcome, str):
            changed.append(outcome)
        else:
            wrong += outcome
    if as_json:
        unreadable = sorted({found.place.path for found in wrong if found.place is not None})
        echo_json(
            {
                "format": "styrregler.format/1",
                "files": len(files),
                "changed": changed,
                "left_alone": unreadable,
            }
        )
    else:
        _tell(changed, wrong, len(files), only_check=only_check)
    if wrong:
        return exits.UNREADABLE
    return exits.FINDINGS if changed and only_check else exits.OK


def _files(paths: tuple[str, ...], place: str | None) -> list[Path]:
    found: list[Path] = []
    for path in [Path(path) for path in paths] or [place_of(place)]:
        found += rule_files(path)
    return list(dict.fromkeys(found))


def _format(file: Path, *, only_check: bool) -> str | list[Diagnostic]:
    """The name of the file when it changed (or would), an empty list when it did not, else what is wrong with it."""
    source = read_file(file)
    if isinstance(source, Diagnostic):
        return [source]
    match format_source(source):
        case Formatted(text=text):
            if holds(file, text):
                return []
            if not only_check:
                try:
                    replace_file(file, text)
                except OSError:
                    nowhere = Diagnostic(
                        "SR803",
                        Severity.ERROR,
                        f"filen {source.path} kan inte skrivas",
                        remedy="kontrollera rättigheter och ledigt utrymme; filen är orörd",
                    )
                    return [nowhere]
            return source.path
        case Unreadable(diagnostics=diagnostics):
            return list(diagnostics)
        case Refused(place=place) as refused:
            return [
                Diagnostic(
                    "SR902",
                    Severity.ERROR,
                    refused.message,
                    place,
                    remedy="rapportera felet med filen; den är orörd",
                )
            ]


def _tell(changed: list[str], wrong: list[Diagnostic], files: int, *, only_check: bool) -> None:
    for found in wrong:
        click.echo(render_diagnostic(found) + "\n", err=True)
    for name in changed:
        click.echo(f"{'skulle ändras' if only_check else 'ändrad'}: {name}")
    untouched = (
        f", {len({found.place.path for found in wrong if found.place})} orörda på grund av fel"
        if wrong
        else ""
    )
    what = "skulle ändras" if only_check else "ändrade"
    click.echo(f"{files} filer, {len(changed)} {what}{untouched}")
