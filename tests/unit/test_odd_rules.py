"""Rules that are odd or many: one error where one is, and bounded time everywhere."""

from time import process_time

import pytest

from styrregler.diagnostics import Severity
from styrregler.library import Rules
from tests.kit import DAY, order, rules


def codes(loaded: Rules, level: str = "") -> list[str]:
    reported = loaded.findings(DAY).reported
    return [found.code for found in reported if not level or found.severity.value == level]


@pytest.mark.parametrize(
    "points",
    [
        # A ladder of 200 steps in which nobody stands in, and one of two facts.
        "\n".join(
            f"    {'delegat' if not at else '':<18}{'enhetschef' if at % 2 else 'socialchef'} när belopp högst {at + 1} 000 kr"
            for at in range(200)
        ),
        "\n".join(
            f"    {'delegat' if not at else '':<18}{'enhetschef' if at % 2 else 'socialchef'} "
            f"när belopp högst {at + 1} 000 kr och avtalstid högst {200 - at} dagar"
            for at in range(200)
        ),
    ],
)
def test_two_hundred_steps_are_checked_in_bounded_time(points: str) -> None:
    loaded = rules(order(f'punkt 1 "Bidrag"\n{points}'))
    before = process_time()
    assert "SR302" in codes(loaded)
    assert process_time() - before < 10


def test_twelve_free_judgements_are_bounded_and_the_stop_is_told() -> None:
    facts = "\n".join(f'uppgift b{at} "Bedömning {at}?"\n    bedöms av delegaten' for at in range(12))
    points = "\n".join(
        f'punkt {at + 1} "Rad {at}"\n    ärende gemensamt\n'
        f"    delegat {'enhetschef' if at % 2 else 'socialchef'} när b{at} och belopp över {at + 1} 000 kr"
        for at in range(12)
    )
    loaded = rules(order(points), facts)
    before = process_time()
    assert "SR314" in codes(loaded)
    assert process_time() - before < 10


@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("delegat enhetschef när belopp högst 4 år", "SR701"),
        ("delegat enhetschef när belopp är ja", "SR701"),
        ("delegat enhetschef när utfall högst 4", "SR701"),
        ("delegat enhetschef när principiellt är bifall", "SR702"),
        ("delegat enhetschef när avtalstid högst 5 000 kr", "SR701"),
    ],
)
def test_a_fact_of_another_type_is_one_error(clause: str, code: str) -> None:
    loaded = rules(order(f'punkt 1 "Bidrag"\n    {clause}\n        socialchef annars'))
    assert codes(loaded, "fel") == [code]


def test_an_unknown_kind_of_matter_is_one_error_with_the_nearest() -> None:
    loaded = rules(order('punkt 1 "Bidrag"\n    rör myndighetsutöving\n    delegat enhetschef'))
    (error,) = [found for found in loaded.findings(DAY).reported if found.severity is Severity.ERROR]
    assert (error.code, error.remedy) == ("SR401", "menade du «myndighetsutövning»?")
