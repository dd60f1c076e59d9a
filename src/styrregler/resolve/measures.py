"""Amounts in a unit that fits the fact they are compared with, and what to write where they do not."""

from styrregler.model import Fact
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.scope import listed
from styrregler.values import Fault, Quantity, UnitKind, nearest

EXAMPLE_OF = {
    UnitKind.MONEY: "5 000 kr",
    UnitKind.TIME: "4 år",
    UnitKind.SHARE: "95 %",
    UnitKind.COUNT: "3",
    UnitKind.DATE: "2026-01-01",
}
_UNITS = {
    UnitKind.MONEY: ("kr", "tkr", "mkr"),
    UnitKind.TIME: ("dagar", "veckor", "månader", "år"),
    UnitKind.SHARE: ("%",),
    UnitKind.COUNT: (),
    UnitKind.DATE: (),
}
_ALSO_WRITTEN = {"msek": "mkr", "ksek": "tkr", "tsek": "tkr", "procent": "%", "mån": "månader"}


def measured(amount: Quantity, fact: Fact, vocabulary: Vocabulary) -> Quantity | Fault:
    """``amount`` in a unit that fits the measured ``fact``; or what is wrong with it."""
    assert fact.unit is not None
    constant = typed(amount, fact, vocabulary)
    number = str(Quantity(amount.number, ""))
    if isinstance(constant, str):
        message = f"{fact.name} anges i {fact.unit.value}, inte i {constant}"
        return Fault(message, _unit_remedy(amount, number, fact, vocabulary), _unit_why(amount))
    if not constant.unit and fact.unit is not UnitKind.COUNT:
        unit = {UnitKind.MONEY: " kr", UnitKind.TIME: " månader", UnitKind.SHARE: " %"}.get(fact.unit, "")
        remedy = f"skriv «{number}{unit}»" + (
            ", eller dagar, veckor eller år" if fact.unit is UnitKind.TIME else ""
        )
        return Fault(f"enheten saknas: {fact.name} anges i {fact.unit.value}", remedy)
    return constant


def _unit_why(amount: Quantity) -> str:
    return "hur lång tid arbetsdagar är beror på helgerna" if amount.unit == "arbetsdagar" else ""


def _unit_remedy(amount: Quantity, number: str, fact: Fact, vocabulary: Vocabulary) -> str:
    """The unit that was probably meant, else the fact that is measured so, else an example."""
    assert fact.unit is not None
    example = f"skriv till exempel «{fact.name} högst {EXAMPLE_OF[fact.unit]}»"
    if amount.kind is None:
        units = (*_UNITS[fact.unit], *(vocabulary.amounts if fact.unit is UnitKind.MONEY else ()))
        meant = _ALSO_WRITTEN.get(amount.unit.lower()) or nearest(amount.unit, units)
        return f"menade du «{number} {meant}»?" if meant in units else example
    others = [other.name for other in vocabulary.facts.values() if other.unit is amount.kind is not fact.unit]
    return (
        f"{example}, eller menade du {listed(f'«{other}»' for other in others[:3])}?" if others else example
    )


def typed(amount: Quantity, fact: Fact, vocabulary: Vocabulary) -> Quantity | str:
    """``amount`` in a unit that fits ``fact``; or, as text, what it is in instead."""
    if amount.unit == "arbetsdagar":
        return "arbetsdagar"
    if amount.kind is None and amount.unit:
        yearly = vocabulary.amount(amount.unit)
        if yearly is None:
            return f"«{amount.unit}»"
        if fact.unit is not UnitKind.MONEY:
            return yearly.name
        return Quantity(amount.number, yearly.name)
    if amount.kind is not None and amount.kind is not fact.unit:
        return amount.kind.value
    return amount
