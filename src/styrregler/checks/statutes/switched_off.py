"""SR217: a section that the row's own way of appeal switches off."""

from collections.abc import Iterator

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
        for basis in bases_of(rule):
            act = review.rules.acts.get(basis.act)
            if act is None or day not in act.period or not _switches_off(path, act, basis.ref):
                continue
            remark = Remark.on(
                rule,
                order,
                f"{basis.ref} gäller inte i ärenden som överklagas genom {path.name}",
                basis.place,
                why=f"{path.title}: lagen undantar sådana ärenden från paragrafen",
                remedy="skriv punktens egen väg, till exempel «överklagas genom förvaltningsbesvär», eller rätta lagrummet",
            )
            # What a row inherits stands above it.
            own = rule.appeal.place.start > rule.place.start and path.verified
            yield remark if own else remark.at_most(Severity.WARNING)


def _switches_off(path: AppealPath, act: Act, ref: LegalRef) -> bool:
    """Whether the path switches off some of what ``ref`` names; one paragraph switched off is not its whole section."""
    for off in path.switches_off:
        if off.act not in (act.abbreviation, act.name):
            continue
        chapter = not off.sections and bool(off.chapter) and off.chapter == ref.chapter
        section = set(off.places) & set(ref.places) and (not off.paragraph or off.paragraph == ref.paragraph)
        if chapter or section:
            return True
    return False
