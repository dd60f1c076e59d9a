"""`styrregler attest [KOD]`: the list as people read it."""

from collections.abc import Iterable
from pathlib import Path

from styrregler.plugins import Command, Reply, hookimpl
from styrregler.plugins.contributions import Asked
from styrregler_attest.answers import attesting
from styrregler_attest.lists import load_list
from styrregler_attest.options import Options

__all__ = ["Options", "commands"]


@hookimpl
def commands(options: Options, folder: Path) -> Iterable[Command]:
    """One command."""

    def run(asked: Asked) -> Reply:
        wanted = set(asked.arguments)
        whole = load_list(folder, options.lista)
        entries = [each for each in whole.entries if not wanted or each.code in wanted]
        lines = [line.text for line in attesting(entries, None, asked.rules)]
        lines += [f"rad {each.place.line}: {each.reason}" for each in whole.misread]
        if not lines:
            return Reply("ingen sådan kod i attestlistan", 1)
        return Reply("\n".join(lines), 1 if whole.misread else 0)

    return [Command("attest", "Vem attesterar en kod?", run)]
