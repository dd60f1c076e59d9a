"""Answers, verdicts and diagnostics as JSON-ready data. The forms are versioned; schemas/ describes them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from styrregler.diagnostics import Diagnostic
from styrregler.model import BodyRef, Party, RoleRef
from styrregler.query.answer import Answer, CheckResult, Decider, Duty, Receipt, ReportDuty
from styrregler.query.people import name_of
from styrregler.text import Place
from styrregler.values import Timing

if TYPE_CHECKING:
    from styrregler.diagnostics import Suppressed
    from styrregler.query.examples import Ran

Data = dict[str, Any]


def answer_data(answer: Answer) -> Data:
    """``styrregler.answer/1``."""
    return {"format": "styrregler.answer/1", **_answer(answer)}


def check_data(result: CheckResult) -> Data:
    """``styrregler.check/1``."""
    return {
        "format": "styrregler.check/1",
        "verdict": result.verdict.value,
        "reason": result.reason,
        "missing": [{"fact": each.fact, "question": each.question} for each in result.missing],
        "answer": _answer(result.answer),
    }


def diagnostics_data(
    found: tuple[Diagnostic, ...], held_back: int = 0, suppressed: "tuple[Suppressed, ...]" = ()
) -> Data:
    """``styrregler.diagnostics/1``."""
    return {
        "format": "styrregler.diagnostics/1",
        "diagnostics": [_diagnostic(each) for each in found],
        "held_back": held_back,
        "suppressed": [
            {
                "diagnostic": _diagnostic(each.found),
                "reason": each.reason,
                "place": place_data(each.by.place) if each.by else None,
                "until": str(each.by.until) if each.by and each.by.until else None,
            }
            for each in suppressed
        ],
    }


def examples_data(ran: "Sequence[Ran]") -> Data:
    """``styrregler.examples/1``."""
    return {
        "format": "styrregler.examples/1",
        "examples": [
            {
                "title": each.example.title,
                "place": place_data(each.example.place),
                "holds": each.holds,
                "mismatches": [
                    {"what": miss.what, "expected": miss.expected, "got": miss.got}
                    for miss in each.mismatches
                ],
            }
            for each in ran
        ],
    }


def error_data(message: str, remedy: str = "", candidates: list[Data] | None = None) -> Data:
    """``styrregler.error/1``: nothing could be answered."""
    return {
        "format": "styrregler.error/1",
        "message": message,
        "remedy": remedy,
        "candidates": candidates or [],
    }


def _answer(answer: Answer) -> Data:
    matter = answer.matter
    return {
        "outcome": answer.outcome.value,
        "matter": {
            "id": matter.id,
            "number": matter.number,
            "title": matter.title,
            "order": matter.order,
            "body": matter.body,
            "body_title": matter.body_title,
        },
        "deciders": [_decider(each) for each in answer.deciders],
        "also_competent": [_decider(each) for each in answer.also_competent],
        "unless": [
            {
                "when": each.when,
                "outcome": each.outcome.value,
                "deciders": [_decider(who) for who in each.deciders],
            }
            for each in answer.unless
        ],
        "requires": [{"step": each.text, "condition": each.condition} for each in answer.requires],
        "substitutes": [_decider(each) for each in answer.substitutes],
        "superiors": [
            {**party_data(each.party, each.title), "only_in_absence": each.only_in_absence}
            for each in answer.superiors
        ],
        "consult": [duty_data(each) for each in answer.consult],
        "inform": [duty_data(each) for each in answer.inform],
        "report": [_report(each) for each in answer.report],
        "appeal": None
        if answer.appeal is None
        else {
            "route": answer.appeal.route or None,
            "to": answer.appeal.to or None,
            "decided": answer.appeal.decided,
            "within": str(answer.appeal.timing) if answer.appeal.timing else None,
            "law": list(answer.appeal.law),
        },
        "subdelegation": answer.subdelegation or None,
        "law": [
            {
                "text": each.text,
                "sfs": each.sfs or None,
                "repealed": each.repealed.isoformat() if each.repealed else None,
            }
            for each in answer.law
        ],
        "conditions": list(answer.conditions),
        "remarks": list(answer.remarks),
        "missing": [{"fact": each.fact, "question": each.question} for each in answer.missing],
        "branches": [{"when": each.when, "answer": _answer(each.answer)} for each in answer.branches],
        "chain": [
            {
                "giver": each.giver,
                "receiver": each.receiver,
                "document": each.document or None,
                "number": each.number or None,
                "adopted": each.adopted or None,
                "missing": each.missing,
            }
            for each in answer.chain
        ],
        "sources": [{**place_data(each.place), "adopted": each.adopted or None} for each in answer.sources],
        "excluded": [
            {
                "rule": each.rule,
                "title": each.title,
                "stage": each.stage,
                "reason": each.reason,
                **place_data(each.place),
            }
            for each in answer.excluded
        ],
        "conflict": answer.conflict or None,
        "extra": [{"plugin": each.plugin, "label": each.label, "text": each.text} for each in answer.extra],
        "receipt": receipt_data(answer.receipt),
    }


def receipt_data(receipt: Receipt) -> Data:
    return {
        "ruleset": receipt.ruleset,
        "version": receipt.version,
        "date": receipt.on.isoformat(),
        "facts": dict(receipt.facts),
    }


def party_data(party: Party, title: str) -> Data:
    data: Data = {
        "role": name_of(party),
        "title": title,
        "kind": "body"
        if isinstance(party, BodyRef)
        else "role"
        if isinstance(party, RoleRef)
        else "relation",
    }
    if isinstance(party, RoleRef) and party.unit:
        data["unit"] = party.unit
    return data


def _decider(decider: Decider) -> Data:
    data = party_data(decider.party, decider.title)
    for key, value in (
        ("condition", decider.condition),
        ("instead_of", decider.instead_of),
        ("rule", decider.rule),
    ):
        if value:
            data[key] = value
    if decider.subdelegated:
        data["subdelegated"] = True
    return data


def duty_data(duty: Duty) -> Data:
    return {
        **party_data(duty.party, duty.title),
        **when_data(duty.timing, duty.deadline),
        "condition": duty.condition or None,
    }


def _report(report: ReportDuty) -> Data:
    return {
        "to": name_of(report.to) if report.to else None,
        "title": report.title or None,
        "via": report.via or None,
        **when_data(report.timing, report.deadline),
        "form": report.form or None,
        "condition": report.condition or None,
        "decided": report.decided,
    }


def when_data(timing: Timing | None, deadline: date | None) -> Data:
    """``when`` as written; ``within`` the time alone, where there is one."""
    return {
        "when": str(timing) if timing else None,
        "within": str(timing.amount) if timing and timing.amount else None,
        "deadline": deadline.isoformat() if deadline else None,
    }


def place_data(place: Place) -> Data:
    return {"file": place.path, "line": place.line}


def _diagnostic(found: Diagnostic) -> Data:
    place = found.place
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "file": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "length": max(1, place.end - place.start) if place else None,
        "why": found.why or None,
        "remedy": found.remedy or None,
        "heading": found.heading or None,
        "related": [{**place_data(each), "label": label} for each, label in found.related],
        "command": found.command or None,
    }
