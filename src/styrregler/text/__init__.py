"""Text: what stands in a file, and where.

First station of the pipeline.  In: decoded text.  Out: :class:`SourceText`, places and physical lines.
Knows nothing of keywords, grammar or municipalities.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of
from styrregler.text.shown import shown
from styrregler.text.source import Place, SourceText, Span

if TYPE_CHECKING:
    from styrregler.text.lines import Line, split_lines
else:
    __getattr__ = names_of(
        __name__,
        {"lines": "Line split_lines"},
    )

__all__ = ["Line", "Place", "SourceText", "Span", "shown", "split_lines"]
