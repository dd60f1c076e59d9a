"""Engines for access policies: Cedar, Casbin, Rego in several makes, and Polar.

Those that try every policy are measured as they are, and with a dict of ours in front that picks the policies of the matter,
as Cedar's authors advise.
"""

import json
from typing import Any

from benchmarks.peers.engine import Ask, Engine, Question, last, of_matter, top
from benchmarks.workload import Point


def _cedar_set(points: list[Point]) -> Any:
    import cedarpy

    return cedarpy.PolicySet.from_str(
        "\n".join(
            f'@id("{p.number}") permit(principal, action == Action::"besluta", resource == Matter::"{p.matter}") when {{ '
            f"context.sum >= {p.low} && context.sum < {top(p)} && context.day >= {p.start.toordinal()} && context.day < {last(p)} }};"
            for p in points
        )
    )


def _cedar_asked(policies: Any, entities: Any, question: Question) -> str | None:
    import cedarpy

    matter, amount, on = question
    answer = cedarpy.is_authorized(
        {
            "principal": 'Body::"n"',
            "action": 'Action::"besluta"',
            "resource": f'Matter::"{matter}"',
            "context": {"sum": amount, "day": on.toordinal()},
        },
        policies,
        entities,
    )
    if not answer.allowed:
        return None
    return str(next(iter(answer.diagnostics.id_annotations_by_reason.values())))


def _cedar(points: list[Point]) -> Ask:
    import cedarpy

    policies, entities = _cedar_set(points), cedarpy.Entities.from_json_str("[]")
    return lambda question: _cedar_asked(policies, entities, question)


def _cedar_sliced(points: list[Point]) -> Ask:
    import cedarpy

    slices = {matter: _cedar_set(each) for matter, each in of_matter(points).items()}
    entities = cedarpy.Entities.from_json_str("[]")
    return lambda question: _cedar_asked(slices[question[0]], entities, question)


CASBIN = """[request_definition]
r = matter, sum, day
[policy_definition]
p = delegate, matter, low, high, start, end, number
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.matter == p.matter && r.sum >= p.low && r.sum < p.high && r.day >= p.start && r.day < p.end
"""


def _casbin(points: list[Point]) -> Ask:
    import logging

    import casbin

    logging.disable(logging.CRITICAL)
    enforcer = casbin.Enforcer(casbin.Enforcer.new_model(text=CASBIN))
    enforcer.add_policies(
        [[p.delegate, p.matter, p.low, top(p), p.start.toordinal(), last(p), p.number] for p in points]
    )

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        allowed, line = enforcer.enforce_ex(matter, amount, on.toordinal())
        return str(line[-1]) if allowed else None

    return ask


REGO = """package p
import rego.v1
decide contains {"number": row.number, "delegate": row.delegate} if {
  some row in data.rows[input.matter]
  input.sum >= row.low
  input.sum < row.high
  input.day >= row.start
  input.day < row.end
}
"""


def _rego_rows(points: list[Point]) -> dict[str, Any]:
    return {
        "rows": {
            matter: [
                {
                    "number": p.number,
                    "delegate": p.delegate,
                    "low": p.low,
                    "high": top(p),
                    "start": p.start.toordinal(),
                    "end": last(p),
                }
                for p in each
            ]
            for matter, each in of_matter(points).items()
        }
    }


def _rego_input(question: Question) -> dict[str, Any]:
    matter, amount, on = question
    return {"matter": matter, "sum": amount, "day": on.toordinal()}


def _regorus(points: list[Point]) -> Ask:
    import hobofan_regorus

    engine = hobofan_regorus.Engine()
    engine.add_policy("p", REGO)
    engine.add_data_json(json.dumps(_rego_rows(points)))

    def ask(question: Question) -> str | None:
        engine.set_input_json(json.dumps(_rego_input(question)))
        found = json.loads(engine.eval_rule_as_json("data.p.decide"))
        return str(found[0]["number"]) if found else None

    return ask


def _regopy(points: list[Point]) -> Ask:
    import regopy

    engine = regopy.Interpreter()
    engine.add_module("p", REGO)
    engine.add_data(_rego_rows(points))

    def ask(question: Question) -> str | None:
        engine.set_input(_rego_input(question))
        found = json.loads(str(engine.query("data.p.decide")))["expressions"][0]
        return str(found[0]["number"]) if found else None

    return ask


def _opa(points: list[Point]) -> Ask:
    from opa_bindings import OpaEngine

    engine = OpaEngine()
    engine.add_policy("p.rego", REGO)
    engine.add_data(_rego_rows(points))

    def ask(question: Question) -> str | None:
        found = engine.eval_document("p.decide", _rego_input(question))
        return str(found[0]["number"]) if found else None

    return ask


def _polar(points: list[Point]) -> Ask:
    from oso import Oso
    from polar import Variable

    engine = Oso()
    engine.load_str(
        "\n".join(
            f'decide("{p.matter}", sum, day, "{p.number}", "{p.delegate}") if sum >= {p.low} and sum < {top(p)} '
            f"and day >= {p.start.toordinal()} and day < {last(p)};"
            for p in points
        )
    )

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        for found in engine.query_rule(
            "decide", matter, amount, on.toordinal(), Variable("number"), Variable("delegate")
        ):
            return str(found["bindings"]["number"])
        return None

    return ask


ENGINES = (
    Engine("Cedar (cedarpy)", _cedar, ("cedarpy",), largest=10_000, reasons="the policy"),
    Engine("Cedar (cedarpy), a slice per matter", _cedar_sliced, ("cedarpy",), largest=10_000, reasons="the policy"),
    Engine("Casbin", _casbin, ("casbin",), largest=10_000, reasons="the line"),
    Engine("OPA (Go, in the process), rules as data", _opa, ("opa_bindings",), reasons="a trace, if asked"),
    Engine("Rego (regorus), rules as data", _regorus, ("hobofan_regorus",)),
    Engine("Rego (rego-cpp), rules as data", _regopy, ("regopy",), largest=1_000),
    Engine("Polar (oso)", _polar, ("oso",)),
)  # fmt: skip
