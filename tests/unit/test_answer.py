"""Answers: the order of the stages, the closed set of outcomes, tables of cases, deadlines, the chain, what cannot be read."""

from datetime import date, timedelta

import attrs
import pytest

from styrregler import Decision, Outcome, SeveralMatters, UnreadableRules, Verdict
from styrregler.query.people import name_of
from tests.kit import DAY, ORGANISATION, deciders, order, rules, sound


def row(*clauses: str, title: str = "Bistånd", on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "{title}"\n{lines}\n', on_the_order)))


def excluded(answer):
    return [(each.rule, each.stage, each.reason) for each in answer.excluded]


def branches(answer):
    return [(each.when, each.answer.outcome, deciders(each.answer)) for each in answer.branches]


def missing(answer):
    return [each.fact for each in answer.missing]


CIRCLE = "(6 kap. 37 § KL, 7 kap. 5 § KL)"


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
        assert excluded(answer) == [("1", "competence", f"Inhyrd konsult får inte ta emot delegation {CIRCLE}")]
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
                "får inte delegeras: verksamhetens mål, inriktning, omfattning eller kvalitet "
                "(6 kap. 38 § första stycket 1 KL)",
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
        text = order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
                rör               mål
        """).replace("2025-12-16 § 100", "2016-12-13 § 90").replace("från 2026-01-01", "från 2017-01-01")
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


OUTCOMES = {
    Outcome.DECIDES: ("delegat           enhetschef", {}),
    Outcome.RESERVED: ("beslutas av       kommunfullmäktige", {}),
    Outcome.DEFAULT: ('delegat okänd     "står inte i originalet"', {}),
    Outcome.DEPENDS: ("delegat           enhetschef när belopp högst 5 000 kr", {}),
    Outcome.CONFLICT: ("delegat           enhetschef\n    beslutas av       nämnden", {}),
    Outcome.EXECUTION: ("verkställs av     enhetschef", {}),
}
VERDICTS = {
    Verdict.RIGHT: ("enhetschef", {"belopp": 5_000}),
    Verdict.WRONG_DECIDER: ("jurist", {"belopp": 5_000}),
    Verdict.BEYOND_LIMIT: ("enhetschef", {"belopp": 5_001}),
    Verdict.BARRED: ("konsult", {"belopp": 5_001}),
    Verdict.CANNOT_TELL: ("enhetschef", {}),
}


class TestClosedSets:
    def test_there_are_six_outcomes(self):
        assert set(OUTCOMES) == set(Outcome)

    @pytest.mark.parametrize("outcome", list(Outcome))
    def test_each_outcome(self, outcome):
        clause, facts = OUTCOMES[outcome]
        assert row(clause).who_decides("Bistånd", facts, on=DAY).outcome is outcome

    def test_there_are_five_verdicts(self):
        assert set(VERDICTS) == set(Verdict)

    @pytest.mark.parametrize("verdict", list(Verdict))
    def test_each_verdict(self, verdict):
        decided_by, facts = VERDICTS[verdict]
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr

                    punkt 2 "Bistånd"
                        delegat           konsult
                """)
            )
        )
        assert asked.check(Decision("Bistånd", decided_by, DAY, facts)).verdict is verdict

    def test_reserved_names_whoever_decides(self):
        assert deciders(row("beslutas av       nämnden").who_decides("Bistånd", on=DAY)) == ["socialnämnden"]

    def test_a_task_is_execution_too(self):
        answer = row("arbetsuppgift     enhetschef enligt AML").who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.EXECUTION, ["enhetschef"])
        assert [each.text for each in answer.law] == ["AML"]

    def test_execution_need_not_say_by_whom(self):
        asked = row("verkställs")
        answer = asked.who_decides("Bistånd", on=DAY)
        assert (answer.outcome, answer.deciders) == (Outcome.EXECUTION, ())
        assert asked.check(Decision("Bistånd", "jurist", DAY)).verdict is Verdict.RIGHT

    def test_an_incomplete_row_says_that_it_is_incomplete(self):
        answer = row('delegat okänd     "står inte i originalet"').who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert answer.remarks[0] == "Raden är ofullständig: delegaten är okänd (står inte i originalet)."


