"""Gaps: cases in which a row is about the matter, and says nothing, and nobody has said who decides then."""

from collections.abc import Iterator

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Box, Situation
from styrregler.logic import Known, truth
from styrregler.logic.expr import YES
from styrregler.model import Outcome
from styrregler.query.candidates import Candidate
from styrregler.query.otherwise import URGENCY, urgent


def gaps(situation: Situation) -> Iterator[Finding]:
    """At most one for a matter: the first box in which no row answers, made as wide as it goes."""
    rows = situation.rows
    # `delegat okänd` says itself that the row is not finished.
    if any(each.rule.unknown for each in rows):
        return
    # A delegate whom the law does not allow leaves a hole that is no fault of its own.
    own = {each.place for each in situation.every_row}
    if any(each.stage == "competence" and each.place in own for each in situation.asked.candidates.excluded):
        return
    # Rows that never say anything have a condition that never holds, which is found by itself.
    if all(box.ruling.outcome is Outcome.DEFAULT for box in situation.boxes):
        return
    for box in situation.boxes:
        silent = [each for each in rows if _meant(each, box.known)]
        if box.ruling.outcome is not Outcome.DEFAULT or not silent or _chair_decides(situation, box):
            continue
        wide = situation.widest(box.known)
        witness = situation.witness(wide)
        ladder = [step for each in silent for step in each.rule.alternatives if step.when is not None]
        if witness is None or not ladder:
            continue
        yield Finding(
            Kind.GAP,
            tuple(each.rule for each in silent),
            ladder[-1].place,
            situation.asked.question.on,
            witness,
            situation.case(wide) or situation.case(wide, every=True),
        )
        return


def _meant(row: Candidate, at: Known) -> bool:
    """Whether the row is about such a case: `gäller inte när` and other municipalities are silence on purpose."""
    return all(truth(need, at) for need in row.needs) and not any(
        truth(each.when, at) is not False for each in row.rule.exceptions
    )


def _chair_decides(situation: Situation, box: Box) -> bool:
    return box.known.facts.get(URGENCY) == frozenset({YES}) and bool(urgent(situation.asked))
