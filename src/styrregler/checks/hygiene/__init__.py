"""Orders as documents: kept up to date, in force when they should be, whole and in order, and finished in their wording."""

from styrregler.checks.hygiene.broken_editing import broken_editing
from styrregler.checks.hygiene.called_alike import called_alike
from styrregler.checks.hygiene.draft_due import draft_due
from styrregler.checks.hygiene.expired import expired
from styrregler.checks.hygiene.lost_reference import lost_reference
from styrregler.checks.hygiene.no_figure import no_figure
from styrregler.checks.hygiene.no_points import no_points
from styrregler.checks.hygiene.not_reviewed import not_reviewed
from styrregler.checks.hygiene.numbers_astray import numbers_astray
from styrregler.checks.hygiene.outside_period import outside_period
from styrregler.checks.hygiene.reviewed_later import reviewed_later
from styrregler.checks.hygiene.title_twice import title_twice
from styrregler.checks.hygiene.two_in_force import two_in_force
from styrregler.checks.hygiene.word_for_nothing import word_for_nothing
from styrregler.checks.hygiene.wrong_base_amount import wrong_base_amount

CHECKS = (
    broken_editing,
    called_alike,
    draft_due,
    expired,
    lost_reference,
    no_figure,
    no_points,
    not_reviewed,
    numbers_astray,
    outside_period,
    reviewed_later,
    title_twice,
    two_in_force,
    word_for_nothing,
    wrong_base_amount,
)
