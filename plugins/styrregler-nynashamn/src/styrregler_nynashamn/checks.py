"""Whether each board has agreed on its channels, its expectations, its boundary, and what to do when they fail."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from styrregler.model import Body, BodyKind, Channel, Channels
from styrregler.model.interplay import GENERAL, Sort
from styrregler.plugins import Check, Remark, Review, Severity, check, hookimpl
from styrregler.ruleset import RuleSet

__all__ = ["Options", "checks", "checks_of"]
_ELECTED = {Sort.ELECTED, Sort.CHAIR, Sort.VICE_CHAIR, Sort.BOARD, Sort.PRESIDIUM, Sort.COMMITTEE}
_EMPLOYED = {
    Sort.EMPLOYEE,
    Sort.CHIEF,
    Sort.HEAD,
    Sort.UNIT_HEAD,
    Sort.OFFICER,
    Sort.ADMINISTRATION,
    Sort.UNIT,
}
_SIDES = {"elected": "de förtroendevalda", "employed": "de anställda"}


@frozen
class Options:
    """``faser``: the phases that channels must cover. ``undantag``: boards that are not asked, by name."""

    faser: tuple[str, ...] = ()
    undantag: tuple[str, ...] = ()


@hookimpl
def checks(options: Options) -> Iterable[Check]:
    """The plugin's checks."""
    return checks_of(options)


def side(name: str, rules: RuleSet) -> str:
    """Which side somebody stands on: «elected», «employed», or empty for neither."""
    if name in GENERAL:
        sort = GENERAL[name]
        return "elected" if sort in _ELECTED else "employed" if sort in _EMPLOYED else ""
    role = rules.corpus.roles.get(name)
    if role is not None:
        return {"förtroendevald": "elected", "anställd": "employed"}.get(role.kind.value, "")
    body = rules.corpus.bodies.get(name)
    if body is None:
        return ""
    return "employed" if body.kind in (BodyKind.ADMINISTRATION, BodyKind.UNIT) else "elected"


def checks_of(options: Options) -> list[Check]:
    """The checks, as the municipality has set them."""

    def boards(review: Review) -> Iterator[tuple[Body, tuple[Channels, ...]]]:
        for body in review.rules.corpus.bodies.values():
            if body.kind is BodyKind.BOARD and body.name not in options.undantag:
                yield (
                    body,
                    tuple(
                        each
                        for each in review.in_force(review.rules.corpus.channels)
                        if isinstance(each, Channels) and each.agreed.concerns(body.name)
                    ),
                )

    def across(agreed: Iterable[Channels], rules: RuleSet) -> Iterator[Channel]:
        """The channels from one side to the other."""
        for each in agreed:
            for channel in each.channels:
                ends = {side(channel.sender, rules), side(channel.receiver, rules)}
                if ends == {"elected", "employed"}:
                    yield channel

    @check("NYN101", "inga kanaler mellan förtroendevalda och anställda", Severity.WARNING)
    def no_channels(review: Review) -> Iterator[Remark]:
        """Reglerna säger inte genom vem nämndens förtroendevalda och anställda når varandra.

        Utan en utsedd väg blir det den som råkar finnas i korridoren. Skriv ett block `kanaler` som omfattar nämnden.
        """
        for body, agreed in boards(review):
            if not list(across(agreed, review.rules)):
                yield Remark(
                    f"{body.title} har inga kanaler mellan förtroendevalda och anställda",
                    body.place,
                    why="en fråga utan utsedd väg tar den väg som råkar finnas",
                    remedy=f"skriv ett block kanaler som omfattar {body.name}",
                )

    @check("NYN102", "kanalerna täcker inte alla faser", Severity.INFO)
    def phases(review: Review) -> Iterator[Remark]:
        """I någon av ärendegångens faser finns ingen kanal.

        En kanal utan fas gäller alla. Annars behöver varje fas en.
        """
        for body, agreed in boards(review):
            channels = list(across(agreed, review.rules))
            wanted = options.faser or tuple(
                dict.fromkeys(phase for each in agreed for one in each.channels for phase in one.phases)
            )
            missing = [
                phase
                for phase in wanted
                if not any(not each.phases or phase in each.phases for each in channels)
            ]
            if channels and missing:
                yield Remark(
                    f"{body.title} har ingen kanal i {', '.join(missing)}",
                    agreed[0].agreed.place,
                    why="i den fasen vet ingen vem den ska vända sig till",
                    remedy=f"lägg till en kanal «… i fas {missing[0]}», eller en som gäller alla faser",
                )

    @check("NYN103", "bara den ena sidan vet vad som väntas av den", Severity.WARNING)
    def expectations(review: Review) -> Iterator[Remark]:
        """Reglerna säger vad som väntas av den ena sidan men inte av den andra.

        Förväntningar är ömsesidiga. Skriv `förväntan` för båda.
        """
        for body, agreed in boards(review):
            of = {side(one.of, review.rules) for each in agreed for one in each.expectations}
            silent = [said for name, said in _SIDES.items() if name not in of]
            if len(silent) == 1:
                yield Remark(
                    f"{body.title} säger inte vad som väntas av {silent[0]}",
                    agreed[0].agreed.place,
                    why="förväntningar som bara gäller den ena sidan skapar ingen tillit",
                    remedy=f"lägg till förväntan på {silent[0]}",
                )

    @check("NYN104", "ingen väg för en oenighet", Severity.WARNING)
    def no_escalation(review: Review) -> Iterator[Remark]:
        """Reglerna säger inte hur en oenighet i nämndens ärenden förs vidare.

        Avvikelser hanteras lugnare när vägen är känd i förväg. Skriv en `eskalering` som omfattar nämnden.
        """
        paths = review.rules.corpus.escalations.values()
        for body, _ in boards(review):
            if not any(not path.bodies or body.name in path.bodies for path in paths):
                yield Remark(
                    f"{body.title} har ingen väg för en oenighet",
                    body.place,
                    why="den som inte är nöjd tar annars sin egen väg",
                    remedy=f"skriv en eskalering som omfattar {body.name}",
                )

    @check("NYN105", "ingen gräns mellan vad och hur", Severity.INFO)
    def no_boundary(review: Review) -> Iterator[Remark]:
        """Reglerna säger inte vad som är nämndens och vad som är förvaltningens i nämndens verksamhet.

        Skriv en `gräns` som omfattar nämnden, med en gråzon för det som får prövas från fall till fall.
        """
        for body, _ in boards(review):
            bounds = review.in_force(review.rules.corpus.boundaries)
            if not any(each.agreed.concerns(body.name) for each in bounds):
                yield Remark(
                    f"{body.title} har ingen gräns mellan vad och hur",
                    body.place,
                    why="roller som inte är uttalade får var och en tolka själv",
                    remedy=f"skriv en gräns som omfattar {body.name}",
                )

    return [no_channels, phases, expectations, no_escalation, no_boundary]
