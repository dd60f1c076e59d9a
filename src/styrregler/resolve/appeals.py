"""Ways of appeal: which there are.

In: the way that a row names.  Out: whether it is known.  Refuses to know what follows from it, and which matters it fits.
"""

from collections.abc import Iterable

from styrregler.resolve.scope import Scope, did_you_mean, listed
from styrregler.syntax import ast


def routes_of(scopes: Iterable[Scope]) -> tuple[str, ...]:
    """Every way of appeal that is declared (överklagandeväg)."""
    declared = (scope.block.header.name.text for scope in scopes if scope.block.header.name)
    return tuple(dict.fromkeys(declared))


def known_route(route: ast.Word, clause: ast.Clause, scope: Scope, routes: tuple[str, ...]) -> bool:
    """Whether ``route`` is one of ``routes``; reported when it is not. Rules read without any law know no ways at all."""
    if not routes or route.text in routes:
        return True
    scope.error(
        "SR406",
        scope.within(clause, route.span),
        f"«{route.text}» är ingen väg att överklaga",
        did_you_mean(
            route.text,
            routes,
            f'skriv vägen och sedan instansen: «överklagas genom förvaltningsbesvär hos "{route.text}"»',
        ),
        why=f"vägarna är {listed(routes, 'och')}",
    )
    return False
