"""SR216: a reference to an act that was not yet in force when the text was written."""

from collections.abc import Iterator
from datetime import date

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Citation, Review
from styrregler.diagnostics import Severity


@check("SR216", "lagen gällde inte än", Severity.WARNING)
def not_yet_in_force(review: Review) -> Iterator[Remark]:
    """Lagen som hänvisningen gäller trädde i kraft efter att ordningen eller punkten började gälla.

    Antingen är lagrummet fel, eller så har texten ändrats senare utan att det står när. Punkten saknar stöd för
    beslut från tiden dessförinnan.

    Skriv när ordningen ändrades (`ändrad`), låt punkten gälla från den dag då lagen började gälla, eller rätta lagrummet.
    """
    for each in review.citations:
        act = review.rules.acts.get(each.basis.act)
        day = _day(each)
        if act is None or day is None or act.period.start is None or act.period.start <= day:
            continue
        older = next(
            (
                other
                for other in review.rules.corpus.acts
                if other.name == act.replaces and day in other.period
            ),
            None,
        )
        meant = f"; då gällde {older.in_a_sentence}" if older is not None else ""
        yield Remark(
            f"{each.basis.ref}: {act.in_a_sentence} gäller först från {act.period.start}",
            each.basis.place,
            why=f"texten gäller från {day}{meant}",
            remedy=f"rätta lagrummet, låt punkten gälla från {act.period.start}, "
            "eller skriv när ordningen ändrades: «ändrad ÅÅÅÅ-MM-DD § NR»",
            heading=each.heading,
        )


def _day(cited: Citation) -> date | None:
    """When the text was written, or the first of the rows that have the reference begins to hold."""
    written = cited.order.written
    starts = [rule.period.start for rule in cited.rules]
    begun = [start for start in starts if start is not None] if starts and None not in starts else []
    return max((day for day in (written, min(begun, default=None)) if day is not None), default=None)
