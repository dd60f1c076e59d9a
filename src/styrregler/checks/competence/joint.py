"""Where a row's free text says that several decide together, and who they seem to be.

In: a row.  Out: the words, and whether politicians or employees seem to take part.  Refuses to judge.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from styrregler.checks.review import Review
from styrregler.model import BodyKind, Order, RoleKind, Rule
from styrregler.query.bars import legal_kinds
from styrregler.values import same_word

_SENTENCE = re.compile(r"[.;!?\n]+")
_WORD = re.compile(r"[\w-]+")
_JOINT = re.compile(
    r"\bi förening\b"
    r"|\bbeslut(?:as|ar|a|at)?\s+(?:(?!om\b|för\b|att\b|i\b|kring\b)[\w-]+\s+){0,3}?(?:gemensamt|tillsammans)\b"
    r"|\b(?:gemensamt|tillsammans)\s+(?:(?!om\b|för\b|att\b|kring\b)[\w-]+\s+){0,6}?(?:besluta[rs]?|fattar|avgör)\b"
    r"|\bgemensamt\s+(?:beslut|av)\b"
    r"|\b(?:delegat|delegeras|delegeras till|fattas|avgörs)\b[^,]*\b(?:gemensamt|tillsammans)\b"
    r"|^\s*(?:gemensamt|tillsammans)\s+med\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:samt|och|tillsammans|jämte)\b|[+&/]", re.IGNORECASE)
_NO_DECISION = re.compile(
    r"firmateck|underteckn|underskri|teckna|attest|kontrasign|utbetalning|samråd|bered|utred|handlägg|planer|förbered"
    r"|var för sig|vardera|eller",
    re.IGNORECASE,
)
"""Signing, preparing and consulting are not deciding; and «var för sig» is the opposite of together."""
_NOT = re.compile(r"\b(?:inte|ej|aldrig|icke)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:gemensamt|tillsammans)\s+med\b", re.IGNORECASE)
_AFTER_CONSULTING = re.compile(r",?\s*\befter\s+samråd\b.*$", re.IGNORECASE)
"""What is consulted about first says nothing of who then decides."""
_ELSEWHERE = re.compile(
    r"\s+(?:i|för|hos|från|vid)\s+(?:(?:den|det|en|ett|respektive|berörd|sökande)\s+)*"
    r"[\w-]*(?:förening|bolag|stiftelse|samfällighet|byalag|klubb|församling|förbund|regionen|företag|länsstyrelse)",
    re.IGNORECASE,
)
"""After a person: somebody of another organisation, who decides nothing in the board's place."""
_POLITICIANS = (
    "ordförande",
    "ledamot",
    "ledamöter",
    "presidium",
    "presidiet",
    "utskott",
    "förtroendevald",
    "nämnden",
)
_EMPLOYEES = (
    "chef",
    "direktör",
    "handläggare",
    "sekreterare",
    "rektor",
    "jurist",
    "strateg",
    "tjänsteman",
    "tjänstemän",
)


@frozen
class Joint:
    """Words of a row that several decide together, and who they seem to be."""

    order: Order
    rule: Rule
    said: str
    politicians: bool
    employees: bool

    @property
    def mixed(self) -> bool:
        return self.politicians and self.employees


@frozen(slots=False)
class _Reader:
    review: Review

    @cached_property
    def _named(self) -> tuple[tuple[str, bool], ...]:
        """Words of titles that tell a politician (true) or an employee (false), beside those that any order uses."""
        corpus = self.review.rules.corpus
        found = [
            (role.title.casefold(), role.kind is RoleKind.ELECTED)
            for role in corpus.roles.values()
            if role.kind in (RoleKind.ELECTED, RoleKind.EMPLOYEE)
        ]
        found += [
            (body.title.casefold(), True)
            for body in corpus.bodies.values()
            if body.kind in (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
        ]
        return tuple(each for each in found if " " not in each[0])

    def joints(self) -> Iterator[Joint]:
        for order, rule in self.review.rows():
            if rule.elsewhere and not rule.alternatives:
                continue
            said = next(self._said(rule), "")
            if said:
                who = self._who(said, rule)
                yield Joint(order, rule, said, politicians=True in who, employees=False in who)

    def _said(self, rule: Rule) -> Iterator[str]:
        if _NO_DECISION.search(rule.title):
            return
        for text in (rule.title, *rule.conditions, *rule.remarks):
            for sentence in _SENTENCE.split(text):
                if self._is_joint(sentence):
                    yield sentence.strip()
        if rule.unknown and not _NO_DECISION.search(rule.unknown):
            several = _TWO.search(rule.unknown) and len(self._mentioned(rule.unknown)) > 1
            if several or _JOINT.search(rule.unknown):
                yield rule.unknown

    def _is_joint(self, sentence: str) -> bool:
        decided = _AFTER_CONSULTING.sub("", sentence)
        found = _JOINT.search(decided)
        if not found or _NO_DECISION.search(decided) or _NOT.search(decided[: found.end()]):
            return False
        # «Tillsammans med bygglovet» is said of another matter.
        beside = _WITH.search(decided, found.start())
        return beside is None or bool(self._mentioned(decided[beside.end() :]))

    def _who(self, said: str, rule: Rule) -> set[bool]:
        """Politicians (true) and employees (false) among those mentioned and the row's own delegates."""
        found = set(self._mentioned(said))
        for each in rule.alternatives:
            for party in each.parties:
                kinds = legal_kinds(party, self.review.rules, rule.body)
                if kinds:
                    found.add(RoleKind.EMPLOYEE.value not in kinds)
        return found

    def _mentioned(self, text: str) -> list[bool]:
        return [
            who
            for match in _WORD.finditer(text)
            if not _ELSEWHERE.match(text, match.end())
            and (who := self._is_politician(match[0].casefold())) is not None
        ]

    def _is_politician(self, word: str) -> bool | None:
        for title, elected in self._named:
            if same_word(word, title):
                return elected
        for words, elected in ((_POLITICIANS, True), (_EMPLOYEES, False)):
            if any(ending in word for ending in words):
                return elected
        return None


def joint_decisions(review: Review) -> Iterator[Joint]:
    """Rows whose title, conditions, remarks or unknown delegate say that several decide together; one for each."""
    return _Reader(review).joints()
