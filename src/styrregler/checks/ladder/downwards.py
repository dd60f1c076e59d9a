"""SR315: a ladder that leads down as the amount grows."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR315", "ett större belopp går till en underordnad", Severity.WARNING)
def downwards(review: Review) -> Iterator[Remark]:
    """Ett steg i trappan, eller ett `dock`, ger ett större belopp till någon som är underordnad den som har det mindre.

    Oftast har två namn eller två gränser bytt plats, eller har `över` skrivits för `under`. Chefen beslutar då i det
    lilla och medarbetaren i det stora. Den som är underordnad framgår av `närmaste chef`, `tillhör` och `leds av`; en
    anställd är underordnad nämnden, dess utskott och dess presidium.

    Jämförelsen gäller bara belopp, och bara fall som är lika i allt annat.
    """
    for finding in review.found(Kind.DOWNWARDS):
        who, chief = (titles(parties, review) for parties in finding.parties)
        yield remark(
            review,
            finding,
            f"{who} beslutar{when(finding)}, men {chief} när beloppet är mindre",
            why=f"{who} är underordnad {chief}, och det större beloppet brukar kräva den högre nivån",
            remedy=f"låt {who} och {chief} byta plats, eller rätta gränsen",
        )
