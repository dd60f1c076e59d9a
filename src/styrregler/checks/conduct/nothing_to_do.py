"""SR442: a rule of conduct that says neither what to do nor what to avoid."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR442", "regeln säger varken gör eller undvik", Severity.WARNING)
def nothing_to_do(review: Review) -> Iterator[Remark]:
    """En regel i uppförandekoden har bara en rubrik.

    Alla kan hålla med om en rubrik. Först när det står vad den betyder i handling går det att se om den följs.

    Lägg till `gör` eller `undvik` under regeln, med det som regeln betyder i vardagen.
    """
    for code in review.in_force(review.rules.corpus.codes):
        for rule in code.rules:
            if not rule.does and not rule.avoids:
                yield Remark(
                    f"regeln «{rule.title}» säger varken vad man gör eller vad man undviker",
                    rule.place,
                    why="en rubrik går att tolka hur som helst",
                    remedy='lägg till en rad under regeln, till exempel «gör "Tala om sakfrågan, i rätt forum."»',
                    heading=code.agreed.title,
                )
