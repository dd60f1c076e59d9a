"""The command line: the only stage that prints, asks and exits.

Answers go to standard output, messages to standard error. Click lives here and nowhere else.
"""
