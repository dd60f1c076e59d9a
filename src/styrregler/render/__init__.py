"""Render: answers and diagnostics as text for people and as JSON for programs.

In: values.  Out: text.  Knows no files and asks nothing; the command line decides where the text goes.
"""
