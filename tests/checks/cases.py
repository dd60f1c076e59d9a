"""Cases of a check, as data: rules that it lets pass and rules that it fails, with what it says of them.

A file ``cases/SR203.txt`` holds one case after another:

    === godtas: en anställd
    punkt 1 "Bidrag"
        delegat           socialchef

    === fälls: en inhyrd konsult
    punkt 1 "Bidrag"
        delegat           konsult
    ---
    2 Inhyrd konsult får inte ta emot delegation

After ``---`` stands each finding of that code: its line in the case's text, and how the message begins.  The small
organisation of ``tests/kit.py`` lies beside, in a file of its own, unless the title ends with «(ensam)».  Points without
an order of their own get one (``delegationsordning socialnämnden``, adopted, in force, reported); lines are counted in
the case's own text.  A day in the title, «(2027-05-01)», is the day of the review; otherwise it is ``kit.DAY``.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from styrregler.checks import Check, Review
from styrregler.diagnostics import Diagnostic
from styrregler.ruleset import RuleSet
from styrregler.text import SourceText
from styrregler.workspace import compile_sources
from tests.kit import DAY, ORGANISATION, source

HERE = Path(__file__).parent / "cases"
ORDER = """\
delegationsordning socialnämnden "Socialnämndens delegationsordning"
    beslutad          2025-12-16 § 100
    gäller            från 2026-01-01
    anmäls till       nämnden nästa sammanträde
    brådskande        sn-ordförande, därefter sn-vice
    överordnad        får alltid besluta

"""
"""What a case's points stand under when the case has no order of its own."""
_CASE = re.compile(r"^=== (godtas|fälls): (.+)\n", re.MULTILINE)
_ROWS = ("avsnitt", "bestämmelse", "punkt", "tabell")
_DAY = re.compile(r"\((\d{4}-\d\d-\d\d)\)")


@frozen
class CheckCase:
    """One case. ``expected`` are (line, beginning of the message)."""

    code: str
    title: str
    passes: bool
    text: str
    expected: tuple[tuple[int, str], ...]

    @property
    def day(self) -> date:
        found = _DAY.search(self.title)
        return date.fromisoformat(found[1]) if found else DAY

    @property
    def head(self) -> str:
        """The order that its points stand under, when they have none of their own."""
        return ORDER if self.text.lstrip().startswith(_ROWS) else ""

    def rules(self) -> RuleSet:
        sources = [SourceText.of("regler.styr", self.head + self.text)]
        if "(ensam)" not in self.title:
            sources.append(source(ORGANISATION, "organisation.styr"))
        return compile_sources(sources, "prov")

    def line(self, found: Diagnostic) -> int:
        """Where in the case's own text a finding stands; 0 in the order above it or in another file."""
        if found.place is None or found.place.path != "regler.styr":
            return 0
        return max(0, found.place.line - self.head.count("\n"))

    def findings(self, check: Check) -> list[Diagnostic]:
        found = check.run(Review(self.rules(), self.day))
        return sorted(found, key=lambda each: each.sort_key)


def cases_of(code: str) -> tuple[CheckCase, ...]:
    return tuple(_cases(code))


def _cases(code: str) -> Iterator[CheckCase]:
    _, *parts = _CASE.split((HERE / f"{code}.txt").read_text(encoding="utf-8"))
    for verdict, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        text, _, expected = body.partition("\n---\n")
        told = [line.split(" ", 1) for line in expected.splitlines() if line.strip()]
        yield CheckCase(
            code,
            title.strip(),
            verdict == "godtas",
            text.strip("\n") + "\n",
            tuple((int(line), message) for line, message in told),
        )
