"""Escalations: that each leads to a body that can settle it, in time, with both sides at the table."""

from styrregler.checks.escalation.no_body import no_body
from styrregler.checks.escalation.no_deadline import no_deadline
from styrregler.checks.escalation.no_meeting import no_meeting
from styrregler.checks.escalation.nobody_holds import nobody_holds
from styrregler.checks.escalation.one_side import one_side
from styrregler.checks.escalation.other_board import other_board
from styrregler.checks.escalation.rings import rings

CHECKS = (no_body, rings, no_deadline, one_side, nobody_holds, other_board, no_meeting)
