"""What a rule set says of governance beside who decides: escalations, deviations, boundaries, channels, cases, goals.

In: names and texts as a user writes them.  Out: the answers of :mod:`styrregler.query`, each of whose modules is imported when
its question is asked.  Refuses to know plugins, and how a question about a decision is read.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from styrregler.library.faults import QuestionFault
from styrregler.library.reading import (
    as_facts,
    as_text,
    block_named,
    board_named,
    day_or_today,
    people_named,
    someone_named,
    sound,
)
from styrregler.query.given import GivenValue, escalation_named, read_given
from styrregler.ruleset import RuleSet
from styrregler.values import Fault

if TYPE_CHECKING:
    from styrregler.query.assignment import AssignmentAnswer
    from styrregler.query.boundary import BoundaryAnswer
    from styrregler.query.case import CaseAnswer
    from styrregler.query.channel import ChannelAnswer
    from styrregler.query.commissions import CommissionsAnswer
    from styrregler.query.conduct import ConductAnswer
    from styrregler.query.deviation import DeviationAnswer
    from styrregler.query.escalation import EscalationAnswer
    from styrregler.query.goals import GoalsAnswer
    from styrregler.query.report import ReportAnswer
    from styrregler.values import Week


@frozen
class Governance:
    """The part of :class:`~styrregler.library.Rules` that answers from what was agreed on how to work together."""

    index: RuleSet

    def escalate(
        self,
        name: str,
        on: date | None = None,
        *,
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
    ) -> "EscalationAnswer":
        """The escalation called ``name`` (or so titled), step by step from ``on`` (today) on.

        Raises QuestionFault, and UnreadableRules when its text cannot be read.
        """
        from styrregler.query.escalation import escalate

        rules = self.index
        return escalate(
            rules,
            sound(escalation_named(as_text(name, "eskaleringen"), rules)),
            day_or_today(on),
            people_named(absent, "absent", rules),
            people_named(disqualified, "disqualified", rules),
        )

    def deviation(
        self,
        happened: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        on: date | None = None,
        body: str = "",
        proposals: bool = False,
    ) -> "DeviationAnswer":
        """What to do about what has ``happened``, found ``on`` that day (today): who is told, who does what, by when.

        ``facts`` as in :meth:`who_decides`; «allvar» among them goes before the level that the text has.  ``handling`` of the
        answer is None when none or several deviations fit.  ``proposals`` counts with deviations that are only proposed.  Raises
        QuestionFault and UnreadableRules.
        """
        from styrregler.query.deviation import what_now

        words = as_text(happened, "det som har hänt")
        if not words.strip():
            raise QuestionFault(
                [Fault("det sägs inte vad som har hänt", "skriv det med några ord, eller avvikelsens namn")]
            )
        given, faults = read_given(as_facts(facts), self.index)
        if faults:
            raise QuestionFault(faults)
        return what_now(
            words, self.index, day_or_today(on), board_named(body, self.index), given, proposals=proposals
        )

    def conduct(self, name: str = "", *, on: date | None = None) -> "ConductAnswer":
        """What the code of conduct called ``name`` (or the only one) says on a day (today), and who has adopted it.

        Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.conduct import code_named, conduct

        day = day_or_today(on)
        code = sound(code_named(as_text(name, "namnet").strip(), self.index, day))
        return conduct(code, self.index, day)

    def boundary(
        self, question: str, *, on: date | None = None, body: str = "", proposals: bool = False
    ) -> "BoundaryAnswer":
        """Whether ``question`` is for politics (vad), for the profession (hur) or in the grey zone, and who settles it.

        ``clear`` of the answer is None when nothing was found, or several boundaries say different things.  ``proposals`` counts
        with boundaries that are only proposed.  Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.boundary import which_side

        words = as_text(question, "frågan")
        if not words.strip():
            raise QuestionFault([Fault("frågan är tom", "skriv vad den gäller, till exempel «öppettider»")])
        return which_side(
            words, self.index, day_or_today(on), board_named(body, self.index), proposals=proposals
        )

    def assignment(
        self,
        sender: str,
        receiver: str,
        *,
        on: date | None = None,
        body: str = "",
        proposals: bool = False,
    ) -> "AssignmentAnswer":
        """Whether ``sender`` may give ``receiver`` an assignment, and what to do instead.

        Both are a role, a body or a general word («ledamot», «nämnd», «handläggare»).  ``proposals`` counts with what is only
        proposed.  Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.assignment import may_assign

        giver, taker = (someone_named(each, self.index) for each in (sender, receiver))
        return may_assign(
            giver, taker, self.index, day_or_today(on), board_named(body, self.index), proposals=proposals
        )

    def channel(
        self,
        sender: str,
        receiver: str,
        *,
        phase: str = "",
        on: date | None = None,
        body: str = "",
        proposals: bool = False,
    ) -> "ChannelAnswer":
        """Through whom ``sender`` reaches ``receiver``, in ``phase`` or in each, and what they expect of each other.

        ``proposals`` and what it raises as in :meth:`assignment`.
        """
        from styrregler.query.channel import channel_between, known_phase

        one, other = (someone_named(each, self.index) for each in (sender, receiver))
        named = sound(known_phase(as_text(phase, "fasen"), self.index)) if phase else ""
        return channel_between(
            one,
            other,
            self.index,
            day_or_today(on),
            phase=named,
            body=board_named(body, self.index),
            proposals=proposals,
        )

    def case(
        self,
        name: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        start: date | None = None,
        meeting: "date | Week | None" = None,
        body: str = "",
        on: date | None = None,
    ) -> "CaseAnswer":
        """The way of the case called ``name``: phases, who does what, channels, expectations and days.

        ``meeting`` (a day, or a week in which its board meets) counts backwards and forwards from there; ``start`` forwards
        from the day it is opened. Without either it is opened ``on`` (today). ``body`` is the board, where several take the
        way.  Raises QuestionFault and UnreadableRules.
        """
        from styrregler.library.cases import ask_case

        return ask_case(self.index, name, facts, start, meeting, body, on)

    def body_of(self, name: str) -> str:
        """A body by its name, title or abbreviation; empty for empty. Raises QuestionFault."""
        return board_named(name, self.index)

    def phase_of(self, name: str, answer: "CaseAnswer") -> str:
        """The phase of ``answer`` that is called ``name``, or so titled. Raises QuestionFault."""
        from styrregler.query.case_way import phase_named

        return sound(phase_named(as_text(name, "fasen"), self.index.corpus.routes[answer.name]))

    def goals(self, name: str = "", *, on: date | None = None) -> "GoalsAnswer":
        """The effect goals in force ``on`` the day (today), or the one called ``name``: figures, results, follow-up.

        Without a name also what the boards are for.  Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.goals import goals_on

        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.goals}
        return goals_on(self.index, day_or_today(on), block_named(name, known, "målet", "effektmål"))

    def commissions(self, name: str = "", *, on: date | None = None) -> "CommissionsAnswer":
        """The assignments in force ``on`` the day (today), or the one called ``name``: steps, boards, what is missing.

        Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.commissions import commissions_on

        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.commissions}
        return commissions_on(self.index, day_or_today(on), block_named(name, known, "uppdraget", "uppdrag"))

    def report(self, name: str = "", *, on: date | None = None) -> "ReportAnswer":
        """The goals of the assignments in force, or of the one called ``name``: what fulfils them, and what is missing.

        Raises QuestionFault and UnreadableRules.
        """
        from styrregler.query.report import report

        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.commissions}
        return report(self.index, day_or_today(on), block_named(name, known, "uppdraget", "uppdrag"))
