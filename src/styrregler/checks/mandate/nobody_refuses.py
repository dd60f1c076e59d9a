"""SR238: a board's order that does not say who refuses to hand out a document."""

from collections import Counter
from collections.abc import Collection, Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.diagnostics import Severity
from styrregler.model import Order, Rule

REFUSAL = "utlämnande-oreglerat"
WHOLE = 20
"""With so many points an order is taken to be the board's whole order, not an extract or an example."""


@check("SR238", "ingen punkt om att inte lämna ut en allmän handling", Severity.WARNING, situation=REFUSAL)
def nobody_refuses(review: Review) -> Iterator[Remark]:
    """Ingen punkt i nämndens ordning säger vem som beslutar att en allmän handling inte lämnas ut.

    Den som har ansvar för handlingen prövar frågan först. Vill den som begär handlingen ha ett beslut ska myndigheten
    fatta det, skriftligt och så att det kan överklagas. Har ingen fått uppdraget är det nämnden, och den som frågar kan
    få vänta till nästa sammanträde. Nästan alla ordningar har därför punkten.

    Kontrollen gäller bara en nämnd vars ordningar tillsammans har minst tjugo punkter: en mindre samling är ofta ett
    utdrag. Punkten känns igen på titeln, på märkningen (`rör`) och på lagrummet.
    """
    duty = review.duty(REFUSAL)
    if duty is None:
        return
    kinds = {name: kind for name, kind in review.rules.corpus.kinds.items() if set(kind.law) & set(duty.law)}
    wordings = Wordings({name: kind.wordings for name, kind in kinds.items()})
    chapters = {(ref.act, ref.chapter) for ref in duty.law}
    boards: dict[str, list[tuple[Order, Rule]]] = {}
    for order in review.delegations:
        if review.now(order) and review.well_read(order):
            boards.setdefault(order.body, []).extend((order, rule) for rule in review.rows_of(order))
    for rows in boards.values():
        if len(rows) < WHOLE or any(_is_about(rule, kinds, wordings, chapters) for _, rule in rows):
            continue
        sizes = Counter(order.name for order, _ in rows)
        first = review.rules.orders[max(sizes, key=sizes.__getitem__)]
        kind = min(kinds, default="")
        yield Remark(
            "ingen punkt säger vem som beslutar att en allmän handling inte lämnas ut",
            first.place,
            why=str(duty),
            remedy=f'lägg till en punkt, till exempel «punkt … "Avslag på begäran att få ut allmän handling"» med «delegat» och «lagrum {duty.law[0]}»'
            + (f"; har en punkt ett annat namn: skriv «rör {kind}» på den" if kind else ""),
            heading=first.title,
        )


def _is_about(rule: Rule, kinds: Collection[str], wordings: Wordings, chapters: set[tuple[str, str]]) -> bool:
    cited = any((basis.ref.act, basis.ref.chapter) in chapters for basis in rule.law)
    return (
        cited
        or not rule.tags.isdisjoint(kinds)
        or bool(
            wordings.found_in(
                [rule.title, rule.section, *rule.includes, *(each.text for each in rule.synonyms)]
            )
        )
    )
