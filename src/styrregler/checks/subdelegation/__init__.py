"""Passing a delegation on: who may, and where the board has allowed it."""

from styrregler.checks.subdelegation.without_leave import without_leave

CHECKS = (without_leave,)
