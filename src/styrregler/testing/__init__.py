"""A kit for those who write checks and plugins: rules as indented text, and what a check says of them.

In: indented text.  Out: rule sets and findings, to compare with what is expected.  Refuses to be part of any answer.

>>> from styrregler.testing import findings
>>> from styrregler.checks.hygiene.draft_due import CHECK
>>> [found.line for found in findings(CHECK, 'punkt 1 "Bidrag"\\n    delegat socialchef')]
[]
"""

from styrregler.testing.cases import Case, Told, case_rules, findings, read_cases, verify
from styrregler.testing.organisation import ORDER, ORGANISATION

__all__ = [
    "ORDER",
    "ORGANISATION",
    "Case",
    "Told",
    "case_rules",
    "findings",
    "read_cases",
    "verify",
]
