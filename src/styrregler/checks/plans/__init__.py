"""Goals and assignments: what they lack, groups that are not as demanded, and times that cannot hold together."""

from styrregler.checks.plans.activities_by_politics import activities_by_politics
from styrregler.checks.plans.board_without_time import board_without_time
from styrregler.checks.plans.factor_unmet import factor_unmet
from styrregler.checks.plans.group_lacks_part import group_lacks_part
from styrregler.checks.plans.incomplete_time import incomplete_time
from styrregler.checks.plans.no_figure import no_figure
from styrregler.checks.plans.no_follow_up import no_follow_up
from styrregler.checks.plans.no_group import no_group
from styrregler.checks.plans.no_purpose import no_purpose
from styrregler.checks.plans.no_such_role import no_such_role
from styrregler.checks.plans.no_target import no_target
from styrregler.checks.plans.outside_window import outside_window
from styrregler.checks.plans.purpose_incomplete import purpose_incomplete
from styrregler.checks.plans.stages_in_ring import stages_in_ring
from styrregler.checks.plans.to_fill_in import to_fill_in
from styrregler.checks.plans.too_early import too_early
from styrregler.checks.plans.wrong_week import wrong_week

CHECKS = (
    no_figure,
    no_follow_up,
    activities_by_politics,
    no_target,
    no_group,
    group_lacks_part,
    no_such_role,
    no_purpose,
    purpose_incomplete,
    too_early,
    stages_in_ring,
    board_without_time,
    factor_unmet,
    outside_window,
    incomplete_time,
    to_fill_in,
    wrong_week,
)
