"""SR225: a row that delegates nothing and yet says itself that the decision is reported."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review, stands_in
from styrregler.diagnostics import Severity
from styrregler.model import BodyKind, BodyRef, Level, OrderKind, Party, RoleKind, RoleRef, Rule

_BOARDS = (BodyKind.BOARD, BodyKind.COUNCIL)


@check("SR225", "det som inte är delegerat anmäls", Severity.WARNING)
def not_delegated(review: Review) -> Iterator[Remark]:
    """Punkten delegerar inget beslut, men säger själv att beslutet ska anmälas till nämnden.

    Det som anmäls är beslut som någon har fattat i nämndens ställe. Verkställighet och arbetsuppgifter är inga sådana
    beslut, det som nämnden eller fullmäktige själv beslutar finns redan i ett protokoll, och den som har sin rätt av
    lagen och inte av nämnden beslutar i eget namn. Raden får därför ingen verkan i svaren.

    Ofta visar raden att punkten egentligen var tänkt som delegation. Skriv då `delegat`. Ta annars bort `anmäls till`.

    En förtroendevald som enligt lag får besluta när nämnden inte kan väntas in ska anmäla sitt beslut. Det är i sin
    ordning, liksom att den som verkställer något berättar det för sin chef.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        what = _what(rule, review)
        own = next(
            (each for each in rule.reporting if isinstance(each.to, BodyRef) and stands_in(rule, each.place)),
            None,
        )
        if what and own:
            yield Remark.on(
                rule,
                order,
                f"punkten är {what} men säger att beslutet ska anmälas",
                own.place,
                why="det som anmäls till nämnden är beslut som någon har fattat i nämndens ställe",
                remedy="ta bort «anmäls till», eller skriv «delegat …» om det är ett beslut",
            )


def _what(rule: Rule, review: Review) -> str:
    """What the row is when it is no delegation; empty when it is, or may be."""
    if rule.alternatives or rule.unknown or any(each.level is Level.POINT for each in rule.overrides):
        return ""
    if rule.execution:
        return "en arbetsuppgift" if rule.execution.task else "verkställighet"
    if rule.own_right and _is_employed(rule.own_right.by, review):
        return "en rätt som lagen ger"
    parties = [party for each in rule.elsewhere for party in each.parties]
    if parties and all(_is_board(party, review) for party in parties):
        return "nämndens eget eller ett annat organs beslut"
    return ""


def _is_employed(party: Party, review: Review) -> bool:
    role = review.rules.corpus.roles.get(party.name) if isinstance(party, RoleRef) else None
    return role is not None and role.kind is RoleKind.EMPLOYEE


def _is_board(party: Party, review: Review) -> bool:
    body = review.rules.corpus.bodies.get(party.name) if isinstance(party, BodyRef) else None
    return body is not None and body.kind in _BOARDS
