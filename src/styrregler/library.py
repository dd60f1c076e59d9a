"""The library's face: load a rule set, ask it, check a decision. Everything here asks the one engine.

>>> import styrregler
>>> rules = styrregler.load("policies/exempelkommun")
>>> rules.who_decides("direktupphandling", belopp=90_000).deciders[0].title
'Enhetschef'
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import TypeVar

from attrs import field, frozen

from styrregler import query
from styrregler.diagnostics import Diagnostic, Findings, sift
from styrregler.model import BodyRef, Party, RoleRef
from styrregler.query import Answer, CheckResult, EscalationAnswer, Found, LookUp, look_up
from styrregler.query.assignment import AssignmentAnswer, may_assign
from styrregler.query.boundary import BoundaryAnswer, which_side
from styrregler.query.channel import ChannelAnswer, channel_between, known_phase
from styrregler.query.given import (
    GivenValue,
    escalation_named,
    known_unit,
    read_given,
    role_named,
    roles_named,
)
from styrregler.query.named import Someone, named
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity
from styrregler.workspace import load_rules

Read = TypeVar("Read")


class QuestionFault(ValueError):
    """Something in the question cannot be used: an unknown fact, a wrong unit, an unknown role. ``faults`` say what."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.message}: {fault.remedy}" for fault in self.faults))


class SeveralMatters(LookupError):
    """Several matters fit the words; ``candidates`` are they, best first."""

    def __init__(self, text: str, candidates: tuple[Found, ...]) -> None:
        self.text, self.candidates = text, candidates
        names = ", ".join(f"{found.rule.body} {found.rule.label} ({found.order})" for found in candidates)
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

    def find(self, text: str, body: str = "", on: date | None = None) -> LookUp:
        """The matters that ``text`` (a name, number, title, synonym or sentence) may mean.

        Rows in force ``on`` that day go before those that are not; without a day all count alike.
        """
        return look_up(_text(text, "ärendet"), self.index, _board(body, self.index), on)

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
                matter, {**_facts(facts), **more_facts}, on, body, unit, absent, disqualified, strict=strict
            ),
        )

    def check(self, decision: Decision) -> CheckResult:
        """Whether ``decision`` was made by the right one. Raises as :meth:`who_decides` does."""
        question = self._question(
            decision.matter,
            _facts(decision.facts),
            decision.on,
            decision.body,
            decision.unit,
            decision.absent,
            decision.disqualified,
        )
        return query.check(self.index, query.Routing(question, _party(decision.decided_by, self.index)))

    def escalate(
        self,
        name: str,
        on: date | None = None,
        *,
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
    ) -> EscalationAnswer:
        """The escalation called ``name`` (or so titled), step by step from ``on`` (today) on.

        Raises QuestionFault, and UnreadableRules when its text cannot be read.
        """
        rules = self.index
        return query.escalate(
            rules,
            _sound(escalation_named(_text(name, "eskaleringen"), rules)),
            _day(on) if on is not None else _today(),
            _people(absent, "absent", rules),
            _people(disqualified, "disqualified", rules),
        )

    def boundary(self, question: str, *, on: date | None = None, body: str = "") -> BoundaryAnswer:
        """Whether ``question`` is for politics (vad), for the profession (hur) or in the grey zone, and who settles it.

        ``clear`` of the answer is None when nothing was found, or several boundaries say different things.  Raises
        QuestionFault and UnreadableRules.
        """
        words = _text(question, "frågan")
        if not words.strip():
            raise QuestionFault([Fault("frågan är tom", "skriv vad den gäller, till exempel «öppettider»")])
        return which_side(words, self.index, _day_or_today(on), _board(body, self.index))

    def assignment(
        self, sender: str, receiver: str, *, on: date | None = None, body: str = ""
    ) -> AssignmentAnswer:
        """Whether ``sender`` may give ``receiver`` an assignment, and what to do instead.

        Both are a role, a body or a general word («ledamot», «nämnd», «handläggare»).  Raises QuestionFault and
        UnreadableRules.
        """
        giver, taker = (_someone(each, self.index) for each in (sender, receiver))
        return may_assign(giver, taker, self.index, _day_or_today(on), _board(body, self.index))

    def channel(
        self, sender: str, receiver: str, *, phase: str = "", on: date | None = None, body: str = ""
    ) -> ChannelAnswer:
        """Through whom ``sender`` reaches ``receiver``, in ``phase`` or in each, and what they expect of each other.

        Raises as :meth:`assignment` does.
        """
        one, other = (_someone(each, self.index) for each in (sender, receiver))
        named = _sound(known_phase(_text(phase, "fasen"), self.index)) if phase else ""
        return channel_between(
            one, other, self.index, _day_or_today(on), phase=named, body=_board(body, self.index)
        )

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
        day = _day(on) if on is not None else _today()
        found = matter_of(_text(matter, "ärendet"), rules, board, day)
        known: dict[str, Quantity | str] = {**found.facts, **given}
        _opened_before(day, known)
        return query.Question(
            matter=found.matter,
            on=day,
            facts=known,
            body=board,
            unit=_sound(known_unit(_text(unit, "enheten"), rules)) if unit else "",
            absent=_people(absent, "absent", rules),
            disqualified=_people(disqualified, "disqualified", rules),
            strict=strict,
            dated=on is not None,
        )


