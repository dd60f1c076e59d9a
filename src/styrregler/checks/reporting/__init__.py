"""Reporting decisions back to the board."""

from styrregler.checks.reporting.undecided import undecided

CHECKS = (undecided,)
