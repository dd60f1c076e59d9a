"""The entry point: which command is meant, and how what goes wrong is said."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from itertools import pairwise, takewhile
from typing import Any, NoReturn

import click

from styrregler.cli import exits
from styrregler.cli.plugins import Plugins, left_behind
from styrregler.cli.swedish import speak_swedish
from styrregler.plugins.stopped import PluginStopped
from styrregler.ruleset.uncollected import uncollected
from styrregler.text.shown import shown
from styrregler.values.naming import fold, nearest
from styrregler.version import __version__

speak_swedish()  # before click has said anything, which it does when a command is made

# Command, the module it lives in, what it does. Modules are imported when their command is used.
COMMANDS = {
    "vem": ("vem", "Vem beslutar, och vem ska veta det?"),
    "sok": ("sok", "Vilka ärenden handlar om det?"),
    "prova": ("prova", "Var det rätt beslutsfattare?"),
    "granska": ("granska", "Var det rätt beslutsfattare, rad för rad i ett register?"),
    "eskalera": ("eskalera", "Hur förs en oenighet vidare, och till när?"),
    "arendegang": ("arendegang", "Vilken väg tar ett ärende, och till när?"),
    "kontrollera": ("kontrollera", "Vad är fel i reglerna?"),
    "testa": ("testa", "Svarar reglerna som exemplen menar?"),
    "grans": ("grans", "Vad, hur eller gråzon, och vem avgör?"),
    "uppdragsvag": ("uppdragsvag", "Vem får ge uppdrag till vem?"),
    "kanal": ("kanal", "Genom vem når den ena den andra?"),
    "avvikelse": ("avvikelse", "Vad gör man nu, vem, och till när?"),
    "uppforandekod": ("uppforandekod", "Vem binds, av vad, och vilka har antagit det?"),
    "rapport": ("rapport", "Vad i reglerna uppfyller målen, och vad saknas?"),
    "exportera": ("exportera", "Skriv sammanträden och frister som kalender."),
    "importera": ("importera", "Läs in en fil av annat slag som regler."),
    "mal": ("mal", "Vilka effektmål gäller, och hur går det?"),
    "uppdrag": ("uppdrag", "Vad är klart, sent, på gång och kvar?"),
    "rita": ("rita", "Hur ser det ut, som en bild?"),
    "visa": ("visa", "Bläddra bland ordningar, punkter, roller och uppgifter."),
    "ordlista": ("ordlista", "Vad betyder ordet, och vilka ord saknas?"),
    "formatera": ("formatera", "Skriv filerna på det gemensamma sättet."),
    "ny": ("ny", "Börja på ett regelverk eller ett plugin."),
    "plugin": ("plugin", "Vilka plugin är med, och vad svarar de?"),
    "forklara": ("forklara", "Vad betyder en kod, till exempel SR401?"),
}


class Commands(click.Group):
    """Commands by name, with or without å ä ö; each imported when used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = fold(cmd_name)
        if name not in COMMANDS:
            return None
        module = f"styrregler.cli.commands.{COMMANDS[name][0]}"
        if module not in sys.modules:
            with uncollected():
                import_module(module)
        command: click.Command = sys.modules[module].command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from styrregler.cli.brought import plugin_command

            if brought := plugin_command(args[0], args[1:]):
                return args[0], brought, args[1:]
            meant = nearest(args[0], COMMANDS)
            advice = f"menade du «{meant}»?" if meant else f"kommandon: {', '.join(COMMANDS)}"
            raise click.UsageError(f"kommandot «{shown(args[0])}» finns inte; {advice}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=Commands,
    subcommand_metavar="KOMMANDO [ARGUMENT]…",
    options_metavar="[VAL]",
    context_settings={"help_option_names": ["--hjalp", "--hjälp", "--help", "-h"]},
    epilog='Exempel:  styrregler vem "direktupphandling" -u belopp=450000',
)
@click.version_option(__version__, "--version", message="styrregler %(version)s", help="Visa versionen.")
def styrregler() -> None:
    """Styrregler: vem beslutar, på vilken grund, och vem ska veta det?"""


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit with one of the codes in ``exits``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = _code(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Nothing more may be written, not even when the interpreter closes its files.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if left_behind():
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _code(arguments: list[str] | None) -> int:
    plugins = Plugins()
    code = _ended(arguments, plugins)
    if plugins.loaded:
        plugins.tell()
    return code


def _ended(arguments: list[str] | None, plugins: Plugins) -> int:
    try:
        result: Any = styrregler.main(arguments, prog_name="styrregler", standalone_mode=False, obj=plugins)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.ctx.get_help() if asked.ctx else "")
        return exits.WRONG_USE
    except click.ClickException as error:
        _tell(error, as_json=_asks_for_json(sys.argv[1:] if arguments is None else arguments))
        return exits.WRONG_USE if isinstance(error, click.UsageError) else error.exit_code
    except click.exceptions.Exit as done:
        return done.exit_code
    except PluginStopped as stopped:
        from styrregler.cli.options import diagnostic_trouble

        plugins.loaded.clear()  # the one thing that stopped it is told
        as_json = _asks_for_json(sys.argv[1:] if arguments is None else arguments)
        return diagnostic_trouble(stopped.diagnostic, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        with suppress(OSError):  # the terminal may have been closed under the question
            click.echo("\nAvbrutet.", err=True)
        return exits.WRONG_USE
    except SystemExit:
        # Click leaves this way only when whoever read the answer has gone: they have seen enough.
        return exits.OK
    return result if isinstance(result, int) else exits.OK


def _tell(error: click.ClickException, *, as_json: bool) -> None:
    """What was wrong with the command line: in words, or to a program in the form that it reads."""
    message, context = error.format_message(), getattr(error, "ctx", None)
    if as_json:
        from styrregler.cli.options import echo_json
        from styrregler.render.data import error_data

        path = context.command_path if context is not None else "styrregler"
        echo_json(error_data(message, f"«{path} --hjalp» visar hur kommandot skrivs"))
        return
    if context is not None:
        click.echo(context.get_usage(), err=True)
    click.echo(f"fel: {message}", err=True)


def _asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether a command line, however wrong, asks for JSON."""
    options = list(takewhile(lambda word: word != "--", arguments))
    return "--json" in options or "--format=json" in options or ("--format", "json") in pairwise(options)
