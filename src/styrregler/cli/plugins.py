"""Plugins on the command line: which take part, what is told of them, and the commands that they bring.

In: options.  Out: rules loaded with the plugins that are wanted; messages on standard error.  Refuses to know any plugin.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from attrs import define, field

if TYPE_CHECKING:
    from styrregler.diagnostics import Diagnostic
    from styrregler.library import Rules
    from styrregler.plugins.choice import Choice

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@define
class Plugins:
    """What the command line says of plugins, and the rules that were loaded with them; lives as long as the command."""

    without: list[str] = field(factory=list)
    strict: bool = False
    afresh: bool = False
    """Whether the rules are to be read from their text, whatever was kept of them."""
    loaded: "list[Rules]" = field(factory=list)

    def load(self, path: Path) -> "Rules":
        """The rules in ``path`` with the plugins that are wanted. Raises FolderProblem, PluginStopped."""
        from styrregler.library.loading import load
        from styrregler.snapshot.store import usual_store

        store = None if self.afresh else usual_store(_cannot_keep)
        rules = load(path, self.choice, store=store)
        self.loaded.append(rules)
        return rules

    def choice(self) -> "Choice":
        """Which plugins may take part, by the command line and the environment."""
        from styrregler.plugins.choice import chosen

        return chosen(without=frozenset(self.without), strict=self.strict)

    def troubles(self) -> "tuple[Diagnostic, ...]":
        """What has been wrong with plugins and has not been told in the answer itself."""
        return tuple(dict.fromkeys(each for rules in self.loaded for each in rules.troubles))

    def tell(self) -> None:
        for each in self.troubles():
            from styrregler.render.diagnostics import render_diagnostic

            click.echo(render_diagnostic(each), err=True)


def _cannot_keep(folder: Path) -> None:
    click.echo(
        f"obs: i {folder}, som STYRREGLER_CACHE anger, kan inget sparas; reglerna läses på nytt varje gång",
        err=True,
    )


def left_behind() -> bool:
    """Whether code of a plugin may still run: then the program ends without waiting for it."""
    bounded = sys.modules.get("styrregler.plugins.bounded")  # where it is not imported, nothing has run
    return bounded is not None and bounded.left()


def plugins() -> Plugins:
    """Those of the command that runs."""
    context = click.get_current_context(silent=True)
    found = context.find_object(Plugins) if context else None
    return Plugins() if found is None else found


def without_option(command: Decorated) -> Decorated:
    """``--utan-plugin``."""

    def leave_out(ctx: click.Context, _: click.Parameter, names: tuple[str, ...]) -> None:
        if found := ctx.find_object(Plugins):
            found.without += names

    return click.option(
        "--utan-plugin",
        multiple=True,
        metavar="NAMN",
        expose_value=False,
        callback=leave_out,
        help="Kör utan ett plugin som styrregler.toml nämner.",
    )(command)


def strict_option(command: Decorated) -> Decorated:
    """``--strikt``."""

    def be_strict(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and (found := ctx.find_object(Plugins)):
            found.strict = True

    return click.option(
        "--strikt",
        is_flag=True,
        expose_value=False,
        callback=be_strict,
        help="Stanna om ett plugin inte fungerar.",
    )(command)


def afresh_option(command: Decorated) -> Decorated:
    """``--utan-cache``."""

    def read_afresh(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and (found := ctx.find_object(Plugins)):
            found.afresh = True

    return click.option(
        "--utan-cache",
        is_flag=True,
        expose_value=False,
        callback=read_afresh,
        help="Läs reglernas text på nytt, fast den är oförändrad.",
    )(command)
