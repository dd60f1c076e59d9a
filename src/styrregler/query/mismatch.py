"""What an example expected and did not get."""

from collections.abc import Iterator

from attrs import frozen


@frozen
class Mismatch:
    """One thing that the answer has otherwise."""

    what: str
    expected: str
    got: str


def sets(what: str, expected: set[str], got: set[str]) -> Iterator[Mismatch]:
    """A mismatch where two sets of names differ."""
    if expected != got:
        yield Mismatch(what, ", ".join(sorted(expected)) or "ingen", ", ".join(sorted(got)) or "ingen")
