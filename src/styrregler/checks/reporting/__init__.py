"""Reporting decisions back to the board."""

from styrregler.checks.reporting.no_appeal import no_appeal
from styrregler.checks.reporting.not_delegated import not_delegated
from styrregler.checks.reporting.separate_record import separate_record
from styrregler.checks.reporting.undecided import undecided

CHECKS = (undecided, not_delegated, no_appeal, separate_record)
