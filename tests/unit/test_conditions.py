"""Conditions as an answer meets them: limits, choices, not, and, or; units; what follows from what is known."""

from datetime import date

import pytest

from styrregler import Outcome, QuestionFault
from tests.kit import DAY, deciders, order, rules, sound


def holds(condition: str, **facts) -> bool | str:
    """Whether the condition is met; else which fact it turns on."""
    answer = sound(
        rules(
            order(f"""
                punkt 1 "Bistånd"
                    delegat           enhetschef   när {condition}
                                      socialchef   annars
            """)
        )
    ).who_decides("Bistånd", facts, on=DAY)
    if answer.outcome is Outcome.DEPENDS:
        return ", ".join(each.fact for each in answer.missing)
    return deciders(answer) == ["enhetschef"]


class TestLimits:
    @pytest.mark.parametrize(
        ("operator", "below", "at", "above"),
        [
            ("högst", True, True, False),
            ("minst", False, True, True),
            ("över", False, False, True),
            ("under", True, False, False),
        ],
    )
    def test_each_operator_at_its_limit(self, operator, below, at, above):
        condition = f"belopp {operator} 5 000 kr"
        got = [holds(condition, belopp=amount) for amount in ("4 999,99 kr", "5 000 kr", "5 000,01 kr")]
        assert got == [below, at, above]

    @pytest.mark.parametrize("text", ["5 000 kr", "5 tkr", "5000 kronor", "5 000,00 kr"])
    def test_the_same_amount_in_other_words(self, text):
        assert holds(f"belopp högst {text}", belopp=5_000) is True
        assert holds(f"belopp högst {text}", belopp="5 000,01 kr") is False

    @pytest.mark.parametrize("given", [5_000, 5_000.0, "5 000 kr", "5000", "5 tkr"])
    def test_the_same_amount_given_otherwise(self, given):
        assert holds("belopp minst 5 000 kr och belopp högst 5 000 kr", belopp=given) is True

    def test_zero_and_the_very_large(self):
        assert holds("belopp högst 5 000 kr", belopp=0) is True
        assert holds("belopp högst 5 000 kr", belopp=10**15) is False

    def test_a_span(self):
        condition = "belopp över 1 000 kr och belopp högst 2 000 kr"
        assert [holds(condition, belopp=amount) for amount in (1_000, 1_001, 2_000, 2_001)] == [
            False,
            True,
            True,
            False,
        ]


class TestUnits:
    @pytest.mark.parametrize(
        ("limit", "given", "expected"),
        [
            ("1 år", "12 månader", True),
            ("12 månader", "1 år", True),
            ("1 år", "13 månader", False),
            ("2 veckor", "14 dagar", True),
            ("2 veckor", "15 dagar", False),
            ("6 månader", "0,5 år", True),
        ],
    )
    def test_times_compare_across_units(self, limit, given, expected):
        assert holds(f"avtalstid högst {limit}", avtalstid=given) is expected

    @pytest.mark.parametrize(("given", "expected"), [(3, True), ("3", True), (4, False)])
    def test_counts(self, given, expected):
        assert holds("antal-platser högst 3", antal_platser=given) is expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [("29 600 kr", True), ("29 601 kr", False), ("0,5 prisbasbelopp", True), ("1 pbb", False)],
    )
    def test_yearly_amounts_against_kronor(self, given, expected):
        assert holds("belopp högst 0,5 prisbasbelopp", belopp=given) is expected
        assert holds("belopp högst 29 600 kr", belopp=given) is expected

    def test_one_yearly_amount_against_another(self):
        """59 200 kr and 83 400 kr in 2026."""
        assert holds("belopp högst 1 inkomstbasbelopp", belopp="1 prisbasbelopp") is True
        assert holds("belopp högst 1 prisbasbelopp", belopp="1 inkomstbasbelopp") is False

    @pytest.mark.parametrize("given", ["5 år", "3 arbetsdagar", True, date(2026, 1, 1), "massor", -1])
    def test_a_value_that_does_not_fit_is_refused(self, given):
        with pytest.raises(QuestionFault):
            holds("belopp högst 5 000 kr", belopp=given)

    def test_working_days_measure_no_agreement(self):
        with pytest.raises(QuestionFault):
            holds("avtalstid högst 1 år", avtalstid="10 arbetsdagar")


