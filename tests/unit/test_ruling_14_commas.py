"""Ruling 14: a comma means all of them; several lines each apply on their own; `delegat a, b` is an error with advice."""

from datetime import date

import pytest

from styrregler import UnreadableRules
from styrregler.query.people import name_of
from tests.kit import DAY, deciders, order, rules, sound


def row(*clauses: str):
    lines = "\n".join(f"    {clause}" for clause in ("delegat           enhetschef", *clauses))
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n')))


def names(duties):
    return [name_of(each.party) for each in duties]


class TestRuling14CommasMeanAll:
    def test_consult(self):
        answer = row("samråd med        jurist, socialchef, individutskottet").who_decides("Bistånd")
        assert names(answer.consult) == ["jurist", "socialchef", "individutskottet"]

    def test_inform(self):
        answer = row("informera         jurist, socialchef genast").who_decides("Bistånd")
        assert [(name_of(each.party), str(each.timing)) for each in answer.inform] == [
            ("jurist", "genast"),
            ("socialchef", "genast"),
        ]

    def test_substitutes_come_one_after_the_other(self):
        """There the comma belongs to `därefter`."""
        answer = row("ersättare         jurist, därefter socialchef").who_decides("Bistånd")
        assert names(answer.substitutes) == ["jurist", "socialchef"]


class TestRuling14SeveralLines:
    def test_each_applies_on_its_own(self):
        answer = row(
            "informera         jurist genast",
            "                  socialchef inom 3 dagar efter beslut",
            "                  kommundirektör när belopp över 20 000 kr",
        ).who_decides("Bistånd", on=DAY)
        assert [
            (name_of(each.party), str(each.timing or ""), each.condition, each.deadline)
            for each in answer.inform
        ] == [
            ("jurist", "genast", "", DAY),
            ("socialchef", "inom 3 dagar efter beslut", "", date(2026, 3, 5)),
            ("kommundirektör", "", "belopp över 20 000 kr", None),
        ]

    @pytest.mark.parametrize("keyword", ["informera         ", "samråd med        "])
    def test_lines_that_repeat_the_keyword_add_up(self, keyword):
        answer = row(f"{keyword}jurist", f"{keyword}socialchef, kommundirektör").who_decides("Bistånd")
        assert names((*answer.inform, *answer.consult)) == ["jurist", "socialchef", "kommundirektör"]

    def test_a_line_whose_condition_fails_takes_no_other_with_it(self):
        asked = row(
            "informera         jurist när belopp över 20 000 kr",
            "                  socialchef",
        )
        assert names(asked.who_decides("Bistånd", belopp=20_000).inform) == ["socialchef"]
        assert names(asked.who_decides("Bistånd", belopp=20_001).inform) == ["jurist", "socialchef"]

    def test_whoever_is_on_two_lines_is_told_once_and_without_a_condition_where_one_has_none(self):
        answer = row(
            "informera         jurist när belopp över 20 000 kr",
            "                  jurist, socialchef",
        ).who_decides("Bistånd")
        assert sorted((name_of(each.party), each.condition) for each in answer.inform) == [
            ("jurist", ""),
            ("socialchef", ""),
        ]

    def test_at_two_times_they_are_told_twice(self):
        answer = row(
            "informera         jurist före beslut", "                  jurist efter beslut"
        ).who_decides("Bistånd")
        assert [(name_of(each.party), str(each.timing)) for each in answer.inform] == [
            ("jurist", "före beslut"),
            ("jurist", "efter beslut"),
        ]


class TestRuling14DelegatWithComma:
    WRONG = order("""
        punkt 1 "Bistånd"
            delegat           enhetschef, jurist

        punkt 2 "Utredning"
            delegat           enhetschef
    """)

    def test_is_an_error_with_advice(self):
        loaded = rules(self.WRONG)
        assert [each.severity.value for each in loaded.diagnostics] == ["fel"]
        assert "eller" in loaded.diagnostics[0].remedy
        assert loaded.diagnostics[0].place.line == 6

    def test_the_row_answers_nothing(self):
        with pytest.raises(UnreadableRules):
            rules(self.WRONG).who_decides("Bistånd")

    def test_the_next_row_does(self):
        assert deciders(rules(self.WRONG).who_decides("Utredning")) == ["enhetschef"]

    def test_eller_says_what_the_comma_did_not(self):
        right = sound(rules(self.WRONG.replace("enhetschef, jurist", "enhetschef eller jurist")))
        assert deciders(right.who_decides("Bistånd")) == ["enhetschef", "jurist"]
