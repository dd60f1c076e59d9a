"""Ruling 3: `dock` beats `delegat` wherever it stands; `gäller inte när` makes the row silent."""

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.query.people import name_of
from tests.kit import deciders, order, rules, sound

ROW = """
    punkt 1 "Återkrav"
        delegat           enhetschef
        ersättare         socialsekreterare
        dock              individutskottet   när belopp över 100 000 kr
"""
BOTH = {"belopp": 200_000, "plats": "hamnområde"}
SMALL, LARGE = {"belopp": 100_000}, {"belopp": 100_001}


class TestRuling3DockBeatsDelegat:
    def test_in_the_row(self):
        asked = sound(rules(order(ROW)))
        assert deciders(asked.who_decides("Återkrav", SMALL)) == ["enhetschef"]
        assert deciders(asked.who_decides("Återkrav", LARGE)) == ["individutskottet"]

    @pytest.mark.parametrize("where", ["ordning", "avsnitt", "bestämmelse"])
    def test_wherever_it_stands(self, where):
        dock = "dock              individutskottet   när belopp över 100 000 kr"
        head = {
            "avsnitt": f'avsnitt 1 "Bistånd"\n    {dock}\n\n',
            "bestämmelse": f'bestämmelse 1 "Stora belopp"\n    {dock}\n\n',
            "ordning": "",
        }[where]
        text = order(
            f'{head}punkt 1 "Återkrav"\n    delegat           enhetschef\n',
            dock if where == "ordning" else "",
        )
        asked = sound(rules(text))
        assert deciders(asked.who_decides("Återkrav", SMALL)) == ["enhetschef"]
        assert deciders(asked.who_decides("Återkrav", LARGE)) == ["individutskottet"]

    def test_the_delegate_stays_in_the_explanation(self):
        answer = rules(order(ROW)).who_decides("Återkrav", LARGE)
        assert [(each.rule, each.title, each.stage, each.reason) for each in answer.excluded] == [
            ("1", "Enhetschef", "priority", "undantaget gäller: belopp över 100 000 kr")
        ]

    def test_dock_beats_every_step_of_a_ladder(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           socialsekreterare   när belopp högst 5 000 kr
                                          enhetschef          annars
                        dock              individutskottet    när plats är hamnområde
                """)
            )
        )
        for amount in (1_000, 50_000):
            answer = asked.who_decides("Återkrav", belopp=amount, plats="hamnområde")
            assert deciders(answer) == ["individutskottet"]
            assert answer.also_competent == ()

    def test_dock_that_may_hold_makes_the_answer_depend(self):
        answer = rules(order(ROW)).who_decides("Återkrav")
        assert [(each.when, deciders(each.answer)) for each in answer.branches] == [
            ("belopp högst 100 000 kr", ["enhetschef"]),
            ("belopp över 100 000 kr", ["individutskottet"]),
        ]

    def test_the_delegate_is_not_right_where_dock_holds(self):
        decision = Decision("Återkrav", "enhetschef", facts=LARGE)
        assert rules(order(ROW)).check(decision).verdict is Verdict.WRONG_DECIDER


class TestRuling3BothDockApply:
    """An order-wide one and a row's own."""

    def asked(self, order_wide: str, own: str):
        return sound(
            rules(
                order(
                    f"""
                    punkt 1 "Återkrav"
                        delegat           enhetschef
                        dock              {own}   när belopp över 100 000 kr
                    """,
                    f"dock              {order_wide}   när plats är hamnområde",
                )
            )
        )

    @pytest.mark.parametrize(
        ("order_wide", "own", "highest"),
        [
            ("socialnämnden", "individutskottet", "socialnämnden"),
            ("individutskottet", "socialnämnden", "socialnämnden"),
            ("socialchef", "individutskottet", "individutskottet"),
            ("individutskottet", "socialchef", "individutskottet"),
            ("jurist", "sn-ordförande", "sn-ordförande"),
            ("socialnämnden", "nämnden", "socialnämnden"),
        ],
    )
    def test_if_both_hold_the_highest_body_decides(self, order_wide, own, highest):
        answer = self.asked(order_wide, own).who_decides("Återkrav", BOTH)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, [highest])

    def test_if_one_holds_that_one_decides(self):
        asked = self.asked("socialnämnden", "individutskottet")
        assert deciders(asked.who_decides("Återkrav", belopp=200_000, plats="tätort")) == ["individutskottet"]
        assert deciders(asked.who_decides("Återkrav", belopp=1_000, plats="hamnområde")) == ["socialnämnden"]
        assert deciders(asked.who_decides("Återkrav", belopp=1_000, plats="tätort")) == ["enhetschef"]

    def test_both_are_cited(self):
        answer = self.asked("socialnämnden", "individutskottet").who_decides("Återkrav", BOTH)
        said = " / ".join([*(each.reason for each in answer.excluded), *answer.conditions, *answer.remarks])
        assert "belopp över 100 000 kr" in said
        assert "plats är hamnområde" in said

    def test_a_rows_own_dock_does_not_replace_the_sections(self):
        asked = sound(
            rules(
                order("""
                    avsnitt 1 "Bistånd"
                        dock              socialnämnden   när plats är hamnområde

                    punkt 1.1 "Återkrav"
                        delegat           enhetschef
                        dock              individutskottet   när belopp över 100 000 kr
                """)
            )
        )
        assert deciders(asked.who_decides("Återkrav", belopp=1, plats="hamnområde")) == ["socialnämnden"]


