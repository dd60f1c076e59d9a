"""The rule set: the model, indexed for questions.

In: a :class:`~styrregler.model.Corpus`.  Out: a :class:`RuleSet` that finds the rows of a matter, a role's superiors and
the bars on a row without searching.  Answers nothing itself.
"""

from styrregler.ruleset.circles import Circles
from styrregler.ruleset.hierarchy import Hierarchy
from styrregler.ruleset.ruleset import RuleSet
from styrregler.ruleset.uncollected import uncollected

__all__ = ["Circles", "Hierarchy", "RuleSet", "uncollected"]
