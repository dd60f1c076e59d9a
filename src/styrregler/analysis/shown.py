"""A clause of a row as a finding, in a box where everything that the row turns on is settled.

In: a row, one of its steps or exceptions, and a region.  Out: a finding with its witness.  Refuses to look for anything.
"""

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Situation
from styrregler.logic import Known
from styrregler.model import Alternative, Override
from styrregler.query.candidates import Candidate


def shown(
    situation: Situation,
    kind: Kind,
    row: Candidate,
    step: Alternative | Override,
    at: Known,
    number: int = -1,
) -> Finding | None:
    # Everything that the row turns on is settled in the case shown.
    at = next((box.known for box in situation.boxes_of((row,), within=at)), at)
    witness = situation.witness(at)
    if witness is None:
        return None
    return Finding(
        kind,
        (row.rule,),
        step.place,
        witness.on,
        witness,
        situation.case(at),
        (step.parties,),
        what="delegat" if isinstance(step, Alternative) else "dock",
        condition=step.when,
        step=number,
    )