class TestRuling3DockDoesNotTouch:
    ORDER_WIDE = "dock              socialnämnden   när principiellt"

    def test_beslutas_av(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Kommunal borgen"
                        beslutas av       kommunfullmäktige
                    """,
                    self.ORDER_WIDE,
                )
            )
        ).who_decides("Kommunal borgen", principiellt=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["kommunfullmäktige"])

    def test_verkstalls(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Betala ut bistånd"
                        verkställs av     socialsekreterare
                    """,
                    self.ORDER_WIDE,
                )
            )
        ).who_decides("Betala ut bistånd", principiellt=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.EXECUTION, ["socialsekreterare"])

    def test_a_right_that_the_law_gives(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Omedelbart omhändertagande"
                        egen beslutanderätt sn-ordförande enligt 6 § andra stycket LVU
                    """,
                    self.ORDER_WIDE,
                )
            )
        ).who_decides("Omedelbart omhändertagande", principiellt=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["sn-ordförande"])

    def test_beslutas_av_in_some_cases_and_dock_in_the_others(self):
        asked = sound(
            rules(
                order(
                    """
                    punkt 1 "Exploateringsavtal"
                        beslutas av       kommunfullmäktige   när belopp över 20 mkr
                        delegat           socialchef          när belopp högst 20 mkr
                    """,
                    self.ORDER_WIDE,
                )
            )
        )
        large = asked.who_decides("Exploateringsavtal", belopp="21 mkr", principiellt=True)
        assert (large.outcome, deciders(large)) == (Outcome.RESERVED, ["kommunfullmäktige"])
        small = asked.who_decides("Exploateringsavtal", belopp="20 mkr", principiellt=True)
        assert (small.outcome, deciders(small)) == (Outcome.DECIDES, ["socialnämnden"])


class TestRuling3DockBinds:
    def test_the_delegates_substitute_does_not_decide(self):
        asked = sound(rules(order(ROW)))
        answer = asked.who_decides("Återkrav", LARGE, absent=["enhetschef"])
        assert (deciders(answer), answer.substitutes) == (["individutskottet"], ())
        decision = Decision("Återkrav", "socialsekreterare", facts=LARGE, absent=("enhetschef",))
        assert asked.check(decision).verdict is Verdict.WRONG_DECIDER
        within = Decision("Återkrav", "socialsekreterare", facts=SMALL, absent=("enhetschef",))
        assert asked.check(within).verdict is Verdict.RIGHT

    def test_nor_when_dock_names_a_role_that_is_away(self):
        """The row's substitute stands in for the delegate; a dock that takes the case from the delegate takes it from them."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           enhetschef
                        ersättare         socialsekreterare
                        dock              socialchef   när belopp över 100 000 kr
                """)
            )
        )
        answer = asked.who_decides("Återkrav", LARGE)
        assert deciders(answer) == ["socialchef"]
        assert [name_of(each.party) for each in answer.substitutes] == []
        away = asked.who_decides("Återkrav", LARGE, absent=["socialchef"])
        assert "socialsekreterare" not in deciders(away)

    def test_sub_delegates(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           socialchef
                        vidaredelegeras   av socialchef
                        dock              individutskottet   när belopp över 100 000 kr
                """),
                """
                vidaredelegation socialchef "Socialchefens vidaredelegation"
                    ur                socialnämnden
                    gäller            från 2026-01-01

                punkt 1
                    delegat           enhetschef
                """,
            )
        )
        assert deciders(asked.who_decides("Återkrav", SMALL)) == ["socialchef", "enhetschef"]
        assert deciders(asked.who_decides("Återkrav", LARGE)) == ["individutskottet"]
        assert asked.check(Decision("Återkrav", "enhetschef", facts=LARGE)).verdict is Verdict.WRONG_DECIDER


