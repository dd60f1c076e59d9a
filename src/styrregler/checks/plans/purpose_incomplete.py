"""SR458: a purpose statement without for whom or why."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR458", "verksamhetsidén säger inte för vem eller varför", Severity.INFO)
def purpose_incomplete(review: Review) -> Iterator[Remark]:
    """En verksamhetsidé säger vad nämnden gör, men inte för vem eller varför.

    Det är för vem och varför som gör att två nämnder kan se vad de har gemensamt, och som prioriteringar kan vila på.

    Lägg till `för vem` och `varför`.
    """
    for purpose in review.in_force(review.rules.corpus.purposes):
        if not purpose.written:
            continue
        without = [
            word for word, said in (("för vem", purpose.for_whom), ("varför", purpose.why)) if not said
        ]
        if without:
            lines = [f'«{word} "…"»' for word in without]
            yield Remark(
                f"verksamhetsidén för {purpose.body} säger inte {' eller '.join(without)}",
                purpose.agreed.place,
                why="en verksamhetsidé säger vad, för vem och varför",
                remedy=f"lägg till {' och '.join(lines)}",
                heading=purpose.agreed.title,
            )
