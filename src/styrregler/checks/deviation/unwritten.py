"""How serious it is that a deviation lacks something, where nothing of what is done is written yet.

In: a deviation, and what is left open.  Out: a level, or None for that of the check.
"""

from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Deviation
from styrregler.query.open_points import open_in


def at_worst(deviation: Deviation, review: Review) -> Severity | None:
    """A reminder where the text says that all of it is to be filled in: SR732 tells that once, and warns when it is late."""
    begun = (
        deviation.wordings,
        deviation.reports,
        deviation.measures,
        deviation.follow_ups,
        deviation.protection,
    )
    left = open_in(review.rules, [deviation.agreed.place])
    return Severity.INFO if not any(begun) and any(not each.question for each in left) else None
