"""The least that Python can do: a dict on the matter, and a scan of its few points.

The explained floor builds what an answer must hold: the point, the delegate, the question, and for each other point why it
was not that one.  The bar of one question is stated in times of it.
"""

from attrs import define

from benchmarks.peers.engine import Ask, Engine, Question, of_matter, top
from benchmarks.workload import Point


@define
class Explained:
    """An answer with its reasons."""

    point: Point | None
    delegate: str | None
    body: str | None
    asked: Question
    because: list[tuple[Point, str]]


def _bare(points: list[Point]) -> Ask:
    rows = {
        matter: tuple((p.low, top(p), p.start, p.end, p.number) for p in each)
        for matter, each in of_matter(points).items()
    }

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        for low, high, start, end, number in rows.get(matter, ()):
            if low <= amount < high and start <= on <= end:
                return number
        return None

    return ask


def _explained(points: list[Point]) -> Ask:
    rows = {
        matter: tuple((p.low, top(p), p.start, p.end, p) for p in each)
        for matter, each in of_matter(points).items()
    }

    def answered(question: Question) -> Explained:
        matter, amount, on = question
        found, because = None, []
        for low, high, start, end, point in rows.get(matter, ()):
            if on < start:
                because.append((point, "not yet"))
            elif on > end:
                because.append((point, "no longer"))
            elif amount < low:
                because.append((point, "too little"))
            elif amount >= high:
                because.append((point, "too much"))
            else:
                found = point
                because.append((point, "holds"))
        return Explained(found, found and found.delegate, found and found.body, question, because)

    def ask(question: Question) -> str | None:
        found = answered(question).point
        return found and found.number

    return ask


ENGINES = (
    Engine("floor: dict and scan", _bare),
    Engine("floor: dict and scan, explained", _explained, reasons="every other point and why not"),
)
