"""What people say, and what the rules call it or whose it is."""

from attrs import frozen

from styrregler.text import Place


@frozen
class Meaning:
    """Words that people use for ``means`` (ord … betyder …); ``area`` is the title of the list they stand in."""

    words: tuple[str, ...]
    means: str
    area: str
    place: Place
    shipped: bool = False
    """It stands in a list that comes with the product."""


@frozen
class Belonging:
    """Words for what is not for a municipality's delegates: it belongs to ``owner`` (ord … hör till …)."""

    words: tuple[str, ...]
    owner: str
    area: str
    place: Place
