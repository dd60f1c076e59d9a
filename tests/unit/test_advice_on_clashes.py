"""What SR306 advises fits the clash: two orders, two rows, or one row that says two things."""

from styrregler.checks import Review
from styrregler.checks.ladder.contradiction import contradiction
from tests.kit import DAY, order, rules

POINT = 'punkt 1 "Bidrag"\n    delegat {}\n'


def advice(*texts: str) -> list[str]:
    return [found.remedy for found in contradiction.run(Review(rules(*texts).index, DAY))]


def test_an_order_for_older_cases_beside_one_for_all() -> None:
    older = order(POINT.format("socialchef"), "gäller ärenden inledda före 2026-01-01")
    newer = order(POINT.format("enhetschef")).replace('"Ordningen"', '"Ny ordning"')
    assert advice(newer, older) == [
        "lägg till «gäller ärenden inledda från 2026-01-01» i ordningen «Ny ordning»"
    ]


def test_two_orders_for_all_cases() -> None:
    first = order(POINT.format("socialchef"))
    second = order(POINT.format("enhetschef")).replace('"Ordningen"', '"Ny ordning"')
    assert advice(first, second) == ["skriv «ersätter …» i den nya ordningen, eller en sista dag i den gamla"]


def test_two_exceptions_in_one_row() -> None:
    row = """
        punkt 1 "Bidrag"
            delegat           enhetschef
            dock              socialchef   när belopp över 100 kr
                              nämnden      när belopp över 200 kr
    """
    assert advice(order(row)) == ["ändra villkoren så att bara en av raderna stämmer i varje fall"]
