"""`testa`: the examples of a policy, run."""

import click

from styrregler.cli import exits
from styrregler.cli.options import Where, echo_json, json_option, note_faults, rules_at, rules_option
from styrregler.diagnostics import Severity
from styrregler.render.data import examples_data


@click.command("testa", options_metavar="[VAL]")
@click.argument("path", metavar="[STIG]", required=False, type=Where())
@json_option
@rules_option
def command(path: str | None, as_json: bool, place: str | None) -> int:
    """Kör exemplen i STIG (eller i närmaste regelverk) och visa dem som inte håller."""
    rules = rules_at(path or place, as_json=as_json)
    ran = rules.examples()
    failed = [each for each in ran if not each.holds]
    if as_json:
        echo_json(examples_data(ran))
    else:
        for each in failed:
            click.echo(f"{each.example.place.path}:{each.example.place.line}: {each.example.title}")
            for miss in each.mismatches:
                click.echo(f"    {miss.what}: väntat {miss.expected}, fick {miss.got}")
        click.echo(f"{len(ran)} exempel, {len(ran) - len(failed)} håller, {len(failed)} håller inte")
        note_faults(rules)
    # An example that could not be read has not been run, and silence would pass for success.
    unread = any(found.severity is Severity.ERROR for found in rules.diagnostics)
    return exits.FINDINGS if failed or unread else exits.OK
