"""SR316: a stretch between two steps that `annars` catches silently."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR316", "annars fångar ett hål mitt i trappan", Severity.INFO)
def hole(review: Review) -> Iterator[Remark]:
    """Mellan två steg finns fall som inget av dem tar, och `annars` beslutar där som om de var större än alla steg.

    Ett steg går till 100 000 kr och nästa börjar över 200 000 kr. Det som ligger emellan hamnar hos samma beslutsfattare
    som det största. Är det meningen är allt som det ska; annars ska gränserna mötas. Att `annars` tar det som är större
    än alla steg, eller bara det som ligger emellan, sägs det inget om.
    """
    for finding in review.found(Kind.HOLE):
        who = titles(finding.parties[0], review)
        yield remark(
            review,
            finding,
            f"mellan två steg beslutar {who}{when(finding)}",
            why="stegens gränser möts inte, och «annars» tar det som ligger emellan",
            remedy="låt det övre steget börja där det nedre slutar, eller skriv ett eget steg för det som ligger emellan",
        )
