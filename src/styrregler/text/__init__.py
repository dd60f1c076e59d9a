"""Text: what stands in a file, and where.

First station of the pipeline.  In: decoded text.  Out: :class:`SourceText`, places and physical lines.
Knows nothing of keywords, grammar or municipalities.
"""

from styrregler.text.lines import Line, split_lines
from styrregler.text.shown import shown
from styrregler.text.source import Place, SourceText, Span

__all__ = ["Line", "Place", "SourceText", "Span", "shown", "split_lines"]
