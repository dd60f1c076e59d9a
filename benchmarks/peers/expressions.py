"""Expression engines behind a dict of ours on the matter, which is the most favourable way to use them."""

from collections.abc import Callable
from typing import Any

from benchmarks.peers.engine import Ask, Engine, Question, last, of_matter, top
from benchmarks.workload import Point

Holds = Callable[[Any, Question], bool]


def _picked(points: list[Point], compiled: Callable[[Point], Any], holds: Holds) -> Ask:
    rows = {matter: [(compiled(p), p.number) for p in each] for matter, each in of_matter(points).items()}

    def ask(question: Question) -> str | None:
        for expression, number in rows.get(question[0], ()):
            if holds(expression, question):
                return number
        return None

    return ask


def _written(point: Point, both: str) -> str:
    parts = (
        f"sum >= {point.low}",
        f"sum < {top(point)}",
        f"day >= {point.start.toordinal()}",
        f"day < {last(point)}",
    )
    return f" {both} ".join(parts)  # fmt: skip


def _known(question: Question) -> dict[str, int]:
    return {"sum": question[1], "day": question[2].toordinal()}


def _cel_rust(points: list[Point]) -> Ask:
    import cel

    return _picked(
        points,
        lambda p: cel.compile(_written(p, "&&")),
        lambda program, asked: program.execute(_known(asked)),
    )


def _cel_python(points: list[Point]) -> Ask:
    import celpy

    environment = celpy.Environment()

    def holds(program: Any, question: Question) -> bool:
        known = {name: celpy.celtypes.IntType(value) for name, value in _known(question).items()}
        return bool(program.evaluate(known))

    return _picked(points, lambda p: environment.program(environment.compile(_written(p, "&&"))), holds)


def _rule_engine(points: list[Point]) -> Ask:
    import rule_engine

    return _picked(
        points,
        lambda p: rule_engine.Rule(_written(p, "and")),
        lambda rule, asked: bool(rule.matches(_known(asked))),
    )


def _json_logic(points: list[Point]) -> Ask:
    import datalogic_py

    engine = datalogic_py.Engine()
    amount, day = {"var": "sum"}, {"var": "day"}

    def compiled(point: Point) -> Any:
        return engine.compile(
            {
                "and": [
                    {">=": [amount, point.low]},
                    {"<": [amount, top(point)]},
                    {">=": [day, point.start.toordinal()]},
                    {"<": [day, last(point)]},
                ]
            }
        )

    return _picked(points, compiled, lambda rule, asked: bool(rule.evaluate(_known(asked))))


def _python(points: list[Point]) -> Ask:
    return _picked(
        points,
        lambda p: eval(f"lambda sum, day: {_written(p, 'and')}"),
        lambda rule, asked: rule(asked[1], asked[2].toordinal()),
    )


ENGINES = (
    Engine("Python's eval, per matter", _python),
    Engine("JSONLogic (datalogic-py, Rust), per matter", _json_logic, ("datalogic_py",), reasons="a trace, if asked"),
    Engine("CEL (Rust), per matter", _cel_rust, ("cel",)),
    Engine("CEL (cel-python), per matter", _cel_python, ("celpy",), largest=1_000),
    Engine("rule-engine, per matter", _rule_engine, ("rule_engine",), largest=10_000),
)  # fmt: skip
