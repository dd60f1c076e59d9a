"""Depends: the table of cases, exact and with as few rows as can be, and the fact to ask first."""

from datetime import date

import pytest

from styrregler import Decision, Outcome, Verdict
from tests.kit import DAY, deciders, order, rules, sound


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


def branches(answer):
    """Each case with what it gives. The cases have no order of their own; none stands there twice."""
    found = {each.when: (each.answer.outcome, *deciders(each.answer)) for each in answer.branches}
    assert len(found) == len(answer.branches)
    return found


def missing(answer):
    return [each.fact for each in answer.missing]


class TestTablesOfCases:
    """Depends: exact, as few rows as can be, and which fact to ask first."""

    LADDER = (
        "delegat           socialsekreterare   när belopp högst 5 000 kr",
        "                  enhetschef          när belopp högst 0,5 prisbasbelopp",
        "                  individutskottet    annars",
    )

    def test_one_row_for_each_step_and_no_gap_between(self):
        answer = row(*self.LADDER).who_decides("Bistånd", on=DAY)
        assert branches(answer) == {
            "belopp högst 5 000 kr": (Outcome.DECIDES, "socialsekreterare"),
            "belopp över 5 000 kr och högst 0,5 prisbasbelopp (29 600 kr)": (Outcome.DECIDES, "enhetschef"),
            "belopp över 0,5 prisbasbelopp (29 600 kr)": (Outcome.DECIDES, "individutskottet"),
        }
        assert [(each.fact, each.question) for each in answer.missing] == [
            (
                "belopp",
                "Vilket belopp gäller det, utan moms och (för avtal) för hela avtalstiden med förlängningar?",
            )
        ]

    def test_what_lies_above_the_last_ceiling_is_a_row_of_its_own(self):
        answer = row(*self.LADDER[:2]).who_decides("Bistånd", on=DAY)
        assert branches(answer)["belopp över 0,5 prisbasbelopp (29 600 kr)"] == (
            Outcome.DEFAULT,
            "socialnämnden",
        )

    def test_steps_that_give_the_same_answer_are_one_case(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 5 000 kr",
            "                  enhetschef   annars",
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
        assert branches(answer) == {
            "plats är hamnområde": (Outcome.DECIDES, "enhetschef"),
            "plats är någon av landsbygd, tätort": (Outcome.DECIDES, "socialchef"),
        }

    def test_yes_and_no(self):
        answer = row(
            "delegat           enhetschef   när ramavtal", "                  socialchef   annars"
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == {
            "ramavtal": (Outcome.DECIDES, "enhetschef"),
            "inte ramavtal": (Outcome.DECIDES, "socialchef"),
        }

    def test_between_whole_numbers_there_is_nothing(self):
        answer = row(
            "delegat           enhetschef   när antal-platser högst 3",
            "                  socialchef   när antal-platser minst 4",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == {
            "antal-platser högst 3": (Outcome.DECIDES, "enhetschef"),
            "antal-platser över 3": (Outcome.DECIDES, "socialchef"),
        }

    def test_between_amounts_of_money_there_is(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 3 kr",
            "                  socialchef   när belopp minst 4 kr",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == {
            "belopp högst 3 kr": (Outcome.DECIDES, "enhetschef"),
            "belopp minst 4 kr": (Outcome.DECIDES, "socialchef"),
            "belopp över 3 kr och under 4 kr": (Outcome.DEFAULT, "socialnämnden"),
        }

    def test_two_facts_take_as_few_rows_as_can_be(self):
        answer = row(
            "delegat           enhetschef   när belopp högst 5 000 kr och ramavtal",
            "                  socialchef   annars",
        ).who_decides("Bistånd", on=DAY)
        assert len(answer.branches) == 3
        assert {who for _, who in branches(answer).values()} == {"enhetschef", "socialchef"}
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
                replayed[(place, str(amount))] = (full.outcome, deciders(full)) == (
                    fitting[0].outcome,
                    deciders(fitting[0]),
                )
        assert all(replayed.values()), replayed

    def test_a_case_may_be_reserved_or_a_default(self):
        answer = row(
            "delegat           enhetschef          när belopp högst 5 000 kr",
            "beslutas av       kommunfullmäktige   när belopp över 20 mkr",
        ).who_decides("Bistånd", on=DAY)
        assert branches(answer) == {
            "belopp högst 5 000 kr": (Outcome.DECIDES, "enhetschef"),
            "belopp över 20 000 000 kr": (Outcome.RESERVED, "kommunfullmäktige"),
            "belopp över 5 000 kr och högst 20 000 000 kr": (Outcome.DEFAULT, "socialnämnden"),
        }

    def test_a_decision_that_is_right_in_every_case_is_right(self):
        asked = row(*self.LADDER)
        assert asked.check(Decision("Bistånd", "socialnämnden", DAY)).verdict is Verdict.RIGHT
        assert asked.check(Decision("Bistånd", "jurist", DAY)).verdict is Verdict.WRONG_DECIDER
        unsure = asked.check(Decision("Bistånd", "enhetschef", DAY))
        assert unsure.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in unsure.missing] == ["belopp"]

    def test_judgements_are_asked_when_strict(self):
        asked = row(
            "delegat           enhetschef", on_the_order="dock              socialnämnden när principiellt"
        )
        assert asked.who_decides("Bistånd", on=DAY).outcome is Outcome.DECIDES
        strict = asked.who_decides("Bistånd", on=DAY, strict=True)
        assert branches(strict) == {
            "inte principiellt": (Outcome.DECIDES, "enhetschef"),
            "principiellt": (Outcome.DECIDES, "socialnämnden"),
        }

    def test_a_year_without_a_figure_names_the_amount_and_what_it_is_compared_with(self):
        asked = row("delegat           enhetschef   när belopp högst 0,5 prisbasbelopp")
        day = date(2030, 3, 4)
        assert missing(asked.who_decides("Bistånd", belopp=20_000, on=day)) == ["prisbasbelopp"]
        nothing_known = asked.who_decides("Bistånd", on=day)
        assert nothing_known.outcome is Outcome.DEPENDS
        assert set(missing(nothing_known)) == {"belopp", "prisbasbelopp"}

    def test_a_year_without_a_figure_gives_no_case_that_cannot_be(self):
        """Whatever the amount is, what lies under half of it lies under the whole."""
        asked = row(
            "delegat           socialchef         när belopp högst 1 prisbasbelopp",
            "                  enhetschef         när belopp högst 0,5 prisbasbelopp",
            "                  individutskottet   annars",
        )
        answer = asked.who_decides("Bistånd", belopp=29_500, on=date(2030, 3, 4))
        assert branches(answer) == {
            "belopp högst 1 prisbasbelopp": (Outcome.DECIDES, "socialchef"),
            "belopp över 1 prisbasbelopp": (Outcome.DECIDES, "individutskottet"),
        }

    def test_too_many_cases_to_show_still_name_every_fact(self):
        """Nothing is guessed: no table, but all the questions."""
        names = [f"fråga-{letter}" for letter in "abcdefghijklmnopqrstuv"]
        facts = "\n".join(f'uppgift {name} "{name}?"\n    svar              ja, nej' for name in names)
        pairs = " eller ".join(
            f"({one} och {other})" for one, other in zip(names[::2], names[1::2], strict=True)
        )
        asked = sound(
            rules(facts, order(f'punkt 1 "Bistånd"\n    delegat           enhetschef när {pairs}\n'))
        )
        result = asked.check(Decision("Bistånd", "enhetschef", DAY))
        assert (result.answer.outcome, result.answer.branches) == (Outcome.DEPENDS, ())
        assert missing(result.answer) == names
        assert (result.verdict, [each.fact for each in result.missing]) == (Verdict.CANNOT_TELL, names)
        settled = asked.who_decides("Bistånd", {"fråga-a": True, "fråga-b": True}, on=DAY)
        assert deciders(settled) == ["enhetschef"]

    def test_a_year_without_a_figure_is_no_matter_where_both_sides_are_in_prisbasbelopp(self):
        asked = row("delegat           enhetschef   när belopp högst 0,5 prisbasbelopp")
        answer = asked.who_decides("Bistånd", belopp="0,5 prisbasbelopp", on=date(2030, 3, 4))
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
