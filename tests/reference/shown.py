"""A generated rule set and question in few lines, for whoever reads a failing test."""

from collections.abc import Iterator

from styrregler.logic import describe
from styrregler.model import Corpus, Rule
from styrregler.query import Question
from styrregler.query.people import name_of


def shown(corpus: Corpus, question: Question) -> str:
    lines = [*_law(corpus), *_orders(corpus)]
    facts = ", ".join(f"{name} {value}" for name, value in question.facts.items())
    people = f"frånvarande {sorted(question.absent)} jäviga {sorted(question.disqualified)}"
    strict = "strikt" if question.strict else ""
    return "\n".join(
        [*lines, f"FRÅGA {question.matter} {question.on} {question.body} {people} {strict} | {facts}"]
    )


def _law(corpus: Corpus) -> Iterator[str]:
    for circle in corpus.circles:
        yield f"delegatkrets {sorted(circle.permits)} {circle.period} läst={circle.verified}"
    for bar in corpus.bars:
        kinds = f"{'bara' if bar.only else 'inte'} till {sorted(bar.to_kinds)}"
        conditions = f"{_when(bar.when)} utom{_when(bar.except_when)} väg={bar.route}"
        yield f"förbud {sorted(bar.tags)} {kinds} {conditions} lyft={bar.lifted_to} {bar.period} läst={bar.verified}"


def _orders(corpus: Corpus) -> Iterator[str]:
    for order in corpus.orders:
        urgent = ", ".join(map(name_of, order.urgent))
        limits = f"{order.period}{_when(order.opened)} {'FÖRSLAG' if order.draft else ''} ersätter={order.replaces}"
        yield f"{order.kind.value} {order.name} {order.by} {limits} brådskande={urgent} överordnad={order.always_superior}"
        for clause in order.charter:
            yield f"    ansvarar för {clause.areas}"
        for rule in order.rules:
            yield from _row(rule)


def _row(rule: Rule) -> Iterator[str]:
    more = (
        f"rör={sorted(rule.tags)} {rule.period} kommun={sorted(rule.municipalities)} läslig={rule.readable}"
    )
    yield f"  punkt {rule.number} {rule.matters} {more} väg={rule.appeal.route if rule.appeal else None}"
    for word, lines in (
        ("delegat", rule.alternatives),
        ("dock", rule.overrides),
        ("beslutas av", rule.elsewhere),
    ):
        for line in lines:
            who = " eller ".join(map(name_of, line.parties))
            yield f"    {word} {who} {'annars' if getattr(line, 'otherwise', False) else _when(line.when)}"
    if rule.execution is not None:
        yield f"    verkställs av {rule.execution.by and name_of(rule.execution.by)}{_when(rule.execution.when)}"
    if rule.own_right is not None:
        yield f"    egen beslutanderätt {name_of(rule.own_right.by)}"
    if rule.unknown:
        yield "    delegat okänd"
    yield from (f"    gäller inte{_when(each.when)}" for each in rule.exceptions)
    yield from (
        f"    ersättare {each.only_for} {', '.join(map(name_of, each.parties))}" for each in rule.substitutes
    )
    if rule.subdelegation is not None:
        yield f"    vidaredelegeras av {rule.subdelegation.by}{_when(rule.subdelegation.when)}"
    yield from (f"    krav på delegat {describe(each)}" for each in rule.requirements)


def _when(when: object) -> str:
    return f" när {describe(when)}" if when is not None else ""  # type: ignore[arg-type]
