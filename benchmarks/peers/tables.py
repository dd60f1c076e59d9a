"""Decision tables: GoRules zen, in one table and in one per matter, as DMN engines do it."""

import json
from typing import Any

from benchmarks.peers.engine import Ask, Engine, Question, last, of_matter, top
from benchmarks.workload import Point


def _table(points: list[Point], fields: tuple[str, ...]) -> dict[str, Any]:
    """A decision of one table; the first row that holds decides."""

    def row(point: Point) -> dict[str, str]:
        return {
            "_id": point.number,
            "matter": f'"{point.matter}"',
            "sum": f"[{point.low}..{top(point)})",
            "day": f"[{point.start.toordinal()}..{last(point)})",
            "number": f'"{point.number}"',
            "delegate": f'"{point.delegate}"',
        }

    content = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in fields],
        "outputs": [{"id": name, "name": name, "field": name} for name in ("number", "delegate")],
        "rules": [
            {name: cell for name, cell in row(p).items() if name in {"_id", *fields, "number", "delegate"}}
            for p in points
        ],
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {"id": "table", "type": "decisionTableNode", "name": "table", "position": {"x": 1, "y": 0}, "content": content},
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]  # fmt: skip
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "table"},
        {"id": "b", "type": "edge", "sourceId": "table", "targetId": "out"},
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def _number(answer: Any) -> str | None:
    found = answer["result"]
    return found.get("number") if found else None


def _one(points: list[Point]) -> Ask:
    import zen

    decision = zen.ZenEngine().create_decision(json.dumps(_table(points, ("matter", "sum", "day"))))

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        return _number(decision.evaluate({"matter": matter, "sum": amount, "day": on.toordinal()}))

    return ask


def _each(points: list[Point]) -> Ask:
    import zen

    tables = {matter: _table(each, ("sum", "day")) for matter, each in of_matter(points).items()}
    engine = zen.ZenEngine({"loader": {"type": "static", "content": tables}})

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        return _number(engine.evaluate(matter, {"sum": amount, "day": on.toordinal()}))

    return ask


ENGINES = (
    Engine("zen, one table", _one, ("zen",), reasons="a trace, if asked"),
    Engine("zen, a table per matter", _each, ("zen",), reasons="a trace, if asked"),
)
