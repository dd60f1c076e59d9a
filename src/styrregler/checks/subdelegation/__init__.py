"""Passing a delegation on: who may, to whom, and where the board has allowed it."""

from styrregler.checks.subdelegation.not_employed import not_employed
from styrregler.checks.subdelegation.not_head import not_head
from styrregler.checks.subdelegation.not_held import not_held
from styrregler.checks.subdelegation.other_board import other_board
from styrregler.checks.subdelegation.too_wide import too_wide
from styrregler.checks.subdelegation.two_steps import two_steps
from styrregler.checks.subdelegation.without_leave import without_leave

CHECKS = (without_leave, two_steps, not_head, other_board, not_employed, not_held, too_wide)
