"""The checks that ship with the product, brought through the same hook as everybody's."""

from collections.abc import Iterable

from styrregler.checks import CHECKS, Check
from styrregler.plugins.hooks import hookimpl


@hookimpl
def checks() -> Iterable[Check]:
    """All of them."""
    return CHECKS
