"""Rows that another row makes superfluous."""

from collections.abc import Iterator

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Situation, says
from styrregler.model import Outcome, Rule
from styrregler.query.candidates import Candidate


def redundant_rows(situation: Situation) -> Iterator[Finding]:
    """A row that could be removed without any answer about this matter changing; the later of two that say the same.

    Raises Stopped.
    """
    rows = list(situation.rows)
    for row in reversed(situation.rows):
        others = [each for each in rows if each is not row]
        if len(row.rule.matters) < 2 and others and _adds_nothing(row.rule, others):
            found = _superfluous(situation, row, rows, others)
            if found is not None:
                rows = others
                yield found


def _superfluous(
    situation: Situation, row: Candidate, rows: list[Candidate], others: list[Candidate]
) -> Finding | None:
    general = [each for each in situation.asked.candidates.kept if each not in situation.rows]
    shown = None
    for box in situation.boxes_of((*general, *rows)):
        if any(
            says(each.ruling) != says(box.ruling)
            for each in situation.boxes_of((*general, *others), within=box.known)
        ):
            return None
        spoke = any(said.candidate.rule.place == row.rule.place for said in box.ruling.spoken)
        if shown is None and spoke and box.ruling.outcome is not Outcome.CONFLICT:
            shown = box
    if shown is None:
        return None
    witness = situation.witness(shown.known)
    beside = tuple(
        said.candidate.rule for said in shown.ruling.spoken if said.candidate.rule.place != row.rule.place
    )
    if witness is None or not beside:
        return None
    return Finding(
        Kind.REDUNDANT_ROW,
        (row.rule, *beside),
        row.rule.place,
        witness.on,
        witness,
        situation.case(shown.known),
        (tuple(shown.ruling.deciders),),
    )


def _adds_nothing(rule: Rule, others: list[Candidate]) -> bool:
    """Whether everything that follows from a decision by ``rule`` follows by another row just the same."""
    return any(_follows(rule) == _follows(each.rule) for each in others)


def _follows(rule: Rule) -> tuple[object, ...]:
    """What a row says beside who decides, wherever it was written."""
    return (
        tuple((each.parties, each.only_for) for each in rule.substitutes),
        tuple((each.to, each.via, each.timing, each.form, each.when) for each in rule.reporting),
        tuple((each.parties, each.timing, each.when) for each in (*rule.consult, None, *rule.inform) if each),
        tuple((each.step, each.by, each.granted, each.when) for each in rule.preconditions),
        (rule.subdelegation.by, rule.subdelegation.when) if rule.subdelegation else None,
        (rule.appeal.route, rule.appeal.to) if rule.appeal else None,
        (rule.requirements, rule.conditions, rule.remarks, rule.tags),
        tuple((each.parties, each.when) for each in rule.overrides),
    )
