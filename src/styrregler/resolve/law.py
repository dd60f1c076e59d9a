"""What the law says of delegation beside its bars: who may receive one, times, duties and ways of appeal."""

from collections.abc import Sequence

from styrregler.model import (
    SITUATIONS,
    AppealPath,
    DelegateCircle,
    LegalTerm,
    StatutoryDeadline,
    StatutoryDuty,
)
from styrregler.resolve.acts import Acts, plain_refs, verification
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, did_you_mean, listed, words_of
from styrregler.syntax import ast

CONCERNS = ("delegation", "vidaredelegation", "brådska")
"""What a circle is about; the first when nothing is said."""
GIVERS = ("nämnd", "förvaltningschef")


def resolve_circle(scope: Scope, acts: Acts) -> DelegateCircle:
    header = scope.block.header
    return DelegateCircle(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        permits=frozenset(word.text for word in words_of(scope.value("tillåter"))),
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
        concerns=chosen(scope, "avser", CONCERNS) or frozenset({CONCERNS[0]}),
        given_by=chosen(scope, "lämnas av", GIVERS),
    )


def chosen(scope: Scope, keyword: str, allowed: Sequence[str]) -> frozenset[str]:
    """The words of a clause that are among ``allowed``; any other is reported."""
    clause = scope.first(keyword)
    words = words_of(clause.value) if clause else ()
    for word in words:
        if clause is not None and word.text not in allowed:
            scope.error(
                "SR406",
                scope.within(clause, word.span),
                f"«{word.text}» kan inte stå efter «{keyword}»",
                did_you_mean(word.text, allowed, f"skriv {listed(allowed)}"),
            )
    return frozenset(word.text for word in words if word.text in allowed)


def resolve_deadline(scope: Scope, acts: Acts) -> StatutoryDeadline | None:
    header, latest = scope.block.header, scope.value("senast")
    if not isinstance(latest, ast.Latest):
        return None
    return StatutoryDeadline(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        timing=latest.timing,
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
    )


def resolve_duty(scope: Scope, acts: Acts) -> StatutoryDuty:
    header, appeal = scope.block.header, scope.value("överklagas")
    return StatutoryDuty(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        when=chosen(scope, "utlöses av", tuple(SITUATIONS)),
        period=period_of(scope),
        place=scope.header(),
        route=appeal.route.text if isinstance(appeal, ast.Appeal) and appeal.route else "",
        verified=verification(scope)[0],
    )


def resolve_path(scope: Scope, acts: Acts) -> AppealPath:
    header, latest, appeal = scope.block.header, scope.value("senast"), scope.value("överklagas")
    return AppealPath(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        period=period_of(scope),
        place=scope.header(),
        timing=latest.timing if isinstance(latest, ast.Latest) else None,
        switches_off=plain_refs(scope, acts, "stänger av"),
        verified=verification(scope)[0],
        to=appeal.to.value if isinstance(appeal, ast.Appeal) and appeal.to else "",
    )


def resolve_term(scope: Scope, acts: Acts) -> LegalTerm:
    header, formerly = scope.block.header, scope.value("kallades")
    return LegalTerm(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        formerly=tuple(text.value for text in formerly.texts) if isinstance(formerly, ast.Texts) else (),
        law=plain_refs(scope, acts),
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
    )
