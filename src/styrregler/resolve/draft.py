"""An order while its blocks are read.

In: parts, one after the other, as they stand in the file.  Out: the order, when the file ends.  Refuses to read a block.
"""

from collections.abc import Iterable

from attrs import define, evolve, field

from styrregler.model import Appointment, CharterClause, FreeText, Order, Provision, Rule, Section
from styrregler.resolve.filling import Given
from styrregler.resolve.scope import Scope, listed
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import nearest, slug


@define
class OrderDraft:
    """An order while its blocks are read: the order's own clauses, the section one stands in, the rows so far."""

    order: Order
    scope: Scope
    own: Given
    section: Given | None = None
    section_title: str = ""
    area: str = ""
    rules: list[Rule] = field(factory=list)
    sections: list[Section] = field(factory=list)
    headed: list[list[str]] = field(factory=list)
    """The numbers under each of the sections."""
    texts: list[FreeText] = field(factory=list)
    charter: list[CharterClause] = field(factory=list)
    appointments: list[Appointment] = field(factory=list)
    provisions: list[Provision] = field(factory=list)
    numbers: dict[str, Place] = field(factory=dict)
    appointed: list[tuple[ast.Word, Scope, ast.Clause]] = field(factory=list)
    """The numbers that appointments name; rows may still come below."""
    said: dict[str, Place] = field(factory=dict)
    """Where the order has said what it may say only once, itself or in a general rule."""
    readable: bool = True

    @property
    def levels(self) -> list[Given]:
        """What a row here inherits from, the nearest first."""
        return [self.own] if self.section is None else [self.section, self.own]

    def heading(self, number: str) -> str:
        """What a row or a part with this number stands under."""
        return " › ".join(filter(None, [self.order.title, self.section_title, number]))

    def stands_here(self, number: str) -> None:
        """Note that a point or a general rule stands under the present heading."""
        if self.headed:
            self.headed[-1].append(number)

    def finished(self) -> Order:
        for number, scope, clause in self.appointed:
            if number.text not in self.numbers:
                _unknown_number(number, clause, scope, self.order, self.numbers)
        rules = [
            rule if self.readable and rule.readable else evolve(rule, readable=False)
            for rule in _distinct_matters(self.rules)
        ]
        return evolve(
            self.order,
            rules=tuple(rules),
            sections=tuple(
                evolve(section, numbers=tuple(numbers))
                for section, numbers in zip(self.sections, self.headed, strict=True)
            ),
            texts=tuple(self.texts),
            charter=tuple(self.charter),
            appointments=tuple(self.appointments),
            provisions=tuple(self.provisions),
            readable=self.readable,
        )


def _unknown_number(
    number: ast.Word, clause: ast.Clause, scope: Scope, order: Order, known: Iterable[str]
) -> None:
    """An appointment for a point that the order does not have."""
    meant = nearest(number.text, known)
    some = listed(list(known)[:5], "och")
    scope.error(
        "SR801",
        scope.within(clause, number.span),
        f"punkt {number.text} finns inte i {order.title}",
        f"menade du {meant}?"
        if meant
        else f"rätta numret; där finns {some}"
        if some
        else "rätta numret; ordningen har inga punkter",
    )


def _distinct_matters(rules: list[Rule]) -> list[Rule]:
    """Rows of different sections that happen to share a title are different matters, told apart by their section."""
    sections: dict[str, set[str]] = {}
    for rule in rules:
        if not rule.matters:
            sections.setdefault(rule.matter, set()).add(rule.section)
    told_apart = []
    for rule in rules:
        if not rule.matters and len(sections[rule.matter]) > 1 and rule.section:
            prefix = slug(rule.section.partition(" ")[2]) or slug(rule.section)
            matter = f"{prefix}.{rule.matter}"
            told_apart.append(evolve(rule, matter=matter, matters=(matter,)))
        else:
            told_apart.append(rule if rule.matters else evolve(rule, matters=(rule.matter,)))
    return told_apart
