"""Ways of cases: that each leads to an end, that somebody answers for every phase, and that the law's steps are there."""

from styrregler.checks.case.council import unheard, unprepared
from styrregler.checks.case.dead_ends import never_ends
from styrregler.checks.case.no_day import no_day
from styrregler.checks.case.no_meetings import no_meetings
from styrregler.checks.case.no_responsible import no_responsible
from styrregler.checks.case.open_ladder import open_ladder
from styrregler.checks.case.referral_too_long import referral_too_long
from styrregler.checks.case.too_late import too_late
from styrregler.checks.case.too_many import too_many
from styrregler.checks.case.unknown_phase import unknown_phase
from styrregler.checks.case.unreached import unreached

CHECKS = (
    no_responsible,
    unreached,
    never_ends,
    open_ladder,
    unprepared,
    unheard,
    too_late,
    no_day,
    unknown_phase,
    no_meetings,
    too_many,
    referral_too_long,
)
