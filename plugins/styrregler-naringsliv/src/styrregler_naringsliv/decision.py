"""`styrregler vem … --som beslut`: a decision to fill in, with what the rules say already written."""

from collections.abc import Iterable, Iterator

from styrregler.model import Outcome
from styrregler.plugins import Renderer, hookimpl
from styrregler.query import Answer
from styrregler.render.answer import reported, route
from styrregler.ruleset import RuleSet
from styrregler_naringsliv.options import Options

__all__ = ["Options", "decision", "renderers"]
BLANK = "________________"
_OPEN = (Outcome.DEPENDS, Outcome.CONFLICT)


@hookimpl
def renderers() -> Iterable[Renderer]:
    """One."""
    return [Renderer("beslut", "Ett beslut att fylla i.", decision)]


def decision(answer: Answer, rules: RuleSet) -> str:
    """Markdown; where the rules do not say who decides, what must be known first."""
    return "\n".join(_lines(answer, rules)) + "\n"


def _lines(answer: Answer, rules: RuleSet) -> Iterator[str]:
    yield f"# Beslut: {answer.matter.title}"
    yield ""
    if answer.outcome in _OPEN:
        yield "Det går inte att säga vem som beslutar:"
        yield ""
        yield from (f"- {each.question}" for each in answer.missing)
        yield from [f"- {answer.conflict}"] if answer.conflict else []
        return
    ground = (
        f"{answer.matter.order}, punkt {answer.matter.number}" if answer.matter.number else "ingen delegation"
    )
    yield f"- **Kommun:** {rules.name}"
    yield f"- **Nämnd:** {answer.matter.body_title}"
    yield f"- **Beslutsfattare:** {', '.join(each.title for each in answer.deciders)}"
    yield f"- **Grund:** {ground}"
    if answer.law:
        yield f"- **Lagrum:** {', '.join(each.text for each in answer.law)}"
    for name, value in answer.receipt.facts.items():
        yield f"- **{name.capitalize()}:** {value}"
    yield f"- **Sökande:** {BLANK}"
    yield ""
    for heading in ("Beslut", "Skäl"):
        yield f"## {heading}"
        yield ""
        yield BLANK
        yield ""
    yield "## Sedan"
    yield ""
    yield from (f"- Informera {each.title}." for each in answer.inform)
    yield from (f"- Anmäls {reported(each)}." for each in answer.report)
    if answer.appeal is not None and answer.appeal.decided:
        yield f"- Överklagas {route(answer.appeal)}."
    yield ""
    yield f"{BLANK}  "
    yield "Datum och underskrift"
