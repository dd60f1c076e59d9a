"""Syntax: from the text of a file to its tree, block by block.

In: a :class:`~styrregler.text.SourceText`.  Out: an :class:`~styrregler.syntax.ast.Document` and diagnostics.
A block is read on its own: nothing in it depends on the blocks around it.  Knows no names, no types and no law.
"""

from styrregler.syntax.many import parse_sources
from styrregler.syntax.parser import parse_source

__all__ = ["parse_source", "parse_sources"]
