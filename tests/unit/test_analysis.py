"""The analysis of all cases: rules in, findings out, each with a case to paste."""

from datetime import date
from time import process_time

import pytest

from styrregler.analysis import Finding, Kind, analyse, of_matter
from styrregler.analysis.natural import natural
from styrregler.logic import AllOf, Compare, Is, Operator
from styrregler.logic.truth import Interval
from styrregler.query import Question
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, UnitKind, parse_quantity
from tests.kit import DAY, order, rules, sound
from tests.reference.replay import replays


def found(*texts: str, on: date = DAY) -> list[Finding]:
    """What is found, after seeing to it that every witness shows it."""
    loaded = sound(rules(*texts)).index
    findings = list(analyse(loaded, on))
    assert all(replays(each, loaded) for each in findings)
    return findings


def only(*texts: str, on: date = DAY) -> Finding:
    (finding,) = found(*texts, on=on)
    return finding


class TestWitness:
    def test_it_is_a_line_to_paste(self):
        finding = only(
            order("""
                punkt 1 "Inköp"
                    delegat           enhetschef   när belopp högst 100 000 kr och avtalstid högst 4 år
                                      socialchef   när belopp högst 100 000 kr
            """)
        )
        assert finding.kind is Kind.GAP
        assert finding.case == "belopp över 100 000 kr"
        assert (
            str(finding.witness)
            == "styrregler vem inköp --organ socialnämnden -u belopp=100001 --datum 2026-03-02"
        )

    def test_words_that_a_shell_would_split_are_quoted(self):
        finding = only(
            order("""
                punkt 1 "Inköp"
                    delegat           enhetschef   när avtalstid högst 4 år
                                      socialchef   när avtalstid över 6 år
            """)
        )
        assert finding.case == "avtalstid över 4 år och högst 6 år"
        assert '-u "avtalstid=5 år"' in str(finding.witness)

    def test_a_judgement_left_to_the_delegate_goes_unsaid(self):
        finding = only(
            order(
                """
                punkt 1 "Inköp"
                    delegat           enhetschef   när belopp högst 5 000 kr
                                      socialchef   när belopp högst 9 000 kr
                """,
                "dock nämnden när principiellt",
            )
        )
        assert finding.case == "belopp över 9 000 kr"
        assert finding.witness is not None
        assert set(finding.witness.facts) == {"belopp"}

    @pytest.mark.parametrize(
        ("low", "high", "kind", "value"),
        [
            (("100000", True), None, UnitKind.MONEY, "100001 kr"),
            (("100000", False), None, UnitKind.MONEY, "100000 kr"),
            (None, ("5000", True), UnitKind.MONEY, "5000 kr"),
            (None, ("5000", False), UnitKind.MONEY, "4999 kr"),
            (("100000", True), ("100001", False), UnitKind.MONEY, "100000,5 kr"),
            (("0", False), ("0", True), UnitKind.MONEY, "0 kr"),
            (("1461", True), None, UnitKind.TIME, "5 år"),
            (None, ("90", True), UnitKind.TIME, "90 dagar"),
            (("3", True), None, UnitKind.COUNT, "4"),
            (("95", True), None, UnitKind.SHARE, "96 %"),
        ],
    )
    def test_values_are_those_that_a_person_would_try(self, low, high, kind, value):
        from fractions import Fraction

        cuts = [(Fraction(cut[0]), cut[1]) if cut else None for cut in (low, high)]
        assert natural(Interval(*cuts), kind) == parse_quantity(value)


