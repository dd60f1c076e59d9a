"""Logic: conditions over typed facts, three-valued truth, and the exact table of cases.

In: expressions, and what is known of the facts.  Out: true, false or not known; and cases that cover everything once.
There is no general computation: only and/or/not over comparisons with constants, so every question about all cases is
decidable.  Knows nothing of municipalities.
"""

from styrregler.logic.cases import UNDECIDED, Case, TooManyCases, asking_order, table
from styrregler.logic.expr import AllOf, AnyOf, Compare, Expr, Is, Not, Operator, atoms, describe
from styrregler.logic.truth import Known, Value, residual, truth
from styrregler.logic.variables import Variable, describe_region, variables_of

__all__ = [
    "UNDECIDED",
    "AllOf",
    "AnyOf",
    "Case",
    "Compare",
    "Expr",
    "Is",
    "Known",
    "Not",
    "Operator",
    "TooManyCases",
    "Value",
    "Variable",
    "asking_order",
    "atoms",
    "describe",
    "describe_region",
    "residual",
    "table",
    "truth",
    "variables_of",
]
