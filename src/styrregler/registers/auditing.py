"""A register gone through: each row with its verdict, counted, and written where that is wanted.

In: a :class:`Register`, its columns, a rule set.  Out: :class:`Summary`.  Every row is counted once, under its verdict.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from attrs import astuple, frozen

from styrregler.library.audit import NOT_CHECKED, RESULTS, Audit, Checked, Columns, columns_of, free_names
from styrregler.library.audit.told import unchecked
from styrregler.model import Verdict
from styrregler.registers.row import Register, Row
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
_PACE = 1_000
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


def gone_through(register: Register, columns: Columns, rules: RuleSet) -> Iterator[tuple[Row, Checked]]:
    """Each row, and what is said of it."""
    audit = Audit(rules, columns)
    for row in register.rows:
        if row.trouble:
            yield row, Checked(unchecked(row.trouble).told)
        else:
            yield row, audit.check(dict(zip(register.names, row.cells, strict=True)))


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
    counts, findings = Counter[str](), list[Finding]()
    names = [*register.names, *free_names(register.names, (TITLES[each] for each in RESULTS))]
    matter, decided_by = (register.names.index(each) for each in (columns.matter, columns.decided_by))
    with table_writer(out, names) if out else nullcontext(_nowhere) as write:
        for number, (row, found) in enumerate(gone_through(register, columns, rules), start=1):
            told = found.told
            counts[told.verdict] += 1
            if told.verdict != Verdict.RIGHT.value and len(findings) < SHOWN:
                cells = (str(row.cells[each] or "") for each in (matter, decided_by))
                findings.append(Finding(number, told.verdict, told.reason, *cells))
            write((*row.cells, *result_cells(found)))
            if number % _PACE == 0:
                tell(_progress(number, register))
    return Summary(counts.total(), {each: counts[each] for each in VERDICTS}, tuple(findings), columns)


def result_cells(found: Checked) -> tuple[str | date | None, ...]:
    """What is said of a row, as cells to a reader."""
    verdict, *rest = astuple(found.told)
    return (VERDICTS[verdict], *rest, found.inform_by, found.report_by)


def _progress(rows: int, register: Register) -> str:
    """«███░░░ 50 %, 12000 rader»."""
    if register.share is None:
        return f"{rows} rader"
    share = min(1.0, register.share())
    full = round(share * _BAR)
    return f"{'█' * full}{'░' * (_BAR - full)} {share:.0%}".replace("%", " %") + f", {rows} rader"


def _nowhere(row: object) -> None:
    """Write nothing."""
