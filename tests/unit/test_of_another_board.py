"""A board delegates to its own committee, and to no other board's."""

from tests.kit import DAY, deciders, order, rules


def test_another_boards_committee_has_nothing() -> None:
    loaded = rules(order('punkt 1 "Bistånd"\n    delegat arbetsutskottet\n'))
    assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["socialnämnden"]


def test_its_own_has() -> None:
    loaded = rules(order('punkt 1 "Bistånd"\n    delegat individutskottet\n'))
    assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["individutskottet"]
