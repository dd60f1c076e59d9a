"""What there is of plugins, and what each hook of one answers: for `styrregler plugin`.

In: a loaded host.  Out: :class:`Listed` and :class:`Tried`.  Refuses to print.
"""

import inspect
from collections.abc import Iterator

from attrs import evolve, frozen

from styrregler.checks import run_checks
from styrregler.model import RuleKind
from styrregler.plugins.by_name import commands_of, exporters_of, importers_of, renderers_of
from styrregler.plugins.contributed import (
    absent_of,
    texts_of,
    with_lines,
    with_people,
    with_values,
)
from styrregler.plugins.contributed_checks import checks_of
from styrregler.plugins.hooks import SPECS, hooks_of
from styrregler.plugins.host import Active, Host
from styrregler.plugins.installed import KINDS, installed
from styrregler.query import Question, engine
from styrregler.ruleset import RuleSet

ON, OFF = "med", "inte med"


@frozen
class Listed:
    """A plugin: ``state`` says whether the rules use it; ``kinds`` what it brings."""

    name: str
    version: str
    package: str
    state: str
    kinds: tuple[str, ...]
    modules: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@frozen
class Tried:
    """A hook that was called: what it answered, as text, and how long it took."""

    hook: str
    signature: str
    answer: tuple[str, ...]
    seconds: float


def listed(host: Host) -> tuple[Listed, ...]:
    """Every plugin that is installed, those that the rules use first, in the order in which they are asked."""
    used = [_of_active(each) for each in host.active]
    packages = {(each.name, each.package) for each in used}
    others = [
        Listed(
            each.name,
            each.version,
            each.package,
            OFF,
            tuple(each.modules),
            tuple((kind, point.value) for kind, point in each.modules.items()),
        )
        for candidates in installed().values()
        for each in candidates
        if (each.name, each.package) not in packages
    ]
    return (*used, *others)


def _of_active(active: Active) -> Listed:
    modules = tuple((kind, active.modules.get(kind, "")) for kind in active.bring)
    options = tuple((key, str(value)) for key, value in active.table.items())
    return Listed(
        active.named.name, active.named.version, active.package, ON, tuple(active.bring), modules, options
    )


def tried(name: str, rules: RuleSet, host: Host, question: Question) -> tuple[Tried, ...]:
    """Every hook of the plugin ``name``, called as the commands call them, with ``question`` where one is asked."""
    alone = evolve(host, active=tuple(each for each in host.active if each.named.name == name), calls=[])
    found = []
    for kind in (kind for kind in KINDS if alone.has(kind)):
        before = len(alone.calls)
        answers = dict(_asked(kind, rules, alone, question))
        for call in alone.calls[before:]:
            if call.plugin == name:
                found.append(
                    Tried(call.hook, signature(call.hook), tuple(answers.get(call.hook, ())), call.seconds)
                )
    return tuple(found)


def _asked(kind: str, rules: RuleSet, host: Host, question: Question) -> Iterator[tuple[str, list[str]]]:
    match kind:
        case "checks":
            own = [each for each in checks_of(host) if not each.code.startswith("SR")]
            lines = []
            for check in own:
                count = len(run_checks(rules, question.on, [check]))
                lines.append(
                    f"{check.code} {check.name}: {count} {'meddelande' if count == 1 else 'meddelanden'}"
                )
            yield "checks", lines
        case "rules":
            yield "rule_texts", [each.path for each in texts_of(host)]
        case "values":
            facts = with_values(evolve(question, facts={}), rules, host).facts
            yield "known_values", [f"{name}={value}" for name, value in facts.items()]
        case "people":
            people = with_people(evolve(rules, corpus=evolve(rules.corpus, holders=())), host).corpus.holders
            yield "holders", [f"{each.role}: {each.person}" for each in people]
            yield "absent", sorted(absent_of(question, rules, host))
        case "answers":
            answer = with_lines(engine.answer(rules, question), rules, host)
            yield "answer_lines", [f"{each.label}: {each.text}" for each in answer.extra]
        case "commands":
            yield "commands", [f"{name}: {each.summary}" for name, (_, each) in commands_of(host).items()]
        case "importers":
            yield "importers", [f"{name}: {each.summary}" for name, (_, each) in importers_of(host).items()]
        case "exporters":
            yield "exporters", [f"{name}: {each.summary}" for name, (_, each) in exporters_of(host).items()]
        case "renderers":
            yield "renderers", [f"{name}: {each.summary}" for name, (_, each) in renderers_of(host).items()]


def signature(hook: str) -> str:
    """«checks(options, folder)»: what the hook may take."""
    spec = next(spec for kind, spec in SPECS.items() if hook in hooks_of(kind))
    names = [name for name in inspect.signature(getattr(spec, hook)).parameters if name != "self"]
    return f"{hook}({', '.join(names)})"


def a_question(rules: RuleSet, question: Question) -> Question | None:
    """``question``, or one about the first row there is."""
    if question.matter:
        return question
    for order in rules.corpus.orders:
        for rule in order.rules:
            if rule.kind is RuleKind.POINT and rule.readable:
                return evolve(question, matter=rule.matter, body=rule.body)
    return None
