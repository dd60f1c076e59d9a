"""How a question was read, what fits it, and what a search found, as people read it and as data.

In: values of ``understanding`` and ``search``.  Out: lines, or JSON-ready data.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from styrregler.model import BodyRef, Outcome, RoleRef, Rule, Verdict
from styrregler.query import Answer, Found
from styrregler.query.lookup import row_to_show
from styrregler.query.people import title_of
from styrregler.query.reply import Reply
from styrregler.render.answer import duty_text, headline, joined, labelled, render_answer, reported, route
from styrregler.ruleset import RuleSet
from styrregler.search import Elsewhere, Hit, Ranking
from styrregler.understanding import Kind, ReadFact, Understood

if TYPE_CHECKING:
    from styrregler.query.nearby import Nearby

Data = dict[str, Any]


def render_reply(reply: Reply, rules: RuleSet, *, explain: bool = False) -> str:
    """What was asked for first, then how the question was read, then the rest of the answer."""
    answer, read = reply.answer, reply.understood
    first, *rest = render_answer(answer, explain=explain).split("\n")
    lines = list(filter(None, [_opening(reply)])) if read is not None and read.kind is not Kind.WHO else []
    lines += [first]
    if read is not None and _telling(read):
        lines += [labelled("jag läste", reading(read, reply.found, rules))]
    lines += elsewhere_lines(read.ranking.elsewhere) if read is not None else ()
    if reply.former:
        lines += [
            labelled(
                "obs", f"{reply.former} är ett tidigare nummer; punkten heter nu {reply.found.rule.number}"
            )
        ]
    return "\n".join([*lines, *rest])


def _telling(read: Understood) -> bool:
    """Whether more was read than the words of a title."""
    rests = read.facts or read.body or read.role or read.day or read.ranking.unknown
    return bool(rests) or any(match.how for match in read.hits[0].matches)


def reading(read: Understood, found: Found, rules: RuleSet) -> str:
    """«ärende …, belopp 500 000 kr»: all that the answer rests on, so that a misreading is seen."""
    parts = [f"ärende {found.rule.title}"]
    parts += [_fact(fact) for fact in read.facts]
    if read.body is not None:
        parts.append(f"organ {title_of(BodyRef(read.body.name), rules)}")
    if read.role is not None:
        parts.append(f"{'frånvarande ' if read.absent else ''}{_title(read.role.name, rules)}")
    if read.day is not None:
        said = "" if read.day.exact else f" («{read.day.said}»)"
        parts.append(f"dag {read.day.last}{said}")
    return ", ".join(parts)


def _fact(fact: ReadFact) -> str:
    bound = f"{fact.bound} " if fact.bound else ""
    return f"{fact.name} {bound}{fact.value}" + ("" if fact.settled else " (en gräns, inget värde)")


def _title(name: str, rules: RuleSet) -> str:
    return title_of(BodyRef(name) if name in rules.corpus.bodies else RoleRef(name), rules)


def _opening(reply: Reply) -> str:
    """The answer to another question than who decides; empty where that rests on facts that are missing."""
    answer = reply.answer
    if answer.outcome is Outcome.DEPENDS and reply.verdict is None:
        return ""
    match reply.understood.kind if reply.understood else Kind.WHO:
        case Kind.MAY:
            return _may(reply)
        case Kind.INFORMED:
            told = [duty_text(each) for each in (*answer.consult, *answer.inform)]
            told += [f"{reported(each)} (anmälan)" for each in answer.report if each.to is not None]
            return f"Ska få veta: {'; '.join(told)}" if told else "Reglerna säger inte att någon ska få veta"
        case Kind.APPEAL:
            if answer.appeal is None or not answer.appeal.decided:
                return "Reglerna säger inte hur beslutet överklagas"
            way = route(answer.appeal)
            return "Beslutet kan inte överklagas" if way == "inte" else f"Beslutet överklagas {way}"
        case Kind.SUBSTITUTE:
            return _substitute(answer)
        case Kind.WHEN:
            times = [duty_text(each) for each in answer.inform if each.timing is not None]
            times += [f"anmäls {reported(each)}" for each in answer.report if each.timing is not None]
            times += (
                [f"överklagas {route(answer.appeal)}"]
                if answer.appeal is not None and answer.appeal.timing
                else []
            )
            return f"Tider: {'; '.join(times)}" if times else "Reglerna anger ingen tid"
        case Kind.WHO:
            return headline(answer)


def _may(reply: Reply) -> str:
    assert reply.verdict is not None
    verdict = reply.verdict
    word = {Verdict.RIGHT: "Ja", Verdict.CANNOT_TELL: "Det går inte att säga"}.get(verdict.verdict, "Nej")
    return f"{word}: {verdict.reason}"


def _substitute(answer: Answer) -> str:
    if any(each.instead_of for each in answer.deciders):
        return f"Träder in: {joined(answer.deciders)}"
    if answer.substitutes:
        return f"Ersättare: {joined(answer.substitutes)}"
    if answer.outcome is Outcome.DECIDES:
        return "Reglerna utser ingen ersättare"
    return "Ingen ersättare träder in"


# ---------- what fits


def hit_lines(hits: tuple[Hit, ...], rules: RuleSet, on: date, board: str = "") -> Iterator[str]:
    """Each matter with number and body, what tells it from the others, and which words say that it fits."""
    for hit in hits:
        rule = row_to_show(hit, rules, on, board)
        body = rules.corpus.bodies[rule.body]
        yield f"  {body.abbreviation or body.title} {rule.label}  ({hit.matter})"
        section = f"{rule.section} · " if rule.section else ""
        yield f"      {section}{rules.orders[rule.order].title}"
        yield f"      träff: {'; '.join(dict.fromkeys(map(_match, hit.matches)))}"


def _match(match: Any) -> str:
    where = f", {match.where}" if match.where else ""
    if not match.how:
        return f"{match.asked}{f' ({match.where})' if match.where else ''}"
    return f"{match.asked} → {match.found} ({match.how}{where})"


def apart(candidates: tuple[Found, ...]) -> list[str]:
    """For each candidate the words of its title that the others lack; empty where the titles say the same."""
    words = [[word.strip(",.") for word in found.rule.title.split()] for found in candidates]
    told = []
    for at, own in enumerate(words):
        others = {word.casefold() for other, rest in enumerate(words) if other != at for word in rest}
        different = [word for word in own if word.casefold() not in others]
        told.append(" ".join([word for word in different if len(word) > 2] or different))
    return told


def elsewhere_lines(elsewhere: tuple[Elsewhere, ...]) -> Iterator[str]:
    """To whom each such word of the question belongs."""
    yield from (labelled("hör till", f"{each.owner} («{each.said}»)") for each in elsewhere)


def nearby_lines(near: "Nearby") -> Iterator[str]:
    """Whose it is where it is somebody else's; else who would own the matter, and where to browse."""
    yield from elsewhere_lines(near.elsewhere)
    if near.elsewhere:
        return
    if near.body:
        yield f"  ligger närmast  {near.title}" + (f" («{near.ground}»)" if near.ground else "")
        if near.areas:
            yield f"  områden         {', '.join(near.areas)}"
        yield f'  bläddra         styrregler visa "{near.title}"'
    elif near.boards:
        yield f"  nämnder         {', '.join(near.boards)}"


