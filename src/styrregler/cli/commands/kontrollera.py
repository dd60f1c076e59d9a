"""`kontrollera`: what is wrong with the rules."""

from datetime import date

import click
from attrs import evolve

from styrregler.checks import PAGES
from styrregler.cli import exits
from styrregler.cli.options import Day, Where, echo_json, json_option, place_of, rules_option
from styrregler.cli.plugins import plugins
from styrregler.cli.progress import progress
from styrregler.diagnostics import Findings, Severity, capped
from styrregler.library import Rules
from styrregler.model import RuleKind
from styrregler.render.data import diagnostics_data
from styrregler.render.diagnostics import render_diagnostic, summary
from styrregler.render.reports import REPORTS, Report
from styrregler.workspace import FolderProblem

MOST = 100
DAY = "STYRREGLER_DATUM"
TEXT, JSON = "text", "json"
AT_LEAST = {Severity.ERROR.value: Severity.ERROR, Severity.WARNING.value: Severity.WARNING}


@click.command("kontrollera", options_metavar="[VAL]")
@click.argument("path", metavar="[STIG]", required=False, type=Where())
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, JSON, *REPORTS]),
    default=None,
    metavar="FORMAT",
    help=f"Hur svaret skrivs: {', '.join([TEXT, JSON, *REPORTS])}.",
)
@click.option(
    "--bara",
    "least",
    type=click.Choice(list(AT_LEAST)),
    metavar="NIVÅ",
    help="Ta bara med fel, eller (varning) fel och varningar.",
)
@click.option(
    "--datum",
    "on",
    type=Day(),
    metavar="ÅÅÅÅ-MM-DD",
    envvar=DAY,
    help=f"Kontrollera som om det vore den dagen. Annars {DAY}, eller i dag.",
)
@click.option(
    "--alla", "everything", is_flag=True, help=f"Visa alla meddelanden, inte bara de {MOST} viktigaste."
)
@json_option
@rules_option
def command(
    path: str | None,
    form: str | None,
    least: str | None,
    on: date | None,
    everything: bool,
    as_json: bool,
    place: str | None,
) -> int:
    """Kontrollera reglerna i STIG (eller i närmaste regelverk).

    Varje meddelande säger var felet är, varför det är ett fel och vad man kan göra.
    """
    if as_json and form not in (None, JSON):
        raise click.UsageError(f"--json och --format {form} går inte ihop; behåll ett av dem")
    form = JSON if as_json else form or TEXT
    try:
        with progress("läser reglerna") as say:
            rules = plugins().load(place_of(path or place))
            say("kontrollerar reglerna")
            findings = _at_least(rules.findings(on), AT_LEAST[least] if least else Severity.INFO)
    except FolderProblem as trouble:
        _write(Findings((trouble.diagnostic,)), form, everything=True, on=on)
        return exits.UNREADABLE
    plugins().loaded.clear()  # what is wrong with plugins is among the findings
    _write(findings, form, everything=everything, on=on, rules=rules)
    worth_stopping = any(each.severity is not Severity.INFO for each in findings.reported)
    return exits.FINDINGS if worth_stopping else exits.OK


def _at_least(findings: Findings, least: Severity) -> Findings:
    return evolve(
        findings,
        reported=tuple(each for each in findings.reported if each.severity.rank <= least.rank),
        suppressed=tuple(each for each in findings.suppressed if each.found.severity.rank <= least.rank),
    )


def _write(
    findings: Findings, form: str, *, everything: bool, on: date | None, rules: Rules | None = None
) -> None:
    """The answer on standard output. ``rules`` is None when there were none to look at."""
    if form in REPORTS:
        day = on or date.today()  # noqa: DTZ011 - a review's day is a day in Sweden, not a moment
        report = Report(
            findings, rules.pages if rules else PAGES, day, rules.version if rules else "", rules is not None
        )
        click.echo(REPORTS[form](report), nl=False)
        click.echo(_told(findings, rules), err=True)
        return
    shown, held_back = capped(findings.reported, len(findings.reported) + 1 if everything else MOST)
    if form == JSON:
        echo_json(diagnostics_data(shown, held_back, findings.suppressed))
        return
    for each in shown:
        click.echo(render_diagnostic(each) + "\n", err=True)
    if held_back:
        click.echo(f"{held_back} meddelanden till visas inte; se dem med --alla", err=True)
    if rules is not None:
        click.echo(_told(findings, rules))


def _told(findings: Findings, rules: Rules | None) -> str:
    """«2 fel i 16 ordningar med 283 punkter; 1 meddelande bortses från»."""
    told = summary(findings.reported)
    if rules is not None:
        orders = rules.index.corpus.orders
        rows = sum(rule.kind is not RuleKind.GENERAL for order in orders for rule in order.rules)
        told += f" i {len(orders)} {'ordning' if len(orders) == 1 else 'ordningar'}"
        told += f" med {rows} {'punkt' if rows == 1 else 'punkter'}"
    count = len(findings.suppressed)
    return told + (f"; {count} {'meddelande' if count == 1 else 'meddelanden'} bortses från" if count else "")
