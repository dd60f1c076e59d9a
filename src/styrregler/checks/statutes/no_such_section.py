"""SR208: a section that the act does not have."""

import re
from collections.abc import Iterator

from attrs import evolve

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Citation, Review
from styrregler.checks.statutes.form import chapters_fit
from styrregler.diagnostics import Severity
from styrregler.model import Act


@check("SR208", "paragrafen finns inte i lagen", Severity.WARNING)
def no_such_section(review: Review) -> Iterator[Remark]:
    """Lagen har inte det kapitel eller den paragraf som hänvisningen nämner.

    Oftast är numret felskrivet, eller så är det den äldre lagens nummer. Hänvisningen jämförs med de paragrafer som
    lagen hade i den lydelse som är läst (`paragrafer` i lagens block); vilken det är står i meddelandet. En paragraf som
    har kommit till senare finns inte där. Om lagen inte är läst sägs bara det som är känt om den äldre lagens paragrafer.

    Slå upp lagrummet och rätta numret.
    """
    before = {act.name: review.rules.acts.get(act.replaces) for act in review.rules.corpus.acts}
    for each in review.citations:
        act = review.rules.acts.get(each.basis.act)
        if act is None or not chapters_fit(act, each.basis.ref):
            continue
        has, hint = act.has(each.basis.ref), _older(before[act.name], act, each)
        if has is False:
            what = "den paragrafen" if each.basis.ref.sections else f"något {each.basis.ref.chapter} kap."
            yield Remark(
                f"{each.basis.ref}: {act.in_a_sentence} har inte {what}",
                each.basis.place,
                why=_as_read(act),
                remedy=hint or "slå upp lagrummet och rätta numret",
                heading=each.heading,
            )
        elif has is None and hint:
            yield Remark(
                f"{each.basis.ref} ser ut att vara ett lagrum i den äldre lagen",
                each.basis.place,
                why=f"{act.in_a_sentence} är inte läst, men den lag som den ersatte hade paragrafen",
                remedy=hint,
                heading=each.heading,
            )


def _older(older: Act | None, act: Act, cited: Citation) -> str:
    """What stands in place of the section where it is one of the act before."""
    ref = cited.basis.ref
    found = older.equivalents_of(ref) if older is not None and older.abbreviation == act.abbreviation else ()
    known = (
        {(each.new.chapter, each.new.sections) for each in older.equivalents} if older is not None else set()
    )
    if older is None or not found or (ref.chapter, ref.sections) in known:
        return ""
    new = " eller ".join(
        str(evolve(each.new, act=ref.act)) + ("" if each.verified else " (inte kontrollerat)")
        for each in found
    )
    return f"i den äldre lagen ({older.sfs}) var det {ref}; nu {new}"


def _as_read(act: Act) -> str:
    """Which wording it was; the rest of the note is for those who keep the law."""
    wording = re.search(r"lydelse\w* (?:från )?(\d{4}-\d\d-\d\d)", act.note)
    return f"så enligt lydelsen {wording[1]}" if wording else "så enligt den lydelse som är läst"
