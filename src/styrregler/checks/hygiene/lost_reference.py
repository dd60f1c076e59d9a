"""SR805: words that refer to a point or a section that there is none of."""

import re
from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import FreeText, RuleKind

_NUMBER = r"(?:[A-ZÅÄÖ]{1,3}\.)?\d+(?:\.\d+)*(?: [a-hj-z](?!\w))?(?!\w|\.\d)"
_JOIN = r"(?:, ?| och | eller | samt | ?[–-] ?)"
_REFERENCE = re.compile(
    # Only where a sentence of the order would name one of its own: not «första stycket punkt 2», not «avtalets punkt 4».
    r"(?:^|[(,;:.] ?|\b(?:[Ss]e|[Ss]e även|[Ee]nligt|[Jj]fr|[Jj]ämför|[Ii]|med|och|eller|från|utöver|än|[Uu]ndantag|[Uu]nder) )"
    rf"(?P<what>[Pp]unkt(?:en|erna|er)?|[Aa]vsnitt(?:et|en)?) (?P<numbers>(?>{_NUMBER}(?:{_JOIN}{_NUMBER})*))"
    # And not where the words that follow name another document.
    r"(?! *(?:kap|§|%|ur |till |av |stycket|i (?!den här|denna|ordningen|delegationsordningen)))"
)
_NAMED = re.compile(_NUMBER)
_SEARCHED = "kallas även"
SHOWN = 5


@frozen
class _Known:
    """The numbers of a board's orders: points and general rules, sections, and what points were called before.

    ``under`` leads from what numbers begin with («4», «4.1») to them.
    """

    numbers: frozenset[str]
    former: Mapping[str, str]
    under: Mapping[str, tuple[str, ...]]

    def has(self, number: str) -> bool:
        """A point, a section, or what several points begin with."""
        return number in self.numbers or number in self.under

    def near(self, number: str) -> tuple[str, ...]:
        """The numbers beside it: of «4.7», those that begin with 4."""
        return self.under.get(_above(number), ())


def _above(number: str) -> str:
    """«4» of «4.7», «4.1» of «4.1 a»; empty for «4»."""
    return re.sub(r"[. ]?[^. ]*$", "", number)


@check("SR805", "texten hänvisar till en punkt som inte finns", Severity.WARNING)
def lost_reference(review: Review) -> Iterator[Remark]:
    """En text säger till exempel «se punkt 4.7», men ingen av nämndens ordningar har den punkten.

    Så blir det när punkter flyttas eller tas bort. Har punkten bytt nummer (`tidigare nummer`) står det nya i
    meddelandet. Hänvisningar till andra dokument («punkt 4 i avtalet») och till lag («första stycket punkt 2») läses
    inte.
    """
    known: dict[str, _Known] = {}
    for order in review.orders:
        if order.body not in known:
            known[order.body] = _numbers_of(order.body, review)
        for written in order.texts:
            if written.keyword == _SEARCHED:
                continue
            for found in _REFERENCE.finditer(written.text):
                for number in _NAMED.findall(found["numbers"]):
                    if not known[order.body].has(number):
                        section = found["what"].lower().startswith("avsnitt")
                        yield _remark(number, written, known[order.body], order.title, section=section)


def _remark(number: str, written: FreeText, known: _Known, title: str, *, section: bool) -> Remark:
    what = "avsnitt" if section else "punkt"
    now, near = known.former.get(number), known.near(number)
    shown = written.place.source.text[written.place.start : written.place.end]
    at = written.place.start + max(0, shown.find(number))
    return Remark(
        f"{what} {number} finns inte",
        evolve(written.place, start=at, end=at + len(number)),
        why=f"punkten har bytt nummer till {now}"
        if now
        else f"ingen av nämndens ordningar har {what} {number}",
        remedy=f"skriv «punkt {now}»"
        if now
        else "rätta numret"
        + (f" (här finns {', '.join(near[:SHOWN])}{' …' if len(near) > SHOWN else ''})" if near else "")
        + ", eller ta bort hänvisningen",
        heading=" › ".join(filter(None, (title, written.where))),
    )


def _numbers_of(board: str, review: Review) -> _Known:
    orders = [order for order in review.rules.corpus.orders if order.body == board]
    rules = [rule for order in orders for rule in order.rules if rule.kind is not RuleKind.GENERAL]
    numbers = dict.fromkeys(rule.number for rule in rules)
    for order in orders:
        numbers |= dict.fromkeys(
            (
                *(each.number for each in order.provisions),
                *(clause.number for clause in order.charter),
                *(section.number for section in order.sections),
            )
        )
    under: dict[str, list[str]] = {}
    for number in numbers:
        above = _above(number)
        while above:
            under.setdefault(above, []).append(number)
            above = _above(above)
    return _Known(
        frozenset(numbers),
        {former: rule.number for rule in rules for former in rule.former_numbers},
        {above: tuple(below) for above, below in under.items()},
    )
