"""SR740: an everyday word of the municipality's own for something that its rules do not have."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.search import index_of


@check("SR740", "ordet pekar på något som reglerna inte har", Severity.WARNING)
def word_for_nothing(review: Review) -> Iterator[Remark]:
    """En rad i kommunens egen ordlista säger att ett ord betyder något som inte står i någon punkt. Den som frågar med ordet får svaret att inget ärende passar.

    Oftast är rubriken omskriven sedan raden skrevs, eller det som ordet betyder felskrivet. Listorna som följer med
    programmet är till för alla kommuner och prövas inte.
    """
    index = index_of(review.rules)
    if not index.matters:
        return
    for meaning in review.rules.corpus.meanings:
        if not meaning.shipped and not index.holds(meaning.means):
            yield Remark(
                f"«{meaning.means}» står inte i någon punkt",
                meaning.place,
                heading=meaning.area,
                why=f"den som frågar om «{meaning.words[0]}» får svaret att inget ärende passar",
                remedy="skriv det med ord ur punktens rubrik, eller ta bort raden; hör det till någon annan skrivs «hör till»",
            )
