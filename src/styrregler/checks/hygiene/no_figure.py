"""SR711: a yearly amount that has no figure for the year."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.hygiene.conditions import conditions_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic.expr import Compare, atoms
from styrregler.model import Rule
from styrregler.text import Place

SHOWN = 5


@check("SR711", "årsbeloppet saknas för året", Severity.WARNING)
def no_figure(review: Review) -> Iterator[Remark]:
    """Ett villkor räknar i ett årsbelopp, till exempel prisbasbelopp, som inte har någon siffra för det år då reglerna granskas.

    Frågor om det året kan då inte jämföra kronor med gränsen. Varje årsbelopp får en anmärkning, hur många punkter som
    än använder det. Ordningar som ännu inte gäller lämnas i fred: deras belopp är ofta inte fastställda.

    De årsbelopp som staten fastställer följer med produkten. Är den äldre än året kan en kommun skriva ett eget block
    `värde`; det gäller i stället för produktens, så alla år som behövs ska stå där.
    """
    amounts, year = review.rules.corpus.amounts, review.on.year
    lacking: dict[str, list[tuple[Rule, Place, str]]] = {}
    for order, rule in review.rows():
        if review.on not in order.period:
            continue
        for when, place in conditions_of(rule):
            for atom in atoms(when):
                unit = atom.constant.unit if isinstance(atom, Compare) else ""
                if unit in amounts and year not in amounts[unit].figures:
                    lacking.setdefault(unit, []).append((rule, place, order.title))
    for name, uses in lacking.items():
        numbers = tuple(dict.fromkeys(rule.number for rule, _, _ in uses))
        rule, place, title = uses[0]
        last = max(amounts[name].figures, default=None)
        yield Remark(
            f"{name} har inget belopp för {year}",
            place,
            why=f"gränsen i punkt {', '.join(numbers[:SHOWN])}{' …' if len(numbers) > SHOWN else ''} går inte att räkna om till kronor"
            + (f"; det senaste beloppet är för {last}" if last else ""),
            remedy=f"lägg till raden «år {year} … kr» under «värde {name}»; ett eget block går före det som följer med",
            heading=f"{title} › {rule.label}",
            related=((amounts[name].place, "beloppen"),),
        )
