"""Formatting: the canonical form of a file.

In: the text of a file, or a part of its tree.  Out: the same said in the one way of writing it, comments in place and
in order.  A file with a syntax error is never touched, and no text is given that would read differently.
Knows the tree and the grammar's places for a line break; no names, no types and no law.
"""

from styrregler.formatting.blocks import print_block
from styrregler.formatting.document import Formatted, Formatting, Refused, Unreadable, format_source
from styrregler.formatting.printer import print_clause

__all__ = ["Formatted", "Formatting", "Refused", "Unreadable", "format_source", "print_block", "print_clause"]
