"""What the plugins bring, as the product uses it: checks among the built-in ones, people among the rules', facts among the given.

In: a host, and what it is asked about.  Out: values that are whole; what a plugin got wrong is told and left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import evolve

from styrregler.checks import CODES, PAGES, Check, Remark, Review
from styrregler.diagnostics import CodePage, Codes, Severity
from styrregler.model import Holder
from styrregler.plugins.contributions import Holding, RuleText
from styrregler.plugins.host import Active, Host
from styrregler.plugins.trouble import Named, Trouble
from styrregler.query import Answer, Question
from styrregler.query.answer import ExtraLine
from styrregler.query.given import read_given
from styrregler.ruleset import RuleSet
from styrregler.text import Place, SourceText
from styrregler.values import Period, nearest
from styrregler.version import __version__

BUILTIN = "styrregler"
OWN_CODE = re.compile(r"(?!SR)[A-Z]{2,8}\d{3}")
"""The code of a plugin's check: letters of its own and three digits. SR is the product's."""


# ---------- checks


def checks_of(host: Host) -> tuple[Check, ...]:
    """Every check, in order of code: the built-in ones and the plugins', all through the hook ``checks``."""
    from styrregler.plugins import builtin

    ours = Active(Named(BUILTIN, __version__), {"checks": lambda: builtin})
    every = evolve(host, active=(ours, *host.active))
    found: dict[str, Check] = {}
    by: dict[str, Named] = {}
    for named, check in every.values("checks", "checks", Check):
        if named.name == BUILTIN:
            found[check.code], by[check.code] = check, named
        elif _whole(check, named, host):
            if check.code in found:
                host.troubles.tell(
                    Trouble.SAME_NAME,
                    named,
                    f"har en kontroll med koden {check.code}, som redan finns i {by[check.code]}",
                    "kontrollen körs inte; be den som har gjort pluginet byta kod",
                )
            else:
                found[check.code], by[check.code] = _guarded(check, named, host), named
    return tuple(found[code] for code in sorted(found))


def _whole(check: Check, named: Named, host: Host) -> bool:
    texts = (check.code, check.name, check.page, check.situation)
    if not all(isinstance(each, str) for each in texts) or not isinstance(check.severity, Severity):
        host.wrong(named, "checks", "Check med kod, namn, nivå och sida", check)
        return False
    if OWN_CODE.fullmatch(check.code) is None:
        host.troubles.tell(
            Trouble.WRONG_VALUE,
            named,
            f"har en kontroll med koden «{check.code}», som inte kan användas",
            "koden är två till åtta stora bokstäver, andra än SR, och tre siffror: ATT101",
        )
        return False
    return True


def _guarded(check: Check, named: Named, host: Host) -> Check:
    """``check``, whose looking stops nothing and gives nothing but remarks."""
    hook = f"kontrollen {check.code}"

    def look(review: Review) -> Iterator[Remark]:
        for remark in host.stream(named, hook, lambda: check.look(review), "Remark"):
            if _sound(remark):
                yield remark
            else:
                host.wrong(named, hook, "Remark med text och plats", remark)

    return evolve(check, look=look)


def _sound(remark: object) -> bool:
    return (
        isinstance(remark, Remark)
        and isinstance(remark.place, Place)
        and all(
            isinstance(each, str)
            for each in (
                remark.message,
                remark.why,
                remark.remedy,
                remark.heading,
                remark.label,
                remark.command,
            )
        )
        and isinstance(remark.severity, (Severity, type(None)))
        and isinstance(remark.related, tuple)
        and all(
            isinstance(each, tuple)
            and len(each) == 2
            and isinstance(each[0], Place)
            and isinstance(each[1], str)
            for each in remark.related
        )
    )


def codes_of(checks: Iterable[Check], host: Host) -> Codes:
    """The codes there are. One that is not known is let be where a plugin that may have it is not here."""
    own = {each.code for each in checks} - set(PAGES)
    absent = host.missing or bool(host.troubles.diagnostics)
    return Codes(frozenset({*CODES.known, *own}), frozenset({*CODES.movable, *own}), absent)


def pages_of(checks: Iterable[Check]) -> Mapping[str, CodePage]:
    """Every code's page."""
    return {**PAGES, **{each.code: each.code_page for each in checks}}


# ---------- rules, people and values


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


# ---------- answers


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
