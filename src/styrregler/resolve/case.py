"""The ways of cases: phases found, names looked up, and what stands under which phase.

In: the blocks ``ärendegång``.  Out: the values of :mod:`styrregler.model.case`.  Refuses to say whether a way leads
anywhere: the checks do.  Channels and expectations are read as in ``kanaler``, and hold in their phase only.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from styrregler.logic import Expr
from styrregler.model import (
    CaseEnd,
    CaseMoment,
    CasePhase,
    CaseRoute,
    Channels,
    Onward,
    Referral,
    Return,
)
from styrregler.model.case import END
from styrregler.resolve.conditions import condition
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.scope import Scope, aliases_of, did_you_mean, words_of
from styrregler.syntax import ast
from styrregler.text import Place


def channels_of(routes: Sequence[CaseRoute]) -> tuple[Channels, ...]:
    """What the phases say of channels and expectations, beside what ``kanaler`` says."""
    return tuple(
        Channels(
            route.agreed,
            tuple(each for phase in route.phases for each in phase.channels),
            tuple(each for phase in route.phases for each in phase.expectations),
        )
        for route in routes
        if any(phase.channels or phase.expectations for phase in route.phases)
    )


def resolve_routes(
    interplay: InterplayReader, vocabulary: Vocabulary, statutes: frozenset[str]
) -> dict[str, CaseRoute]:
    """``statutes`` are the names of the times that the law sets (lagfrister)."""
    return {
        name: _Reader(declared.scope, interplay, vocabulary, statutes).route()
        for name, declared in interplay.names.routes.items()
    }


@frozen
class _Reader:
    """One block."""

    scope: Scope
    interplay: InterplayReader
    vocabulary: Vocabulary
    statutes: frozenset[str]

    def route(self) -> CaseRoute:
        told = len(self.scope.reporter.found)
        ends = tuple(self._ends())
        names = [word.text for word, _ in self._titled("fas")]
        known = {*names, *(end.name for end in ends), END}
        phases = tuple(self._phases(frozenset(names), frozenset(known)))
        opening = self.scope.first("öppnas av")
        opened_by = [self._who(word, opening) for word in words_of(opening.value)] if opening else []
        return CaseRoute(
            agreed=self.interplay.agreed(self.scope, told),
            phases=phases,
            ends=ends,
            opened_by=tuple(filter(None, opened_by)),
            aliases=aliases_of(self.scope),
        )

    def _who(self, word: ast.Word, clause: ast.Clause) -> str:
        return self.interplay.who(word, clause, self.scope)

    def _titled(self, keyword: str) -> Iterator[tuple[ast.Word, ast.Clause]]:
        for clause in self.scope.all(keyword):
            if isinstance(clause.value, ast.Titled):
                yield clause.value.name, clause

    def _ends(self) -> Iterator[CaseEnd]:
        taken: dict[str, Place] = {}
        for word, clause in self._titled("slut"):
            if self._free(word, clause, taken) and isinstance(clause.value, ast.Titled):
                yield CaseEnd(word.text, clause.value.title.value, taken[word.text])

    def _free(self, word: ast.Word, clause: ast.Clause, taken: dict[str, Place]) -> bool:
        """Whether the name is given once, and is not the end that every case has."""
        place = self.scope.within(clause, word.span)
        if word.text == END:
            self.scope.error(
                "SR403",
                place,
                f"«{END}» är det slut som varje ärendegång har",
                "välj ett annat namn, till exempel «avskrivet»",
            )
            return False
        if word.text in taken:
            self.scope.error(
                "SR403",
                place,
                f"«{word.text}» finns två gånger i ärendegången",
                f"byt namn på den ena; den första står på rad {taken[word.text].line}",
            )
            return False
        taken[word.text] = place
        return True

    # ---------- phases

    def _phases(self, names: frozenset[str], known: frozenset[str]) -> Iterator[CasePhase]:
        """Each phase with the clauses below it, up to the next."""
        taken = {word.text: self.scope.within(clause, word.span) for word, clause in self._titled("slut")}
        phase: CasePhase | None = None
        for clause in self.scope.clauses:
            match clause.value:
                case ast.Titled(word, title) if clause.keyword == "fas":
                    if phase is not None:
                        yield phase
                    free = self._free(word, clause, taken)
                    phase = CasePhase(word.text, title.value, self.scope.clause(clause)) if free else None
                case _ if phase is not None:
                    phase = self._with(phase, clause, names, known)
        if phase is not None:
            yield phase

    def _with(
        self, phase: CasePhase, clause: ast.Clause, names: frozenset[str], known: frozenset[str]
    ) -> CasePhase:
        scope, place = self.scope, self.scope.clause(clause)
        match clause.keyword, clause.value:
            case "ansvarig", ast.Names((word, *more)):
                if more:
                    scope.error("SR107", place, "en fas har en ansvarig", "behåll den som svarar för fasen")
                return evolve(phase, responsible=self._who(word, clause))
            case "senast" | "inom", ast.Latest(timing):
                if phase.timing is not None:
                    self._both(phase, place)
                return evolve(phase, timing=timing, timing_place=place)
            case "lagens tid", ast.Single(word):
                self._statute(word, clause)
                return evolve(phase, statute=word.text, statute_place=scope.within(clause, word.span))
            case "klart när", ast.Texts((text, *_)):
                return evolve(phase, done=text.value)
            case "bordläggs", ast.Texts((text, *_)):
                return evolve(phase, tabled=text.value)
            case "nästa", ast.Onwards(items):
                onward = [self._onward(item, clause, known) for item in items]
                return evolve(phase, onward=tuple(filter(None, onward)))
            case "åter till", ast.Back(to, reason):
                if not self._known(to, clause, names):
                    return phase
                back = Return(to.text, scope.within(clause, to.span), reason.value if reason else "")
                return evolve(phase, returns=(*phase.returns, back))
            case "moment", ast.Steps(steps):
                return evolve(
                    phase, moments=(*phase.moments, *(self._moment(each, clause) for each in steps))
                )
            case "remiss", ast.Referrals(referrals):
                sent = (self._referral(each, clause) for each in referrals)
                return evolve(phase, referrals=(*phase.referrals, *sent))
            case "kanal", ast.ChannelLines(lines):
                found = self.interplay.channel_lines(lines, clause, scope)
                here = (evolve(each, phases=each.phases or (phase.name,)) for each in found)
                return evolve(phase, channels=(*phase.channels, *here))
            case "förväntan", ast.Expectations(expected):
                hopes = self.interplay.expected(expected, clause, scope)
                here_only = (evolve(each, phases=(phase.name,)) for each in hopes)
                return evolve(phase, expectations=(*phase.expectations, *here_only))
            case _:
                return phase

    def _statute(self, word: ast.Word, clause: ast.Clause) -> None:
        """Only where some times that the law sets are known can a name of one be wrong."""
        if not self.statutes or word.text in self.statutes:
            return
        self.scope.error(
            "SR401",
            self.scope.within(clause, word.span),
            f"lagfristen «{word.text}» finns inte",
            did_you_mean(
                word.text,
                self.statutes,
                "rätta stavningen, eller skriv tiden själv, till exempel «senast 14 dagar efter sammanträde»",
            ),
        )

    def _both(self, phase: CasePhase, place: Place) -> None:
        self.scope.error(
            "SR108",
            place,
            f"fasen «{phase.name}» har två tider",
            "behåll «inom …» om tiden räknas från fasens början, annars «senast …»",
        )

    def _onward(self, item: ast.Onward, clause: ast.Clause, known: frozenset[str]) -> Onward | None:
        if not self._known(item.to, clause, known):
            return None
        when: Expr | None = None
        if item.when is not None:
            when = condition(item.when, clause, self.scope, self.vocabulary)
            if when is None:
                return None
        return Onward(item.to.text, self.scope.within(clause, item.to.span), when)

    def _known(self, word: ast.Word, clause: ast.Clause, known: frozenset[str]) -> bool:
        if word.text in known:
            return True
        self.scope.error(
            "SR401",
            self.scope.within(clause, word.span),
            f"fasen «{word.text}» finns inte i ärendegången",
            did_you_mean(
                word.text,
                known,
                f'rätta stavningen, skriv «slut» där ärendet är slut, eller lägg till «fas {word.text} "…"»',
            ),
        )
        return False

    def _moment(self, step: ast.Step, clause: ast.Clause) -> CaseMoment:
        who = self._who(step.who, clause) if step.who else ""
        return CaseMoment(step.text.value, self.scope.within(clause, step.span), who, step.timing)

    def _referral(self, item: ast.Referral, clause: ast.Clause) -> Referral:
        to = tuple(filter(None, (self._who(word, clause) for word in item.names)))
        return Referral(to, self.scope.within(clause, item.names[0].span), item.timing)
