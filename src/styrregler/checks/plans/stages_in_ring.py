"""SR641: steps that wait for each other."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Commission


@check("SR641", "etapperna väntar på varandra", Severity.ERROR)
def stages_in_ring(review: Review) -> Iterator[Remark]:
    """Etapper i ett uppdrag kommer efter varandra i ring, så att ingen av dem kan börja.

    Ta bort `efter` på den etapp som ska komma först.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        for ring in rings(commission):
            stage = next(each for each in commission.stages if each.name == ring[0])
            yield Remark(
                f"etapperna väntar på varandra: {' → '.join((*ring, ring[0]))}",
                stage.after_place or stage.place,
                why="ingen av dem kan börja förrän den själv är klar",
                remedy=f"ta bort «efter» på den som ska komma först, till exempel «{ring[0]}»",
                heading=commission.agreed.title,
            )


def rings(commission: Commission) -> list[tuple[str, ...]]:
    """Each ring once, from its first step in the text on. Without recursion: a plan may have many steps."""
    after = {stage.name: stage.after for stage in commission.stages}
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start, first in after.items():
        path: list[str] = []
        stack = [(start, iter(first))] if start not in done else []
        if stack:
            path.append(start)
        while stack:
            name, following = stack[-1]
            step = next(following, None)
            if step is None:
                stack.pop()
                path.pop()
                done.add(name)
            elif step in path:
                found.append(tuple(path[path.index(step) :]))
            elif step in after and step not in done:
                stack.append((step, iter(after[step])))
                path.append(step)
    return found
