"""The file that says which column of a register holds what.

In: a TOML file.  Out: :class:`Columns`.  Raises RegisterProblem with what is wrong and how to write it.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from styrregler.diagnostics import Diagnostic
from styrregler.library.audit import Columns
from styrregler.registers.problem import RegisterProblem, unreadable
from styrregler.ruleset import RuleSet
from styrregler.text import SourceText
from styrregler.values import fold, nearest
from styrregler.workspace.toml import parse_toml

KEYS = {
    "arende": "matter",
    "beslutat-av": "decided_by",
    "datum": "on",
    "organ": "body",
    "enhet": "unit",
    "franvarande": "absent",
    "javig": "disqualified",
    "nummer": "number",
    "namn": "person",
    "rubrik": "about",
    "anmald": "reported",
}
"""What each column is called in the file."""
FACTS, UNITS = "uppgifter", "enheter"


def read_columns(path: Path, rules: RuleSet) -> Columns:
    """What the file at ``path`` says of the columns."""
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise unreadable(path, error) from None
    except UnicodeDecodeError:
        raise RegisterProblem(f"{path.name} är inte skriven i UTF-8", "spara den som UTF-8") from None
    table = parse_toml(SourceText.of(path.name, text))
    if isinstance(table, Diagnostic):
        raise RegisterProblem(f"{table.message}, {table.why}" if table.why else table.message, table.remedy)
    found: dict[str, str] = {}
    facts: dict[str, Mapping[str, str]] = {FACTS: {}, UNITS: {}}
    for key, value in table.items():
        plain = fold(key)
        if plain in facts:
            facts[plain] = _facts(plain, value, rules)
        elif plain in KEYS and isinstance(value, str):
            found[KEYS[plain]] = value
        elif plain in KEYS:
            raise RegisterProblem(f"«{key}» ska vara kolumnens namn", f'skriv {key} = "Kolumnens namn"')
        else:
            meant = nearest(key, [*KEYS, *facts])
            advice = f"menade du «{meant}»?" if meant else f"det som kan anges: {', '.join([*KEYS, *facts])}"
            raise RegisterProblem(f"«{key}» är inget som en kolumnfil kan ange", advice)
    return Columns(
        found.pop("matter", ""), found.pop("decided_by", ""), facts=facts[FACTS], units=facts[UNITS], **found
    )


def _facts(key: str, value: object, rules: RuleSet) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise RegisterProblem(
            f"[{key}] ska ange en text för varje uppgift", f'skriv under [{key}]: belopp = "Summa"'
        )
    known = rules.corpus.facts
    found = {}
    for name, text in value.items():
        fact = rules.fact(name) or next(
            (each for each in known.values() if fold(each.name) == fold(name)), None
        )
        if fact is None:
            meant = nearest(name, known)
            raise RegisterProblem(
                f"uppgiften «{name}» finns inte",
                f"menade du «{meant}»?" if meant else f"uppgifter som finns: {', '.join(sorted(known))}",
            )
        found[fact.name] = text
    return found
