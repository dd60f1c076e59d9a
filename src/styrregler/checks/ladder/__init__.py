"""Ladders, exceptions and rows beside each other: what they say together over all cases."""

from styrregler.checks.ladder.gap import gap
from styrregler.checks.ladder.unconditional_last import unconditional_last

CHECKS = (gap, unconditional_last)
