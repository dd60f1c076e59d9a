"""The measure marks what it says that it marks, and never tells of the test half."""

from functools import cache

import pytest
from attrs import evolve, field, frozen

from styrregler.library import Rules, load
from tests.kit import POLICIES
from tests.questions import measure
from tests.questions.asked import HALVES, Asked, half
from tests.questions.reader import OnlySearched
from tests.questions.score import Marks, marks

LOAN, LEASE = "ekonomi.uppta-lån-inom-fullmäktiges-låneram", "fastighet.hyra-in-lokal"
ASKED = Asked(
    text="får ekonomichefen låna 60 mkr åt KS",
    category="belopp",
    area="ekonomi",
    matters=(LOAN,),
    facts={"belopp": "60 000 000 kr"},
    may_read=frozenset({"inom-budget"}),
    bodies=("KS",),
    roles=("ekonomichef",),
    kinds=("får",),
    day="2026-03",
)


@frozen
class Read:
    matters: tuple[str, ...] = (LOAN, LEASE)
    facts: dict[str, str] = field(factory=lambda: {"belopp": "60 mkr"})
    body: str = "kommunstyrelsen"
    role: str = "Ekonomichef"
    kind: str = "får"
    day: str = "2026-03-01"


@cache
def rules() -> Rules:
    return load(POLICIES / "exempelkommun")


def test_all_right() -> None:
    assert marks(ASKED, Read(), rules()).all_right


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"matters": (LEASE, LOAN)}, {"first"}),
        ({"matters": (LEASE, "a", "b", LOAN)}, {"first", "among_three"}),
        ({"matters": ()}, {"first", "among_three"}),
        ({"facts": {}}, {"facts"}),
        ({"facts": {"belopp": "60 000 kr"}}, {"facts"}),
        ({"facts": {"belopp": "60 mkr", "yta": "60"}}, {"facts"}),
        ({"facts": {"belopp": "60 mkr", "hittepå": "60"}}, {"facts"}),
        ({"facts": {"belopp": "60 mkr", "inom-budget": "ja"}}, set()),
        ({"body": ""}, {"body"}),
        ({"body": "SN"}, {"body"}),
        ({"role": "hr-chef"}, {"role"}),
        ({"kind": "vem"}, {"kind"}),
        ({"day": "2025-03-01"}, {"day"}),
        ({"day": None}, {"day"}),
    ],
)
def test_what_is_wrong(change: dict[str, object], wrong: set[str]) -> None:
    mark = marks(ASKED, evolve(Read(), **change), rules())
    assert {name for name in Marks.__slots__ if getattr(mark, name, None) is False} == wrong


def test_what_nobody_said_is_added() -> None:
    silent = evolve(ASKED, facts={}, bodies=("",), roles=("",), day="")
    mark = marks(silent, Read(), rules())
    assert (mark.facts, mark.body, mark.role, mark.day, mark.nothing_added) == (None, None, None, None, False)
    assert marks(silent, evolve(Read(), facts={}, body="", role=""), rules()).all_right


def test_two_prisbasbelopp_are_no_kronor_and_half_a_year_is_six_months() -> None:
    year = evolve(ASKED, facts={"avtalstid": "1 år", "belopp": "2 prisbasbelopp"})
    read = Read(facts={"avtalstid": "12 månader", "belopp": "2 pbb"})
    assert marks(year, read, rules()).facts
    assert marks(year, evolve(read, facts={**read.facts, "belopp": "2"}), rules()).facts is False


def test_a_question_without_an_answer_is_refused_or_not() -> None:
    none = evolve(ASKED, matters=())
    assert marks(none, Read(matters=()), rules()) == Marks(refused=True)
    assert marks(none, Read(), rules()) == Marks(refused=False)


def test_the_test_half_is_only_scored(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "reader", lambda: ("bara sökningen", OnlySearched))
    measure.main()
    told = capsys.readouterr().out
    tuning, test = (half(name) for name in HALVES)
    assert any(f"«{asked.text}»" in told for asked in tuning)
    assert not any(f"«{asked.text}»" in told for asked in test)
