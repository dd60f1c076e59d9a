"""`granska`: a register of decisions, row by row, and the list to report to a board."""

from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from styrregler.cli import exits
from styrregler.cli.options import (
    Day,
    Where,
    echo_json,
    json_option,
    note_faults,
    question_trouble,
    rules_at,
    rules_option,
)
from styrregler.cli.progress import progress
from styrregler.library import QuestionFault, Rules
from styrregler.library.audit import NOT_CHECKED, Columns
from styrregler.library.reading import board_named
from styrregler.model import Verdict
from styrregler.registers import Register, RegisterProblem, open_register
from styrregler.registers.auditing import audit_register
from styrregler.registers.columns_file import read_columns
from styrregler.registers.lists import write_list
from styrregler.registers.reporting import reporting_list
from styrregler.render.audit import (
    COLUMNS,
    audit_data,
    heading,
    markdown,
    remarks,
    render_audit,
    reporting_data,
    sections,
)
from styrregler.render.data import error_data

_FINDINGS = (Verdict.WRONG_DECIDER.value, Verdict.BEYOND_LIMIT.value, Verdict.BARRED.value, NOT_CHECKED)


@click.command("granska", options_metavar="[VAL]")
@click.argument("file", metavar="FIL", type=Where())
@click.option(
    "--kolumner",
    "columns",
    type=Where(),
    metavar="FIL",
    help="En TOML-fil som säger vad kolumnerna innehåller.",
)
@click.option(
    "--sql", default="", metavar="FRÅGA", help="Vad en databas ska tillfrågas om; FIL är databasen."
)
@click.option(
    "--ut",
    "out",
    type=Where(),
    metavar="FIL",
    help="Skriv alla rader med utfall hit: .csv, .xlsx eller .parquet.",
)
@click.option(
    "--anmal",
    "--anmäl",
    "board",
    default="",
    metavar="NÄMND",
    help="Gör listan över beslut att anmäla till nämnden.",
)
@click.option("--till", "meeting", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Sammanträdet som listan är till.")
@json_option
@rules_option
def command(
    file: str,
    columns: str | None,
    sql: str,
    out: str | None,
    board: str,
    meeting: date | None,
    as_json: bool,
    place: str | None,
) -> int:
    """Fattades besluten i FIL av rätt beslutsfattare?

    FIL är ett register med ett beslut på varje rad: CSV, XLSX, Parquet eller en databas med --sql. Varje rad får
    utfall, avgörande punkt, skäl och vad som följer av beslutet.

    \b
    styrregler granska beslut.csv --ut granskning.xlsx
    styrregler granska beslut.csv --anmal SN --till 2026-12-15 --ut anmalan.docx
    """
    if bool(board) is not bool(meeting):
        raise click.UsageError("--anmal och --till hör ihop: ange nämnden och dagen för sammanträdet")
    rules = rules_at(place, as_json=as_json)
    target = Path(out) if out else None
    try:
        said = read_columns(Path(columns), rules.index) if columns else None
        with open_register(Path(file), sql) as register:
            if board and meeting:
                return _report(register, rules, board, meeting, said, target, as_json=as_json)
            return _audit(register, rules, said, target, as_json=as_json)
    except QuestionFault as fault:
        question_trouble(fault, rules, as_json=as_json)
    except RegisterProblem as trouble:
        _refused(trouble, as_json=as_json)


def _audit(register: Register, rules: Rules, said: Columns | None, out: Path | None, *, as_json: bool) -> int:
    with progress("granskar") as tell:
        summary = audit_register(register, rules.index, said, out, lambda done: tell(f"granskar, {done}"))
    if as_json:
        echo_json(audit_data(summary, rules.index, str(out or "")))
    else:
        click.echo(render_audit(summary, str(out or "")))
        note_faults(rules)
    if any(summary.counts[each] for each in _FINDINGS):
        return exits.FINDINGS
    return exits.NO_ANSWER if summary.counts[Verdict.CANNOT_TELL.value] else exits.OK


def _report(
    register: Register,
    rules: Rules,
    board: str,
    meeting: date,
    said: Columns | None,
    out: Path | None,
    *,
    as_json: bool,
) -> int:
    with progress("granskar"):
        found = reporting_list(register, rules.index, board_named(board, rules.index), meeting, said)
    text = markdown(found)
    if out:
        write_list(out, text, heading(found), COLUMNS, sections(found), remarks(found))
    if as_json:
        echo_json(reporting_data(found, rules.index, str(out or "")))
    else:
        click.echo(
            f"{len(found.due)} beslut att anmäla, {len(found.missed)} missade; skrivet till {out}"
            if out
            else text
        )
        note_faults(rules)
    return exits.FINDINGS if found.missed or found.unchecked or found.undated or found.wrong else exits.OK


def _refused(trouble: RegisterProblem, *, as_json: bool) -> NoReturn:
    if as_json:
        echo_json(error_data(trouble.message, trouble.remedy))
    else:
        click.echo(f"fel: {trouble.message}", err=True)
        click.echo(f"  gör så: {trouble.remedy}", err=True)
    raise click.exceptions.Exit(exits.WRONG_USE)
