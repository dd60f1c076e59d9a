"""A finding of the analysis as a remark: where it stands, in which case, and the line that shows it.

In: a finding, and what a check says of it.  Out: a remark.  Refuses to choose the words.
"""

from collections.abc import Iterable

from styrregler.analysis import Finding
from styrregler.checks.check import Remark
from styrregler.checks.review import Review
from styrregler.model import Party, Rule
from styrregler.query.people import title_of
from styrregler.text import Place


def remark(
    review: Review,
    finding: Finding,
    message: str,
    *,
    why: str,
    remedy: str,
    related: Iterable[tuple[Place, str]] = (),
) -> Remark:
    """``message`` about the row where ``finding`` stands, with the witness to paste; a proposal cannot be asked yet."""
    rule = next((each for each in finding.rows if each.place == finding.place), finding.rows[0])
    later = f" från {finding.on}" if finding.on > review.on and not finding.draft else ""
    return Remark.on(
        rule,
        review.rules.orders[rule.order],
        f"{message}{later}",
        finding.place,
        why=f"{why}{_further(finding.rows)}",
        remedy=remedy,
        related=tuple(related),
        command=finding.witness.command if finding.witness and not finding.draft else "",
    )


def _further(rows: tuple[Rule, ...]) -> str:
    """How many rows inherit the fault, when it is more than a pair."""
    return f" (det gäller {len(rows)} punkter)" if len(rows) > 2 else ""


def when(finding: Finding) -> str:
    """« när belopp över 400 000 kr»; empty when it is always so."""
    return f" när {finding.case}" if finding.case else ""


def titles(parties: Iterable[Party], review: Review) -> str:
    return " eller ".join(title_of(party, review.rules) for party in parties)


def others(finding: Finding) -> tuple[tuple[Place, str], ...]:
    """The rows that stand elsewhere than the finding itself."""
    return tuple(
        (rule.place, rule.label) for rule in finding.rows[:5] if rule.place.line != finding.place.line
    )
