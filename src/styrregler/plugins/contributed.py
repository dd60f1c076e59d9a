"""What the plugins bring, as the product uses it: people among the rules', facts among the given, lines under answers.

In: a host, and what it is asked about.  Out: values that are whole; what a plugin got wrong is told and left out.
"""

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from styrregler.model import Holder
from styrregler.plugins.contributions import Holding, RuleText
from styrregler.plugins.host import Host
from styrregler.plugins.trouble import Named, Trouble
from styrregler.query import Answer, Question
from styrregler.query.answer import ExtraLine
from styrregler.query.given import read_given
from styrregler.ruleset import RuleSet
from styrregler.text import Place, SourceText
from styrregler.values import Period, nearest


def texts_of(host: Host) -> tuple[SourceText, ...]:
    """The files of rules that travel in plugins, named «PLUGIN/FILE»."""
    found: dict[str, SourceText] = {}
    for named, each in host.values("rules", "rule_texts", RuleText) if host.has("rules") else ():
        if not isinstance(each.name, str) or not isinstance(each.text, str):
            host.wrong(named, "rule_texts", "RuleText med namn och text", each)
            continue
        path = f"{named.name}/{Path(each.name).name}"
        found.setdefault(path, SourceText.of(path, each.text))
    return tuple(found.values())


def with_people(rules: RuleSet, host: Host) -> RuleSet:
    """``rules`` with those who hold its roles by the directories that plugins ask."""
    if not host.has("people"):
        return rules
    found = []
    for named, each in host.values("people", "holders", Holding, rules=rules):
        if not isinstance(each.period, Period) or not isinstance(each.person, str):
            host.wrong(named, "holders", "Holding med roll, person och period", each)
        elif _role(each.role, "holders", named, rules, host):
            place = Place(SourceText.of(named.name, ""), 0, 0)
            found.append(Holder(each.role, each.person, each.period, place))
    if not found:
        return rules
    return evolve(rules, corpus=evolve(rules.corpus, holders=(*rules.corpus.holders, *found)))


def absent_of(question: Question, rules: RuleSet, host: Host) -> frozenset[str]:
    """Those of the roles that a plugin knows to be away on the day of the question."""
    if not host.has("people"):
        return frozenset()
    return frozenset(
        role
        for named, role in host.values("people", "absent", str, rules=rules, on=question.on)
        if _role(role, "absent", named, rules, host)
    )


def _role(role: object, hook: str, named: Named, rules: RuleSet, host: Host) -> bool:
    if isinstance(role, str) and role in rules.corpus.roles:
        return True
    meant = nearest(role, rules.corpus.roles) if isinstance(role, str) else None
    host.troubles.tell(
        Trouble.WRONG_VALUE,
        named,
        f"nämner en roll som inte finns i {hook}: «{role}»",
        f"menades «{meant}»?" if meant else "rätta rollen i pluginets källa, eller lägg till den i reglerna",
    )
    return False


def with_values(question: Question, rules: RuleSet, host: Host) -> Question:
    """``question`` with the facts that plugins know and the asker has not given; the first plugin's value counts."""
    if not host.has("values"):
        return question
    facts = dict(question.facts)
    for named, answer in host.answers("values", "known_values", question=question, rules=rules):
        if not isinstance(answer, Mapping) or not all(isinstance(each, str) for each in answer):
            host.wrong(named, "known_values", "uppgifter med namn", answer)
            continue
        read, faults = read_given({**answer}, rules)
        for fault in faults:
            host.troubles.tell(Trouble.WRONG_VALUE, named, f"gav ett värde: {fault.message}", fault.remedy)
        facts = {**read, **facts}
    return evolve(question, facts=facts)


def with_lines(answer: Answer, rules: RuleSet, host: Host) -> Answer:
    """``answer`` with the lines that plugins add to it."""
    if not host.has("answers"):
        return answer
    lines = []
    for named, each in host.values("answers", "answer_lines", ExtraLine, answer=answer, rules=rules):
        if isinstance(each.label, str) and isinstance(each.text, str):
            lines.append(ExtraLine(_plain(each.label), _plain(each.text), named.name))
        else:
            host.wrong(named, "answer_lines", "ExtraLine med rubrik och text", each)
    return evolve(answer, extra=tuple(lines))


def _plain(text: str) -> str:
    """One line, without what steers a terminal."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
