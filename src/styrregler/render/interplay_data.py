"""Answers about boundaries, assignments and channels as data; the forms are in ``schemas/``."""

from typing import Any

from styrregler.model import Agreed
from styrregler.query.assignment import AgreedWay, AssignmentAnswer
from styrregler.query.boundary import BoundaryAnswer, BoundarySide
from styrregler.query.channel import AgreedChannel, ChannelAnswer
from styrregler.query.named import Someone
from styrregler.render.open_points import open_data
from styrregler.text import Place


def boundary_data(answer: BoundaryAnswer) -> dict[str, Any]:
    """styrregler.boundary/1"""
    clear = answer.clear
    return {
        "format": "styrregler.boundary/1",
        "question": answer.question,
        "on": str(answer.on),
        "side": clear.side.value if clear else None,
        "settled_by": _someone(clear.settled_by) if clear else None,
        "found": [_side(each) for each in answer.sides],
        "open": open_data(answer.open_points),
    }


def _side(side: BoundarySide) -> dict[str, Any]:
    return {
        "term": side.term,
        "side": side.side.value,
        "talks": [_someone(each) for each in side.talks],
        "escalation": side.escalation or None,
        "settled_by": _someone(side.settled_by),
        "source": _source(side.agreed, side.source.place),
    }


def assignment_data(answer: AssignmentAnswer) -> dict[str, Any]:
    """styrregler.assignment/1"""
    return {
        "format": "styrregler.assignment/1",
        "from": _someone(answer.sender),
        "to": _someone(answer.receiver),
        "on": str(answer.on),
        "permission": answer.permission.value,
        "instead": list(dict.fromkeys(each.way.instead for each in answer.ways if each.way.instead)),
        "ways": [_way(each) for each in answer.ways],
        "routes": [_way(each) for each in answer.routes],
        "wider": [_way(each) for each in answer.wider],
        "open": open_data(answer.open_points),
    }


def _way(each: AgreedWay) -> dict[str, Any]:
    way = each.way
    return {
        "from": way.sender,
        "to": way.receiver,
        "allowed": way.allowed,
        "via": way.via or None,
        "through": way.through or None,
        "source": _source(each.agreed, way.place),
    }


def channel_data(answer: ChannelAnswer) -> dict[str, Any]:
    """styrregler.channel/1"""
    return {
        "format": "styrregler.channel/1",
        "from": _someone(answer.sender),
        "to": _someone(answer.receiver),
        "on": str(answer.on),
        "phase": answer.phase or None,
        "channels": [_channel(each) for each in answer.channels],
        "expectations": [
            {
                "of": _someone(each.of),
                "by": _someone(each.by),
                "text": each.expectation.text,
                "source": _source(each.agreed, each.expectation.place),
            }
            for each in answer.expectations
        ],
        "freedom": [
            {"title": duty.title, "law": [str(ref) for ref in duty.law], "verified": duty.verified}
            for duty in answer.freedom
        ],
        "open": open_data(answer.open_points),
    }


def _channel(each: AgreedChannel) -> dict[str, Any]:
    return {
        "from": each.channel.sender,
        "to": each.channel.receiver,
        "via": _someone(each.via),
        "phases": list(each.channel.phases),
        "source": _source(each.agreed, each.channel.place),
    }


def _someone(who: Someone | None) -> dict[str, str] | None:
    return {"name": who.name, "title": who.title} if who else None


def _source(agreed: Agreed, place: Place) -> dict[str, Any]:
    return {
        "agreement": agreed.name,
        "title": agreed.title,
        "adopted": str(agreed.adoption) if agreed.adoption else None,
        "draft": agreed.draft,
        "file": place.path,
        "line": place.line,
    }
