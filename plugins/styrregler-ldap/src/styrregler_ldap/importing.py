"""`styrregler importera innehavare [FIL]`: the people of the directory, or of a list, as rules."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from styrregler.plugins import Asked, Importer, hookimpl
from styrregler.values import Period
from styrregler_ldap.options import Options
from styrregler_ldap.source import Known, from_list, known

__all__ = ["Options", "importers"]


@hookimpl
def importers(options: Options, folder: Path) -> Iterable[Importer]:
    """One."""

    def read(asked: Asked) -> str:
        if len(asked.arguments) > 1:
            raise ValueError("ange högst en lista")
        if asked.arguments:
            return "\n".join(_lines(from_list(asked.arguments[0], Path()), asked))
        return "\n".join(_lines(known(options, folder, asked.rules), asked))

    return [Importer("innehavare", "Innehavare av roller, ur katalogen eller en lista.", read)]


def _lines(found: Known, asked: Asked) -> Iterator[str]:
    """What could not be used stands first, as a remark."""
    for each in found.notices:
        yield f"# {each.what}: {' '.join(each.why.split())}; {each.remedy}"
    for person in sorted(
        found.people, key=lambda each: (each.role, each.period.start or asked.on, each.name)
    ):
        if person.role not in asked.rules.corpus.roles:
            yield f"# rollen «{' '.join(person.role.split())}» finns inte ({person.name})"
            continue
        period = Period(asked.on, None) if person.period == Period() else person.period
        yield f'\ninnehavare {person.role} "{person.name.replace(chr(34), "’")}"\n    gäller {period}'
    yield ""
