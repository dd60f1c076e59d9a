"""SR210: a matter that by its wording may be one that the law does not let the board delegate."""

from collections.abc import Iterable, Iterator
from functools import cache

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.diagnostics import Severity
from styrregler.model import Bar, BodyKind, MatterKind, Order, Rule
from styrregler.query.bars import BarOn, about_urgency, bar_on
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet


@check("SR210", "ordalydelsen tyder på ett ärende som inte får delegeras", Severity.WARNING)
def by_wording(review: Review) -> Iterator[Remark]:
    """Punktens ord tyder på ett slag av ärende som lagen inte låter nämnden delegera, men punkten är inte märkt så.

    Rubrik, avsnitt, anmärkning och vad punkten innefattar jämförs med de ordalydelser som är vanliga för ärenden av
    slaget (`kännetecken` i `policies/lag`). Ord bevisar ingenting: läs lagrummet och avgör.

    Är ärendet av slaget: märk punkten med `rör` och låt nämnden besluta. Är det inte av slaget: skriv vad punkten inte
    omfattar, «innefattar inte "yttrande till fullmäktige"», eller ändra rubriken så att den säger vad som menas.
    """
    bars = {
        kind: [bar for bar in review.rules.corpus.bars if kind in bar.tags and not bar.route]
        for kind in review.rules.corpus.kinds
    }
    kinds = {
        name: kind
        for name, kind in review.rules.corpus.kinds.items()
        if bars[name] and kind.wordings and not about_urgency({name})
    }
    council = _council(review.rules)
    wordings = Wordings({name: tuple(_named(kind.wordings, council)) for name, kind in kinds.items()})
    in_section = cache(lambda title: wordings.found_in([title]))
    told: set[tuple[str, str, str]] = set()
    for order, rule in review.rows():
        if not rule.alternatives:
            continue
        own = wordings.found_in([rule.title, *rule.remarks, *rule.includes])
        excluded = wordings.found_in(rule.excludes) if rule.excludes else {}
        for name, said in {**in_section(rule.section), **own}.items():
            bar = _bar(bars[name], kinds[name], rule, order, review)
            key = (order.name, rule.section, name)
            if name in excluded or bar is None or (name not in own and key in told):
                continue
            told.add(key)
            yield Remark.on(
                rule,
                order,
                f"«{said}» tyder på ett ärende som inte får delegeras: {bar.within_sentence}",
                why=(f"{kinds[name].title}: {kinds[name].meaning}" if kinds[name].meaning else str(bar))
                + ("" if bar.bar.verified else " Förbudet är inte kontrollerat mot lagtexten."),
                remedy=f'är det så: skriv «rör {name}» och låt {_instead(bar, review.rules)} besluta; annars «innefattar inte "{said}"»',
            )


def _council(rules: RuleSet) -> tuple[str, ...]:
    """What the rules call the council, abbreviation among it."""
    body = rules.corpus.bodies.get(rules.council)
    return tuple(filter(None, (body.abbreviation, body.title, *body.aliases))) if body else ()


def _named(wordings: Iterable[str], council: Iterable[str]) -> Iterator[str]:
    """The wordings, and those that end with the council once more with each of its names."""
    for wording in wordings:
        yield wording
        start, _, last = wording.rpartition(" ")
        if start and last == BodyKind.COUNCIL.value:
            yield from (f"{start} {name}" for name in council)


def _bar(bars: list[Bar], kind: MatterKind, rule: Rule, order: Order, review: Review) -> BarOn | None:
    """The bar that would keep out a delegate of the row if it were of the kind; None where it is marked, or of other law."""
    for bar in bars:
        if review.day(order) not in bar.period or bar.tags & rule.tags or bar.when is not None:
            continue
        if not _may_concern(bar, kind, rule, review.rules):
            continue
        on = bar_on(bar, rule, review.rules)
        if any(
            on.keeps_out(party, review.rules, rule.body)
            for each in rule.alternatives
            for party in each.parties
        ):
            return on
    return None


def _may_concern(bar: Bar, kind: MatterKind, rule: Rule, rules: RuleSet) -> bool:
    """Whether the row may be under the bar's act, going by the acts that the row and its other kinds of matter name.

    A bar in the act on delegation itself concerns every row. That act, and one that a way of appeal switches off, are
    about all matters: naming them tells nothing of which the row is about. Where the row is marked with a kind that rests on the same
    section, whoever marked it has thought of it.
    """
    general = {ref.act for circle in rules.corpus.circles for ref in circle.law}
    marked = [rules.corpus.kinds[tag] for tag in rule.tags if tag in rules.corpus.kinds]
    if any(ref in each.law for each in marked for ref in kind.law):
        return False
    acts = {ref.act for ref in (*bar.law, *kind.law)}
    if any(ref.act in general for ref in bar.law):
        return True
    general |= {ref.act for path in rules.corpus.appeal_paths.values() for ref in path.switches_off}
    cited = {basis.ref.act for basis in rule.law} | {ref.act for each in marked for ref in each.law}
    cited -= general
    return not cited or bool(cited & acts)


def _instead(bar: BarOn, rules: RuleSet) -> str:
    if bar.by_council:
        return title_of(bar.to, rules)
    return " eller ".join(sorted(bar.bar.to_kinds)) if bar.bar.only else "nämnden"
