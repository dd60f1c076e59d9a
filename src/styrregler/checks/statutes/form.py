"""SR209: a reference whose form does not fit the act: chapters where it has none, none where it has."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Citation, Review
from styrregler.diagnostics import Severity
from styrregler.model import Act
from styrregler.values import LegalRef


@check("SR209", "hänvisningens form passar inte lagen", Severity.WARNING)
def reference_form(review: Review) -> Iterator[Remark]:
    """Hänvisningen nämner kapitel i en lag som inte har några, eller utelämnar kapitlet i en lag som har.

    I en lag med kapitel börjar paragraferna om i varje kapitel, så «38 §» utan kapitel kan vara flera olika. I en lag
    utan kapitel finns inget att nämna. Vilka lagar som har kapitel framgår av `paragrafer` i lagens block; för en lag
    utan sådana uppgifter sägs ingenting.

    Ett helt kapitel («9 kap. PBL») går bra: ibland är det hela kapitlet som menas.
    """
    for each in review.citations:
        act = review.rules.acts.get(each.basis.act)
        if act is not None and not chapters_fit(act, each.basis.ref):
            yield _misfit(act, each)


def _misfit(act: Act, cited: Citation) -> Remark:
    ref, has = cited.basis.ref, bool(act.chapters)
    return Remark(
        f"{ref} saknar kapitel" if has else f"{ref}: lagen har inga kapitel",
        cited.basis.place,
        why=f"{act.in_a_sentence} är {'' if has else 'inte '}indelad i kapitel",
        remedy=_chapters_with(act, ref) if has else f"skriv «{_without_chapter(ref)}»",
        heading=cited.heading,
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
