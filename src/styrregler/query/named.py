"""Who is asked about: a role, a body, a group of roles or a general word, as people write it.

In: words, and a rule set.  Out: :class:`Someone`, or what is wrong.  Refuses to say what the rules hold of them.
"""

import unicodedata

from attrs import frozen

from styrregler.model import GENERAL
from styrregler.query.given import role_named
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, fold


@frozen
class Someone:
    """A role, body, group of roles or general word (någon), with its title."""

    name: str
    title: str


def someone(name: str, rules: RuleSet) -> Someone:
    """As the rules write it: declared, or a general word."""
    corpus = rules.corpus
    declared = corpus.roles.get(name) or corpus.bodies.get(name) or corpus.groups.get(name)
    return Someone(name, declared.title if declared else name)


def named(text: str, rules: RuleSet) -> Someone | Fault:
    """The one that ``text`` names: by name, title, abbreviation or synonym; else as a general word."""
    plain = fold(" ".join(unicodedata.normalize("NFC", text).split()))
    for name, group in rules.corpus.groups.items():
        if plain in (fold(name), fold(group.title)):
            return someone(name, rules)
    found = role_named(text, rules)
    if not isinstance(found, Fault):
        return someone(found, rules)
    general = next((word for word in GENERAL if fold(word) == plain.replace(" ", "-")), "")
    return someone(general, rules) if general else found
