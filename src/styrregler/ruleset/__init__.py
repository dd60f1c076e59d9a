"""The rule set: the model, indexed for questions.

In: a :class:`~styrregler.model.Corpus`.  Out: a :class:`RuleSet` that finds the rows of a matter, a role's superiors and
the bars on a row without searching.  Answers nothing itself.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.ruleset.circles import Circles
    from styrregler.ruleset.hierarchy import Hierarchy
    from styrregler.ruleset.ruleset import RuleSet
else:
    __getattr__ = names_of(
        __name__,
        {
            "circles": "Circles",
            "hierarchy": "Hierarchy",
            "ruleset": "RuleSet",
        },
    )

__all__ = ["Circles", "Hierarchy", "RuleSet"]