def _day_or_today(on: date | None) -> date:
    return _day(on) if on is not None else _today()


def _someone(text: str, rules: RuleSet) -> Someone:
    return _sound(named(_text(text, "namnet"), rules))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - a decision's day is a day in Sweden, not a moment


def matter_of(text: str, rules: RuleSet, body: str = "", on: date | None = None) -> Found:
    """The one matter that ``text`` means. Raises SeveralMatters when that is not clear.

    Where none fits and some file could not be read, the matter may stand there: that raises UnreadableRules.
    """
    found = look_up(text, rules, body, on)
    if found.clear is None:
        unread = tuple(each.place for each in rules.diagnostics if each.code in _UNREAD and each.place)
        if unread and not found.candidates:
            raise query.UnreadableRules(unread)
        raise SeveralMatters(text, found.candidates)
    return found.clear


_UNREAD = ("SR101", "SR803")
"""A file that was not read at all."""


def _text(value: object, what: str) -> str:
    """``value`` as text in its one normal form: macOS gives «ö» as «o» with dots."""
    if not isinstance(value, str):
        raise QuestionFault(
            [Fault(f"{what} ska vara text, inte {value!r}", "ange ett namn, en titel eller ett nummer")]
        )
    return unicodedata.normalize("NFC", value)


def _facts(given: object) -> Mapping[str, GivenValue]:
    if given is None:
        return {}
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise QuestionFault(
            [Fault(f"uppgifterna ska ha namn, inte {given!r}", 'ange dem som {"belopp": 350000}')]
        )
    return given


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, date):
        raise QuestionFault(
            [Fault(f"dagen ska vara ett datum, inte {value!r}", "ange den som date(2026, 3, 2)")]
        )
    return value


def _opened_before(day: date, known: Mapping[str, Quantity | str]) -> None:
    """A case is opened before it is decided."""
    opened = known.get("inlett")
    if isinstance(opened, Quantity) and opened.measure > Quantity.of_day(day).measure:
        raise QuestionFault(
            [
                Fault(
                    f"ärendet kan inte ha inletts {opened}, efter beslutet {day}",
                    "rätta inlett, eller ange dagen för beslutet",
                )
            ]
        )


def _people(given: object, name: str, rules: RuleSet) -> frozenset[str]:
    """Roles by their names; a group of roles is all of them."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise QuestionFault(
            [
                Fault(
                    f"{name} ska vara flera namn, inte {given!r}",
                    f"ange dem som en lista: {name}=[{str(given)!r}]",
                )
            ]
        )
    return frozenset(role for each in given for role in _sound(roles_named(_text(each, "rollen"), rules)))


def _party_name(text: str, rules: RuleSet) -> str:
    return _sound(role_named(_text(text, "namnet"), rules))


def _board(text: str, rules: RuleSet) -> str:
    """A body by name, title or abbreviation; empty for empty."""
    name = _party_name(text, rules) if text else ""
    if name and name not in rules.corpus.bodies:
        raise QuestionFault(
            [Fault(f"«{text}» är en roll, inget organ", "ange nämnden, till exempel med dess förkortning")]
        )
    return name


def _sound(name: Read | Fault) -> Read:
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
