"""SR218: an appeal by a way that the law says leads elsewhere."""

from collections.abc import Iterator

from attrs import evolve

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import AppealPath
from styrregler.text import Place
from styrregler.values import same_word


@check("SR218", "fel instans för överklagandet", Severity.WARNING)
def wrong_court(review: Review) -> Iterator[Remark]:
    """Punkten nämner en väg att överklaga och en instans, men lagen säger att den vägen leder till en annan.

    Den som överklagar vänder sig dit ordningen säger. Går överklagandet till fel instans kan tiden hinna gå ut. Vilken
    instans det är står i `policies/lag` (`överklagandeväg`, `överklagas … hos`). Kammarrätten är nästa instans, inte den
    första.

    Ska beslutet inte alls överklagas på den vägen, utan enligt en annan lag: skriv den vägen, oftast
    `överklagas genom förvaltningsbesvär hos "…"`.
    """
    told: set[Place] = set()
    for order, rule in review.rows():
        appeal = rule.appeal
        path = review.rules.corpus.appeal_paths.get(appeal.route) if appeal is not None else None
        if appeal is None or path is None or not appeal.to or appeal.place in told:
            continue
        if review.day(order) not in path.period or _is_named(appeal.to, path):
            continue
        told.add(appeal.place)
        first = path.to.split(" eller ")[0]
        law = ", ".join(
            dict.fromkeys(str(evolve(ref, sections=(), paragraph=0, item="")) for ref in path.law)
        )
        yield Remark.on(
            rule,
            order,
            f"{path.title} sker inte hos «{appeal.to}»",
            appeal.place,
            why=f"lagen säger {path.to} ({law})",
            remedy=f'skriv «överklagas genom {path.name} hos "{first}"», eller rätta vägen om en annan lag gäller',
        )


def _is_named(said: str, path: AppealPath) -> bool:
    """Whether one of the names that the law has for it is said, with or without a place; true where the law says none."""
    words = said.casefold().split()
    names = [each.split()[-1] for each in path.to.casefold().split(" eller ")] if path.to else []
    return not names or any(same_word(word.strip(",.;"), name) for word in words for name in names)
