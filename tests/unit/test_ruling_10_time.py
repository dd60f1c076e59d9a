"""Ruling 10: the date of the decision counts."""

from datetime import date, timedelta

import pytest

from styrregler import Outcome
from tests.kit import deciders, order, rules, sound


def on(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def earlier(text: str, period: str) -> str:
    """``text`` as an order adopted in 2019, in force ``period``."""
    return text.replace("2025-12-16 § 100", "2019-12-10 § 90").replace("från 2026-01-01", period)


def times(answer):
    return [(each.rule, each.reason) for each in answer.excluded if each.stage == "time"]


class TestRuling10InForce:
    ROW = """
        punkt 1 "Bistånd"
            delegat           enhetschef
            gäller            från 2026-03-01 till 2026-06-30
    """

    @pytest.mark.parametrize(
        ("day", "who", "why"),
        [
            (on(2026, 2, 28), "socialnämnden", "punkten gäller först från 2026-03-01"),
            (on(2026, 3, 1), "enhetschef", ""),
            (on(2026, 6, 30), "enhetschef", ""),
            (on(2026, 7, 1), "socialnämnden", "punkten gällde till 2026-06-30"),
            (on(2025, 12, 31), "socialnämnden", "ordningen gäller först från 2026-01-01"),
        ],
    )
    def test_a_row_is_in_force_when_both_row_and_order_are(self, day, who, why):
        answer = sound(rules(order(self.ROW))).who_decides("Bistånd", on=day)
        assert deciders(answer) == [who]
        assert times(answer) == ([("1", why)] if why else [])

    def test_when_no_row_is_in_force_the_board_decides_by_default(self):
        answer = rules(order(self.ROW)).who_decides("Bistånd", on=on(2026, 7, 1))
        assert answer.outcome is Outcome.DEFAULT

    def test_the_section_has_a_period_too(self):
        asked = sound(
            rules(
                order("""
                    avsnitt 1 "Försök"
                        gäller            till 2026-06-30

                    punkt 1.1 "Bistånd"
                        delegat           enhetschef
                """)
            )
        )
        assert deciders(asked.who_decides("Bistånd", on=on(2026, 6, 30))) == ["enhetschef"]
        assert deciders(asked.who_decides("Bistånd", on=on(2026, 7, 1))) == ["socialnämnden"]

    def test_of_two_orders_the_one_in_force_that_day(self):
        old = earlier(
            order("""
                punkt 4.1 "Bistånd"
                    delegat           socialsekreterare
            """),
            "från 2020-01-01 till 2025-12-31",
        )
        new = order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
        """)
        asked = sound(rules(old, new))
        before, after = (asked.who_decides("Bistånd", on=day) for day in (on(2025, 12, 31), on(2026, 1, 1)))
        assert (deciders(before), times(before)) == (
            ["socialsekreterare"],
            [("1", "ordningen gäller först från 2026-01-01")],
        )
        assert (deciders(after), times(after)) == (
            ["enhetschef"],
            [("4.1", "ordningen gällde till 2025-12-31")],
        )

    def test_an_order_that_replaces_another(self):
        old = earlier(
            order("""
                punkt 1 "Bistånd"
                    delegat           socialsekreterare
            """).replace('"Ordningen"', '"Den gamla"'),
            "från 2020-01-01",
        )
        new = order(
            """
            punkt 1 "Bistånd"
                delegat           enhetschef
            """,
            'ersätter          "Den gamla"',
        )
        asked = sound(rules(old, new))
        assert deciders(asked.who_decides("Bistånd", on=on(2025, 12, 31))) == ["socialsekreterare"]
        answer = asked.who_decides("Bistånd", on=on(2026, 1, 1))
        assert deciders(answer) == ["enhetschef"]
        assert times(answer) == [("1", "ordningen är ersatt av Ordningen från 2026-01-01")]

    def test_a_draft_is_never_in_force(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                    """,
                    "läge              förslag",
                )
            )
        ).who_decides("Bistånd", on=on(2026, 3, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert times(answer) == [("1", "ordningen är ett förslag")]

    def test_without_a_day_today_counts(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                """)
            )
        )
        before = date.today()  # noqa: DTZ011 - as the library itself reckons
        assert before <= asked.who_decides("Bistånd").receipt.on <= before + timedelta(1)


class TestRuling10CasesOpenedBefore:
    NEW = order(
        """
        punkt 1 "Bistånd"
            delegat           socialsekreterare
        """,
        "gäller ärenden    inledda från 2026-01-01",
    )
    OLD = order(
        """
        punkt Ö.1 "Bistånd"
            delegat           enhetschef
        """,
        "gäller ärenden    inledda före 2026-01-01",
    ).replace('"Ordningen"', '"Övergångsordningen"')

    def test_the_day_the_case_was_opened_is_asked(self):
        answer = sound(rules(self.NEW, self.OLD)).who_decides("Bistånd", on=on(2026, 3, 2))
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.fact, each.question) for each in answer.missing] == [
            ("inlett", "Vilken dag inleddes ärendet?")
        ]
        assert [(each.when, deciders(each.answer)) for each in answer.branches] == [
            ("inlett före 2026-01-01", ["enhetschef"]),
            ("inlett från 2026-01-01", ["socialsekreterare"]),
        ]

    @pytest.mark.parametrize(
        ("opened", "who", "other"),
        [
            (
                on(2025, 12, 31),
                "enhetschef",
                ("1", "ordningen gäller bara ärenden som inletts från 2026-01-01"),
            ),
            (
                on(2026, 1, 1),
                "socialsekreterare",
                ("Ö.1", "ordningen gäller bara ärenden som inletts före 2026-01-01"),
            ),
        ],
    )
    def test_and_decides_when_it_is_given(self, opened, who, other):
        answer = rules(self.NEW, self.OLD).who_decides("Bistånd", inlett=opened, on=on(2026, 3, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, [who])
        assert times(answer) == [other]

    def test_where_no_other_order_covers_the_matter_it_is_quoted(self):
        answer = sound(rules(self.OLD)).who_decides("Bistånd", on=on(2026, 3, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.conditions == ("Ordningen gäller bara ärenden som inletts före 2026-01-01.",)

    def test_there_too_a_day_that_is_given_counts(self):
        answer = rules(self.OLD).who_decides("Bistånd", inlett="2026-02-01", on=on(2026, 3, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])

    def test_an_order_that_no_longer_holds_covers_nothing(self):
        expired = self.NEW.replace(
            "från 2026-01-01\n    gäller ärenden", "från 2026-01-01 till 2026-01-31\n    gäller ärenden"
        )
        answer = sound(rules(expired, self.OLD)).who_decides("Bistånd", on=on(2026, 3, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])

    def test_only_the_matters_that_both_cover_are_asked_about(self):
        both = self.NEW + '\n\npunkt 2 "Utredning"\n    delegat           jurist\n'
        answer = sound(rules(both, self.OLD)).who_decides("Utredning", on=on(2026, 3, 2))
        assert deciders(answer) == ["jurist"]


class TestRuling10YearlyAmounts:
    ROW = """
        punkt 1 "Bistånd"
            delegat           socialsekreterare   när belopp högst 0,5 prisbasbelopp
                              enhetschef          annars
    """

    def asked(self):
        return sound(rules(earlier(order(self.ROW), "från 2020-01-01")))

    @pytest.mark.parametrize(
        ("day", "who"),
        [
            (on(2025, 12, 31), "enhetschef"),  # 29 400 kr
            (on(2026, 1, 1), "socialsekreterare"),  # 29 600 kr
        ],
    )
    def test_the_year_of_the_decision(self, day, who):
        assert deciders(self.asked().who_decides("Bistånd", belopp=29_500, on=day)) == [who]

    @pytest.mark.parametrize("day", [on(2024, 5, 2), on(2026, 5, 4), on(2030, 5, 2)])
    @pytest.mark.parametrize(
        ("given", "who"),
        [
            ("0,5 prisbasbelopp", "socialsekreterare"),
            ("0,51 pbb", "enhetschef"),
            ("0,5 basbelopp", "socialsekreterare"),
        ],
    )
    def test_two_sides_in_prisbasbelopp_compare_without_a_year(self, day, given, who):
        answer = self.asked().who_decides("Bistånd", belopp=given, on=day)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, [who])

    def test_a_year_that_is_not_listed_is_asked_for(self):
        answer = self.asked().who_decides("Bistånd", belopp=29_500, on=on(2030, 5, 2))
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.fact, each.question) for each in answer.missing] == [
            ("prisbasbelopp", "Vad är prisbasbelopp för 2030? Året är inte inlagt i reglerna.")
        ]
        assert [(each.when, deciders(each.answer)) for each in answer.branches] == [
            ("belopp högst 0,5 prisbasbelopp", ["socialsekreterare"]),
            ("belopp över 0,5 prisbasbelopp", ["enhetschef"]),
        ]

    @pytest.mark.parametrize(("figure", "who"), [(58_999, "enhetschef"), (59_000, "socialsekreterare")])
    def test_and_may_be_given(self, figure, who):
        answer = self.asked().who_decides("Bistånd", belopp=29_500, prisbasbelopp=figure, on=on(2030, 5, 2))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, [who])

    def test_kronor_against_kronor_needs_no_year(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                """)
            )
        ).who_decides("Bistånd", belopp=5_000, on=on(2030, 5, 2))
        assert deciders(answer) == ["enhetschef"]
