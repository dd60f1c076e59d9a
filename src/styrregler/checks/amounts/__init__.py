"""Amounts in conditions: against the law, and against what is probably meant."""

from styrregler.checks.amounts.beyond_the_law import beyond_the_law

CHECKS = (beyond_the_law,)
