"""SR209: a reference whose form does not fit the act: chapters where it has none, none where it has."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Citation, Review
from styrregler.diagnostics import Severity
from styrregler.model import Act
from styrregler.values import LegalRef

SHOWN = 5


@check("SR209", "hänvisningens form passar inte lagen", Severity.WARNING)
def reference_form(review: Review) -> Iterator[Remark]:
    """Hänvisningen nämner kapitel i en lag som inte har några, eller utelämnar kapitlet i en lag som har.

    I en lag med kapitel börjar paragraferna om i varje kapitel, så «38 §» utan kapitel kan vara flera olika. I en lag
    utan kapitel finns inget att nämna. Vilka lagar som har kapitel framgår av `paragrafer` i lagens block; för en lag
    utan sådana uppgifter sägs ingenting.

    Ett helt kapitel («9 kap. PBL») är en upplysning, en för varje ordning: läsaren får leta själv.
    Nämn paragrafen om det går.
    """
    whole: dict[str, list[Citation]] = {}
    for each in review.citations:
        act, ref = review.rules.acts.get(each.basis.act), each.basis.ref
        if act is None:
            continue
        if not chapters_fit(act, ref):
            yield _misfit(act, each)
        elif ref.chapter and not ref.sections and act.chapters:
            whole.setdefault(each.order.name, []).append(each)
    for cited in whole.values():
        yield _chapters_only(cited)


def _misfit(act: Act, cited: Citation) -> Remark:
    ref, has = cited.basis.ref, bool(act.chapters)
    return Remark(
        f"{ref} saknar kapitel" if has else f"{ref}: lagen har inga kapitel",
        cited.basis.place,
        why=f"{act.in_a_sentence} är {'' if has else 'inte '}indelad i kapitel",
        remedy=_chapters_with(act, ref) if has else f"skriv «{_without_chapter(ref)}»",
        heading=cited.heading,
    )


def _chapters_only(cited: list[Citation]) -> Remark:
    """One for each order: naming whole chapters is a habit of whoever wrote it."""
    first = cited[0].basis
    example = LegalRef(first.ref.act, first.ref.chapter, ("1",))
    number = len(cited)
    return Remark(
        f"{first.ref} är ett helt kapitel"
        + (f", och {number - 1} till nämner bara kapitel" if number > 1 else ""),
        first.place,
        why="läsaren ser inte vilken paragraf beslutet stöds på",
        remedy=f"nämn paragrafen, till exempel «{example}», där det är en bestämd",
        heading=cited[0].heading if number == 1 else cited[0].order.title,
        severity=Severity.INFO,
        related=tuple((each.basis.place, str(each.basis.ref)) for each in cited[1:SHOWN]),
    )


def chapters_fit(act: Act, ref: LegalRef) -> bool:
    """Whether ``ref`` names a chapter just where the act has chapters; true where that is not known."""
    if not act.sections or not (ref.sections or ref.chapter):
        return True
    unchaptered = "" in {section.chapter for section in act.sections}
    return bool(act.chapters) if ref.chapter else unchaptered


def _without_chapter(ref: LegalRef) -> LegalRef:
    """Without its chapter, or with the chapter's number as the section where nothing else is named."""
    return LegalRef(ref.act, "", ref.sections or (ref.chapter,), ref.paragraph, ref.item)


def _chapters_with(act: Act, ref: LegalRef) -> str:
    """Advice with the chapters that have the section, when they are few."""
    fitting = [
        named
        for chapter in sorted(act.chapters, key=lambda text: (len(text), text))
        if act.has(named := LegalRef(ref.act, chapter, ref.sections, ref.paragraph, ref.item))
    ]
    examples = " eller ".join(f"«{named}»" for named in fitting[:3])
    return f"skriv kapitlet: {examples or 'slå upp vilket det är'}" + (" …" if len(fitting) > 3 else "")
