"""SR405: a role that decides but that nobody holds."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.people.deciding import deciding, led
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity

SHOWN = 5


@check("SR405", "rollen har ingen innehavare", Severity.WARNING)
def no_holder(review: Review) -> Iterator[Remark]:
    """Rollen beslutar, men ingen innehar den den dag som kontrollen gäller.

    Ordningen delegerar till befattningar, och det är någon i befattningen som beslutar. Står den tom är det ersättaren
    eller en överordnad som gör det, eller nämnden. Ett innehav som har gått ut betyder oftast att den nya inte är
    inlagd.

    Lägg till `innehavare` med namnet och tiden. Är någon tillförordnad: lägg in den personen, med tiden för det.

    Kontrollen gäller bara regelverk som anger innehavare. En roll som aldrig har haft någon är en upplysning, en enda för
    hela regelverket, och bara för den som leder något eller är ordförande: en handläggare har oftast många innehavare.
    """
    if not review.rules.corpus.holders:
        return
    leads = led(review)
    never = []
    for each in deciding(review):
        name = each.role.name
        periods = [holder.period for holder in review.rules.holders(name)]
        if each.role.in_each or any(review.on in period for period in periods):
            continue
        past = [period.end for period in periods if period.end and period.end < review.on]
        if past:
            yield Remark(
                f"ingen innehar rollen {each.role.title} efter {max(past)}",
                each.place,
                why="ordningen låter rollen besluta, och ingen är den",
                remedy=f'lägg till «innehavare {name} "…"» med den som tog vid',
                heading=each.heading,
            )
        elif periods:
            first = min(period.start for period in periods if period.start)
            yield Remark(
                f"ingen innehar rollen {each.role.title} före {first}",
                each.place,
                why="ordningen låter rollen besluta redan nu, och ingen är den",
                remedy=f'lägg till «innehavare {name} "…"» med den som har rollen till dess',
                heading=each.heading,
            )
        elif name in leads:
            never.append(each)
    if never:
        names = ", ".join(each.role.name for each in never[:SHOWN]) + (" …" if len(never) > SHOWN else "")
        yield Remark(
            f"{len(never)} {'roll' if len(never) == 1 else 'roller'} som beslutar har ingen innehavare ({names})",
            never[0].place,
            why="andra roller i regelverket har innehavare, och de här leder något",
            remedy=f'lägg till «innehavare {never[0].role.name} "…"» och så vidare',
            heading=never[0].heading,
            severity=Severity.INFO,
        )
