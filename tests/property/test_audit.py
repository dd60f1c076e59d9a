"""`check_many` says of every row what `check` says of that decision alone, however the rows are cut and in what order."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa
from attrs import astuple
from hypothesis import given, settings
from hypothesis import strategies as st

from styrregler.library import QuestionFault, Rules, SeveralMatters, load
from styrregler.library.audit import NOT_CHECKED, RESULTS, Audit, Checked, Columns, Told, checked, columns_of
from styrregler.library.faults import SeveralFigures
from styrregler.query import UnknownMatter, UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity
from tests.kit import POLICIES
from tests.property.strategies import BASE, EMPLOYEES, FACTS, Draw, corpus, entropies, question

DECIDERS = (*EMPLOYEES, "sn", "SN", "sn-utskott", "ordförande", "ledamot", "konsult", "kf", "ingen", "")
SAID = Columns("matter", "decided_by", facts={**{name: name for name in FACTS}, BASE: BASE})


def alone(rules: Rules, columns: Columns, row: dict[str, Any]) -> Checked:
    """What `check` says of one row."""
    try:
        return checked(rules.check(columns.decision(row)))
    except (QuestionFault, SeveralFigures, SeveralMatters, UnreadableRules, UnknownMatter) as error:
        return Checked(Told(NOT_CHECKED, str(error)))


def cells(found: Checked) -> tuple[object, ...]:
    return (*astuple(found.told), found.inform_by, found.report_by)


def together(
    rules: Rules, table: pa.Table, cuts: Sequence[int], columns: Columns | None = None
) -> list[tuple[object, ...]]:
    """What `check_many` says of each row, in batches of these sizes over and over."""
    batches, at, turn = [], 0, 0
    while at < table.num_rows:
        size = cuts[turn % len(cuts)]
        batches += table.slice(at, size).combine_chunks().to_batches() or []
        at, turn = at + size, turn + 1
    out = list(rules.check_many(batches, columns))
    assert [each.num_rows for each in out] == [each.num_rows for each in batches]
    return [tuple(row.values())[-len(RESULTS) :] for each in out for row in each.to_pylist()]


def written(value: object) -> object:
    return str(value) if isinstance(value, Quantity) else value


def row_of(draw: Draw, known: int) -> dict[str, Any]:
    asked = question(draw, known=known)
    return {
        "matter": draw.pick((asked.matter, asked.matter, asked.matter, "m.tre", "")),
        "decided_by": draw.pick(DECIDERS),
        "on": draw.pick((asked.on, asked.on, asked.on, None)),
        "body": asked.body,
        "absent": "; ".join(sorted(asked.absent)),
        "disqualified": ", ".join(sorted(asked.disqualified)),
        **{name: written(asked.facts.get(name)) for name in (*FACTS, BASE)},
    }


@settings(max_examples=60, deadline=None)
@given(
    entropies,
    st.binary(min_size=900, max_size=900),
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_every_row_is_told_what_the_decision_would_be_told_alone(
    entropy: bytes, more: bytes, cuts: list[int], plain: bool, chance: Any
) -> None:
    rules = Rules(RuleSet(corpus(Draw(entropy))))
    draw = Draw(more)
    rows = [row_of(draw, known) for known in (100, 90, 50, 80, 100, 0, 70, 90, 95, 60, 100, 80)]
    if plain:  # amounts as numbers, which are cut a whole column at a time
        for row in rows:
            amount = draw.pick((0, 4999, 5000, 5001, 29_400, 58_800, 58_801, 117_600, 500_000, -1, None))
            row["belopp"] = amount if draw.chance(50) or amount is None else float(amount) + 0.5
            row["antal"] = draw.pick((0, 2, 3, 4, 5, None))
        if draw.chance(50):
            for row in rows:
                row["belopp"] = None if row["belopp"] is None else int(row["belopp"])
    chance.shuffle(rows)
    types = {"belopp": _amounts(rows), "antal": pa.int32()} if plain else {}
    table = pa.table(
        {
            name: pa.array([_fitting(row[name], types.get(name)) for row in rows], types.get(name))
            for name in rows[0]
        }
    )
    rows = table.to_pylist()
    columns = columns_of(table.schema.names, rules.index, SAID)
    expected = [cells(alone(rules, columns, row)) for row in rows]
    assert together(rules, table, cuts, SAID) == expected
    audit = Audit(rules.index, columns)
    assert [cells(audit.check(row)) for row in rows] == expected


def _amounts(rows: list[dict[str, Any]]) -> pa.DataType:
    return pa.float64() if any(isinstance(row["belopp"], float) for row in rows) else pa.int64()


def _fitting(value: Any, kind: pa.DataType | None) -> Any:
    return float(value) if kind == pa.float64() and value is not None else value


@cache
def exempelkommun() -> Rules:
    return load(POLICIES / "exempelkommun")


@cache
def names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    index = exempelkommun().index
    titles = [row.title for order in index.corpus.orders for row in order.rules]
    return (*index.matters, *titles[::9], "direktupphandling", "2.1", "zzz"), (
        *index.corpus.roles,
        *index.corpus.bodies,
        "tomten",
    )


@st.composite
def decisions(draw: st.DrawFn) -> list[dict[str, Any]]:
    matters, deciders = names()
    return draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "ärende": st.sampled_from(matters),
                    "beslutat av": st.sampled_from(deciders),
                    "datum": st.sampled_from(("2024-12-31", "2025-01-01", "2025-06-30", "2026-03-02", "2026-11-24", "", "2026-02-30")),
                    "organ": st.sampled_from(("", "", "KS", "SN", "socialnämnden", "tomten")),
                    "belopp": st.sampled_from((None, "0", "90 000", "350000", "1,5 mkr", "2 prisbasbelopp", "x")),
                    "avtalstid": st.sampled_from((None, "2 år", "5 år", "24 månader")),
                    "brådska": st.sampled_from((None, "ja", "nej")),
                    "inlett": st.sampled_from((None, "2024-05-01", "2026-11-24")),
                }
            ),
            min_size=1,
            max_size=12,
        )
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(decisions(), st.integers(1, 5))
def test_a_whole_municipality_too(rows: list[dict[str, Any]], size: int) -> None:
    rules = exempelkommun()
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in rows[0]]))
    columns = columns_of(table.schema.names, rules.index)
    assert together(rules, table, [size]) == [cells(alone(rules, columns, row)) for row in rows]


def test_a_row_alone_in_its_batch_is_told_the_same_after_rows_of_other_kinds() -> None:
    """Some matters are told apart by the year and others not: their cases must not be mixed up."""
    rules = exempelkommun()
    matters = sorted(rules.index.matters)
    rows = [
        {
            "ärende": matters[(7 * at) % len(matters)],
            "beslutat av": DECIDERS[at % len(DECIDERS)],
            "datum": (None, "2026-03-02", "2025-06-30")[at % 3],
            "belopp": (None, 0, 99_999, 2_000_000)[at % 4],
        }
        for at in range(300)
    ]
    table = pa.Table.from_pylist(rows)
    assert together(rules, table, [1]) == together(rules, table, [len(rows)])


def test_decimals_are_as_exact_as_text() -> None:
    rules = exempelkommun()
    table = pa.table(
        {
            "ärende": ["direktupphandling"] * 2,
            "beslutat av": ["enhetschef"] * 2,
            "belopp": pa.array([Decimal("100000.00"), Decimal("100000.01")]),
            "avtalstid": ["1 år"] * 2,
        }
    )
    assert [row[0] for row in together(rules, table, [2])] == ["right", "wrong_decider"]
