"""Who steps in for a delegate, as far as the row and the organisation tell without a case."""

from collections.abc import Iterator

from attrs import field, frozen

from styrregler.checks.review import Review
from styrregler.model import NearestChief, Order, Party, RoleRef, Rule


@frozen
class StandIns:
    """The people who step in: the row's substitutes, and the superiors that the order lets decide."""

    review: Review
    _above: dict[tuple[str, str], tuple[str, ...]] = field(factory=dict, repr=False)

    def substitutes(self, rule: Rule, delegate: RoleRef) -> Iterator[Party]:
        """As named in the row, and never the delegate itself. The nearest chief where the delegate has one."""
        for line in rule.substitutes:
            if line.only_for in ("", delegate.name):
                for party in line.parties:
                    if isinstance(party, NearestChief):
                        if chief := self.review.rules.hierarchy.chief(delegate.name):
                            yield RoleRef(chief)
                    elif party != delegate:
                        yield party

    def superiors(self, order: Order, delegate: RoleRef) -> tuple[str, ...]:
        """Superiors who may decide in the delegate's stead."""
        if order.always_superior is None:
            return ()
        key = (delegate.name, order.body)
        if key not in self._above:
            self._above[key] = self.review.rules.hierarchy.superiors(*key)
        return self._above[key]
