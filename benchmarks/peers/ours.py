"""This project, as another system embeds it.

The answer is the whole one: who decides, on what ground, what excluded the others, whom to inform, how to report.
"""

from benchmarks.peers.engine import Ask, Engine, Question
from benchmarks.workload import Point, written


def _loaded(points: list[Point]) -> Ask:
    from styrregler.library import Rules
    from styrregler.text import SourceText
    from styrregler.workspace import compile_sources

    rules = Rules(compile_sources([SourceText.of("prov.styr", written(points))], "prov"))

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        answer = rules.who_decides(matter, {"belopp": amount}, on=on)
        return answer.rules[0].number if answer.rules else None

    return ask


ENGINES = (
    Engine(
        "styrregler",
        _loaded,
        ("styrregler",),
        reasons="ground, conditions, chain, others and why not, duties",
    ),
)
