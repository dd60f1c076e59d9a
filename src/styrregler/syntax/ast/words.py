"""Words and texts as written, and where they stand."""

from attrs import field, frozen

from styrregler.text import Span

NOWHERE = Span(0, 0)


def span_field() -> Span:
    return field(eq=False, default=NOWHERE, repr=False)


@frozen
class Word:
    """A name as written."""

    text: str
    span: Span = span_field()


@frozen
class Text:
    """Free text, without its quotation marks."""

    value: str
    span: Span = span_field()
