"""Time → scope → competence → priority → conditions: what an answer was not, and at which stage it fell."""

from datetime import date

import pytest

from styrregler import Decision, Outcome, Verdict
from tests.kit import DAY, deciders, order, rules, sound

CIRCLE = "(6 kap. 37 § KL, 7 kap. 5 § KL)"


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


def excluded(answer):
    return [(each.rule, each.stage, each.reason) for each in answer.excluded]


class TestOrderOfStages:
    """Time → scope → competence → priority → conditions; a row is excluded at the first stage that it does not pass."""

    def test_time_before_scope(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           konsult
                        för kommun        grannkommun
                        gäller            till 2026-01-31
                """),
                'kommun grannkommun "Grannkommun"\n',
            )
        ).who_decides("Bistånd", kommun="prov", on=DAY)
        assert excluded(answer) == [("1", "time", "punkten gällde till 2026-01-31")]

    def test_scope_before_competence(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           konsult
                        för kommun        grannkommun
                """),
                'kommun grannkommun "Grannkommun"\n',
            )
        ).who_decides("Bistånd", kommun="prov", on=DAY)
        assert excluded(answer) == [("1", "scope", "gäller bara grannkommun")]

    def test_competence_before_priority(self):
        """A row whose delegate may not receive it never outranks a valid one, and stays with its reason."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           konsult

                    punkt 2 "Bistånd"
                        delegat           enhetschef
                """)
            )
        )
        answer = asked.who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert excluded(answer) == [
            ("1", "competence", f"Inhyrd konsult får inte ta emot delegation {CIRCLE}")
        ]
        assert asked.check(Decision("Bistånd", "konsult", DAY)).verdict is Verdict.BARRED

    def test_an_unlawful_row_contradicts_nothing(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           konsult

                    punkt 2 "Bistånd"
                        beslutas av       nämnden
                """)
            )
        ).who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["socialnämnden"])

    def test_alone_an_unlawful_row_leaves_the_matter_with_the_board(self):
        answer = row("delegat           konsult").who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert [stage for _, stage, _ in excluded(answer)] == ["competence"]

    @pytest.mark.parametrize("unlawful", ["konsult", "kommunstyrelsen", "kontoret"])
    def test_whoever_may_not_receive_a_delegation(self, unlawful):
        answer = row(f"delegat           {unlawful} eller enhetschef").who_decides("Bistånd", on=DAY)
        assert deciders(answer) == ["enhetschef"]
        assert [(stage, reason.partition(" får ")[2]) for _, stage, reason in excluded(answer)] == [
            ("competence", f"inte ta emot delegation {CIRCLE}")
        ]

    @pytest.mark.parametrize("lawful", ["individutskottet", "sn-ordförande", "jurist"])
    def test_whoever_may(self, lawful):
        answer = row(f"delegat           {lawful}").who_decides("Bistånd", on=DAY)
        assert (deciders(answer), excluded(answer)) == ([lawful], [])

    def test_an_unlawful_dock_never_outranks_the_delegate(self):
        answer = row(
            "delegat           enhetschef", "dock              konsult   när belopp över 100 000 kr"
        ).who_decides("Bistånd", belopp=200_000, on=DAY)
        assert deciders(answer) == ["enhetschef"]
        assert "competence" in [stage for _, stage, _ in excluded(answer)]

    def test_an_unlawful_substitute_never_steps_in(self):
        asked = row("delegat           enhetschef", "ersättare         konsult, därefter socialchef")
        assert deciders(asked.who_decides("Bistånd", absent=["enhetschef"], on=DAY)) == ["socialchef"]

    def test_a_bar_in_the_law_excludes_the_row(self):
        asked = row("delegat           enhetschef", "rör               mål")
        answer = asked.who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["socialnämnden"])
        assert excluded(answer) == [
            (
                "1",
                "competence",
                "får inte delegeras: verksamhetens mål, inriktning, omfattning eller kvalitet (6 kap. 38 § första stycket 1 KL)",
            )
        ]
        assert answer.conditions == (
            "Verksamhetens mål, inriktning, omfattning eller kvalitet (6 kap. 38 § första stycket 1 KL)",
        )
        assert asked.check(Decision("Bistånd", "enhetschef", DAY)).verdict is Verdict.BARRED

    def test_a_barred_row_never_outranks_a_valid_one(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           socialchef
                        rör               mål

                    punkt 2 "Bistånd"
                        delegat           enhetschef
                """)
            )
        ).who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])

    def test_a_bar_is_dated(self):
        """6 kap. 38 § KL as data: from 2018-01-01."""
        text = (
            order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
                rör               mål
        """)
            .replace("2025-12-16 § 100", "2016-12-13 § 90")
            .replace("från 2026-01-01", "från 2017-01-01")
        )
        asked = sound(rules(text))
        assert asked.who_decides("Bistånd", on=date(2017, 12, 31)).outcome is Outcome.DECIDES
        assert asked.who_decides("Bistånd", on=date(2018, 1, 1)).outcome is Outcome.RESERVED

    def test_a_right_that_the_law_gives_goes_before_a_row_that_delegates(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Omedelbart omhändertagande"
                        egen beslutanderätt sn-ordförande enligt 6 § andra stycket LVU

                    punkt 2 "Omedelbart omhändertagande"
                        delegat           enhetschef
                """)
            )
        ).who_decides("Omedelbart omhändertagande", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["sn-ordförande"])
        assert excluded(answer) == [("2", "priority", "en giltig rad går före")]

    def test_priority_before_conditions(self):
        """Where dock holds, every step of the ladder fell at priority, whether or not its own condition held."""
        answer = row(
            "delegat           enhetschef   när belopp högst 5 000 kr",
            "                  socialchef   annars",
            "dock              individutskottet   när plats är hamnområde",
        ).who_decides("Bistånd", belopp=6_000, plats="hamnområde", on=DAY)
        assert excluded(answer) == [
            ("1", "priority", "undantaget gäller: plats är hamnområde"),
            ("1", "priority", "undantaget gäller: plats är hamnområde"),
        ]

    def test_conditions_last(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr

                    punkt 2 "Bistånd"
                        delegat           socialchef   när belopp över 5 000 kr
                """)
            )
        ).who_decides("Bistånd", belopp=6_000, on=DAY)
        assert deciders(answer) == ["socialchef"]
        assert excluded(answer) == [("1", "conditions", "gäller bara när belopp högst 5 000 kr")]

    def test_every_candidate_that_it_was_not_has_stage_reason_and_place(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                        gäller            till 2026-01-31

                    punkt 2 "Bistånd"
                        delegat           konsult

                    punkt 3 "Bistånd"
                        delegat           jurist   när belopp högst 5 000 kr

                    punkt 4 "Bistånd"
                        delegat           socialchef
                """)
            )
        ).who_decides("Bistånd", belopp=6_000, on=DAY)
        assert deciders(answer) == ["socialchef"]
        assert [(each.rule, each.stage, each.place.line) for each in answer.excluded] == [
            ("1", "time", 5),
            ("2", "competence", 9),
            ("3", "conditions", 12),
        ]
