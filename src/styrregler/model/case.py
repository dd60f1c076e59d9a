"""The way that a case takes (ärendegång): its phases, who answers for each, what follows, and where it ends.

In: nothing; values only.  Refuses to know law, and to say whether a way leads anywhere: that is asked of ``query`` and the
checks.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from styrregler.logic import Expr
from styrregler.model.interplay import Agreed, Channel, Expectation
from styrregler.text import Place
from styrregler.values import Timing

END = "slut"
"""The end that every case has, and what it is called where a phase leads there."""
MEETING = "sammanträde"
"""The event of a time that is counted from the day on which a body meets."""


@frozen
class CaseEnd:
    """An end that is declared besides «slut» (slut)."""

    name: str
    title: str
    place: Place


@frozen
class Onward:
    """What follows a phase (nästa): another phase, or an end. ``when`` None: in all cases that no line before takes."""

    to: str
    place: Place
    when: Expr | None = None


@frozen
class Return:
    """A way back to an earlier phase (åter till), and ``reason``, which is quoted."""

    to: str
    place: Place
    reason: str = ""


@frozen
class CaseMoment:
    """Something that is done in a phase (moment); ``who`` empty: by whoever answers for it."""

    text: str
    place: Place
    who: str = ""
    timing: Timing | None = None


@frozen
class Referral:
    """Those who are asked beside each other (remiss); the phase is not over before they have had their time."""

    to: tuple[str, ...]
    place: Place
    timing: Timing | None = None


@frozen
class ExpectedCase:
    """What an example means of the way of a case (väntad ärendegång). None or empty: not said.

    ``phase`` is the one that ``responsible``, ``onward`` and ``latest`` are about; ``phases`` the way as it is taken.
    """

    route: str
    phase: str = ""
    meeting: date | None = None
    phases: tuple[str, ...] | None = None
    responsible: str = ""
    onward: tuple[str, ...] | None = None
    latest: date | None = None


@frozen
class CasePhase:
    """A phase (fas). ``responsible`` is a party or a general word, empty where nobody is named.

    ``statute`` is the lagfrist that sets its last day (lagens tid). ``tabled`` says when the case stays in the phase until
    the body meets again (bordläggs), ``done`` what must be so before it goes on (klart när).
    """

    name: str
    title: str
    place: Place
    responsible: str = ""
    timing: Timing | None = None
    timing_place: Place | None = None
    statute: str = ""
    statute_place: Place | None = None
    done: str = ""
    tabled: str = ""
    onward: tuple[Onward, ...] = ()
    returns: tuple[Return, ...] = ()
    moments: tuple[CaseMoment, ...] = ()
    referrals: tuple[Referral, ...] = ()
    channels: tuple[Channel, ...] = ()
    expectations: tuple[Expectation, ...] = ()


@frozen(slots=False)
class CaseRoute:
    """A way from the first phase to an end. ``opened_by`` are those who may open a case."""

    agreed: Agreed
    phases: tuple[CasePhase, ...] = ()
    ends: tuple[CaseEnd, ...] = ()
    opened_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, CasePhase]:
        return {phase.name: phase for phase in self.phases}

    @cached_property
    def end_names(self) -> frozenset[str]:
        return frozenset({END, *(end.name for end in self.ends)})

    def next_of(self, phase: CasePhase, *, returns: bool = True) -> Iterator[str]:
        """The phases and ends that may follow, in order of writing; those gone back to last, unless without ``returns``.

        A line in ``nästa`` after one without a condition never counts.
        """
        for each in phase.onward:
            yield each.to
            if each.when is None:
                break
        if returns:
            yield from (each.to for each in phase.returns)

    def reached(self, *, start: str = "", without: frozenset[str] = frozenset()) -> frozenset[str]:
        """All that can be reached from ``start`` (the first phase), itself too, other than through ``without``."""
        waiting = [start or self.phases[0].name] if self.phases else []
        seen = set(waiting) - without
        while waiting:
            phase = self.by_name.get(waiting.pop())
            if phase is None or phase.name in without:
                continue
            new = set(self.next_of(phase)) - seen - without
            seen |= new
            waiting += new
        return frozenset(seen)

    @cached_property
    def ending(self) -> frozenset[str]:
        """The phases from which some end can be reached, by phases or returns."""
        before: dict[str, set[str]] = {}
        for phase in self.phases:
            for name in self.next_of(phase):
                before.setdefault(name, set()).add(phase.name)
        waiting, seen = list(self.end_names), set(self.end_names)
        while waiting:
            new = before.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        return frozenset(seen) - self.end_names
