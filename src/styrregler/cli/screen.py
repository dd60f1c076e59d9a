"""How an answer is put on the screen: as wide as it is, or without columns.

In: an answer as text.  Out: text on standard output.
"""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from styrregler.render.plain import fitted
from styrregler.render.plain import simple as without_columns

Command = TypeVar("Command", bound=Callable[..., Any])


def screen_options(command: Command) -> Command:
    """``--enkel``: for whoever has the screen read aloud."""
    return click.option(
        "--enkel",
        "simple",
        is_flag=True,
        help="Svara utan kolumner och indrag, för skärmläsare.",
    )(command)


def show(text: str, *, simple: bool = False) -> None:
    """Write ``text``; at a terminal no line is longer than the screen is wide."""
    if simple:
        text = without_columns(text)
    elif sys.stdout.isatty():
        import shutil  # slow to import, and asked for at a terminal only

        text = fitted(text, shutil.get_terminal_size().columns)
    click.echo(text)
