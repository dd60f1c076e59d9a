"""Whether two conditions can hold in one case, exactly.

In: conditions.  Out: yes or no; yes where it cannot be told in a reasonable time.  Refuses to know what they are about.
"""

from attrs import field, frozen

from styrregler.analysis.regions import Budget, Space, Stopped
from styrregler.checks.review import Review
from styrregler.logic import AllOf, Expr, Known
from styrregler.query import Question
from styrregler.query.question import known_of

_STEPS = 500


@frozen
class Cases:
    """The cases there are in the rules under review."""

    review: Review
    _start: Known = field(init=False, repr=False)
    _seen: dict[tuple[Expr | None, ...], bool] = field(factory=dict, init=False, repr=False)

    @_start.default
    def _(self) -> Known:
        return known_of(Question("", self.review.on), self.review.rules)

    def meet(self, *conditions: Expr | None) -> bool:
        """Whether there is a case in which all of them hold; None always does."""
        wanted = tuple(each for each in conditions if each is not None)
        if len(wanted) < 2:
            return True
        if wanted not in self._seen:
            self._seen[wanted] = self._there_is(AllOf(wanted))
        return self._seen[wanted]

    def _there_is(self, condition: Expr) -> bool:
        try:
            return Space(self.review.rules, Budget(_STEPS)).where(condition, self._start) is not None
        except Stopped:
            return True
