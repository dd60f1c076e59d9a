"""`kontrollera`: what is wrong with the rules."""

from datetime import date

import click

from styrregler.checks import run_checks
from styrregler.cli import exits
from styrregler.cli.options import Where, echo_json, folder_trouble, json_option, place_of, rules_option
from styrregler.diagnostics import Severity, capped
from styrregler.library import load
from styrregler.model import RuleKind
from styrregler.render.data import diagnostics_data
from styrregler.render.diagnostics import render_diagnostic, summary
from styrregler.workspace import FolderProblem

MOST = 100


@click.command("kontrollera", options_metavar="[VAL]")
@click.argument("path", metavar="[STIG]", required=False, type=Where())
@click.option(
    "--alla", "everything", is_flag=True, help=f"Visa alla meddelanden, inte bara de {MOST} viktigaste."
)
@json_option
@rules_option
def command(path: str | None, everything: bool, as_json: bool, place: str | None) -> int:
    """Kontrollera reglerna i STIG (eller i närmaste regelverk).

    Varje meddelande säger var felet är, varför det är ett fel och vad man kan göra.
    """
    try:
        rules = load(place_of(path or place))
    except FolderProblem as trouble:
        folder_trouble(trouble, as_json=as_json)
    found = (*rules.diagnostics, *run_checks(rules.index, date.today()))  # noqa: DTZ011 - as of today in Sweden
    shown, held_back = capped(found, len(found) + 1 if everything else MOST)
    if as_json:
        echo_json(diagnostics_data(shown, held_back))
    else:
        for each in shown:
            click.echo(render_diagnostic(each) + "\n", err=True)
        if held_back:
            click.echo(f"{held_back} meddelanden till visas inte; se dem med --alla", err=True)
        orders = rules.index.corpus.orders
        rows = sum(rule.kind is not RuleKind.GENERAL for order in orders for rule in order.rules)
        click.echo(
            f"{summary(found)} i {len(orders)} {'ordning' if len(orders) == 1 else 'ordningar'} med {rows} punkter"
        )
    return exits.FINDINGS if any(each.severity is not Severity.INFO for each in found) else exits.OK
