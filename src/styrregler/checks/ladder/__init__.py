"""Ladders, exceptions and rows beside each other: what they say together over all cases."""

from styrregler.checks.ladder.constant_condition import constant_condition
from styrregler.checks.ladder.contradiction import contradiction
from styrregler.checks.ladder.downwards import downwards
from styrregler.checks.ladder.gap import gap
from styrregler.checks.ladder.hole import hole
from styrregler.checks.ladder.leads_back import leads_back
from styrregler.checks.ladder.overlap import overlap
from styrregler.checks.ladder.redundant import redundant
from styrregler.checks.ladder.same_reason import same_reason
from styrregler.checks.ladder.stopped import stopped
from styrregler.checks.ladder.unconditional_last import unconditional_last
from styrregler.checks.ladder.unreachable import unreachable

CHECKS = (
    constant_condition,
    contradiction,
    downwards,
    gap,
    hole,
    leads_back,
    overlap,
    redundant,
    same_reason,
    stopped,
    unconditional_last,
    unreachable,
)
