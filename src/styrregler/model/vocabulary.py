"""What people say, and what the rules call it."""

from attrs import frozen

from styrregler.text import Place


@frozen
class Meaning:
    """Words that people use for ``means`` (ord … betyder …); ``area`` is the title of the list they stand in."""

    words: tuple[str, ...]
    means: str
    area: str
    place: Place
