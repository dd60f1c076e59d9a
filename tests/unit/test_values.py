"""Values: one token in, one value out, and a sentence that helps when it is none."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrregler.values import (
    Fault,
    LegalRef,
    Period,
    Quantity,
    format_date,
    format_number,
    nearest,
    number_key,
    parse_date,
    parse_legal_ref,
    parse_number,
    parse_quantity,
    slug,
)


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("5 000", "5000"),
            ("5\u00a0000", "5000"),
            ("2,5", "2.5"),
            ("0,125", "0.125"),
            ("1 234 567,50", "1234567.50"),
        ],
    )
    def test_swedish_numbers(self, text: str, number: str) -> None:
        assert parse_number(text) == Decimal(number)

    @pytest.mark.parametrize("text", ["5,000", "5.000", "2.500"])
    def test_thousands_and_decimals_are_never_guessed(self, text: str) -> None:
        fault = parse_number(text)
        assert isinstance(fault, Fault)
        assert "två sätt" in fault.message and f"{text[0]} {text[2:]}" in fault.remedy

    @pytest.mark.parametrize(
        ("text", "remedy"), [("0.5", "0,5"), ("-5", "noll eller större"), ("fem", "2,5")]
    )
    def test_other_forms_say_what_to_write(self, text: str, remedy: str) -> None:
        fault = parse_number(text)
        assert isinstance(fault, Fault) and remedy in fault.remedy

    @given(st.decimals(0, 10**12, places=2))
    def test_written_numbers_read_back(self, number: Decimal) -> None:
        assert parse_number(format_number(number)) == number


class TestQuantities:
    @pytest.mark.parametrize(
        ("text", "quantity"),
        [
            ("5 000 kr", Quantity(Decimal(5000), "kr")),
            ("2,5 mkr", Quantity(Decimal(2_500_000), "kr")),
            ("300 tkr", Quantity(Decimal(300_000), "kr")),
            ("0,5 prisbasbelopp", Quantity(Decimal("0.5"), "prisbasbelopp")),
            ("4 år", Quantity(Decimal(4), "år")),
            ("1 månad", Quantity(Decimal(1), "månader")),
            ("95 %", Quantity(Decimal(95), "%")),
            ("30", Quantity(Decimal(30), "")),
        ],
    )
    def test_a_number_and_its_unit(self, text: str, quantity: Quantity) -> None:
        assert parse_quantity(text) == quantity

    @pytest.mark.parametrize(
        ("text", "written"),
        [("1 dag", "1 dag"), ("2 dagar", "2 dagar"), ("12,5 kr", "12,50 kr"), ("1 mkr", "1 000 000 kr")],
    )
    def test_it_is_written_one_way(self, text: str, written: str) -> None:
        assert str(parse_quantity(text)) == written

    def test_twelve_months_are_a_year_and_seven_days_a_week(self) -> None:
        def measure(text: str) -> Fraction:
            quantity = parse_quantity(text)
            assert isinstance(quantity, Quantity)
            return quantity.measure

        assert measure("12 månader") == measure("1 år")
        assert measure("7 dagar") == measure("1 vecka")
        assert measure("3 månader") > measure("90 dagar")

    def test_no_unit_is_no_money(self) -> None:
        quantity = parse_quantity("5000")
        assert isinstance(quantity, Quantity) and quantity.kind is None


class TestDates:
    def test_a_date(self) -> None:
        assert parse_date("2025-07-01") == date(2025, 7, 1)
        assert format_date(date(2025, 7, 1)) == "1 juli 2025"

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("2025-02-30", "februari 2025 har 28 dagar"),
            ("2024-02-30", "februari 2024 har 29 dagar"),
            ("2025-13-01", "det finns ingen månad 13"),
        ],
    )
    def test_a_day_that_does_not_exist_says_why(self, text: str, why: str) -> None:
        fault = parse_date(text)
        assert isinstance(fault, Fault) and fault.why == why

    @given(
        st.dates(),
        st.none() | st.dates(),
        st.none() | st.dates(),
        st.none() | st.dates(),
        st.none() | st.dates(),
    )
    def test_periods_overlap_when_they_share_a_day(
        self, day: date, a: date | None, b: date | None, c: date | None, d: date | None
    ) -> None:
        one, other = Period(a, b), Period(c, d)
        if day in one and day in other:
            assert one.overlaps(other) and other.overlaps(one)

    def test_the_last_day_is_included(self) -> None:
        period = Period(date(2026, 1, 1), date(2026, 12, 31))
        assert date(2026, 12, 31) in period and date(2027, 1, 1) not in period


class TestLegalReferences:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("6 kap. 38 § första stycket 1 KL", "6 kap. 38 § första stycket 1 KL"),
            ("KL 6:38", "6 kap. 38 § KL"),
            ("7 kap. 3, 5 och 6 §§ PBL", "7 kap. 3, 5 och 6 §§ PBL"),
            ("10–11 §§ LVU", "10–11 §§ LVU"),
            ("10-11 §§ LVU", "10–11 §§ LVU"),
            ("9 kap. PBL", "9 kap. PBL"),
            ("AML", "AML"),
            ("19a kap. 2 § LOU", "19 a kap. 2 § LOU"),
        ],
    )
    def test_both_ways_in_one_way_out(self, text: str, written: str) -> None:
        reference = parse_legal_ref(text)
        assert isinstance(reference, LegalRef) and str(reference) == written
        again = parse_legal_ref(written)
        assert again == reference

    def test_what_is_none_says_how_to_write_one(self) -> None:
        fault = parse_legal_ref("§ 6")
        assert isinstance(fault, Fault) and "6 kap. 38 § KL" in fault.remedy


class TestNames:
    def test_a_title_becomes_a_name(self) -> None:
        assert slug("Återkrav av ekonomiskt bistånd") == "återkrav-av-ekonomiskt-bistånd"

    def test_the_nearest_name_is_found_without_dots_and_rings(self) -> None:
        assert nearest("indvidutskotet", ["individutskottet", "enhetschef"]) == "individutskottet"
        assert nearest("namndsekreterare", ["nämndsekreterare"]) == "nämndsekreterare"
        assert nearest("xyzzy", ["individutskottet"]) is None

    def test_numbers_of_points_sort_as_people_read_them(self) -> None:
        numbers = ["4.10", "4.2", "401 a", "4.2 b", "401", "F.1.2", "4.2 a"]
        assert sorted(numbers, key=number_key) == ["4.2", "4.2 a", "4.2 b", "4.10", "401", "401 a", "F.1.2"]
