"""Through whom one reaches another, and what they expect of each other.

In: who, whom, and in which phase.  Out: a :class:`ChannelAnswer`.  As with assignments the closer rule goes before the wider.
Refuses to take a channel for a bar: what the law lets everyone do is said beside it.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from styrregler.model import Agreed, Channel, Expectation, OpenPoint, StatutoryDuty
from styrregler.query.agreements import in_force
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_around
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, fold, nearest

FREEDOM = "samspelsregel-inskränker"
"""The situation whose statutes say what no rule about channels may restrict."""


@frozen
class AgreedChannel:
    """A channel with the agreement that it stands in; ``via`` None: straight."""

    channel: Channel
    agreed: Agreed
    via: Someone | None = None


@frozen
class AgreedExpectation:
    """What is expected, with titles; ``by`` None: by all."""

    expectation: Expectation
    agreed: Agreed
    of: Someone
    by: Someone | None = None


@frozen
class ChannelAnswer:
    """How ``sender`` reaches ``receiver`` (kanalsvar). Empty ``channels``: nothing is said, and nothing forbidden.

    ``open_points`` are what the agreements that say it leave open, or all where none says it.
    """

    sender: Someone
    receiver: Someone
    on: date
    phase: str = ""
    channels: tuple[AgreedChannel, ...] = ()
    expectations: tuple[AgreedExpectation, ...] = ()
    freedom: tuple[StatutoryDuty, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


def known_phase(text: str, rules: RuleSet) -> str | Fault:
    """A phase that some channel names."""
    known = {phase for block in rules.corpus.channels for line in block.channels for phase in line.phases}
    known |= {phase.name for route in rules.corpus.routes.values() for phase in route.phases}
    found = next((phase for phase in known if fold(phase) == fold(text.strip())), "")
    if found:
        return found
    meant = nearest(text, known)
    some = (
        f"faser som kanalerna nämner: {', '.join(sorted(known))}"
        if known
        else "fråga utan fas: ingen kanal nämner någon"
    )
    return Fault(f"fasen «{text}» finns inte", f"menade du «{meant}»?" if meant else some)


def channel_between(
    sender: Someone,
    receiver: Someone,
    rules: RuleSet,
    on: date,
    *,
    phase: str = "",
    body: str = "",
    proposals: bool = False,
) -> ChannelAnswer:
    """What the channels in force on ``on`` for ``body`` (empty: for any) say; without ``phase``, in each of them."""
    circles = rules.circles
    blocks = in_force(rules.corpus.channels, on, body, proposals=proposals)
    hits = [
        AgreedChannel(line, block.agreed, someone(line.via, rules) if line.via else None)
        for block in blocks
        for line in block.channels
        if sender.name in circles.members(line.sender)
        and receiver.name in circles.members(line.receiver)
        and (not phase or not line.phases or phase in line.phases)
    ]
    kept = [each for each in hits if not _beaten(each.channel, hits, phase, rules)]
    expectations = [
        AgreedExpectation(
            each, block.agreed, someone(each.of, rules), someone(each.by, rules) if each.by else None
        )
        for block in blocks
        for each in block.expectations
        if (not phase or not each.phases or phase in each.phases)
        and (_between(each, sender, receiver, rules) or _between(each, receiver, sender, rules))
    ]
    return ChannelAnswer(
        sender,
        receiver,
        on,
        phase,
        tuple(kept),
        tuple(expectations),
        rules.duties(FREEDOM, on),
        open_around(rules, [each.agreed for each in kept], [each.agreed for each in blocks]),
    )


def _between(each: Expectation, of: Someone, by: Someone, rules: RuleSet) -> bool:
    circles = rules.circles
    return of.name in circles.members(each.of) and (not each.by or by.name in circles.members(each.by))


def _beaten(line: Channel, hits: Iterable[AgreedChannel], phase: str, rules: RuleSet) -> bool:
    return any(_closer(other.channel, line, phase, rules) for other in hits)


def _closer(one: Channel, other: Channel, phase: str, rules: RuleSet) -> bool:
    """Whether ``one`` is about fewer people or, where a phase is asked about, fewer phases; it must hold wherever it is asked."""
    circles = rules.circles
    if not (circles.within(one.sender, other.sender) and circles.within(one.receiver, other.receiver)):
        return False
    same_people = circles.within(other.sender, one.sender) and circles.within(other.receiver, one.receiver)
    if phase:
        return not same_people or (bool(one.phases) and not other.phases)
    covers = not one.phases or (bool(other.phases) and set(other.phases) <= set(one.phases))
    return not same_people and covers
