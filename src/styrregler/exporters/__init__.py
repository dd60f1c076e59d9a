"""Exporters: what the rules say, in forms that other programs read.

In: a rule set and answers.  Out: bytes or text.  Refuses to answer, and to write to a disk.  Each format has one module and
one library, imported when it is used.
"""
