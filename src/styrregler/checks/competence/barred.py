"""SR204: a matter that the law does not let the board delegate, or not to this recipient."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, Party, Rule
from styrregler.query.bars import BarOn, about_urgency, bars_on
from styrregler.query.people import title_of


@check("SR204", "ärendet får inte delegeras", Severity.ERROR)
def barred(review: Review) -> Iterator[Remark]:
    """Vissa ärenden beslutar nämnden själv enligt lag, eller får bara lämna till ett visst slag av mottagare.

    Det gäller till exempel verksamhetens mål, inriktning, omfattning och kvalitet, yttranden till fullmäktige, byggsanktionsavgifter med mera.
    Raden är märkt (`rör`) med ett sådant slag av ärende. Den ger ingen rätt att besluta; svaret säger vem som då gör det.

    Det som lagen lägger på fullmäktige är inte nämndens, och då är också `beslutas av nämnden` fel.

    Skriv `beslutas av nämnden`, eller `beslutas av kommunfullmäktige` när ärendet är fullmäktiges, eller ta bort märkningen
    om den är fel. Det som bara en automatiserad beslutsfunktion inte får besluta kan en anställd besluta.
    """
    for order, rule in review.rows():
        told: set[str] = set()
        for bar in bars_on(rule, review.rules, review.day(order)):
            if bar.when is not None or about_urgency(bar.bar.tags):
                continue
            for party in _named(rule, bar):
                board = party == BodyRef(rule.body)
                how = "beslutas av" if board else "delegeras till"
                message = f"får inte {how} {title_of(party, review.rules)}: {bar.within_sentence}"
                if bar.keeps_out(party, review.rules, rule.body) and message not in told:
                    told.add(message)
                    yield Remark.on(
                        rule,
                        order,
                        message,
                        why="raden ger ingen rätt att besluta, hur den än är skriven",
                        remedy=f"{bar.instead}, eller ta bort märkningen (rör) om den är fel",
                    )


def _named(rule: Rule, bar: BarOn) -> Iterator[Party]:
    """The delegates; where the matter is the council's, also those whom the row reserves it for."""
    yield from (party for each in rule.alternatives for party in each.parties)
    if bar.by_council:
        yield from (party for each in rule.elsewhere for party in each.parties)
