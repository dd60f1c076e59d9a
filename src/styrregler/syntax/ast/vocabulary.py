"""The values of clauses on what words mean."""

from attrs import frozen

from styrregler.syntax.ast.words import Text


@frozen
class Meaning:
    """``"a", "b" betyder "c"``: what people say, and what the rules call it."""

    words: tuple[Text, ...]
    means: Text


@frozen
class Belonging:
    """``"a", "b" hör till "c"``: what people say, and whose it is."""

    words: tuple[Text, ...]
    owner: Text


@frozen
class Meanings:
    items: tuple[Meaning | Belonging, ...]


VocabularyValue = Meanings
