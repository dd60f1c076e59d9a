"""Facts as people and programs give them: text, numbers, yes and no, days."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from styrregler.logic.expr import NO, YES
from styrregler.model import Body, BodyKind, Fact, FactKind, RespectiveRole, Role
from styrregler.query.people import ORIGINAL
from styrregler.ruleset import RuleSet
from styrregler.understanding.measures import said_quantity
from styrregler.values import Fault, Quantity, UnitKind, fold, nearest, parse_date, parse_quantity

GivenValue = str | int | float | Decimal | bool | date | Quantity
_YES, _NO = {"ja", "j", "yes", "sant", "true"}, {"nej", "n", "no", "falskt", "false"}
_BARE_UNIT = {UnitKind.MONEY: "kr", UnitKind.COUNT: ""}


def read_given(
    facts: Mapping[str, GivenValue], rules: RuleSet
) -> tuple[dict[str, Quantity | str], list[Fault]]:
    """The facts by their declared names and on their axes, and what is wrong with the rest."""
    known: dict[str, Quantity | str] = {}
    faults = []
    for name, value in facts.items():
        read = _read(name, value, rules)
        if isinstance(read, Fault):
            faults.append(read)
        elif read[0] in known:
            faults.append(Fault(f"uppgiften «{read[0]}» är given två gånger", "behåll en"))
        else:
            known[read[0]] = read[1]
    return known, faults


def _read(name: str, value: GivenValue, rules: RuleSet) -> tuple[str, Quantity | str] | Fault:
    given: object = value
    if not isinstance(given, (str, int, float, Decimal, date, Quantity)):
        return Fault(
            f"uppgiften «{name}» har inget värde som kan läsas",
            "ange ett tal, en text, ja eller nej, eller en dag",
        )
    name = unicodedata.normalize("NFC", name)
    value = unicodedata.normalize("NFC", value) if isinstance(value, str) else value
    fact = fact_named(name, rules)
    if fact is not None:
        answer = read_value(fact, value, rules)
        return answer if isinstance(answer, Fault) else (fact.name, answer)
    plain = fold(name).replace("_", "-")
    for amount in rules.corpus.amounts.values():
        if plain in {fold(each) for each in (amount.name, *amount.aliases)}:
            figure = parse_quantity(
                f"{value} kr" if not isinstance(value, str) or value.strip().isdigit() else value
            )
            if isinstance(figure, Quantity) and figure.unit == "kr":
                return amount.name, figure
            return Fault(f"«{value}» är inget belopp för {amount.name}", "skriv till exempel «59 200 kr»")
    relations = _relations(rules)
    for relation in relations:
        if plain == fold(relation):
            return _relation(relation, str(value), rules)
    known = list(dict.fromkeys([*rules.corpus.facts, *relations]))
    meant = nearest(name.replace("_", "-"), known)
    return Fault(
        f"uppgiften «{name}» finns inte",
        f"menade du «{meant}»?" if meant else f"uppgifter som finns: {', '.join(sorted(set(known)))}",
    )


def fact_named(name: str, rules: RuleSet) -> Fact | None:
    """A declared fact by any of its names; hyphens, å ä ö may be typed otherwise."""
    plain = fold(name).replace("_", "-")
    facts = rules.corpus.facts.values()
    return rules.fact(name) or next(
        (fact for fact in facts if plain in {fold(each) for each in (fact.name, *fact.aliases)}), None
    )


def _relations(rules: RuleSet) -> tuple[str, ...]:
    """What settles a relative delegate: who decided first, and whatever «utifrån» names."""
    named = {
        party.by
        for order in rules.corpus.orders
        for rule in order.rules
        for each in rule.alternatives
        for party in each.parties
        if isinstance(party, RespectiveRole) and party.by
    }
    return (ORIGINAL, *sorted(named))


def _relation(relation: str, value: str, rules: RuleSet) -> tuple[str, str] | Fault:
    if relation != ORIGINAL:
        unit = known_unit(value, rules)
        return unit if isinstance(unit, Fault) else (relation, unit)
    role = role_named(value, rules)
    return role if isinstance(role, Fault) else (relation, role)


def unit_named(text: str, rules: RuleSet) -> str | Fault:
    """A unit by any of its names. One that the rules do not know is taken as it is, unless it looks like a slip of one they do."""
    calls = {
        fold(call): name
        for name, body in rules.corpus.bodies.items()
        for call in (name, body.title, body.abbreviation, *body.aliases)
        if call
    }
    if fold(text) in calls:
        return calls[fold(text)]
    meant = nearest(text, calls)
    return Fault(f"enheten «{text}» finns inte", f"menade du «{calls[meant]}»?") if meant else text


def known_unit(text: str, rules: RuleSet) -> str | Fault:
    """As :func:`unit_named`, but where the rules name the units it must be one of them."""
    unit = unit_named(text, rules)
    bodies = rules.corpus.bodies
    named = any(body.kind in (BodyKind.ADMINISTRATION, BodyKind.UNIT) for body in bodies.values())
    if isinstance(unit, Fault) or unit in bodies or not named:
        return unit
    return Fault(f"enheten «{text}» finns inte", "se «styrregler visa organ»")


def roles_named(text: str, rules: RuleSet) -> tuple[str, ...] | Fault:
    """As :func:`role_named`; a group of roles, by name or title, is all its roles."""
    plain = fold(" ".join(text.split()))
    for name, group in rules.corpus.groups.items():
        if plain in (fold(name), fold(group.title)):
            return group.roles
    role = role_named(text, rules)
    return role if isinstance(role, Fault) else (role,)


def escalation_named(text: str, rules: RuleSet) -> str | Fault:
    """An escalation by name or title; å ä ö may be left out."""
    plain = fold(" ".join(text.split()))
    known = rules.corpus.escalations
    for name, path in known.items():
        if plain and plain in (fold(name), fold(name.replace("-", " ")), fold(path.title)):
            return name
    if not known:
        return Fault(
            "regelverket har ingen eskalering", 'lägg till blocket «eskalering oenighet "…"» med steg'
        )
    meant = nearest(text.replace(" ", "-"), known)
    return Fault(
        f"eskaleringen «{text}» finns inte",
        f"menade du «{meant}»?" if meant else f"de som finns: {', '.join(sorted(known))}",
    )


def role_named(text: str, rules: RuleSet) -> str | Fault:
    """A role or body by name, title, abbreviation or synonym; å ä ö may be left out."""
    text = unicodedata.normalize("NFC", text)
    plain = fold(" ".join(text.split()))
    if not plain:
        return Fault("rollen eller organet är tomt", "se «styrregler visa roller»")
    parties: dict[str, Role | Body] = {**rules.corpus.roles, **rules.corpus.bodies}
    if text in parties:
        return text
    for name, party in sorted(parties.items()):
        calls = {
            name,
            name.replace("-", " "),
            party.title,
            getattr(party, "abbreviation", ""),
            *party.aliases,
        }
        if plain in {fold(call) for call in calls if call}:
            return name
    meant = nearest(text.replace(" ", "-"), parties)
    return Fault(
        f"«{text}» är varken roll eller organ i regelverket",
        f"menade du «{meant}»?" if meant else "se «styrregler visa roller»",
    )


def read_value(fact: Fact, value: GivenValue, rules: RuleSet) -> Quantity | str | Fault:
    """One value of ``fact``."""
    if fact.kind is not FactKind.MEASURED:
        return _choice(fact, value)
    if fact.unit is UnitKind.DATE:
        day = value if isinstance(value, date) else parse_date(str(value))
        return day if isinstance(day, Fault) else Quantity.of_day(day)
    return _measure(fact, value, rules)


def _choice(fact: Fact, value: GivenValue) -> str | Fault:
    text = (YES if value else NO) if isinstance(value, bool) else fold(str(value).strip())
    if set(fact.answers) == {YES, NO}:
        text = YES if text in _YES else NO if text in _NO else text
    for answer in fact.answers:
        if fold(answer) == fold(text):
            return answer
    return Fault(f"«{fact.name}» kan inte vara «{value}»", f"svara {' eller '.join(fact.answers)}")


def _measure(fact: Fact, value: GivenValue, rules: RuleSet) -> Quantity | Fault:
    unit = fact.unit or UnitKind.COUNT
    example = {
        UnitKind.MONEY: "450000 eller «2 prisbasbelopp»",
        UnitKind.TIME: "«4 år»",
        UnitKind.SHARE: "«95 %»",
    }.get(unit, "3")
    if isinstance(value, str) and value.strip().casefold() in _YES | _NO:
        number = {UnitKind.MONEY: "450000", UnitKind.TIME: '"4 år"', UnitKind.SHARE: '"95 %"'}.get(unit, "3")
        return Fault(
            f"«{fact.name}» är en mängd, ingen ja/nej-fråga", f"ange hur mycket: {fact.name}={number}"
        )
    if isinstance(value, Quantity):
        quantity: Quantity | Fault = value
    elif isinstance(value, (bool, date)):
        quantity = Fault(f"«{value}» är ingen mängd", f"{fact.name} skrivs till exempel {example}")
    elif isinstance(value, (int, float, Decimal)):
        figure = Decimal(str(value))
        quantity = (
            Quantity(figure, "")
            if figure.is_finite()
            else Fault(f"«{value}» är inget tal", f"{fact.name} skrivs till exempel {example}")
        )
    else:
        quantity = parse_quantity(value)
        if isinstance(quantity, Fault):
            quantity = said_quantity(value) or quantity
    if isinstance(quantity, Fault):
        return quantity
    if quantity.number < 0:
        return Fault(f"{fact.name} är negativt: {quantity}", "skriv ett tal som är noll eller större")
    if not quantity.unit and unit in _BARE_UNIT:
        return Quantity(quantity.number, _BARE_UNIT[unit])
    if quantity.kind is None and quantity.unit and unit is UnitKind.MONEY:
        plain = fold(quantity.unit)
        for amount in rules.corpus.amounts.values():
            if plain in {fold(each) for each in (amount.name, *amount.aliases)}:
                return Quantity(quantity.number, amount.name)
    if quantity.kind is not unit or quantity.unit == "arbetsdagar":
        return Fault(f"{fact.name} anges i {unit.value}, inte som «{value}»", f"skriv till exempel {example}")
    return quantity
