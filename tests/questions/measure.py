"""How well questions are understood: ``python -m tests.questions.measure``, or ``make fragor``.

In: the set, the reader, policies/exempelkommun.  Out: figures by category and area for each half, and what went wrong
in the tuning half.  Never tells of a single question in the test half, and with ``tuning`` does not even score it.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from statistics import median
from time import perf_counter

from attrs import frozen

from styrregler.library import Rules, load
from tests.kit import POLICIES
from tests.questions.asked import CATEGORIES, HALVES, Asked, half, late, real
from tests.questions.reader import Reader, Understood, reader
from tests.questions.score import Marks, marks

COLUMNS: tuple[tuple[str, Callable[[Marks], bool | None]], ...] = (
    ("först", lambda mark: mark.first),
    ("bland tre", lambda mark: mark.among_three),
    ("avvisad", lambda mark: mark.refused),
    ("uppgifter", lambda mark: mark.facts),
    ("organ", lambda mark: mark.body),
    ("roll", lambda mark: mark.role),
    ("slag", lambda mark: mark.kind),
    ("datum", lambda mark: mark.day),
    ("inget påhittat", lambda mark: mark.nothing_added),
)


@frozen
class Result:
    asked: Asked
    read: Understood
    marks: Marks
    seconds: float


def results(questions: Iterable[Asked], understand: Reader, rules: Rules) -> tuple[Result, ...]:
    """Every question read once and marked."""
    told = []
    for asked in questions:
        start = perf_counter()
        read = understand(rules, asked.text)
        took = perf_counter() - start
        told.append(Result(asked, read, marks(asked, read, rules), took))
    return tuple(told)


def table(name: str, rows: Sequence[tuple[str, Sequence[Result]]]) -> str:
    """A Markdown table: a row for each group, with how many were right of how many there were to get right."""
    head = [name, "frågor", *(title for title, _ in COLUMNS)]
    lines = [[title, str(len(group)), *(_share(group, of) for _, of in COLUMNS)] for title, group in rows]
    widths = [max(len(line[column]) for line in [head, *lines]) for column in range(len(head))]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in [head, rule, *lines]
    )


def wrong(group: Iterable[Result]) -> str:
    """What came instead, a question each; only for what may be looked at."""
    return "\n".join(_told(each) for each in group if not each.marks.all_right)


def _share(group: Iterable[Result], of: Callable[[Marks], bool | None]) -> str:
    marked = [mark for each in group if (mark := of(each.marks)) is not None]
    return f"{sum(marked)}/{len(marked)} {100 * sum(marked) / len(marked):.1f} %" if marked else "–"


def _told(result: Result) -> str:
    asked, read = result.asked, result.read
    missed = [title for title, of in COLUMNS if of(result.marks) is False]
    lines = [f"«{asked.text}» ({asked.area}, {asked.category}): {', '.join(missed)}"]
    if result.marks.first is False:
        lines.append(f"    ärende {' eller '.join(asked.matters)}")
    if result.marks.first is False or result.marks.refused is False:
        lines.append(f"    kom    {', '.join(list(read.matters)[:3]) or 'inget'}")
    if result.marks.facts is False or result.marks.nothing_added is False:
        lines.append(
            f"    uppgifter {dict(asked.facts)}, kom { {name: str(it) for name, it in read.facts.items()} }"
        )
    if {"organ", "roll", "slag", "inget påhittat"} & set(missed):
        wanted = " / ".join(
            " eller ".join(each or "–" for each in of) for of in (asked.bodies, asked.roles, asked.kinds)
        )
        came = " / ".join((read.body or "–", read.role or "–", str(getattr(read.kind, "value", read.kind))))
        lines.append(f"    organ/roll/slag {wanted}, kom {came}")
    return "\n".join(lines)


def _grouped(group: Sequence[Result]) -> str:
    areas = sorted({each.asked.area for each in group})
    categories = [(each, [one for one in group if one.asked.category == each]) for each in CATEGORIES]
    by_area = [(each, [one for one in group if one.asked.area == each]) for each in areas]
    return f"{table('slag av fråga', [*categories, ('alla', group)])}\n\n{table('område', by_area)}"


def main(halves: Sequence[str] = HALVES) -> None:
    rules = load(POLICIES / "exempelkommun")
    name, understand = reader()
    understand(rules, "vem beslutar")  # what is built once is not part of the time of a question
    print(f"Mätt: {name}.\n")
    parts = {title: results(half(title), understand, rules) for title in halves}
    for title, group in parts.items():
        took = [each.seconds * 1000 for each in group]
        print(
            f"## {title}: {len(group)} frågor, {median(took):.1f} ms i mitten, {max(took):.1f} ms som mest\n"
        )
        print(_grouped(group), end="\n\n")
    after = results(late(), understand, rules)
    print(f"## sena: {len(after)} frågor\n\n{table('', [('alla', after)])}\n")
    others = results(real(), understand, rules)
    print(f"## verkliga: {len(others)} frågor\n\n{table('', [('alla', others)])}\n")
    print(
        f"## Fel bland tuning\n\n{wrong(parts.get('tuning', ()))}\n\n## Fel bland verkliga\n\n{wrong(others)}"
    )


if __name__ == "__main__":
    main([name for name in HALVES if name in sys.argv[1:]] or HALVES)
