"""SR436: a forbidden way that does not say what to do instead."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.assignment import way_in_words


@check("SR436", "den otillåtna vägen säger inte vad man gör i stället", Severity.INFO)
def nothing_instead(review: Review) -> Iterator[Remark]:
    """En uppdragsväg är otillåten, men regeln säger inte vart den som vill något ska vända sig.

    Den som bara får ett nej tar gärna samma väg igen, fast tystare.

    Lägg till `i stället` under `otillåten`.
    """
    for block in review.in_force(review.rules.corpus.assignments):
        for way in block.ways:
            if not way.allowed and not way.instead:
                yield Remark(
                    f"«{way_in_words(way)}» säger inte vad man gör i stället",
                    way.place,
                    why="den som har ett ärende behöver en väg som är öppen",
                    remedy='lägg till en rad, till exempel «i stället "Lyft frågan i nämnden."»',
                    heading=block.agreed.title,
                )
