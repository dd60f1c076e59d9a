"""The library's face: load a rule set, ask it, check a decision. Everything here asks the one engine.

>>> import styrregler
>>> rules = styrregler.load("policies/exempelkommun")
>>> rules.who_decides("direktupphandling", belopp=90_000).deciders[0].title
'Enhetschef'
"""

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from attrs import field, frozen

from styrregler import query
from styrregler.diagnostics import Diagnostic, Findings, sift
from styrregler.model import BodyRef, Party, RoleRef
from styrregler.query import Answer, CheckResult, Found, LookUp, look_up
from styrregler.query.given import GivenValue, known_unit, read_given, role_named
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity
from styrregler.workspace import load_rules


class QuestionFault(ValueError):
    """Something in the question cannot be used: an unknown fact, a wrong unit, an unknown role. ``faults`` say what."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.message}: {fault.remedy}" for fault in self.faults))


class SeveralMatters(LookupError):
    """Several matters fit the words; ``candidates`` are they, best first."""

    def __init__(self, text: str, candidates: tuple[Found, ...]) -> None:
        self.text, self.candidates = text, candidates
        names = ", ".join(f"{found.rule.body} {found.rule.label}" for found in candidates)
        super().__init__(
            f"flera ärenden passar på «{text}»: {names}" if candidates else f"inget ärende passar på «{text}»"
        )


@frozen
class Decision:
    """A decision as a register holds it.

    ``matter`` and ``facts`` as in :meth:`Rules.who_decides`; ``decided_by`` a role or body by name or title.
    """

    matter: str
    decided_by: str
    on: date | None = None
    facts: Mapping[str, GivenValue] = field(factory=dict)
    body: str = ""
    unit: str = ""
    absent: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()


@frozen
class Rules:
    """A loaded rule set. Immutable and safe to share between threads."""

    index: RuleSet

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found while reading the files, in order of place."""
        return self.index.diagnostics

    def findings(self, on: date | None = None) -> Findings:
        """What reading and the checks found as of ``on`` (today), sifted as the text and `styrregler.toml` say."""
        from styrregler.checks import CODES, run_checks

        on = on or _today()
        rules = self.index
        return sift(
            rules.diagnostics,
            run_checks(rules, on),
            rules.corpus.suppressions,
            rules.settings,
            CODES,
            on,
        )

    @property
    def version(self) -> str:
        """A digest of all that was read; part of every receipt."""
        return self.index.version

    def find(self, text: str, body: str = "") -> LookUp:
        """The matters that ``text`` (a name, number, title, synonym or sentence) may mean."""
        return look_up(text, self.index, _board(body, self.index))

    def who_decides(
        self,
        matter: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        on: date | None = None,
        body: str = "",
        unit: str = "",
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
        strict: bool = False,
        **more_facts: GivenValue,
    ) -> Answer:
        """Who decides ``matter``, and what follows.

        ``facts`` (or keywords, with ``_`` for a hyphen and å ä ö left out): kronor as a number, other amounts as text
        («2 prisbasbelopp», «4 år»), yes and no as bool, a choice as text, a day as date. ``on`` is the day of the
        decision; without it today counts and no deadline becomes a date. ``strict`` asks judgements too.

        Raises QuestionFault, SeveralMatters (also when none fits), UnreadableRules.
        """
        return query.answer(
            self.index,
            self._question(
                matter, {**(facts or {}), **more_facts}, on, body, unit, absent, disqualified, strict=strict
            ),
        )

    def check(self, decision: Decision) -> CheckResult:
        """Whether ``decision`` was made by the right one. Raises as :meth:`who_decides` does."""
        question = self._question(
            decision.matter,
            decision.facts,
            decision.on,
            decision.body,
            decision.unit,
            decision.absent,
            decision.disqualified,
        )
        return query.check(self.index, query.Routing(question, _party(decision.decided_by, self.index)))

    def _question(
        self,
        matter: str,
        facts: Mapping[str, GivenValue],
        on: date | None,
        body: str,
        unit: str,
        absent: Iterable[str],
        disqualified: Iterable[str],
        *,
        strict: bool = False,
    ) -> query.Question:
        rules = self.index
        given, faults = read_given(facts, rules)
        if faults:
            raise QuestionFault(faults)
        board = _board(body, rules)
        found = matter_of(matter, rules, board)
        known: dict[str, Quantity | str] = {**found.facts, **given}
        return query.Question(
            matter=found.matter,
            on=on or _today(),
            facts=known,
            body=board,
            unit=_sound(known_unit(unit, rules)) if unit else "",
            absent=frozenset(_party_name(name, rules) for name in absent),
            disqualified=frozenset(_party_name(name, rules) for name in disqualified),
            strict=strict,
            dated=on is not None,
        )


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a decision's day is a day in Sweden, not a moment


def matter_of(text: str, rules: RuleSet, body: str = "") -> Found:
    """The one matter that ``text`` means. Raises SeveralMatters when that is not clear."""
    found = look_up(text, rules, body)
    if found.clear is None:
        raise SeveralMatters(text, found.candidates)
    return found.clear


def _party_name(text: str, rules: RuleSet) -> str:
    return _sound(role_named(text, rules))


def _board(text: str, rules: RuleSet) -> str:
    """A body by name, title or abbreviation; empty for empty."""
    name = _party_name(text, rules) if text else ""
    if name and name not in rules.corpus.bodies:
        raise QuestionFault(
            [Fault(f"«{text}» är en roll, inget organ", "ange nämnden, till exempel med dess förkortning")]
        )
    return name


def _sound(name: str | Fault) -> str:
    if isinstance(name, Fault):
        raise QuestionFault([name])
    return name


def _party(text: str, rules: RuleSet) -> Party:
    name = _party_name(text, rules)
    return BodyRef(name) if name in rules.corpus.bodies else RoleRef(name)


def load(path: str | PathLike[str]) -> Rules:
    """Read the rules in a folder (or one file). Raises FolderProblem when there are none to read.

    Faults in the text do not raise: they are in ``diagnostics``, and a question that rests on a faulty row says so.
    """
    return Rules(load_rules(Path(path)))
