"""What was made, to a file or to standard output.

In: text or bytes, and a path.  Out: an exit code, once it is written.  Refuses to know what was made.
"""

from pathlib import Path

import click

from styrregler.cli import exits
from styrregler.cli.options import note_faults
from styrregler.library import Rules
from styrregler.text import shown


def written(made: str | bytes, to: str | None, what: str, rules: Rules | None) -> int:
    """Write ``made`` to the file ``to``, and say ``what`` it is; or to standard output and say nothing.

    ``rules`` None: of faults in them nothing is said, since the reader is a program.
    """
    if to is None:
        click.echo(made, nl=False)
    else:
        try:
            Path(to).write_bytes(made if isinstance(made, bytes) else made.encode())
        except (OSError, ValueError):  # a path may also hold what no path can
            click.echo(f"fel: filen {shown(to)} gick inte att skriva", err=True)
            click.echo("  gör så: kontrollera att mappen finns, och att du får skriva i den", err=True)
            return exits.WRONG_USE
        click.echo(f"{to}: {what}")
    if rules is not None:
        note_faults(rules)
    return exits.OK
