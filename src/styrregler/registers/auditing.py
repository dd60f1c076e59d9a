"""A register gone through: each row with its verdict, counted, and written where that is wanted.

In: a :class:`Register`, its columns, a rule set.  Out: :class:`Summary`.  Every row is counted once, under its verdict.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

from attrs import define, field, frozen

from styrregler.library.audit import NOT_CHECKED, RESULTS, Columns, columns_of, free_names
from styrregler.model import Verdict
from styrregler.registers.parts import Part, parts
from styrregler.registers.row import Register
from styrregler.registers.writing import table_writer
from styrregler.ruleset import RuleSet

VERDICTS = {
    Verdict.RIGHT.value: "rätt beslutsfattare",
    Verdict.WRONG_DECIDER.value: "fel beslutsfattare",
    Verdict.BEYOND_LIMIT.value: "över gränsen",
    Verdict.BARRED.value: "spärrat i lag",
    Verdict.CANNOT_TELL.value: "kan inte avgöras",
    NOT_CHECKED: "kunde inte prövas",
}
"""Each verdict to a reader, in the order in which they are told."""
TITLES = {
    "verdict": "granskning",
    "reason": "skäl",
    "rule": "avgörande punkt",
    "title": "punktens rubrik",
    "order": "ordning",
    "body": "nämnd enligt reglerna",
    "deciders": "rätt beslutsfattare",
    "requires": "förutsätter",
    "consult": "samråd med",
    "inform": "informera",
    "report": "anmäls",
    "form": "anmäls som",
    "appeal": "överklagas",
    "missing": "att fråga",
    "inform_by": "informera senast",
    "report_by": "anmäls senast",
}
"""What each column of the result is called to a reader."""
SHOWN = 20
_BAR = 20


@frozen
class Finding:
    """A row that was not right: its place in the register (the first row after the headings is 1)."""

    row: int
    verdict: str
    reason: str
    matter: str
    decided_by: str


@frozen
class Summary:
    """How many rows came to what; ``counts`` has every verdict and adds up to ``rows``. ``findings`` are the first ones."""

    rows: int
    counts: Mapping[str, int]
    findings: tuple[Finding, ...]
    columns: Columns


def audit_register(
    register: Register,
    rules: RuleSet,
    said: Columns | None = None,
    out: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Go through ``register``, and write it with its verdicts to ``out``.

    Raises QuestionFault when its columns are not those of decisions, and RegisterProblem.
    """
    columns = columns_of(register.names, rules, said)
    tally = Tally(register.names, columns)
    names = [*register.names, *free_names(register.names, (TITLES[each] for each in RESULTS))]
    with table_writer(out, names) if out else nullcontext() as writer:
        for part in parts(register, columns, rules):
            tally.count(part)
            if writer is not None:
                part.write(writer, VERDICTS)
            tell(_progress(tally.rows, register))
    counts = {each: tally.counts[each] for each in VERDICTS}
    return Summary(tally.rows, counts, tuple(tally.findings), columns)


@define
class Tally:
    """Rows as they are counted."""

    names: Sequence[str]
    columns: Columns
    counts: Counter[str] = field(factory=Counter, init=False)
    findings: list[Finding] = field(factory=list, init=False)

    @property
    def rows(self) -> int:
        return self.counts.total()

    def count(self, part: Part) -> None:
        """Each row of ``part`` under its verdict, and the first that are not right by themselves."""
        before, verdicts = self.rows, part.verdicts
        self.counts.update(verdicts)
        if len(self.findings) >= SHOWN:
            return
        matter, decided_by = (
            self.names.index(each) for each in (self.columns.matter, self.columns.decided_by)
        )
        wrong = (at for at, verdict in enumerate(verdicts) if verdict != Verdict.RIGHT.value)
        for at in islice(wrong, SHOWN - len(self.findings)):
            row = part.row(at)
            cells = (str(row[each] or "") for each in (matter, decided_by))
            self.findings.append(Finding(before + at + 1, verdicts[at], part.reason(at), *cells))


def _progress(rows: int, register: Register) -> str:
    """«███░░░ 50 %, 12000 rader»."""
    if register.share is None:
        return f"{rows} rader"
    share = min(1.0, register.share())
    full = round(share * _BAR)
    return f"{'█' * full}{'░' * (_BAR - full)} {share:.0%}".replace("%", " %") + f", {rows} rader"
