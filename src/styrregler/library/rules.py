"""A loaded rule set, to ask; and how one is loaded. Everything here asks the one engine."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from styrregler import query
from styrregler.diagnostics import CodePage, Diagnostic, Findings, sift
from styrregler.library.cases import ask_case
from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.reading import (
    as_day,
    as_facts,
    as_text,
    block_named,
    board_named,
    day_or_today,
    matter_of,
    opened_in_time,
    party_named,
    people_named,
    someone_named,
    sound,
    today,
    unknown_title,
)
from styrregler.plugins.choice import Choice, chosen
from styrregler.plugins.host import Host
from styrregler.plugins.taking_part import host_of
from styrregler.query import Answer, CheckResult, EscalationAnswer, Found, LookUp, look_up
from styrregler.query.assignment import AssignmentAnswer, may_assign
from styrregler.query.boundary import BoundaryAnswer, which_side
from styrregler.query.case import CaseAnswer
from styrregler.query.case_way import phase_named
from styrregler.query.channel import ChannelAnswer, channel_between, known_phase
from styrregler.query.commissions import CommissionsAnswer, commissions_on
from styrregler.query.conduct import ConductAnswer, code_named, conduct
from styrregler.query.deviation import DeviationAnswer, what_now
from styrregler.query.examples import Ran, run_example
from styrregler.query.given import GivenValue, escalation_named, known_unit, read_given
from styrregler.query.goals import GoalsAnswer, goals_on
from styrregler.query.nearby import Nearby, nearby
from styrregler.query.reply import Reply, reply
from styrregler.query.report import ReportAnswer, report
from styrregler.ruleset import RuleSet
from styrregler.search import Ranking, index_of
from styrregler.understanding import Understood, understand
from styrregler.values import Fault, Quantity, Week
from styrregler.workspace import compile_folder, read_folder

if TYPE_CHECKING:
    from styrregler.library.audit.columns import Columns

    RecordBatch = Any
    """Of pyarrow, which is an extra."""


@frozen
class Decision:
    """A decision as a register holds it.

    ``matter`` and ``facts`` as in :meth:`Rules.who_decides`; ``decided_by`` a role or body by name or title.
    """

    matter: str
    decided_by: str
    on: date | None = None
    facts: Mapping[str, GivenValue] = field(factory=dict)
    body: str = ""
    unit: str = ""
    absent: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()


@frozen
class Rules:
    """A loaded rule set. Immutable and safe to share between threads."""

    index: RuleSet
    plugins: Host = field(factory=Host, eq=False, repr=False)
    """The plugins that `styrregler.toml` names, and what has been wrong with them so far."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found while reading the files, in order of place."""
        return self.index.diagnostics

    def findings(self, on: date | None = None) -> Findings:
        """What reading and the checks found as of ``on`` (today), sifted as the text and `styrregler.toml` say.

        The checks of plugins are among them, and what is wrong with a plugin of any kind that has been used.
        """
        from styrregler.checks import run_checks
        from styrregler.plugins.contributed_checks import checks_of, codes_of

        on = on or today()
        rules, host = self.index, self.plugins
        checks = checks_of(host)
        checked = run_checks(rules, on, checks)
        return sift(
            (*rules.diagnostics, *host.troubles.diagnostics),
            checked,
            rules.corpus.suppressions,
            rules.settings,
            codes_of(checks, host),
            on,
        )

    @property
    def pages(self) -> Mapping[str, CodePage]:
        """The page of every code, those of the plugins' checks among them."""
        from styrregler.plugins.contributed_checks import checks_of, pages_of

        return pages_of(checks_of(self.plugins))

    @property
    def version(self) -> str:
        """A digest of all that was read; part of every receipt."""
        return self.index.version

    def find(self, text: str, body: str = "", on: date | None = None) -> LookUp:
        """The matters that ``text`` (a name, number, title, synonym or sentence) may mean.

        Rows in force ``on`` that day go before those that are not; without a day all count alike.
        """
        return look_up(as_text(text, "ärendet"), self.index, board_named(body, self.index), on)

    def search(self, text: str, body: str = "") -> Ranking:
        """The matters whose words fit ``text``, best first, each with the words that say so; of ``body`` alone if given."""
        return index_of(self.index).search(as_text(text, "sökorden"), within=board_named(body, self.index))

    def understand(self, question: str, on: date | None = None) -> Understood:
        """How ``question`` is read on the day ``on`` (today): its matters, facts, body, role, day and kind."""
        return understand(self.index, as_text(question, "frågan"), day_or_today(on))

    def nearby(self, question: str, on: date | None = None) -> Nearby:
        """Where nothing fits: the board that would own such a matter, as far as the charters tell, and its areas."""
        return nearby(as_text(question, "frågan"), self.index, day_or_today(on))

    def ask(
        self,
        question: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        on: date | None = None,
        body: str = "",
        unit: str = "",
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
        strict: bool = False,
    ) -> Reply:
        """Answer a question in plain words, and say how it was read.

        As :meth:`who_decides`, whose facts, day and body may also stand in the question; what is given here goes before.
        «Får enhetschefen …?» gives a verdict too.  Raises as :meth:`who_decides`, and SeveralFigures.
        """
        try:
            look, found, asked = self._asked(
                question, as_facts(facts), on, body, unit, absent, disqualified, strict=strict
            )
        except SeveralMatters:
            self._known_title(self.understand(question, on))
            raise
        self._known_title(look.understood)
        replied = reply(self.index, look, found, asked)
        return evolve(replied, answer=self._with_lines(replied.answer))

    def _known_title(self, read: Understood | None) -> None:
        """Whoever is asked about must be known: an unknown name is an error, also where the matter is unclear."""
        if read is not None and read.unknown_role and read.role is None:
            raise QuestionFault([unknown_title(read.unknown_role, self.index)])

    def who_decides(
        self,
        matter: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        on: date | None = None,
        body: str = "",
        unit: str = "",
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
        strict: bool = False,
        **more_facts: GivenValue,
    ) -> Answer:
        """Who decides ``matter``, and what follows.

        ``facts`` (or keywords, with ``_`` for a hyphen and å ä ö left out): kronor as a number, other amounts as text
        («2 prisbasbelopp», «4 år»), yes and no as bool, a choice as text, a day as date. ``on`` is the day of the
        decision; without it today counts and no deadline becomes a date. ``strict`` asks judgements too.

        Raises QuestionFault, SeveralMatters (also when none fits), UnreadableRules.
        """
        question = self._question(
            matter, {**as_facts(facts), **more_facts}, on, body, unit, absent, disqualified, strict=strict
        )
        return self._with_lines(query.answer(self.index, question))

    def _with_lines(self, answer: Answer) -> Answer:
        """``answer`` with the lines that plugins add to it."""
        if not self.plugins.active:
            return answer
        from styrregler.plugins.contributed import with_lines

        return with_lines(answer, self.index, self.plugins)

    def check(self, decision: Decision) -> CheckResult:
        """Whether ``decision`` was made by the right one. Raises as :meth:`who_decides` does."""
        question = self.asked_of(decision)
        return query.check(self.index, query.Routing(question, party_named(decision.decided_by, self.index)))

    def asked_of(self, decision: Decision) -> query.Question:
        """The question that ``decision`` answered. Raises as :meth:`who_decides` does."""
        return self._question(
            decision.matter,
            as_facts(decision.facts),
            decision.on,
            decision.body,
            decision.unit,
            decision.absent,
            decision.disqualified,
        )

    def check_many(
        self, batches: Iterable["RecordBatch"], columns: "Columns | None" = None
    ) -> Iterator["RecordBatch"]:
        """Arrow record batches of decisions, each with the verdict, the row, the reason and the duties beside its own columns.

        The same, row by row, as :meth:`check`, in constant memory, but no plugin is asked: a register is judged by what
        stands in it. ``columns`` says which column holds what, where that
        is not plain from their names. Rows that cannot be read as a decision have the verdict ``not_checked``. Needs
        the extra ``arrow``.
        """
        from styrregler.library.audit.batches import audited

        return audited(batches, self.index, columns)

    def examples(self, on: date | None = None) -> tuple[Ran, ...]:
        """The examples of the rules, run; ``on`` (today) stands in where they give no date.

        What plugins know is known, as when somebody asks: but who is away is what the example itself says.
        """
        if not self.plugins.has("values"):
            known = None
        else:
            from styrregler.plugins.contributed import with_values

            known = partial(with_values, rules=self.index, host=self.plugins)
        day = day_or_today(on)
        return tuple(run_example(self.index, each, day, known) for each in self.index.corpus.examples)

    def escalate(
        self,
        name: str,
        on: date | None = None,
        *,
        absent: Iterable[str] = (),
        disqualified: Iterable[str] = (),
    ) -> EscalationAnswer:
        """The escalation called ``name`` (or so titled), step by step from ``on`` (today) on.

        Raises QuestionFault, and UnreadableRules when its text cannot be read.
        """
        rules = self.index
        return query.escalate(
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
    ) -> DeviationAnswer:
        """What to do about what has ``happened``, found ``on`` that day (today): who is told, who does what, by when.

        ``facts`` as in :meth:`who_decides`; «allvar» among them goes before the level that the text has.  ``handling`` of the
        answer is None when none or several deviations fit.  Raises QuestionFault and UnreadableRules.
        """
        words = as_text(happened, "det som har hänt")
        if not words.strip():
            raise QuestionFault(
                [Fault("det sägs inte vad som har hänt", "skriv det med några ord, eller avvikelsens namn")]
            )
        given, faults = read_given(as_facts(facts), self.index)
        if faults:
            raise QuestionFault(faults)
        return what_now(words, self.index, day_or_today(on), board_named(body, self.index), given)

    def conduct(self, name: str = "", *, on: date | None = None) -> ConductAnswer:
        """What the code of conduct called ``name`` (or the only one) says on a day (today), and who has adopted it.

        Raises QuestionFault and UnreadableRules.
        """
        day = day_or_today(on)
        code = sound(code_named(as_text(name, "namnet").strip(), self.index, day))
        return conduct(code, self.index, day)

    def boundary(self, question: str, *, on: date | None = None, body: str = "") -> BoundaryAnswer:
        """Whether ``question`` is for politics (vad), for the profession (hur) or in the grey zone, and who settles it.

        ``clear`` of the answer is None when nothing was found, or several boundaries say different things.  Raises
        QuestionFault and UnreadableRules.
        """
        words = as_text(question, "frågan")
        if not words.strip():
            raise QuestionFault([Fault("frågan är tom", "skriv vad den gäller, till exempel «öppettider»")])
        return which_side(words, self.index, day_or_today(on), board_named(body, self.index))

    def assignment(
        self, sender: str, receiver: str, *, on: date | None = None, body: str = ""
    ) -> AssignmentAnswer:
        """Whether ``sender`` may give ``receiver`` an assignment, and what to do instead.

        Both are a role, a body or a general word («ledamot», «nämnd», «handläggare»).  Raises QuestionFault and
        UnreadableRules.
        """
        giver, taker = (someone_named(each, self.index) for each in (sender, receiver))
        return may_assign(giver, taker, self.index, day_or_today(on), board_named(body, self.index))

    def channel(
        self, sender: str, receiver: str, *, phase: str = "", on: date | None = None, body: str = ""
    ) -> ChannelAnswer:
        """Through whom ``sender`` reaches ``receiver``, in ``phase`` or in each, and what they expect of each other.

        Raises as :meth:`assignment` does.
        """
        one, other = (someone_named(each, self.index) for each in (sender, receiver))
        named = sound(known_phase(as_text(phase, "fasen"), self.index)) if phase else ""
        return channel_between(
            one, other, self.index, day_or_today(on), phase=named, body=board_named(body, self.index)
        )

    def case(
        self,
        name: str,
        facts: Mapping[str, GivenValue] | None = None,
        *,
        start: date | None = None,
        meeting: date | Week | None = None,
        body: str = "",
        on: date | None = None,
    ) -> CaseAnswer:
        """The way of the case called ``name``: phases, who does what, channels, expectations and days.

        ``meeting`` (a day, or a week in which its board meets) counts backwards and forwards from there; ``start`` forwards
        from the day it is opened. Without either it is opened ``on`` (today). ``body`` is the board, where several take the
        way.  Raises QuestionFault and UnreadableRules.
        """
        return ask_case(self.index, name, facts, start, meeting, body, on)

    def body_of(self, name: str) -> str:
        """A body by its name, title or abbreviation; empty for empty. Raises QuestionFault."""
        return board_named(name, self.index)

    def phase_of(self, name: str, answer: CaseAnswer) -> str:
        """The phase of ``answer`` that is called ``name``, or so titled. Raises QuestionFault."""
        return sound(phase_named(as_text(name, "fasen"), self.index.corpus.routes[answer.name]))

    def goals(self, name: str = "", *, on: date | None = None) -> GoalsAnswer:
        """The effect goals in force ``on`` the day (today), or the one called ``name``: figures, results, follow-up.

        Without a name also what the boards are for.  Raises QuestionFault and UnreadableRules.
        """
        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.goals}
        return goals_on(self.index, day_or_today(on), block_named(name, known, "målet", "effektmål"))

    def commissions(self, name: str = "", *, on: date | None = None) -> CommissionsAnswer:
        """The assignments in force ``on`` the day (today), or the one called ``name``: steps, boards, what is missing.

        Raises QuestionFault and UnreadableRules.
        """
        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.commissions}
        return commissions_on(self.index, day_or_today(on), block_named(name, known, "uppdraget", "uppdrag"))

    def report(self, name: str = "", *, on: date | None = None) -> ReportAnswer:
        """The goals of the assignments in force, or of the one called ``name``: what fulfils them, and what is missing.

        Raises QuestionFault and UnreadableRules.
        """
        known = {each.agreed.name: each.agreed.title for each in self.index.corpus.commissions}
        return report(self.index, day_or_today(on), block_named(name, known, "uppdraget", "uppdrag"))

    def _question(
        self,
        matter: str,
        facts: Mapping[str, GivenValue],
        on: date | None,
        body: str,
        unit: str,
        absent: Iterable[str],
        disqualified: Iterable[str],
        *,
        strict: bool = False,
    ) -> query.Question:
        return self._asked(matter, facts, on, body, unit, absent, disqualified, strict=strict)[2]

    def _asked(
        self,
        matter: str,
        facts: Mapping[str, GivenValue],
        on: date | None,
        body: str,
        unit: str,
        absent: Iterable[str],
        disqualified: Iterable[str],
        *,
        strict: bool = False,
    ) -> tuple[LookUp, Found, query.Question]:
        """What the text was taken for, the one matter, and the question to the engine."""
        rules = self.index
        given, faults = read_given(facts, rules)
        if faults:
            raise QuestionFault(faults)
        board = board_named(body, rules)
        look, found = matter_of(as_text(matter, "ärendet"), rules, board, day_or_today(on))
        read = look.understood
        for name, figures in read.rivals if read is not None else ():
            if name not in given:
                raise SeveralFigures(name, figures)
        said = read.day if read is not None else None
        day = as_day(on) if on is not None else said.last if said is not None else today()
        known: dict[str, Quantity | str] = {**found.facts, **given}
        opened_in_time(day, known)
        away = {read.role.name} if read is not None and read.absent and read.role is not None else set()
        named = read.body.name if read is not None and read.body is not None else ""
        question = query.Question(
            matter=found.matter,
            on=day,
            facts=known,
            body=board or (named if named == found.rule.body else ""),
            unit=sound(known_unit(as_text(unit, "enheten"), rules)) if unit else "",
            absent=people_named(absent, "absent", rules) | (away & set(rules.corpus.roles)),
            disqualified=people_named(disqualified, "disqualified", rules),
            strict=strict,
            dated=on is not None or (said is not None and said.exact),
        )
        if self.plugins.active:
            from styrregler.plugins.contributed import absent_of, with_values

            question = question.without(absent_of(question, rules, self.plugins))
            question = with_values(question, rules, self.plugins)
        return look, found, question


def load(path: str | PathLike[str], choice: Choice | None = None) -> Rules:
    """Read the rules in a folder (or one file). Raises FolderProblem when there are none to read.

    Faults in the text do not raise: they are in ``diagnostics``, and a question that rests on a faulty row says so.
    Nor does what is wrong with a plugin (``plugins.troubles``), unless ``choice`` (else the environment) is strict.
    """
    folder = read_folder(Path(path))
    root = folder.root if folder.root.is_dir() else folder.root.parent
    host = host_of(folder.settings, root, chosen() if choice is None else choice)
    if not host.active:
        return Rules(compile_folder(folder), host)
    from styrregler.plugins.contributed import texts_of, with_people

    return Rules(with_people(compile_folder(folder, texts_of(host)), host), host)
