"""The closed sets: six outcomes, five verdicts; and demands on the delegate."""

import pytest

from styrregler import Decision, Outcome, Verdict
from tests.kit import DAY, deciders, order, rules, sound


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


def excluded(answer):
    return [(each.rule, each.stage, each.reason) for each in answer.excluded]


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


class TestDemandsOnTheDelegate:
    """`krav på delegat`: met, not met, or not known and then quoted."""

    CLAUSES = (
        "delegat           enhetschef",
        "ersättare         socialchef",
        "krav på delegat   anställningstid minst 3 månader",
    )

    def test_not_known_it_is_a_condition_on_the_delegate(self):
        answer = row(*self.CLAUSES).who_decides("Bistånd", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert [each.condition for each in answer.deciders] == ["anställningstid minst 3 månader"]
        assert answer.conditions == ()

    def test_met_it_is_not_mentioned(self):
        answer = row(*self.CLAUSES).who_decides("Bistånd", anställningstid="3 månader", on=DAY)
        assert (deciders(answer), answer.conditions) == (["enhetschef"], ())

    def test_not_met_another_decides(self):
        answer = row(*self.CLAUSES[::2]).who_decides("Bistånd", anställningstid="2 månader", on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert excluded(answer) == [
            ("1", "conditions", "uppfyller inte kravet: anställningstid minst 3 månader")
        ]


def test_what_is_the_councils_is_not_said_to_be_the_boards():
    """Neither a delegation nor the board's own reservation takes from the council what the law gives it alone."""
    loaded = rules(
        order(
            'punkt 1 "Fastställa kommunens budget"\n    rör kommunens-budget\n    delegat socialchef\n'
            'punkt 2 "Besluta om skattesatsen"\n    rör skattesats\n    beslutas av nämnden\n'
            'punkt 3 "Anta en detaljplan"\n    rör antagande-av-detaljplan\n    beslutas av nämnden\n'
        )
    )
    assert deciders(loaded.who_decides("Fastställa kommunens budget", on=DAY)) == ["kommunfullmäktige"]
    assert deciders(loaded.who_decides("Besluta om skattesatsen", on=DAY)) == ["kommunfullmäktige"]
    assert deciders(loaded.who_decides("Anta en detaljplan", on=DAY)) == ["socialnämnden"]