class TestTablesOfCases:
    """Depends: exact, as few rows as can be, and which fact to ask first."""

    LADDER = (
        "delegat           socialsekreterare   när belopp högst 5 000 kr",
        "                  enhetschef          när belopp högst 0,5 prisbasbelopp",
        "                  individutskottet    annars",
    )

    def test_one_row_for_each_step_and_no_gap_between(self):
        answer = row(*self.LADDER).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("belopp högst 5 000 kr", Outcome.DECIDES, ["socialsekreterare"]),
            ("belopp över 5 000 kr och högst 0,5 prisbasbelopp (29 600 kr)", Outcome.DECIDES, ["enhetschef"]),
            ("belopp över 0,5 prisbasbelopp (29 600 kr)", Outcome.DECIDES, ["individutskottet"]),
        ]
        assert [(each.fact, each.question) for each in answer.missing] == [
            (
                "belopp",
                "Vilket belopp gäller det, utan moms och (för avtal) för hela avtalstiden med förlängningar?",
            )
        ]

    def test_what_lies_above_the_last_ceiling_is_a_row_of_its_own(self):
        answer = row(*self.LADDER[:2]).who_decides("Bistånd", on=DAY)
        assert branches(answer)[-1] == (
            "belopp över 0,5 prisbasbelopp (29 600 kr)",
            Outcome.DEFAULT,
            ["socialnämnden"],
        )

    def test_steps_that_give_the_same_answer_are_one_case(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 5 000 kr", "                  enhetschef   annars"
        ).who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.missing == ()

    def test_a_fact_that_cannot_change_the_answer_is_not_asked(self):
        asked = row(
            "delegat           enhetschef   när belopp högst 5 000 kr och plats är tätort",
            "                  socialchef   annars",
        )
        assert deciders(asked.who_decides("Bistånd", belopp=6_000, on=DAY)) == ["socialchef"]
        assert deciders(asked.who_decides("Bistånd", plats="landsbygd", on=DAY)) == ["socialchef"]
        assert missing(asked.who_decides("Bistånd", belopp=4_000, on=DAY)) == ["plats"]
        assert missing(asked.who_decides("Bistånd", plats="tätort", on=DAY)) == ["belopp"]

    def test_answers_of_a_choice_that_lead_alike_are_one_row(self):
        answer = row(
            "delegat           enhetschef   när plats är hamnområde", "                  socialchef   annars"
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("plats är hamnområde", Outcome.DECIDES, ["enhetschef"]),
            ("plats är någon av landsbygd, tätort", Outcome.DECIDES, ["socialchef"]),
        ]

    def test_yes_and_no(self):
        answer = row(
            "delegat           enhetschef   när ramavtal", "                  socialchef   annars"
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("ramavtal", Outcome.DECIDES, ["enhetschef"]),
            ("inte ramavtal", Outcome.DECIDES, ["socialchef"]),
        ]

    def test_between_whole_numbers_there_is_nothing(self):
        answer = row(
            "delegat           enhetschef   när antal-platser högst 3",
            "                  socialchef   när antal-platser minst 4",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("antal-platser högst 3", Outcome.DECIDES, ["enhetschef"]),
            ("antal-platser över 3", Outcome.DECIDES, ["socialchef"]),
        ]

    def test_between_amounts_of_money_there_is(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 3 kr",
            "                  socialchef   när belopp minst 4 kr",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("belopp högst 3 kr", Outcome.DECIDES, ["enhetschef"]),
            ("belopp över 3 kr och under 4 kr", Outcome.DEFAULT, ["socialnämnden"]),
            ("belopp minst 4 kr", Outcome.DECIDES, ["socialchef"]),
        ]

    def test_two_facts_take_as_few_rows_as_can_be(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 5 000 kr och ramavtal",
            "                  socialchef   annars",
        ).who_decides("Bistånd", on=DAY)
        assert len(answer.branches) == 3
        assert {who for _, _, (who,) in branches(answer)} == {"enhetschef", "socialchef"}
        assert set(missing(answer)) == {"belopp", "ramavtal"}

    @pytest.mark.parametrize("holds", ["ramavtal", "inte ramavtal"])
    def test_the_fact_to_ask_first_is_the_one_that_may_settle_it_alone(self, holds):
        """With or without a framework agreement (whichever the exception says), nothing else need be asked."""
        answer = row(
            "delegat           socialsekreterare   när belopp högst 5 000 kr",
            "                  enhetschef          annars",
            f"dock              individutskottet    när {holds}",
        ).who_decides("Bistånd", on=DAY)
        assert len(answer.branches) == 3
        assert missing(answer) == ["ramavtal", "belopp"]

    def test_each_case_replays_through_the_ordinary_question(self):
        asked = row(
            "delegat           socialsekreterare   när belopp högst 5 000 kr och plats är någon av tätort, landsbygd",
            "                  enhetschef          när belopp högst 20 000 kr",
            "dock              individutskottet    när plats är hamnområde och belopp över 10 000 kr",
        )
        replayed = {}
        for place in ("tätort", "landsbygd", "hamnområde"):
            for amount in (0, 5_000, "5 000,01 kr", 10_000, "10 000,01 kr", 20_000, "20 000,01 kr"):
                full = asked.who_decides("Bistånd", belopp=amount, plats=place, on=DAY)
                by_amount = asked.who_decides("Bistånd", belopp=amount, on=DAY)
                fitting = [
                    each.answer
                    for each in by_amount.branches
                    if place in each.when.removeprefix("plats är ").removeprefix("någon av ").split(", ")
                ] or [by_amount]
                assert len(fitting) == 1, (by_amount.branches, place)
                replayed[(place, str(amount))] = (
                    (full.outcome, deciders(full)) == (fitting[0].outcome, deciders(fitting[0]))
                )
        assert all(replayed.values()), replayed

    def test_a_case_may_be_reserved_or_a_default(self):
        answer = row(
            "delegat           enhetschef          när belopp högst 5 000 kr",
            "beslutas av       kommunfullmäktige   när belopp över 20 mkr",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == [
            ("belopp högst 5 000 kr", Outcome.DECIDES, ["enhetschef"]),
            ("belopp över 5 000 kr och högst 20 000 000 kr", Outcome.DEFAULT, ["socialnämnden"]),
            ("belopp över 20 000 000 kr", Outcome.RESERVED, ["kommunfullmäktige"]),
        ]

    def test_a_decision_that_is_right_in_every_case_is_right(self):
        asked = row(*self.LADDER)
        assert asked.check(Decision("Bistånd", "socialnämnden", DAY)).verdict is Verdict.RIGHT
        assert asked.check(Decision("Bistånd", "jurist", DAY)).verdict is Verdict.WRONG_DECIDER
        unsure = asked.check(Decision("Bistånd", "enhetschef", DAY))
        assert unsure.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in unsure.missing] == ["belopp"]

    def test_judgements_are_asked_when_strict(self):
        asked = row("delegat           enhetschef", on_the_order="dock              socialnämnden när principiellt")
        assert asked.who_decides("Bistånd", on=DAY).outcome is Outcome.DECIDES
        strict = asked.who_decides("Bistånd", on=DAY, strict=True)
        assert branches(strict) == [
            ("principiellt", Outcome.DECIDES, ["socialnämnden"]),
            ("inte principiellt", Outcome.DECIDES, ["enhetschef"]),
        ]

    def test_a_year_without_a_figure_names_the_amount_and_what_it_is_compared_with(self):
        asked = row("delegat           enhetschef   när belopp högst 0,5 prisbasbelopp")
        day = date(2030, 3, 4)
        assert missing(asked.who_decides("Bistånd", belopp=20_000, on=day)) == ["prisbasbelopp"]
        nothing_known = asked.who_decides("Bistånd", on=day)
        assert nothing_known.outcome is Outcome.DEPENDS
        assert set(missing(nothing_known)) == {"belopp", "prisbasbelopp"}

    def test_a_year_without_a_figure_is_no_matter_where_both_sides_are_in_prisbasbelopp(self):
        asked = row("delegat           enhetschef   när belopp högst 0,5 prisbasbelopp")
        answer = asked.who_decides("Bistånd", belopp="0,5 prisbasbelopp", on=date(2030, 3, 4))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])


