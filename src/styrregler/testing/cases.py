"""Cases of a check, as data: rules that it lets pass and rules that it fails, with what it says of them.

A file of cases holds one after another:

    === godtas: en anställd
    punkt 1 "Bidrag"
        delegat           socialchef

    === fälls: en inhyrd konsult
    punkt 1 "Bidrag"
        delegat           konsult
    ---
    2 Inhyrd konsult får inte ta emot delegation

After ``---`` stands each finding: its line in the case's text, and how the message begins.  :data:`ORGANISATION` lies
beside, in a file of its own, unless the title ends with «(ensam)».  Points without an order of their own get :data:`ORDER`;
lines are counted in the case's own text.  A day in the title, «(2027-05-01)», is the day of the review.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent

from attrs import frozen

from styrregler.checks import Check, Review
from styrregler.diagnostics import Diagnostic, Severity
from styrregler.ruleset import RuleSet
from styrregler.testing.organisation import ORDER, ORGANISATION
from styrregler.text import SourceText
from styrregler.workspace import compile_sources

DAY = date(2026, 3, 2)
"""The day of the review where nothing else is said."""
FILE = "regler.styr"
_CASE = re.compile(r"^=== (godtas|fälls): (.+)\n", re.MULTILINE)
_ROWS = ("avsnitt", "bestämmelse", "punkt", "tabell")
_TITLE_DAY = re.compile(r"\((\d{4}-\d\d-\d\d)\)")


@frozen
class Told:
    """A finding as a case expects it: ``line`` in the case's own text, 0 in the order above it or in another file."""

    line: int
    message: str
    severity: Severity
    found: Diagnostic


@frozen
class Case:
    """One case. ``expected`` are (line, beginning of the message)."""

    title: str
    passes: bool
    text: str
    expected: tuple[tuple[int, str], ...] = ()

    @property
    def day(self) -> date:
        found = _TITLE_DAY.search(self.title)
        return date.fromisoformat(found[1]) if found else DAY

    @property
    def alone(self) -> bool:
        return "(ensam)" in self.title

    @property
    def head(self) -> str:
        """The order that its points stand under, when they have none of their own."""
        return ORDER if self.text.lstrip().startswith(_ROWS) else ""

    def line(self, found: Diagnostic) -> int:
        """Where in the case's own text a finding stands."""
        if found.place is None or found.place.path != FILE:
            return 0
        return max(0, found.place.line - self.head.count("\n"))


def read_cases(file: Path) -> tuple[Case, ...]:
    """The cases of a file."""
    return tuple(_cases(file.read_text(encoding="utf-8")))


def _cases(text: str) -> Iterator[Case]:
    _, *parts = _CASE.split(text)
    for verdict, title, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        case, _, expected = body.partition("\n---\n")
        told = [line.split(" ", 1) for line in expected.splitlines() if line.strip()]
        yield Case(
            title.strip(),
            verdict == "godtas",
            case.strip("\n") + "\n",
            tuple((int(line), message) for line, message in told),
        )


def case_rules(
    case: Case, organisation: str = ORGANISATION, bundles: Iterable[tuple[str, str]] = ()
) -> RuleSet:
    """The rules of a case; ``bundles`` are (name, text) of rules that travel in the plugin."""
    sources = [SourceText.of(FILE, case.head + case.text)]
    if organisation and not case.alone:
        sources.append(SourceText.of("organisation.styr", dedent(organisation).strip("\n") + "\n"))
    texts = [SourceText.of(name, text) for name, text in bundles]
    return compile_sources(sources, "prov", bundles=texts)


def findings(
    check: Check,
    text: str,
    *,
    organisation: str = ORGANISATION,
    on: date | None = None,
    bundles: Iterable[tuple[str, str]] = (),
) -> list[Told]:
    """What ``check`` says of an indented text, in order of place. The text itself must be readable."""
    title = f"prov ({on})" if on else "prov"
    return _told(
        check, Case(title, passes=False, text=dedent(text).strip("\n") + "\n"), organisation, bundles
    )


def _told(check: Check, case: Case, organisation: str, bundles: Iterable[tuple[str, str]]) -> list[Told]:
    rules = case_rules(case, organisation, bundles)
    unreadable = [
        f"{each.place}: {each.message}" for each in rules.diagnostics if each.severity is Severity.ERROR
    ]
    assert not unreadable, unreadable
    found = sorted(check.run(Review(rules, case.day)), key=lambda each: each.sort_key)
    return [Told(case.line(each), each.message, each.severity, each) for each in found]


def verify(
    check: Check,
    case: Case,
    *,
    organisation: str = ORGANISATION,
    bundles: Iterable[tuple[str, str]] = (),
) -> None:
    """Assert that ``check`` says of ``case`` what it expects, with the check's code, a reason and a remedy."""
    told = _told(check, case, organisation, bundles)
    assert [each.line for each in told] == [line for line, _ in case.expected], [
        (each.line, each.message) for each in told
    ]
    for each, (_, begins) in zip(told, case.expected, strict=True):
        assert each.message.startswith(begins), each.message
        assert each.found.code == check.code
        assert each.found.why, "meddelandet saknar varför"
        assert each.found.remedy, "meddelandet saknar gör så"
    assert case.passes is not bool(case.expected), case.title
