"""What rows of orders have to do with boundaries: by `rör`, by area and by wording.

In: a review.  Out: each row with the words of a boundary that it speaks of, and how that is known.  Refuses to find fault.
"""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.model import (
    BodyKind,
    BodyRef,
    Boundary,
    BoundaryTerm,
    NearestChief,
    Order,
    OriginalDelegate,
    Party,
    RespectiveRole,
    RoleKind,
    RoleRef,
    Rule,
    Side,
)

_POLITICAL = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)


@frozen
class RowOnSide:
    """A row and the word of a boundary that it speaks of; ``sure`` when `rör` says so, else ``said`` are its words."""

    order: Order
    rule: Rule
    term: BoundaryTerm
    boundary: Boundary
    sure: bool
    said: str = ""

    def told(self, who: str, what: str) -> str:
        """A message: ``who`` decides ``what``."""
        if self.sure:
            return f"{who} beslutar {what}: «{self.term.name}»"
        return f"«{self.said}» tyder på att {who} beslutar {what}: «{self.term.name}»"

    def why(self, review: Review) -> str:
        """The boundary, with the statute behind the kind of matter where one is known."""
        agreed = self.boundary.agreed
        kind = review.rules.corpus.kinds.get(self.term.name)
        law = f"; se {', '.join(map(str, kind.law))}" if kind and kind.law else ""
        unread = ", som inte är kontrollerad mot lagtexten" if kind and kind.law and not kind.verified else ""
        adopted = f", beslutad {agreed.adoption}" if agreed.adoption else ""
        return f"gränsen «{agreed.title}»{adopted}, har det under «{self.term.side.value}»{law}{unread}"


def rows_on(side: Side, review: Review) -> Iterator[RowOnSide]:
    """The rows that speak of what some boundary lists on ``side``, each once."""
    terms = [
        (term, boundary)
        for boundary in review.decided(review.rules.corpus.boundaries)
        for term in boundary.terms
        if term.side is side
    ]
    if not terms:
        return
    by_name: dict[str, list[tuple[BoundaryTerm, Boundary]]] = {}
    for term, boundary in terms:
        by_name.setdefault(term.name, []).append((term, boundary))
    wordings = Wordings({name: (name.replace("-", " "),) for name in by_name})
    found_in = lru_cache(maxsize=None)(lambda text: wordings.found_in([text]))
    for order, rule in review.rows():
        if not rule.alternatives:
            continue
        tagged = {tag: "" for tag in sorted(rule.tags) if tag in by_name}
        worded = {
            name: said for text in (rule.title, *rule.includes) for name, said in found_in(text).items()
        }
        area = {part: part for part in rule.matter.split(".")[:-1] if part in by_name}
        for name, said in (*tagged.items(), *worded.items(), *area.items()):
            held = [each for each in by_name[name] if each[1].agreed.concerns(rule.body)]
            if held:
                yield RowOnSide(order, rule, *held[0], sure=name in tagged, said=said)
                break


def is_elected(party: Party, review: Review) -> bool:
    """An elected member, or a part of a board that only such sit in."""
    match party:
        case BodyRef(name):
            body = review.rules.corpus.bodies.get(name)
            return body is not None and body.kind in _POLITICAL
        case _:
            return _kind(party, review) is RoleKind.ELECTED


def is_employed(party: Party, review: Review) -> bool:
    return _kind(party, review) is RoleKind.EMPLOYEE


def _kind(party: Party, review: Review) -> RoleKind | None:
    match party:
        case RoleRef(name) | RespectiveRole(name):
            role = review.rules.corpus.roles.get(name)
            return role.kind if role else None
        case BodyRef() | OriginalDelegate() | NearestChief():
            return None
