"""Who attests, under an answer about a matter that the list knows."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from styrregler.plugins import ExtraLine, hookimpl
from styrregler.query import Answer
from styrregler.ruleset import RuleSet
from styrregler_attest.lists import Entry, Form, load_list
from styrregler_attest.options import Options

__all__ = ["Options", "answer_lines", "attesting"]


@hookimpl
def answer_lines(answer: Answer, rules: RuleSet, options: Options, folder: Path) -> Iterable[ExtraLine]:
    """A line for each code."""
    entries = load_list(folder, options.lista).concerning(answer.matter.id)
    return list(attesting(entries, _amount(answer), rules))


def _amount(answer: Answer) -> int | None:
    """The amount of the case in whole kronor, where it is known."""
    said = answer.receipt.facts.get("belopp", "").replace(" ", "").removesuffix("kr")
    whole = said.split(",")[0]
    return int(whole) + ("," in said) if whole.isdecimal() else None


def attesting(entries: Iterable[Entry], amount: int | None, rules: RuleSet) -> Iterator[ExtraLine]:
    """«Enhetschef (högst 100 000 kr), mottagning Ekonom», a line a code; only those who may, when the amount is known."""
    by_code: dict[str, list[Entry]] = {}
    for each in entries:
        by_code.setdefault(each.code, []).append(each)
    for code, group in by_code.items():
        deciding = [_called(each, rules, amount) for each in group if _may(each, Form.DECISION, amount)]
        receiving = [_called(each, rules, amount) for each in group if _may(each, Form.RECEPTION, amount)]
        text = f"kod {code}: {' eller '.join(deciding) or 'ingen'}"
        yield ExtraLine("attest", text + (f"; mottagning {' eller '.join(receiving)}" if receiving else ""))


def _may(entry: Entry, form: Form, amount: int | None) -> bool:
    return entry.form is form and (amount is None or entry.within(amount))


def _called(entry: Entry, rules: RuleSet, amount: int | None) -> str:
    role = rules.corpus.roles.get(entry.role)
    title = role.title if role else entry.role
    if entry.limit is None or amount is not None:
        return title
    return f"{title} (högst {entry.limit:,} kr)".replace(",", " ")
