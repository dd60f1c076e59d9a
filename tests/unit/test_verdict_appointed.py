"""Decisions by members whom the board has appointed by name, and by delegates of whom something is demanded."""

import pytest

from styrregler.library import Decision
from styrregler.model import Verdict
from tests.kit import DAY, order, rules, sound

APPOINTED = """
    punkt 1 "Omhändertagande"
        egen beslutanderätt sn-ordförande enligt 6 § LVU

    punkt 2 "Förbud"
        delegat           enhetschef
        krav på delegat   anställningstid minst 6 månader

    förordnande lvu "Brådskande beslut"
        punkter           1
        person            "Torkel Åsbrink"
        gäller            från 2026-01-01 till 2026-12-31
"""


def verdict(by, holders="", matter="Omhändertagande", **facts):
    loaded = sound(rules(order(APPOINTED), holders))
    return loaded.check(Decision(matter, decided_by=by, on=DAY, facts=facts))


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        ('innehavare sn-vice "Torkel Åsbrink"\n    gäller från 2023-01-01', Verdict.RIGHT),
        ('innehavare sn-vice "Någon Annan"\n    gäller från 2023-01-01', Verdict.WRONG_DECIDER),
        ("", Verdict.CANNOT_TELL),
    ],
)
def test_an_elected_member_is_right_when_appointed_by_name(holders, expected):
    assert verdict("sn-vice", holders).verdict is expected


def test_nobody_employed_is_appointed():
    assert verdict("socialsekreterare").verdict is Verdict.WRONG_DECIDER


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, Verdict.CANNOT_TELL),
        ({"anställningstid": "7 månader"}, Verdict.RIGHT),
        ({"anställningstid": "5 månader"}, Verdict.WRONG_DECIDER),
    ],
)
def test_a_demand_on_the_delegate_has_to_be_met(facts, expected):
    assert verdict("enhetschef", matter="Förbud", **facts).verdict is expected
