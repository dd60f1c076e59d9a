"""Ways of appeal: which there are.

In: the way that a row names.  Out: whether it is known.  Refuses to know what follows from it, and which matters it fits.
"""

from styrregler.resolve.scope import Scope, listed
from styrregler.syntax import ast
from styrregler.values import nearest

ROUTES = ("laglighetsprövning", "förvaltningsbesvär", "överprövning")
"""Until statutes as data declare them."""


def known_route(route: ast.Word, clause: ast.Clause, scope: Scope) -> bool:
    """Whether ``route`` is a way of appeal; reported when it is not."""
    if route.text in ROUTES:
        return True
    meant = nearest(route.text, ROUTES)
    scope.error(
        "SR406",
        scope.within(clause, route.span),
        f"«{route.text}» är ingen väg att överklaga",
        f"menade du «{meant}»?"
        if meant
        else f'skriv vägen och sedan instansen: «överklagas genom förvaltningsbesvär hos "{route.text}"»',
        why=f"vägarna är {listed(ROUTES, 'och')}",
    )
    return False