class TestWhatIsLookedAt:
    def test_rows_that_name_one_delegate_give_nothing(self):
        assert (
            found(order('punkt 1 "Inköp"\n    delegat enhetschef\n', "dock nämnden när principiellt")) == []
        )

    def test_a_row_that_begins_later_is_met_the_day_it_does(self):
        finding = only(
            order("""
                punkt 1 "Inköp"
                    ärende            inköp
                    delegat           enhetschef

                punkt 2 "Stora inköp"
                    ärende            inköp
                    beslutas av       nämnden   när belopp över 50 000 kr
                    gäller            från 2026-07-01
            """)
        )
        assert (finding.kind, finding.on) == (Kind.CONTRADICTION, date(2026, 7, 1))
        assert "--datum 2026-07-01" in str(finding.witness)

    def test_a_row_that_has_ended_is_not(self):
        text = order("""
            punkt 1 "Inköp"
                ärende            inköp
                delegat           enhetschef

            punkt 2 "Stora inköp"
                ärende            inköp
                beslutas av       nämnden   när belopp över 50 000 kr
                gäller            från 2026-01-01 till 2026-01-31
        """)
        assert found(text) == []

    def test_what_many_rows_inherit_is_one_finding(self):
        finding = only(
            order(
                'punkt 1 "Inköp"\n    delegat enhetschef\n\npunkt 2 "Bidrag"\n    delegat socialchef\n',
                "dock nämnden när belopp över 10 kr och belopp under 5 kr",
            )
        )
        assert (finding.kind, finding.what) == (Kind.NEVER, "dock")

    def test_yearly_amounts_count_with_the_figure_of_the_year(self):
        text = order("""
            punkt 1 "Bistånd"
                delegat           enhetschef   när belopp högst 1 prisbasbelopp
                                  socialchef   när belopp högst 50 000 kr
                                  nämnden      annars

            värde prisbasbelopp "Prisbasbelopp"
                anges i           kronor
                år 2025           40 000 kr
                år 2026           59 200 kr
        """)
        assert only(text).kind is Kind.SHADOWED
        assert found(text, on=date(2025, 3, 2))[0].on == date(2026, 1, 1)


class TestBounds:
    def test_two_hundred_tiers(self):
        tiers = [
            f"{'delegat' if not at else '':<18}{('enhetschef', 'jurist')[at % 2]} när belopp högst {at + 1} 000 kr"
            for at in range(200)
        ]
        before = process_time()
        finding = only(order('punkt 1 "Inköp"\n' + "".join(f"    {tier}\n" for tier in tiers)))
        assert (finding.kind, finding.case) == (Kind.GAP, "belopp över 200 000 kr")
        assert process_time() - before < 10

    def test_two_hundred_tiers_in_two_measures_end(self):
        tiers = [
            f"{'delegat' if not at else '':<18}enhetschef när belopp högst {at + 1} 000 kr och avtalstid högst {200 - at} dagar"
            for at in range(200)
        ]
        before = process_time()
        kinds = {
            each.kind
            for each in found(order('punkt 1 "Inköp"\n' + "".join(f"    {tier}\n" for tier in tiers)))
        }
        assert kinds <= {Kind.GAP, Kind.STOPPED}
        assert process_time() - before < 20

    def test_twelve_free_judgements_say_where_it_stopped(self):
        facts = "".join(f'uppgift fråga-{at} "Fråga {at}?"\n    svar ja, nej\n' for at in range(12))
        points = "".join(
            f'punkt {at + 1} "Inköp {at}"\n    ärende inköp\n    delegat enhetschef när fråga-{at}\n'
            for at in range(12)
        )
        before = process_time()
        stopped = [each for each in found(order(points), facts) if each.kind is Kind.STOPPED]
        assert [(len(each.rows), each.what) for each in stopped] == [(12, "för många fall att gå igenom")]
        assert process_time() - before < 10

    def test_a_fact_used_in_two_ways_stops_and_never_raises(self):
        loaded = sound(rules(order('punkt 1 "Inköp"\n    delegat enhetschef när belopp högst 5 kr\n'))).index
        for odd in (
            Is("belopp", frozenset({"ja"})),
            Compare("plats", Operator.AT_MOST, parse_kronor("5 kr")),
            Compare("belopp", Operator.AT_MOST, parse_kronor("5 år")),
            AllOf(
                (
                    Compare("avtalstid", Operator.OVER, parse_kronor("3 kr")),
                    Is("avtalstid", frozenset({"nej"})),
                )
            ),
        ):
            made = with_condition(loaded, odd)
            kinds = {each.kind for each in of_matter(made, Question("inköp", DAY, body="socialnämnden"))}
            assert Kind.STOPPED in kinds


def parse_kronor(text: str) -> Quantity:
    quantity = parse_quantity(text)
    assert isinstance(quantity, Quantity)
    return quantity


def with_condition(loaded: RuleSet, condition) -> RuleSet:
    """``loaded`` with a first step on ``condition`` in its first row."""
    from attrs import evolve

    orders = []
    for each in loaded.corpus.orders:
        first, *rest = each.rules
        step = evolve(first.alternatives[0], when=condition)
        orders.append(evolve(each, rules=(evolve(first, alternatives=(step, *first.alternatives)), *rest)))
    return RuleSet(evolve(loaded.corpus, orders=tuple(orders)))
