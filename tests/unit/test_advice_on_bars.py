"""What SR204 advises is lawful."""

from styrregler.checks import Review
from styrregler.checks.competence.barred import barred
from tests.kit import DAY, order, rules


def advice(*clauses: str, more: str = "") -> list[str]:
    lines = "".join(f"    {clause}\n" for clause in clauses)
    loaded = rules(order(f'punkt 1 "Ärende"\n{lines}') + more)
    return [found.remedy for found in barred.run(Review(loaded.index, DAY))]


def test_the_councils_own_matter_goes_to_the_council() -> None:
    assert advice("rör kommunens-budget", "delegat socialchef") == [
        "skriv «beslutas av kommunfullmäktige», eller ta bort märkningen (rör) om den är fel"
    ]


def test_what_a_machine_may_not_an_employee_may() -> None:
    robot = '\nroll roboten "Roboten"\n    slag automatiserad-beslutsfunktion\n'
    assert advice("rör upphandling", "delegat roboten", more=robot) == [
        "låt en anställd besluta, eller ta bort märkningen (rör) om den är fel"
    ]
