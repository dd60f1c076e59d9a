"""All documents into one corpus."""

import hashlib
from collections.abc import Iterable, Sequence

from attrs import evolve

from styrregler.diagnostics import Diagnostic
from styrregler.model import Belonging, Corpus, Meaning
from styrregler.resolve.acts import resolve_acts
from styrregler.resolve.appeals import routes_of
from styrregler.resolve.case import channels_of, resolve_routes
from styrregler.resolve.commissions import resolve_commission, resolve_work_group
from styrregler.resolve.conduct import ConductReader
from styrregler.resolve.conduct_examples import resolve_any_example
from styrregler.resolve.deviation import DeviationReader
from styrregler.resolve.escalation import resolve_escalations
from styrregler.resolve.facts import Vocabulary, builtin_facts, resolve_vocabulary
from styrregler.resolve.filling import Known
from styrregler.resolve.general import general_rules
from styrregler.resolve.goals import (
    PlanReader,
    declared_names,
    resolve_goal,
    resolve_open_points,
    resolve_purpose,
)
from styrregler.resolve.interplay import InterplayReader, names_of
from styrregler.resolve.kinds import resolve_bars, resolve_kinds, resolve_limit
from styrregler.resolve.law import resolve_circle, resolve_deadline, resolve_duty, resolve_path, resolve_term
from styrregler.resolve.links import link
from styrregler.resolve.names import collect
from styrregler.resolve.orders import read_orders
from styrregler.resolve.organisation import (
    check_chiefs,
    check_tree,
    resolve_bodies,
    resolve_groups,
    resolve_holder,
    resolve_roles,
)
from styrregler.resolve.scope import Reporter, Scope
from styrregler.resolve.suppressions import resolve_suppressions
from styrregler.resolve.vocabulary import resolve_words
from styrregler.syntax import ast


def resolve(
    documents: Sequence[ast.Document], shipped: Sequence[ast.Document] = ()
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """One model of ``documents`` together with those that ship with the product.

    Where both declare the same fact, yearly amount or statute, the municipality's own counts.
    """
    reporter = Reporter()
    per_file = [
        [Scope.of(block, reporter, shipped=ours) for block in document.blocks]
        for ours, group in ((True, shipped), (False, documents))
        for document in group
    ]
    every = [scope for file in per_file for scope in file]

    kinds: dict[str, list[Scope]] = {}
    for scope in every:
        kinds.setdefault(scope.block.header.kind, []).append(scope)

    def of_kind(kind: str) -> list[Scope]:
        return kinds.get(kind, [])

    def readable(kind: str) -> list[Scope]:
        return [scope for scope in of_kind(kind) if not scope.block.broken]

    names = collect(every, reporter)
    scopes = {name: declared.scope for name, declared in names.parties.items()}
    bodies = check_tree(resolve_bodies(names), scopes)
    roles = check_chiefs(resolve_roles(names), scopes)
    groups = resolve_groups(names)
    vocabulary = resolve_vocabulary(names)
    municipalities = tuple(name for name, declared in names.parties.items() if declared.kind == "kommun")
    vocabulary = Vocabulary(
        {**builtin_facts(municipalities), **vocabulary.facts}, vocabulary.amounts, vocabulary.broken
    )
    acts, found_by = resolve_acts(of_kind("lag"))
    bars = tuple(
        bar for scope in readable("förbud") for bar in resolve_bars(scope, found_by, names, vocabulary)
    )
    deadlines = tuple(
        deadline for scope in of_kind("lagfrist") if (deadline := resolve_deadline(scope, found_by))
    )
    known = Known(names, vocabulary, found_by, routes_of(of_kind("överklagandeväg")))
    read = [order for file in per_file for order in read_orders(file, known)]
    orders = link(read, known.references, reporter)
    orders = [evolve(order, rules=(*order.rules, *general_rules(order))) for order in orders]
    interplay = InterplayReader(names, names_of(of_kind("eskalering")))
    deviations = DeviationReader(names, vocabulary, interplay)
    conduct = ConductReader(names, interplay)
    routes = resolve_routes(interplay, vocabulary, frozenset(each.name for each in deadlines))
    plans = PlanReader(interplay, declared_names(every))
    said = [
        each
        for scope in sorted(of_kind("ordlista"), key=lambda scope: scope.shipped)
        for each in resolve_words(scope)
    ]
    corpus = Corpus(
        bodies=bodies,
        roles=roles,
        groups=groups,
        holders=tuple(holder for scope in of_kind("innehavare") if (holder := resolve_holder(scope, names))),
        facts=vocabulary.facts,
        amounts=vocabulary.amounts,
        acts=acts,
        circles=tuple(resolve_circle(scope, found_by) for scope in readable("delegatkrets")),
        bars=bars,
        deadlines=deadlines,
        orders=tuple(sorted(orders, key=lambda order: (order.name, order.place.sort_key))),
        duties=tuple(resolve_duty(scope, found_by) for scope in readable("lagplikt")),
        limits=tuple(
            limit
            for scope in readable("lagtak")
            if (limit := resolve_limit(scope, found_by, names, vocabulary))
        ),
        kinds=resolve_kinds(names, found_by),
        appeal_paths={
            path.name: path
            for path in (resolve_path(scope, found_by) for scope in readable("överklagandeväg"))
        },
        terms=tuple(resolve_term(scope, found_by) for scope in readable("benämning")),
        escalations=resolve_escalations(names, vocabulary),
        examples=tuple(
            example
            for scope in of_kind("exempel")
            if (example := resolve_any_example(scope, names, vocabulary, deviations))
        ),
        boundaries=tuple(interplay.boundary(scope) for scope in of_kind("gräns")),
        assignments=tuple(interplay.assignments(scope) for scope in of_kind("uppdragsvägar")),
        deviations=tuple(deviations.deviation(scope) for scope in of_kind("avvikelse")),
        codes=tuple(conduct.code(scope) for scope in of_kind("uppförandekod")),
        channels=(
            *(interplay.channels(scope) for scope in of_kind("kanaler")),
            *channels_of(tuple(routes.values())),
        ),
        routes=routes,
        goals=tuple(resolve_goal(scope, plans) for scope in of_kind("effektmål")),
        purposes=tuple(
            purpose for scope in of_kind("verksamhetsidé") if (purpose := resolve_purpose(scope, plans))
        ),
        commissions=tuple(resolve_commission(scope, plans) for scope in of_kind("uppdrag")),
        work_groups=tuple(group for scope in of_kind("grupp") if (group := resolve_work_group(scope, plans))),
        open_points=tuple(resolve_open_points(every)),
        meanings=tuple(each for each in said if isinstance(each, Meaning)),
        belongings=tuple(each for each in said if isinstance(each, Belonging)),
        suppressions=tuple(each for file in per_file for each in resolve_suppressions(file)),
        sources=tuple(
            sorted(
                (document.source.path, _digest(document.source.text)) for document in (*shipped, *documents)
            )
        ),
    )
    return corpus, _each_once(reporter.found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _each_once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """An inherited clause is read for every row that inherits it, but what is wrong with it is said once."""
    seen: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in found:
        place = diagnostic.place
        key = (diagnostic.code, place.sort_key if place else None, diagnostic.message)
        if key not in seen or len(diagnostic.heading) < len(seen[key].heading):
            seen[key] = diagnostic
    return tuple(seen.values())