# ---------- as data


def understood_data(read: Understood | None, rules: RuleSet, on: date) -> Data | None:
    """How the question was read; None for what was named outright."""
    if read is None:
        return None
    return {
        "kind": read.kind.value,
        "facts": [
            {"fact": fact.name, "value": str(fact.value), "said": fact.said, "bound": fact.bound}
            for fact in read.facts
        ],
        "body": read.body.name if read.body else "",
        "role": read.role.name if read.role else "",
        "absent": read.absent,
        "day": {"first": str(read.day.first), "last": str(read.day.last), "said": read.day.said}
        if read.day
        else None,
        "unknown_words": list(read.ranking.unknown),
        "elsewhere": elsewhere_data(read.ranking.elsewhere),
        "candidates": [_hit(hit, row_to_show(hit, rules, on)) for hit in read.hits],
    }


def near_data(near: "Nearby") -> Data:
    return {
        "body": near.body,
        "areas": list(near.areas),
        "elsewhere": elsewhere_data(near.elsewhere),
    }


def search_data(ranking: Ranking, rules: RuleSet, on: date, board: str = "") -> Data:
    """``styrregler.search/1``."""
    return {
        "format": "styrregler.search/1",
        "hits": [_hit(hit, row_to_show(hit, rules, on, board)) for hit in ranking.hits],
        "unknown_words": list(ranking.unknown),
        "elsewhere": elsewhere_data(ranking.elsewhere),
    }


def elsewhere_data(elsewhere: tuple[Elsewhere, ...]) -> list[Data]:
    return [{"said": each.said, "owner": each.owner} for each in elsewhere]


def _hit(hit: Hit, rule: Rule) -> Data:
    return {
        "matter": hit.matter,
        "body": rule.body,
        "number": rule.number,
        "title": rule.title,
        "score": hit.score,
        "named": hit.named,
        "matches": [
            {"asked": each.asked, "found": each.found, "how": each.how, "where": each.where}
            for each in hit.matches
        ],
    }
