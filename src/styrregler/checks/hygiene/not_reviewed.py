"""SR705: an order that nobody has gone through for over a year."""

from collections.abc import Iterator
from datetime import date

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order


@check("SR705", "ordningen är inte genomgången på över ett år", Severity.WARNING)
def not_reviewed(review: Review) -> Iterator[Remark]:
    """En ordning som ingen har gått igenom på över ett år stämmer sällan med organisationen, beloppen och lagen.

    Dagen är den senaste av `beslutad`, `ändrad` och `granskad`. Säger ordningen ingen av dem räknas dagen då den
    började gälla. En genomgång som inte ledde till någon ändring antecknas med `granskad`, så att det syns att den är
    gjord.

    Förslag, och ordningar som har slutat gälla, granskas inte.
    """
    for order in review.orders:
        last = _last_seen(order, review.on)
        if order.draft or last is None or last >= _a_year_before(review.on):
            continue
        undated = order.adoption is None and not order.amendments and order.reviewed is None
        yield Remark(
            f"ordningen har gällt sedan {last} utan att någon genomgång är antecknad"
            if undated
            else f"ordningen har inte gåtts igenom sedan {last}",
            order.place,
            why="roller, belopp och lagrum ändras oftare än så, och en inaktuell rad leder till beslut av fel person",
            remedy=f"gå igenom ordningen och skriv «granskad {review.on}», eller låt nämnden ändra den",
            heading=order.title,
        )


def _last_seen(order: Order, on: date) -> date | None:
    """When somebody last went through it, as far as the text tells; None when it tells nothing. No day to come counts."""
    adoptions = [each.day for each in (order.adoption, *order.amendments) if each is not None]
    days = [*adoptions, *([order.reviewed] if order.reviewed and order.reviewed <= on else [])]
    return max(days, default=order.period.start)


def _a_year_before(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)
