"""The interplay between politics and profession: boundaries against delegation, and agreements against themselves."""

from styrregler.checks.interplay.contradicting_ways import contradicting_ways
from styrregler.checks.interplay.elected_decides_how import elected_decides_how
from styrregler.checks.interplay.employee_decides_what import employee_decides_what
from styrregler.checks.interplay.nothing_instead import nothing_instead
from styrregler.checks.interplay.restricts_freedom import restricts_freedom
from styrregler.checks.interplay.two_sides import two_sides
from styrregler.checks.interplay.unsettled import unsettled

CHECKS = (
    elected_decides_how,
    employee_decides_what,
    unsettled,
    restricts_freedom,
    contradicting_ways,
    two_sides,
    nothing_instead,
)
