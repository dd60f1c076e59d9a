"""A loaded rule set, to ask who decides, and to check. Everything here asks the one engine.

In: questions and decisions as a user writes them.  Out: answers and verdicts.  How rules are loaded stands in ``loading``, what
else they say of governance in ``governance``.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from styrregler.diagnostics.diagnostic import Diagnostic
from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.forms import Forms
from styrregler.library.governance import Governance
from styrregler.library.reading import (
    as_day,
    as_facts,
    as_text,
    board_named,
    day_or_today,
    matter_of,
    opened_in_time,
    party_named,
    people_named,
    sound,
    today,
    unknown_title,
)
from styrregler.query.answer import Answer, CheckResult
from styrregler.query.cases import answer
from styrregler.query.given import GivenValue, known_unit, read_given
from styrregler.query.lookup import Found, LookUp, look_up
from styrregler.query.question import Question
from styrregler.query.reply import Reply, reply
from styrregler.search import Ranking, index_of
from styrregler.understanding import Understood
from styrregler.understanding.understand import understand
from styrregler.values import Quantity

if TYPE_CHECKING:
    from styrregler.diagnostics import CodePage, Findings
    from styrregler.library.audit.columns import Columns
    from styrregler.plugins.host import Host
    from styrregler.query.examples import Ran
    from styrregler.query.nearby import Nearby

    RecordBatch = Any
    """Of pyarrow, which is an extra."""
    DataFrame = Any
    """Of pyspark, which is an extra."""


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
class Rules(Governance):
    """A loaded rule set. Immutable and safe to share between threads."""

    _plugins: "Host | None" = field(default=None, eq=False, repr=False)

    @property
    def plugins(self) -> "Host":
        """The plugins that `styrregler.toml` names, and what has been wrong with them so far."""
        from styrregler.plugins.host import Host

        return self._plugins or Host()

    @property
    def has_plugins(self) -> bool:
        """Whether any plugin takes part."""
        return self._plugins is not None and bool(self._plugins.active)

    @property
    def troubles(self) -> tuple[Diagnostic, ...]:
        """What has been wrong with plugins so far."""
        return self._plugins.troubles.diagnostics if self._plugins is not None else ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found while reading the files, in order of place."""
        return self.index.diagnostics

    def snapshot(self) -> bytes:
        """These rules as bytes, for another process of the same version: a worker, a service. Plugins do not travel.

        Reading them back takes about a thousandth of the time that reading the text does, and what has not been
        touched takes no memory but the bytes themselves. The same rules give the same bytes.
        """
        from styrregler.query.lookup import look_up
        from styrregler.snapshot.rules import to_snapshot

        look_up("", self.index)  # so that what questions in plain words rest on travels too
        return to_snapshot(self.index)

    @classmethod
    def from_snapshot(cls, data: bytes) -> "Rules":
        """The rules that ``data`` holds; :attr:`version` is that of the rules it was made of.

        Raises SnapshotFault when the bytes are damaged, or made by another version of the product.
        """
        from styrregler.snapshot.rules import read_snapshot

        return cls(read_snapshot(data, wholly=True)[0])

    def findings(self, on: date | None = None) -> "Findings":
        """What reading and the checks found as of ``on`` (today), sifted as the text and `styrregler.toml` say.

        The checks of plugins are among them, and what is wrong with a plugin of any kind that has been used.
        """
        from styrregler.checks import run_checks
        from styrregler.diagnostics.sift import sift
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
    def pages(self) -> "Mapping[str, CodePage]":
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

    def nearby(self, question: str, on: date | None = None) -> "Nearby":
        """Where nothing fits: the board that would own such a matter, as far as the charters tell, and its areas."""
        from styrregler.query.nearby import nearby

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
        given = facts if type(facts) is dict and not more_facts else {**as_facts(facts), **more_facts}
        if not (unit or absent or disqualified or self.plugins.active):
            found = self.index.kept(Forms).answer(matter, body, given, on, strict)
            if found is not None:
                return found
        question = self._question(
            matter, as_facts(given), on, body, unit, absent, disqualified, strict=strict
        )
        return self._with_lines(answer(self.index, question))

    def _with_lines(self, answer: Answer) -> Answer:
        """``answer`` with the lines that plugins add to it."""
        if not self.has_plugins:
            return answer
        from styrregler.plugins.contributed import with_lines

        return with_lines(answer, self.index, self.plugins)

    def check(self, decision: Decision) -> CheckResult:
        """Whether ``decision`` was made by the right one. Raises as :meth:`who_decides` does."""
        from styrregler.query.verdict import Routing, check

        question = self.asked_of(decision)
        return check(self.index, Routing(question, party_named(decision.decided_by, self.index)))

    def asked_of(self, decision: Decision) -> Question:
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
        stands in it. ``columns`` says which column holds what, where that is not plain from their names. Rows that cannot
        be read as a decision have the verdict ``not_checked``. Needs the extra ``arrow``.
        """
        from styrregler.library.audit.batches import audited

        return audited(batches, self.index, columns)

    def check_frame(self, frame: "DataFrame", columns: "Columns | None" = None) -> "DataFrame":
        """As :meth:`check_many`, of a Spark data frame: its rows with the columns of the audit, from as many workers as it has.

        Raises QuestionFault when the columns are not those of decisions. Needs the extra ``spark``, and Java 17.
        """
        from styrregler.library.audit.spark import audited_frame

        return audited_frame(frame, self.index, columns)

    def examples(self, on: date | None = None) -> "tuple[Ran, ...]":
        """The examples of the rules, run; ``on`` (today) stands in where they give no date.

        What plugins know is known, as when somebody asks: but who is away is what the example itself says.
        """
        from styrregler.query.examples import run_example

        if not self.plugins.has("values"):
            known = None
        else:
            from styrregler.plugins.contributed import with_values

            known = partial(with_values, rules=self.index, host=self.plugins)
        day = day_or_today(on)
        return tuple(run_example(self.index, each, day, known) for each in self.index.corpus.examples)

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
    ) -> Question:
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
    ) -> tuple[LookUp, Found, Question]:
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
        question = Question(
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
        if self.has_plugins:
            from styrregler.plugins.contributed import absent_of, with_values

            question = question.without(absent_of(question, rules, self.plugins))
            question = with_values(question, rules, self.plugins)
        return look, found, question
