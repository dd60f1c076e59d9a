"""`styrregler exportera attestlista`: the list with titles instead of names, for the programs that pay."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from styrregler.plugins import Asked, Exporter, hookimpl
from styrregler_attest.lists import COLUMNS, load_list
from styrregler_attest.options import Options

__all__ = ["Options", "exporters"]


@hookimpl
def exporters(options: Options, folder: Path) -> Iterable[Exporter]:
    """One: by code, the one who receives first, then by limit."""

    def write(asked: Asked) -> str:
        whole = load_list(folder, options.lista)
        if whole.misread:
            first = whole.misread[0]
            raise ValueError(f"{options.lista} rad {first.place.line}: {first.reason}")
        titles = {name: role.title for name, role in asked.rules.corpus.roles.items()}
        made = io.StringIO()
        rows = csv.writer(made, delimiter=";", lineterminator="\n")
        rows.writerow([*COLUMNS, "innehavare"])
        for each in sorted(
            whole.entries,
            key=lambda each: (each.code, each.form.value == "beslut", each.limit is None, each.limit or 0),
        ):
            persons = ", ".join(asked.rules.persons(each.role, asked.on))
            role = titles.get(each.role, each.role)
            rows.writerow([each.code, each.area, role, each.form.value, each.limit or "", persons])
        return made.getvalue()

    return [Exporter("attestlista", "Attestlistan med titlar och innehavare, som CSV.", write)]
