"""What the tests share: rules as indented text, and questions to them in one line."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from styrregler.library import Rules
from styrregler.testing import ORGANISATION
from styrregler.text import SourceText
from styrregler.workspace import compile_sources

__all__ = ["DAY", "ORGANISATION", "POLICIES", "REVIEWED", "ROOT", "order", "rules", "source"]

ROOT = Path(__file__).parents[1]
POLICIES = ROOT / "policies"
DAY = date(2026, 3, 2)
REVIEWED = date(2026, 11, 24)
"""The day as of which whole policies are checked, so that no test changes its mind with the calendar."""


def source(text: str, path: str = "prov.styr") -> SourceText:
    """Indented text as a file."""
    return SourceText.of(path, dedent(text).strip("\n") + "\n")


def rules(*texts: str, organisation: str = ORGANISATION) -> Rules:
    """Rules from one indented text a file, beside a small organisation."""
    sources = [source(organisation, "organisation.styr")] if organisation else []
    sources += [source(text, f"prov{number or ''}.styr") for number, text in enumerate(texts)]
    return Rules(compile_sources(sources, "prov"))


def order(points: str, clauses: str = "", body: str = "socialnämnden") -> str:
    """A delegation order from 2026 with ``points``, and ``clauses`` on the order itself."""
    head = f'delegationsordning {body} "Ordningen"\n    beslutad          2025-12-16 § 100\n    gäller            från 2026-01-01\n'
    inside = "".join(f"    {line.strip()}\n" for line in dedent(clauses).strip().splitlines() if line.strip())
    return head + inside + "\n" + dedent(points).strip("\n")


def sound(loaded: Rules) -> Rules:
    """``loaded``, after seeing to it that nothing in it is wrong."""
    assert not loaded.diagnostics, [f"{found.place}: {found.message}" for found in loaded.diagnostics]
    return loaded


def deciders(answer: object) -> list[str]:
    """Who decides, as names in the order given."""
    from styrregler.query.people import name_of

    return [name_of(each.party) for each in answer.deciders]  # type: ignore[attr-defined]