class TestDemandsOnTheDelegate:
    """`krav på delegat`: met, not met, or not known and then quoted."""

    CLAUSES = (
        "delegat           enhetschef",
        "ersättare         socialchef",
        "krav på delegat   anställningstid minst 3 månader",
    )

    def test_not_known_it_is_quoted(self):
        answer = row(*self.CLAUSES).who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.conditions == ("krav på delegaten: anställningstid minst 3 månader",)

    def test_met_it_is_not_mentioned(self):
        answer = row(*self.CLAUSES).who_decides("Bistånd", anställningstid="3 månader", on=DAY)
        assert (deciders(answer), answer.conditions) == (["enhetschef"], ())

    def test_not_met_another_decides(self):
        answer = row(*self.CLAUSES[::2]).who_decides("Bistånd", anställningstid="2 månader", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert excluded(answer) == [
            ("1", "conditions", "uppfyller inte kravet: anställningstid minst 3 månader")
        ]


class TestDeadlines:
    """Dates when the day of the decision is given, none otherwise."""

    def due(self, timing: str, on: date | None) -> date | None:
        answer = row("delegat           enhetschef", f"informera         jurist {timing}").who_decides("Bistånd", on=on)
        (duty,) = answer.inform
        return duty.deadline

    @pytest.mark.parametrize(
        ("timing", "on", "day"),
        [
            pytest.param("inom 1 arbetsdag", "2026-03-31", "2026-04-01", id="an ordinary Tuesday"),
            pytest.param("inom 3 arbetsdagar", "2026-03-31", "2026-04-07", id="over Easter 2026"),
            pytest.param("inom 1 arbetsdag", "2026-04-02", "2026-04-07", id="from Maundy Thursday"),
            pytest.param("inom 1 arbetsdag", "2026-04-04", "2026-04-07", id="from Easter Eve"),
            pytest.param("inom 1 arbetsdag", "2026-03-06", "2026-03-09", id="over a weekend"),
            pytest.param("inom 1 arbetsdag", "2026-03-07", "2026-03-09", id="from a Saturday"),
            pytest.param("inom 1 arbetsdag", "2026-05-13", "2026-05-15", id="over Ascension Day"),
            pytest.param("inom 1 arbetsdag", "2026-06-18", "2026-06-22", id="over Midsummer"),
            pytest.param("inom 5 arbetsdagar", "2025-12-22", "2026-01-05", id="over the year end"),
            pytest.param("inom 6 arbetsdagar", "2025-12-22", "2026-01-07", id="over Epiphany"),
            pytest.param("inom 3 arbetsdagar efter beslut", "2026-03-31", "2026-04-07", id="after the decision"),
            pytest.param("inom 3 dagar", "2026-04-02", "2026-04-05", id="plain days do not stop for Easter"),
            pytest.param("inom 1 vecka", "2025-12-29", "2026-01-05", id="a week over the year end"),
            pytest.param("inom 1 månad", "2026-01-31", "2026-02-28", id="a month that lacks the day"),
            pytest.param("inom 1 år", "2024-02-29", "2025-02-28", id="a year from a leap day"),
            pytest.param("senast 7 dagar efter beslut", "2026-12-28", "2027-01-04", id="at the latest"),
            pytest.param("senast 2026-12-31", "2026-03-02", "2026-12-31", id="a day in the text"),
            pytest.param("genast", "2026-04-03", "2026-04-03", id="at once"),
            pytest.param("samma dag", "2026-12-31", "2026-12-31", id="the same day"),
        ],
    )
    def test_a_date(self, timing, on, day):
        if on < "2026":
            text = order(f'punkt 1 "Bistånd"\n    delegat           enhetschef\n    informera         jurist {timing}\n')
            text = text.replace("2025-12-16 § 100", "2019-12-10 § 90").replace("från 2026-01-01", "från 2020-01-01")
            answer = sound(rules(text)).who_decides("Bistånd", on=date.fromisoformat(on))
            assert [each.deadline for each in answer.inform] == [date.fromisoformat(day)]
        else:
            assert self.due(timing, date.fromisoformat(on)) == date.fromisoformat(day)

    @pytest.mark.parametrize(
        "timing",
        ["", "snarast", "löpande", "varje kvartal", "före beslut", "efter beslut", "inom 3 dagar efter delgivning"],
    )
    def test_what_has_no_date_has_none(self, timing):
        assert self.due(timing, DAY) is None

    @pytest.mark.parametrize("timing", ["inom 3 arbetsdagar", "genast", "samma dag", "inom 1 vecka efter beslut"])
    def test_none_when_no_day_is_given(self, timing):
        assert self.due(timing, None) is None

    @pytest.mark.parametrize(
        ("on", "day"),
        [
            (date(2026, 2, 23), date(2026, 2, 24)),
            (date(2026, 2, 24), date(2026, 3, 24)),
            (date(2026, 3, 2), date(2026, 3, 24)),
            (date(2026, 3, 24), None),
            (None, None),
        ],
    )
    def test_the_boards_next_meeting(self, on, day):
        asked = row("delegat           enhetschef", "anmäls till       socialnämnden nästa sammanträde")
        (report,) = asked.who_decides("Bistånd", on=on).report
        assert report.deadline == day

    def test_the_meeting_of_the_body_reported_to(self):
        asked = row("delegat           enhetschef", "anmäls till       kommunstyrelsen nästa sammanträde")
        (report,) = asked.who_decides("Bistånd", on=DAY).report
        assert report.deadline == date(2026, 3, 18)

    def test_before_a_meeting(self):
        assert self.due("senast 7 dagar före sammanträde", DAY) == date(2026, 3, 24) - timedelta(7)

    def test_consultation_too(self):
        answer = row("delegat           enhetschef", "samråd med        jurist inom 2 arbetsdagar").who_decides(
            "Bistånd", on=DAY
        )
        assert [each.deadline for each in answer.consult] == [date(2026, 3, 4)]


class TestChain:
    """From the council by the board to the delegate; a missing link is shown as missing."""

    CHARTER = """
        reglemente socialnämnden "Reglemente för socialnämnden"
            beslutad          2022-12-12 § 142
            gäller            från 2023-01-01

        punkt 1 "Socialtjänsten"
            ansvarar för      socialtjänst-allmänt

        punkt 2 "Ekonomiskt bistånd"
            ansvarar för      ekonomiskt-bistånd, skuldrådgivning
    """
    ORDER = order("""
        avsnitt 2 "Ekonomiskt bistånd"
            ärende            ekonomiskt-bistånd

        punkt 2.1 "Försörjningsstöd"
            delegat           socialsekreterare   när belopp högst 5 000 kr
                              nämnden             annars
    """)

    def links(self, answer):
        return [(each.giver, each.receiver, each.document, each.number, each.adopted) for each in answer.chain]

    def test_whole(self):
        answer = sound(rules(self.CHARTER, self.ORDER)).who_decides("Försörjningsstöd", belopp=1, on=DAY)
        assert self.links(answer) == [
            ("Kommunfullmäktige", "Socialnämnden", "Reglemente för socialnämnden", "2 §", "2022-12-12 § 142"),
            ("Socialnämnden", "Socialsekreterare", "Ordningen", "2.1", "2025-12-16 § 100"),
        ]
        assert not any(each.missing for each in answer.chain)
        assert [(each.place.path, each.place.line) for each in answer.chain] == [("prov.styr", 8), ("prov1.styr", 8)]

    def test_what_the_board_decides_itself_ends_there(self):
        answer = rules(self.CHARTER, self.ORDER).who_decides("Försörjningsstöd", belopp=6_000, on=DAY)
        assert [each.receiver for each in answer.chain] == ["Socialnämnden"]

    @pytest.mark.parametrize(
        "charter",
        [
            pytest.param([], id="no reglemente"),
            pytest.param([CHARTER.replace("från 2023-01-01", "från 2027-01-01")], id="none in force that day"),
            pytest.param([CHARTER.replace("ekonomiskt-bistånd", "ekonomi")], id="none that gives the area"),
            pytest.param([CHARTER.replace("gäller  ", "läge              förslag\n            gäller  ")], id="a draft"),
        ],
    )
    def test_a_missing_link_is_shown_as_missing(self, charter):
        answer = sound(rules(*charter, self.ORDER)).who_decides("Försörjningsstöd", belopp=1, on=DAY)
        first, second = answer.chain
        assert (first.giver, first.receiver, first.document, first.missing, first.place) == (
            "Kommunfullmäktige",
            "Socialnämnden",
            "",
            True,
            None,
        )
        assert not second.missing

    def test_each_delegate_has_a_link(self):
        answer = row("delegat           enhetschef eller jurist").who_decides("Bistånd", on=DAY)
        assert [each.receiver for each in answer.chain] == ["Socialnämnden", "Enhetschef", "Kommunjurist"]

    def test_a_question_that_depends_shows_how_far_it_is_certain(self):
        answer = rules(self.CHARTER, self.ORDER).who_decides("Försörjningsstöd", on=DAY)
        assert [(each.receiver, each.missing) for each in answer.chain] == [("Socialnämnden", False)]


class TestBuiltInMatters:
    """The general rules of an order answer too."""

    TEXT = order(
        """
        punkt 1 "Bistånd"
            delegat           socialchef
            vidaredelegeras   av socialchef
        """,
        """
        brådskande        sn-ordförande, därefter sn-vice
        överordnad        får besluta vid frånvaro
        anmäls till       socialnämnden nästa sammanträde som lista
        """,
    )

    @pytest.mark.parametrize("words", ["brådskande ärenden", "brådskande-ärenden", "ordförandebeslut", "Brådska"])
    def test_urgent_matters(self, words):
        answer = sound(rules(self.TEXT)).who_decides(words, on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["sn-ordförande"])
        assert [name_of(each.party) for each in answer.substitutes] == ["sn-vice"]

    @pytest.mark.parametrize("words", ["vidaredelegering", "vem får vidaredelegera"])
    def test_who_may_delegate_further(self, words):
        answer = rules(self.TEXT).who_decides(words, on=DAY)
        assert deciders(answer) == ["socialchef"]
        assert answer.remarks == ("Gäller de punkter där nämnden har medgett det.",)

    def test_nobody_may_where_no_row_says_so(self):
        answer = rules(self.TEXT.replace("vidaredelegeras   av socialchef", "")).who_decides("vidaredelegering", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["socialnämnden"])
        assert answer.remarks == ("Ordningen medger ingen vidaredelegering.",)

    def test_two_orders_of_one_board_do_not_contradict_each_other_there(self):
        """One permits it in some points and the other in none: that is what each says of its own points."""
        other = order("""
            punkt 7 "Utredning"
                delegat           enhetschef
        """).replace('"Ordningen"', '"Tillägget"')
        answer = sound(rules(self.TEXT, other)).who_decides("vidaredelegering", on=DAY)
        assert answer.outcome is not Outcome.CONFLICT
        assert deciders(answer) == ["socialchef"]

    @pytest.mark.parametrize(
        ("superior", "says"),
        [
            ("får besluta vid frånvaro", "därefter överordnad."),
            ("får alltid besluta", "därefter överordnad, som alltid får besluta."),
            ("", "därefter nämnden."),
        ],
    )
    def test_disqualification(self, superior, says):
        line = f"överordnad        {superior}" if superior else "# ingen regel om överordnad"
        text = self.TEXT.replace("överordnad        får besluta vid frånvaro", line)
        answer = sound(rules(text)).who_decides("jäv", on=DAY)
        assert answer.remarks == (f"En jävig delegat beslutar inte: ersättaren träder in, {says}",)
        assert answer.deciders == ()

    @pytest.mark.parametrize("words", ["anmälan av delegationsbeslut", "anmälan", "anmäla beslut"])
    def test_reporting(self, words):
        answer = rules(self.TEXT).who_decides(words, on=DAY)
        assert [(name_of(each.to), str(each.timing), each.form, each.deadline) for each in answer.report] == [
            ("socialnämnden", "nästa sammanträde", "lista", date(2026, 3, 24))
        ]
        assert answer.remarks == ("Punktens egen regel om anmälan går före.",)

    def test_of_several_boards_the_one_given(self):
        other = order(
            """
            punkt 1 "Borgen"
                delegat           kommundirektör
            """,
            "brådskande        ks-ordförande",
            body="kommunstyrelsen",
        )
        asked = sound(rules(self.TEXT, other))
        assert deciders(asked.who_decides("brådskande ärenden", body="KS", on=DAY)) == ["ks-ordförande"]
        answer = asked.who_decides("brådskande ärenden", on=DAY)
        assert (answer.outcome, missing(answer)) == (Outcome.DEPENDS, ["organ"])


class TestRulesThatCannotBeRead:
    """«regeln kan inte läsas»: never Default, never a changed rule, and other blocks are unaffected."""

    SOUND = """
        punkt 1 "Bistånd"
            delegat           enhetschef
            anmäls inte

        punkt 2 "Utredning"
            delegat           jurist
    """

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            pytest.param("delegat           enhetschef", "delegta           enhetschef", id="a keyword"),
            pytest.param("delegat           enhetschef", "delegat           enhetscheff", id="a name"),
            pytest.param("delegat           enhetschef", "delegat           enhetschef när", id="half a condition"),
            pytest.param("delegat           enhetschef", "delegat           enhetschef när belop högst 5 kr", id="a fact"),
            pytest.param(
                "delegat           enhetschef", "delegat           enhetschef när belopp högst 5 år", id="a unit"
            ),
            pytest.param(
                "delegat           enhetschef", "delegat           enhetschef när belopp högst 5,000 kr", id="a number"
            ),
            pytest.param(
                "delegat           enhetschef", "delegat           enhetschef när plats är hamnen", id="an answer"
            ),
            pytest.param("anmäls inte", "anmäls intee", id="another clause of the row"),
            pytest.param("anmäls inte", 'villkor           "oavslutad', id="an open quote"),
        ],
    )
    def test_a_faulty_row_answers_nothing(self, right, wrong):
        loaded = rules(order(self.SOUND.replace(right, wrong)))
        assert loaded.diagnostics
        with pytest.raises(UnreadableRules, match=r"^regeln kan inte läsas: prov\.styr:\d+"):
            loaded.who_decides("Bistånd", on=DAY)
        with pytest.raises(UnreadableRules):
            loaded.check(Decision("Bistånd", "enhetschef", DAY))
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_the_exception_says_where(self):
        loaded = rules(order(self.SOUND.replace("delegat           enhetschef", "delegat           enhetscheff")))
        with pytest.raises(UnreadableRules) as found:
            loaded.who_decides("Bistånd", on=DAY)
        assert [(each.path, each.line) for each in found.value.places] == [("prov.styr", 6)]

    def test_a_sound_row_about_the_same_matter_does_not_hide_it(self):
        loaded = rules(
            order("""
                punkt 1 "Bistånd"
                    delegat           enhetschef

                punkt 2 "Bistånd"
                    delegta           jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_clause_on_the_order_spoils_the_whole_order(self):
        loaded = rules(order(self.SOUND, "dock              socialnämnden när pricnipiellt"))
        for matter in ("Bistånd", "Utredning"):
            with pytest.raises(UnreadableRules):
                loaded.who_decides(matter, on=DAY)

    def test_a_faulty_section_spoils_its_own_rows(self):
        loaded = rules(
            order("""
                avsnitt 1 "Bistånd"
                    vidaredelgeras    inte

                punkt 1.1 "Bistånd"
                    delegat           enhetschef

                avsnitt 2 "Utredning"

                punkt 2.1 "Utredning"
                    delegat           jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_row_of_a_table_spoils_itself(self):
        loaded = rules(
            order("""
                tabell
                    punkt | ärende    | delegat
                    1     | Bistånd   | enhetscheff
                    2     | Utredning | jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_fact_spoils_the_rows_that_use_it(self):
        loaded = rules(
            'uppgift storlek "Hur stor?"\n    anges ii          antal\n',
            order("""
                punkt 1 "Bistånd"
                    delegat           enhetschef   när storlek högst 5

                punkt 2 "Utredning"
                    delegat           jurist
            """),
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_sub_delegation_is_not_passed_over(self):
        loaded = rules(
            order("""
                punkt 1 "Bistånd"
                    delegat           socialchef
                    vidaredelegeras   av socialchef
            """),
            """
            vidaredelegation socialchef "Socialchefens vidaredelegation"
                ur                socialnämnden
                gäller            från 2026-01-01

            punkt 1
                delegat           enhetscheff
            """,
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_row_that_is_not_in_force_stands_in_nobodys_way(self):
        old = order("""
            punkt 1 "Bistånd"
                delegta           enhetschef
        """).replace("från 2026-01-01", "från 2026-01-01 till 2026-01-31")
        new = order("""
            punkt 1 "Bistånd"
                delegat           jurist
        """).replace('"Ordningen"', '"Den nya"')
        loaded = rules(old, new)
        assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["jurist"]
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=date(2026, 1, 31))

    def test_a_faulty_heading_is_never_default(self):
        loaded = rules(order('punkt 1 "Bistånd\n    delegat           enhetschef\n'))
        with pytest.raises((UnreadableRules, SeveralMatters)):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_file_beside_it_changes_nothing(self):
        loaded = rules(order(self.SOUND), "\tdetta är ingen regel alls\n")
        assert loaded.diagnostics
        assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["enhetschef"]


class TestTheWholeAnswer:
    """Everything that follows from a decision, in one row."""

    TEXT = order(
        """
        avsnitt 2 "Ekonomiskt bistånd"
            ärende            ekonomiskt-bistånd
            överklagas        genom förvaltningsbesvär hos "förvaltningsrätten"

        punkt 2.4 "Återkrav"
            kallas även       "betala tillbaka"
            lagrum            KL 6:38, 45 § FL
            delegat           enhetschef
            ersättare         socialchef
            vidaredelegeras   av socialchef
            samråd med        jurist
            informera         kommundirektör inom 3 arbetsdagar efter beslut
            förutsätter       fullmakt från socialchef
            villkor           "Enligt riktlinjerna."
            anmärkning        "Gäller varje månad."
        """,
        """
        anmäls till       socialnämnden via jurist nästa sammanträde som lista
        överordnad        får alltid besluta
        dock              socialnämnden när principiellt
        """,
    )

    def test_every_field(self):
        asked = sound(rules(self.TEXT))
        answer = asked.who_decides("betala tillbaka", belopp=900, on=DAY)
        assert answer.outcome is Outcome.DECIDES
        assert attrs.astuple(answer.matter) == (
            "ekonomiskt-bistånd.återkrav",
            "2.4",
            "Återkrav",
            "Ordningen",
            "socialnämnden",
            "Socialnämnden",
        )
        assert [(each.title, each.condition, each.instead_of, each.rule) for each in answer.deciders] == [
            ("Enhetschef", "", "", "2.4")
        ]
        assert answer.also_competent == ()
        assert [(each.when, deciders(each)) for each in answer.unless] == [("principiellt", ["socialnämnden"])]
        assert [each.text for each in answer.requires] == ["fullmakt från Socialchef"]
        assert [each.title for each in answer.substitutes] == ["Socialchef"]
        assert [(each.title, each.only_in_absence) for each in answer.superiors] == [("Socialchef", False)]
        assert [each.title for each in answer.consult] == ["Kommunjurist"]
        assert [(each.title, each.deadline) for each in answer.inform] == [("Kommundirektör", date(2026, 3, 5))]
        assert [(each.title, each.via, each.form, each.deadline) for each in answer.report] == [
            ("Socialnämnden", "Kommunjurist", "lista", date(2026, 3, 24))
        ]
        assert attrs.astuple(answer.appeal) == ("förvaltningsbesvär", "förvaltningsrätten", True)
        assert answer.subdelegation == "av Socialchef"
        assert [(each.text, each.sfs, each.repealed) for each in answer.law] == [
            ("6 kap. 38 § KL", "2017:725", None),
            ("45 § FL", "2017:900", None),
        ]
        assert answer.conditions == ("Enligt riktlinjerna.",)
        assert answer.remarks == ("Gäller varje månad.",)
        assert (answer.missing, answer.branches, answer.conflict) == ((), (), "")
        assert [(each.place.path, each.place.line, each.adopted) for each in answer.sources] == [
            ("prov.styr", 12, "2025-12-16 § 100")
        ]
        assert (answer.receipt.ruleset, answer.receipt.version) == ("prov", asked.version)
        assert (answer.receipt.on, dict(answer.receipt.facts)) == (DAY, {"belopp": "900 kr"})

    def test_what_the_order_does_not_say_is_told_from_what_it_denies(self):
        silent = row("delegat           enhetschef").who_decides("Bistånd", on=DAY)
        denied = row("delegat           enhetschef", "överklagas        inte").who_decides("Bistånd", on=DAY)
        assert (silent.appeal.route, silent.appeal.decided) == ("", False)
        assert (denied.appeal.route, denied.appeal.decided) == ("", True)

    def test_an_act_that_is_repealed_that_day_says_so(self):
        text = order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
                lagrum            4 kap. 1 § SoL
        """).replace("2025-12-16 § 100", "2024-12-16 § 100").replace("från 2026-01-01", "från 2025-01-01")
        asked = sound(rules(text))
        (before,) = asked.who_decides("Bistånd", on=date(2025, 6, 30)).law
        (after,) = asked.who_decides("Bistånd", on=date(2025, 7, 1)).law
        assert (before.sfs, before.repealed) == ("2001:453", None)
        assert (after.sfs, after.repealed) == ("2001:453", date(2025, 6, 30))

    def test_persons_appointed_for_the_row(self):
        asked = sound(
            rules(
                order("""
                    punkt 4 "Omhändertagande"
                        egen beslutanderätt sn-ordförande enligt 6 § andra stycket LVU

                    förordnande lvu-2026 "Brådskande beslut"
                        punkter           4
                        person            "Torkel Åsbrink", "Samira Hultby"
                        gäller            från 2026-01-01 till 2026-12-31
                """)
            )
        )
        said = "Förordnade: Torkel Åsbrink, Samira Hultby (från 2026-01-01 till 2026-12-31)."
        assert said in asked.who_decides("Omhändertagande", on=date(2026, 12, 31)).remarks
        assert said not in asked.who_decides("Omhändertagande", on=date(2027, 1, 1)).remarks


class TestFrozen:
    def test_an_answer_and_all_that_it_holds(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", on=DAY)
        for value in (answer, answer.deciders[0], answer.matter, answer.receipt, answer.report[0], answer.chain[0]):
            name = attrs.fields(type(value))[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)

    def test_sequences_are_tuples(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", on=DAY)
        several = [name for name in attrs.asdict(answer, recurse=False) if isinstance(getattr(answer, name), list | set)]
        assert several == []

    def test_the_receipts_facts_cannot_be_changed(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", belopp=1, on=DAY)
        with pytest.raises(TypeError):
            answer.receipt.facts["belopp"] = "2 kr"

    def test_the_same_question_gives_the_same_answer(self):
        asked = sound(rules(TestTheWholeAnswer.TEXT))
        assert asked.who_decides("Återkrav", belopp=1, on=DAY) == asked.who_decides("Återkrav", belopp=1, on=DAY)

    def test_organisation_is_enough_to_ask_nothing(self):
        with pytest.raises(SeveralMatters):
            rules(organisation=ORGANISATION).who_decides("Bistånd", on=DAY)
