"""SR217: a section that the row's own way of appeal switches off."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Act, AppealPath
from styrregler.query.duties import bases_of
from styrregler.values import LegalRef


@check("SR217", "paragrafen gäller inte när beslutet överklagas så", Severity.ERROR)
def switched_off(review: Review) -> Iterator[Remark]:
    """Lagrummet gäller inte i ärenden där beslutet överklagas på det sätt som punkten säger.

    Förvaltningslagens bestämmelser om bland annat jäv, motivering, rättelse, ändring och överklagande gäller inte i
    kommunala ärenden där beslutet kan laglighetsprövas. En punkt kan alltså inte både stödjas på en sådan paragraf och
    överklagas genom laglighetsprövning. Vilka paragrafer det är står i `policies/lag` (`stänger av`).

    Är det förvaltningsbesvär som gäller: skriv det i punkten med `överklagas genom förvaltningsbesvär`. Annars är lagrummet fel.
    Ärver punkten sin överklagandeväg från ordningen eller avsnittet är felet en varning: då är vägen ofta inte tänkt för den.
    """
    paths = review.rules.corpus.appeal_paths
    for order, rule in review.rows():
        path = paths.get(rule.appeal.route) if rule.appeal is not None else None
        day = review.day(order)
        only_carried_out = rule.execution is not None and not rule.alternatives
        if rule.appeal is None or path is None or day not in path.period or only_carried_out:
            continue
        open_paths = [each for each in paths.values() if day in each.period]
        for basis in bases_of(rule):
            act = review.rules.acts.get(basis.act)
            off = _switched_off(path, act, basis.ref) if act is not None and day in act.period else None
            if act is None or off is None:
                continue
            # What a row inherits stands above it.
            own = rule.appeal.place.start > rule.place.start
            remark = Remark.on(
                rule,
                order,
                f"{off} gäller inte i ärenden som överklagas genom {path.name}",
                basis.place,
                why=f"{path.title}: lagen undantar sådana ärenden från paragrafen",
                remedy=_advice(path, open_paths, act, basis.ref, own=own),
            )
            yield remark if own and path.verified else remark.at_most(Severity.WARNING)


def _switched_off(path: AppealPath, act: Act, ref: LegalRef) -> LegalRef | None:
    """What of ``ref`` the path switches off, if any; one paragraph switched off is not its whole section."""
    gone = set()
    for off in path.switches_off:
        if off.act not in (act.abbreviation, act.name):
            continue
        if not off.sections and bool(off.chapter) and off.chapter == ref.chapter:
            return ref
        if not off.paragraph or off.paragraph == ref.paragraph:
            gone |= set(off.places) & set(ref.places)
    if not gone or len(gone) == len(ref.places):
        return ref if gone else None
    return evolve(
        ref, sections=tuple(section for chapter, section in ref.places if (chapter, section) in gone)
    )


def _advice(path: AppealPath, others: Iterable[AppealPath], act: Act, ref: LegalRef, *, own: bool) -> str:
    """Another way of appeal where the row has none of its own and one would do; else what to look at."""
    fits = next((each for each in others if each != path and not _switched_off(each, act, ref)), None)
    if own:
        return (
            f"är lagrummet rätt: skriv «överklagas genom {fits.name}»; annars rätta lagrummet"
            if fits
            else "rätta lagrummet"
        )
    instead = f"skriv punktens egen väg, till exempel «överklagas genom {fits.name}»" if fits else ""
    return f"{instead}, eller rätta lagrummet" if instead else "rätta lagrummet"
