"""How the property tests compare: over rule sets drawn anew but alike in every run."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings

from tests.property.strategies import Draw, entropies


def cases_compared(examples: int, one: Callable[[Draw], int]) -> int:
    """How many cases ``one`` compared in all, put to so many drawings."""
    compared = 0

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(entropies)
    def run(entropy: bytes) -> None:
        nonlocal compared
        compared += one(Draw(entropy))

    run()
    return compared
