"""SR452: activities under an effect goal that politics decides."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import GENERAL, BodyKind, RoleKind, Sort

_POLITICAL = (BodyKind.COUNCIL, BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
_SORTS = (
    Sort.ELECTED,
    Sort.CHAIR,
    Sort.VICE_CHAIR,
    Sort.COUNCIL,
    Sort.BOARD,
    Sort.COMMITTEE,
    Sort.PRESIDIUM,
)


@check("SR452", "politiken väljer aktiviteterna under ett effektmål", Severity.WARNING)
def activities_by_politics(review: Review) -> Iterator[Remark]:
    """Aktiviteterna under ett effektmål väljs av en nämnd, ett utskott eller en förtroendevald.

    Ett effektmål säger vad som ska uppnås. Väljer politiken också aktiviteterna är det detaljstyrning: professionen svarar
    för ett resultat som den inte har valt vägen till.

    Skriv en chef eller medarbetarna efter `aktiviteter av`. Vill politiken bestämma mer ska det stå i målet självt.
    """
    for goal in review.in_force(review.rules.corpus.goals):
        who = next((name for name in goal.activities_by if is_political(name, review)), "")
        if not who or goal.activities_place is None:
            continue
        yield Remark(
            f"{who} väljer aktiviteterna under effektmålet «{goal.agreed.title}»",
            goal.activities_place,
            why="att politiken väljer aktiviteter under ett mål den själv har satt är detaljstyrning",
            remedy="skriv en chef eller medarbetarna, till exempel «aktiviteter av enhetschef»",
            heading=goal.agreed.title,
        )


def is_political(name: str, review: Review) -> bool:
    """A board or a part of one, an elected role, or a general word for such."""
    corpus = review.rules.corpus
    if name in corpus.bodies:
        return corpus.bodies[name].kind in _POLITICAL
    if name in corpus.roles:
        return corpus.roles[name].kind is RoleKind.ELECTED
    if name in corpus.groups:
        return any(is_political(role, review) for role in corpus.groups[name].roles)
    return GENERAL.get(name) in _SORTS
