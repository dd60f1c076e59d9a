"""Browsing: orders, roles, bodies, facts and single rows as people read them."""

from collections.abc import Iterator
from datetime import date

from styrregler.logic import describe
from styrregler.model import BodyRef, Order, OrderKind, Rule, RuleKind
from styrregler.query.blocks import interplay_blocks
from styrregler.query.ladder import ladder
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet
from styrregler.values import number_key


def orders_text(rules: RuleSet) -> Iterator[str]:
    """Every order: kind, title, when it holds, how many rows."""
    for order in sorted(rules.corpus.orders, key=lambda each: (each.body, each.kind.value, each.title)):
        rows = sum(rule.kind is not RuleKind.GENERAL for rule in order.rules) or len(order.charter)
        state = ", förslag" if order.draft else ""
        yield f"{order.title}  ({order.kind.value}, {order.period}{state}, {rows} punkter)"
        yield f"    {title_of(BodyRef(order.body), rules)} · {order.place.path}:{order.place.line}"


def interplay_text(rules: RuleSet) -> Iterator[str]:
    """Everything agreed beside the orders, by kind: title, name, when it holds, whether it is proposed."""
    for block in interplay_blocks(rules):
        state = ", förslag" if block.draft else ""
        yield f"{block.title or block.name}  ({block.kind} {block.name}, {block.period}{state})"
        if block.place:
            yield f"    {block.place.path}:{block.place.line}"


def order_text(order: Order, rules: RuleSet, on: date) -> Iterator[str]:
    """One order with all its rows."""
    yield order.title
    yield f"  {order.kind.value} för {title_of(BodyRef(order.body), rules)}, gäller {order.period}" + (
        f", beslutad {order.adoption}" if order.adoption else ""
    )
    section = ""
    for rule in sorted(
        (rule for rule in order.rules if rule.kind is not RuleKind.GENERAL),
        key=lambda each: number_key(each.number),
    ):
        if rule.section != section:
            section = rule.section
            yield f"\n  {section}"
        yield f"    {rule.number:<8}{rule.title}"
        yield from (f"            {line}" for line in _who(rule, rules, on))
    for clause in order.charter:
        areas = f": {', '.join(clause.areas)}" if clause.areas else ""
        yield f"    {clause.number} §  {clause.title}{areas}"


def rule_text(rule: Rule, rules: RuleSet, on: date) -> Iterator[str]:
    """One row, whole: every step of its ladder with both ends, exceptions, synonyms."""
    order = rules.orders[rule.order]
    yield f"{rule.label}"
    yield f"  {order.title} · {rule.place.path}:{rule.place.line}"
    yield f"  ärende        {rule.matter}"
    if rule.synonyms:
        yield f"  kallas även   {', '.join(each.text for each in rule.synonyms)}"
    yield from (f"  {line}" for line in _who(rule, rules, on))
    delegates = rule.alternatives or rule.unknown or not (rule.elsewhere or rule.execution or rule.own_right)
    for each in rule.overrides if delegates else ():
        who = " eller ".join(title_of(party, rules) for party in each.parties)
        yield f"  dock {who}" + (f" när {describe(each.when)}" if each.when is not None else "")
    for exception in rule.exceptions:
        yield f"  gäller inte när {describe(exception.when)}"
    if rule.law:
        yield f"  lagrum        {', '.join(str(basis.ref) for basis in rule.law)}"


def _who(rule: Rule, rules: RuleSet, on: date) -> Iterator[str]:
    if rule.unknown:
        yield f"delegaten är okänd: {rule.unknown}"
    for rung in ladder(rules, rule, on) if rule.alternatives else ():
        who = (
            " eller ".join(title_of(party, rules) for party in rung.parties)
            or "(ingen delegat: nämnden beslutar)"
        )
        yield f"{who} när {rung.when}" if rung.when else who
    for line in rule.elsewhere:
        when = f" när {describe(line.when)}" if line.when is not None else " annars" if line.otherwise else ""
        yield f"beslutas av {' eller '.join(title_of(party, rules) for party in line.parties)}{when}"
    if rule.execution is not None:
        by = f" av {title_of(rule.execution.by, rules)}" if rule.execution.by else ""
        what = "arbetsuppgift" if rule.execution.task else "verkställs"
        yield f"{what}{by}" + (
            f" när {describe(rule.execution.when)}" if rule.execution.when is not None else ""
        )
    if rule.own_right is not None:
        yield f"egen beslutanderätt: {title_of(rule.own_right.by, rules)}"


def roles_text(rules: RuleSet, on: date) -> Iterator[str]:
    """Every role: title, name, kind, nearest chief, and who holds it on ``on``."""
    for name, role in sorted(rules.corpus.roles.items(), key=lambda pair: pair[1].title):
        chief = rules.hierarchy.chief(name)
        held = ", ".join(rules.persons(name, on))
        above = f", chef: {rules.corpus.roles[chief].title}" if chief in rules.corpus.roles else ""
        yield f"{role.title}  ({name}, {role.kind.value}{above})" + (f"  {held}" if held else "")


def bodies_text(rules: RuleSet) -> Iterator[str]:
    """Every body: title, kind, name."""
    for name, body in sorted(
        rules.corpus.bodies.items(), key=lambda pair: (pair[1].kind.rank, pair[1].title)
    ):
        short = f", {body.abbreviation}" if body.abbreviation else ""
        yield f"{body.title}  ({name}{short}, {body.kind.value})"


def facts_text(rules: RuleSet) -> Iterator[str]:
    """Every fact: name, how it is answered, its question."""
    for name, fact in sorted(rules.corpus.facts.items()):
        how = fact.unit.value if fact.unit else ", ".join(fact.answers)
        yield f"{name}  ({how})  {fact.question}"


def matters_text(rules: RuleSet) -> Iterator[str]:
    """Every matter by body: number and title."""
    for order in rules.corpus.orders:
        if order.kind is OrderKind.DELEGATION:
            for rule in order.rules:
                if rule.kind is RuleKind.POINT:
                    yield f"{rules.corpus.bodies[rule.body].abbreviation or rule.body:<6}{rule.number:<8}{rule.title}  ({rule.matter})"
