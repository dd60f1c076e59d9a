"""Exit codes, frozen. Scripts rest on them."""

OK = 0
FINDINGS = 1
"""Something was found, or it was not the right decider."""
WRONG_USE = 2
UNREADABLE = 3
"""The rules cannot be read."""
NO_ANSWER = 4
"""Facts are missing, several matters fit, or the rules contradict each other."""
