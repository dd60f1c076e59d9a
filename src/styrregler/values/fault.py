"""What is wrong with a value, as a value."""

from attrs import frozen


@frozen
class Fault:
    """A token that cannot be read as the value it should be."""

    message: str
    remedy: str
    why: str = ""
