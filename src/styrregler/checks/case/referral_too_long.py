"""SR631: those who are asked have longer than the phase."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.deadlines import day_by
from styrregler.values import Timing, TimingKind


@check("SR631", "remissen tar längre tid än fasen", Severity.WARNING)
def referral_too_long(review: Review) -> Iterator[Remark]:
    """De som får ärendet på remiss har längre tid på sig än fasen som remissen går ut i.

    Fasen tar då den längre tiden, och den tid som står där stämmer inte.

    Skriv en kortare tid för remissen, eller en längre för fasen.
    """
    for route in routes(review):
        for phase in route.phases:
            for each in phase.referrals:
                if not _lasting(phase.timing) or not _lasting(each.timing):
                    continue
                own, asked = (day_by(timing, review.on, (), ()) for timing in (phase.timing, each.timing))
                if own and asked and asked > own:
                    yield Remark(
                        f"remissen har «{each.timing}», fasen «{phase.timing}»",
                        each.place,
                        why="fasen tar då så lång tid som remissen, och dess egen tid stämmer inte",
                        remedy="skriv en kortare tid för remissen, eller en längre för fasen",
                        heading=route.agreed.title,
                    )


def _lasting(timing: Timing | None) -> bool:
    return timing is not None and timing.kind is TimingKind.WITHIN and not timing.event
