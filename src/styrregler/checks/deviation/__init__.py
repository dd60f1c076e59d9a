"""Deviations: that somebody is told, something is done in time, the board hears of it, and whoever reports is protected."""

from styrregler.checks.deviation.no_deadline import no_deadline
from styrregler.checks.deviation.no_escalation import no_escalation
from styrregler.checks.deviation.no_feedback import no_feedback
from styrregler.checks.deviation.no_measure import no_measure
from styrregler.checks.deviation.no_protection import no_protection
from styrregler.checks.deviation.no_recipient import no_recipient
from styrregler.checks.deviation.same_wording import same_wording
from styrregler.checks.deviation.stricter_protection import stricter_protection

CHECKS = (
    no_recipient,
    no_measure,
    no_deadline,
    no_escalation,
    no_feedback,
    no_protection,
    stricter_protection,
    same_wording,
)
