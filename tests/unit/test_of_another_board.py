"""A board delegates to its own committee, and to no other board's."""

from tests.kit import DAY, deciders, order, rules


def test_another_boards_committee_has_nothing() -> None:
    loaded = rules(order('punkt 1 "Bistånd"\n    delegat arbetsutskottet\n'))
    assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["socialnämnden"]


def test_its_own_has() -> None:
    loaded = rules(order('punkt 1 "Bistånd"\n    delegat individutskottet\n'))
    assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["individutskottet"]


def test_a_sub_delegation_gives_the_board_nothing() -> None:
    loaded = rules(
        order('punkt 1 "Bidrag"\n    delegat socialchef\n    vidaredelegeras av socialchef\n'),
        """
        vidaredelegation socialchef "Vidare"
            ur                socialnämnden
            gäller            från 2026-01-01

        punkt 1
            delegat           enhetschef   när belopp högst 10 000 kr
                              nämnden      annars
        """,
    )
    answer = loaded.who_decides("Bidrag", {"belopp": 20_000}, on=DAY)
    assert deciders(answer) == ["socialchef"]
    assert not answer.also_competent
