"""Decisions that cannot wait for the board: who takes them, and when the board is told."""

from styrregler.checks.urgency.nobody import nobody
from styrregler.checks.urgency.reported_late import reported_late
from styrregler.checks.urgency.wrong_decider import wrong_decider

CHECKS = (wrong_decider, nobody, reported_late)
