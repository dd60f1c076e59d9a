"""From quantities and words to the facts that a matter's rows ask for.

In: a question's measures and words, a rule set and the matter.  Out: facts with what was said.  A quantity goes to the fact
of its kind that the matter asks for; money goes to «belopp» where the matter asks for no money at all.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from styrregler.logic.expr import NO, YES
from styrregler.model import Fact, FactKind
from styrregler.ruleset import RuleSet
from styrregler.search import Described, facts_of
from styrregler.search.words import Word, folded, stems, telling, words_of
from styrregler.understanding.measures import Measure
from styrregler.understanding.understood import ReadFact
from styrregler.values import Quantity, UnitKind

_OUTCOME = "utfall"
_USUAL = {UnitKind.MONEY: "belopp"}
_OUTCOMES = {
    "avslag": ("avslag", "avslå", "avslås", "avslår", "avslaget", "avslagit", "neka", "nekas", "nekar", "nekad", "nej"),
    "bifall": ("bifall", "bifalla", "bevilja", "beviljas", "beviljar", "beviljat", "godkänna", "godkänner", "godkänns", "ja"),
    "avvisning": ("avvisning", "avvisa", "avvisas", "avvisar"),
}  # fmt: skip
_SMALL = ("av", "i", "pa", "inom")
_BRIEF = 5
"""Letters of a word that must be said as it stands."""
_MOST_OF = 0.6
"""How much of its question must be said for a yes/no fact to hold."""
_WITHOUT = {"utan", "utanfor", "utom", "inte", "ej", "inga", "inget", "ingen", "saknas", "saknar"}


@frozen
class Facts:
    """The facts that were read, and those that several figures compete for."""

    read: tuple[ReadFact, ...]
    rivals: tuple[tuple[str, tuple[Quantity, ...]], ...] = ()


def counted_words(rules: RuleSet) -> dict[str, str]:
    """What facts count: «timmar», «kvadratmeter», «besökare», with the fact."""
    found: dict[str, str] = {}
    for fact in rules.corpus.facts.values():
        if fact.kind is FactKind.MEASURED and fact.unit is UnitKind.COUNT:
            calls = [fact.name, *fact.aliases, *re.findall(r"[Hh]ur många (\w+)", fact.question)]
            for call in calls:
                for word in words_of(call.replace("-", " ")):
                    if len(word.text) > 4 and word.text not in ("antal", "placering", "vecka"):
                        found.setdefault(word.text, fact.name)
    return found


def read_facts(
    text: str,
    measures: Sequence[Measure],
    described: Described | None,
    rules: RuleSet,
    counted: dict[str, str],
) -> Facts:
    asked = _asked(described, rules)
    found: dict[str, list[tuple[Quantity, Measure]]] = {}
    for measure in measures:
        name = _fact_for(measure, asked, rules, counted)
        if name:
            found.setdefault(name, []).append((_scaled(measure, name), measure))
    read, rivals = [], []
    for name, hits in found.items():
        figures = tuple(dict.fromkeys(quantity for quantity, _ in hits))
        if len(figures) > 1:
            rivals.append((name, figures))
            continue
        quantity, measure = hits[0]
        read.append(ReadFact(name, quantity, text[measure.start : measure.end], measure.bound))
    if described is not None:
        read += [each for each in _chosen(text, described, asked) if each.name not in found]
    return Facts(tuple(read), tuple(rivals))


def _asked(described: Described | None, rules: RuleSet) -> tuple[Fact, ...]:
    """The facts that the rows of the matter ask for, as declared."""
    if described is None:
        return ()
    names = dict.fromkeys(name for rule in described.rules for name in facts_of(rule))
    return tuple(fact for name in names if (fact := rules.fact(name)) is not None)


def _fact_for(measure: Measure, asked: tuple[Fact, ...], rules: RuleSet, counted: dict[str, str]) -> str:
    kind = measure.kind
    if kind is UnitKind.COUNT:
        wanted = counted.get(measure.counted, "")
        same = [fact for fact in asked if fact.unit is UnitKind.COUNT]
        if wanted and (not same or any(fact.name == wanted for fact in same)):
            return wanted
        return same[0].name if len(same) == 1 else ""
    fits = [fact for fact in asked if fact.kind is FactKind.MEASURED and fact.unit is kind]
    if kind is UnitKind.MONEY and measure.per:
        per = next((fact for fact in fits if _each(fact) == measure.per), None)
        if per is None and measure.per == "månad":
            per = next((fact for fact in fits if _each(fact) == "år"), None)
        if per is not None:
            return per.name
    if len(fits) > 1:
        plain = [fact for fact in fits if not _each(fact)]
        fits = plain or fits
    if fits:
        return fits[0].name
    usual = rules.fact(_USUAL.get(kind, "")) if kind else None
    return usual.name if usual is not None else ""


def _each(fact: Fact) -> str:
    """What a fact in kronor is measured by: «per dygn», «för ett år»."""
    said = f"{fact.question} {' '.join(fact.aliases)}".casefold()
    match = re.search(r"\b(?:per|för ett|i|om) (dygn|år|vecka|månad)\w*\b", said)
    return match[1] if match else ""


def _scaled(measure: Measure, name: str) -> Quantity:
    """A rent of so much a month is twelve times that a year."""
    if measure.per == "månad" and "år" in name:
        return Quantity(measure.quantity.number * 12, measure.quantity.unit)
    return measure.quantity


def _chosen(text: str, described: Described, asked: tuple[Fact, ...]) -> Iterator[ReadFact]:
    """Answers that the words give to the facts with answers."""
    words = words_of(text)
    plain = folded(text.casefold())
    bound = {
        (synonym.fact, synonym.value): synonym.text
        for rule in described.rules
        for synonym in rule.synonyms
        if synonym.fact and synonym.value is not None and _said(synonym.text, words)
    }
    done = set()
    for (fact_name, value), said in bound.items():
        if fact_name not in done and not isinstance(value, Quantity) and value is not None:
            done.add(fact_name)
            yield ReadFact(fact_name, value, said)
    outcome = _outcome(
        [word.text for word in words], described, asked=any(fact.name == _OUTCOME for fact in asked)
    )
    if outcome is not None and _OUTCOME not in done:
        yield ReadFact(_OUTCOME, *outcome)
    titles = {word.text for rule in described.rules for word in words_of(rule.title)}
    for fact in asked:
        if fact.name in done or fact.kind is FactKind.MEASURED:
            continue
        if fact.name == _OUTCOME:
            continue
        if set(fact.answers) == {YES, NO}:
            answer = _yes_no(fact, plain, titles)
            if answer is not None:
                yield ReadFact(fact.name, *answer)
            continue
        hits = [
            (answer, word.text) for answer in fact.answers for word in words if _answers(answer, word.text)
        ]
        if len({answer for answer, _ in hits}) == 1:
            yield ReadFact(fact.name, *hits[0])


def _said(phrase: str, words: Sequence[Word]) -> bool:
    """Whether all of a phrase is said, in whatever form; of a short word only as it stands."""
    forms = {folded(word.text) for word in words}
    keys = {stem for form in forms if len(form) > _BRIEF for stem in stems(form)}
    wanted = [folded(word.text) for word in words_of(phrase)]
    return all(form in forms or (len(form) > _BRIEF and bool(stems(form) & keys)) for form in wanted)


def _answers(answer: str, word: str) -> bool:
    """«slutet-sällskap» by its last word, «tillfälligt» in any form."""
    parts = answer.split("-")
    last = parts[-1]
    if len(parts) > 1 and len(last) < 5:
        return False
    return bool(stems(folded(last)) & stems(folded(word)))


def _outcome(words: Sequence[str], described: Described, *, asked: bool) -> tuple[str, str] | None:
    """«avslag» before «bifall»: who is refused has asked for something. Where no row asks for it, only if said outright."""
    titled = {word.text for rule in described.rules for word in words_of(rule.title)}
    for answer in ("avslag", "avvisning", "bifall"):
        said = next((word for word in words if word in _OUTCOMES[answer] and word not in titled), "")
        if said and (asked or said == answer):
            return answer, said
    return None


def _yes_no(fact: Fact, plain: str, titles: set[str]) -> tuple[str, str] | None:
    """«utan ramavtal» is no, «ramavtal» yes: by the name of the fact, or by most of its question."""
    said = re.findall(r"[a-z]+", plain)
    name = [word for word in folded(fact.name.replace("-", " ").casefold()).split() if word not in _SMALL]
    places = _places(name, said)
    if places is None:
        asked = [folded(word.text) for word in telling(fact.question)]
        found = [word for word in asked if _places([word], said) is not None]
        more = [word for word in found if not any(stems(word) & stems(folded(title)) for title in titles)]
        if len(found) < 2 or len(found) < _MOST_OF * len(asked) or not more:
            return None
        places = _places(found, said) or [0]
    before = said[max(0, min(places) - 2) : min(places)]
    return (NO if _WITHOUT & set(before) else YES), fact.name


def _places(wanted: Sequence[str], said: Sequence[str]) -> list[int] | None:
    """Where each of the words is said, in whatever form; None where one is not."""
    places = [
        next((at for at, other in enumerate(said) if stems(word) & stems(other)), None) for word in wanted
    ]
    found = [at for at in places if at is not None]
    return found if wanted and len(found) == len(places) else None