class TestChoices:
    @pytest.mark.parametrize(
        ("place", "expected"), [("tätort", True), ("TÄTORT", True), ("tatort", True), ("landsbygd", False)]
    )
    def test_is(self, place, expected):
        assert holds("plats är tätort", plats=place) is expected

    @pytest.mark.parametrize(
        ("place", "expected"), [("tätort", True), ("landsbygd", True), ("hamnområde", False)]
    )
    def test_is_any_of(self, place, expected):
        assert holds("plats är någon av tätort, landsbygd", plats=place) is expected

    @pytest.mark.parametrize("condition", ["ramavtal", "ramavtal är ja"])
    @pytest.mark.parametrize(
        ("given", "expected"), [(True, True), ("ja", True), ("j", True), (False, False), ("nej", False)]
    )
    def test_yes_and_no(self, condition, given, expected):
        assert holds(condition, ramavtal=given) is expected
        assert holds(f"inte {condition}", ramavtal=given) is not expected

    @pytest.mark.parametrize("given", ["hamnen", "", True])
    def test_an_answer_that_does_not_exist_is_refused(self, given):
        with pytest.raises(QuestionFault, match="svara tätort eller landsbygd eller hamnområde"):
            holds("plats är tätort", plats=given)


class TestAndOrNot:
    @pytest.mark.parametrize("one", [True, False])
    @pytest.mark.parametrize("other", [1_000, 9_000])
    def test_truth(self, one, other):
        small = other == 1_000
        facts = {"ramavtal": one, "belopp": other}
        assert holds("ramavtal och belopp högst 5 000 kr", **facts) is (one and small)
        assert holds("ramavtal eller belopp högst 5 000 kr", **facts) is (one or small)
        assert holds("inte (ramavtal och belopp högst 5 000 kr)", **facts) is not (one and small)
        assert holds("inte ramavtal och inte belopp högst 5 000 kr", **facts) is (not one and not small)

    def test_parentheses(self):
        condition = "(ramavtal eller inom-budget) och belopp högst 5 000 kr"
        assert holds(condition, ramavtal=False, inom_budget=True, belopp=5_000) is True
        assert holds(condition, ramavtal=True, inom_budget=True, belopp=5_001) is False


class TestWhatFollowsFromWhatIsKnown:
    def test_one_false_part_settles_and(self):
        assert holds("ramavtal och belopp högst 5 000 kr", ramavtal=False) is False
        assert holds("ramavtal och belopp högst 5 000 kr", belopp=6_000) is False

    def test_one_true_part_settles_or(self):
        assert holds("ramavtal eller belopp högst 5 000 kr", ramavtal=True) is True
        assert holds("ramavtal eller belopp högst 5 000 kr", belopp=5_000) is True

    def test_only_what_is_left_is_asked(self):
        assert holds("ramavtal och belopp högst 5 000 kr", ramavtal=True) == "belopp"
        assert holds("ramavtal och belopp högst 5 000 kr", belopp=5_000) == "ramavtal"

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            ("ramavtal eller inte ramavtal", True),
            ("ramavtal och inte ramavtal", False),
            ("belopp högst 5 000 kr eller belopp över 5 000 kr", True),
            ("belopp högst 5 000 kr och belopp över 5 000 kr", False),
            ("belopp högst 5 000 kr eller belopp minst 3 000 kr", True),
            ("plats är någon av tätort, landsbygd eller plats är hamnområde", True),
            ("antal-platser högst 3 eller antal-platser minst 4", True),
            ("belopp minst 0 kr", True),
            ("belopp under 0 kr", False),
        ],
    )
    def test_what_holds_whatever_the_facts_asks_nothing(self, condition, expected):
        assert holds(condition) is expected

    def test_a_condition_implied_by_another_asks_nothing_new(self):
        assert holds("belopp högst 5 000 kr och belopp högst 9 000 kr", belopp=5_000) is True
        assert holds("belopp högst 5 000 kr och belopp högst 9 000 kr") == "belopp"


class TestJointBoards:
    """`för kommun`: a row for one of the municipalities that a joint board serves."""

    TEXT = (
        'kommun taby "Täby"\nkommun vaxholm "Vaxholm"\n',
        order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
                för kommun        taby

            punkt 2 "Bistånd"
                delegat           socialchef
                för kommun        vaxholm
        """),
    )

    def test_each_has_its_row(self):
        asked = sound(rules(*self.TEXT))
        assert deciders(asked.who_decides("Bistånd", kommun="taby", on=DAY)) == ["enhetschef"]
        assert deciders(asked.who_decides("Bistånd", kommun="vaxholm", on=DAY)) == ["socialchef"]

    def test_without_it_the_municipality_is_asked(self):
        answer = sound(rules(*self.TEXT)).who_decides("Bistånd", on=DAY)
        assert [each.fact for each in answer.missing] == ["kommun"]
        assert {each.when: deciders(each.answer) for each in answer.branches} == {
            "kommun är taby": ["enhetschef"],
            "kommun är vaxholm": ["socialchef"],
            "kommun är prov": ["socialnämnden"],
        }

    def test_a_municipality_that_is_not_declared_is_refused(self):
        with pytest.raises(QuestionFault):
            sound(rules(*self.TEXT)).who_decides("Bistånd", kommun="lidingö", on=DAY)
