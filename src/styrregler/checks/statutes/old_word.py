"""SR219: a word that the law has put another in place of."""

import re
from collections.abc import Iterator

from attrs import evolve

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.diagnostics import Severity
from styrregler.model import FreeText, LegalTerm, Order

_SEARCHED = "kallas även"
_KNOWN_OLD = ("tidigare", "f.d.", "fd", "förut", "kallades", "före detta", "hette")
"""A text with one of these says itself that the word is an old one."""
_START = 5
"""So many letters of an old word stand in every text that has it, however inflected: most texts have none."""


@check("SR219", "ordet har bytts ut i lagen", Severity.INFO)
def old_word(review: Review) -> Iterator[Remark]:
    """En text i ordningen använder ett ord som lagen har bytt mot ett annat.

    Grundsärskolan heter anpassad grundskola sedan 2023, och länsrätten förvaltningsrätt sedan 2010. Den som läser
    ordningen förstår nog, men ett gammalt ord visar att raden inte har lästs om sedan dess: kontrollera lagrummet också.

    Det gamla ordet får gärna stå kvar i `kallas även`, så att den som söker på det hittar rätt. En text som själv säger
    att ordet är gammalt («tidigare grundsärskola») lämnas i fred. Orden står i `policies/lag` (`benämning`).
    """
    terms = {term.name: term for term in review.rules.corpus.terms if review.on in term.period}
    wordings = Wordings({name: term.formerly for name, term in terms.items()})
    hint = re.compile(
        "|".join(sorted({re.escape(each[:_START]) for term in terms.values() for each in term.formerly})),
        re.IGNORECASE,
    )
    if not terms:
        return
    for order in review.orders:
        told: set[str] = set()
        for written in order.texts:
            if written.keyword == _SEARCHED or not hint.search(written.text):
                continue
            if any(word in written.text.casefold() for word in _KNOWN_OLD):
                continue
            for name, said in wordings.found_in([written.text]).items():
                if name not in told:
                    told.add(name)
                    yield _remark(terms[name], said, written, order)


def _remark(term: LegalTerm, said: str, written: FreeText, order: Order) -> Remark:
    shown = written.place.source.text[written.place.start : written.place.end]
    at = shown.casefold().find(said)
    start = written.place.start + max(0, at)
    law = f" ({', '.join(map(str, term.law))})" if term.law else ""
    return Remark(
        f"«{said}» heter numera {term.title}",
        evolve(written.place, start=start, end=start + len(said)) if at >= 0 else written.place,
        why=f"lagen bytte ord {term.period.start}{law}"
        + ("" if term.verified else "; det är inte kontrollerat mot lagtexten"),
        remedy=f"skriv {term.title}; det gamla ordet kan stå i «kallas även» för den som söker",
        heading=" › ".join(filter(None, (order.title, written.where))),
    )