class TestRuling3GallerInteNar:
    ROW = """
        punkt 1 "Tillfällig upplåtelse"
            delegat           enhetschef
            gäller inte       när plats är hamnområde
    """

    def test_the_row_says_nothing_there(self):
        answer = sound(rules(order(self.ROW))).who_decides("Tillfällig upplåtelse", plats="hamnområde")
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert [(each.rule, each.stage, each.reason) for each in answer.excluded] == [
            ("1", "conditions", "gäller inte när plats är hamnområde")
        ]

    def test_elsewhere_it_speaks(self):
        asked = rules(order(self.ROW))
        assert deciders(asked.who_decides("Tillfällig upplåtelse", plats="tätort")) == ["enhetschef"]

    def test_another_row_about_the_matter_is_not_silenced(self):
        asked = sound(
            rules(
                order(
                    self.ROW
                    + """
        punkt 2 "Tillfällig upplåtelse"
            delegat           jurist
        """
                )
            )
        )
        assert deciders(asked.who_decides("Tillfällig upplåtelse", plats="hamnområde")) == ["jurist"]
        assert deciders(asked.who_decides("Tillfällig upplåtelse", plats="tätort")) == [
            "enhetschef",
            "jurist",
        ]

    def test_a_silent_row_cannot_contradict(self):
        asked = sound(
            rules(
                order(
                    self.ROW
                    + """
        punkt 2 "Tillfällig upplåtelse"
            beslutas av       kommunstyrelsen   när plats är hamnområde
        """
                )
            )
        )
        answer = asked.who_decides("Tillfällig upplåtelse", plats="hamnområde")
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["kommunstyrelsen"])

    def test_even_its_dock_is_silent(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Tillfällig upplåtelse"
                        delegat           enhetschef
                        dock              individutskottet   när belopp över 100 000 kr
                        gäller inte       när plats är hamnområde
                """)
            )
        )
        answer = asked.who_decides("Tillfällig upplåtelse", LARGE, plats="hamnområde")
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])

    def test_not_knowing_makes_the_answer_depend(self):
        answer = rules(order(self.ROW)).who_decides("Tillfällig upplåtelse")
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.when, each.answer.outcome) for each in answer.branches] == [
            ("plats är någon av landsbygd, tätort", Outcome.DECIDES),
            ("plats är hamnområde", Outcome.DEFAULT),
        ]
