"""The report on goals: what fulfils each, board by board, and what is left open."""

from html.parser import HTMLParser

import pytest

from styrregler.library import Rules, load
from styrregler.query.report import Coverage, ReportAnswer
from styrregler.render.report import as_html, as_markdown, as_text
from tests.kit import DAY, ROOT


def rules_of(name: str) -> Rules:
    return load(ROOT / "policies" / name)


def coverage(answer: ReportAnswer) -> list[Coverage]:
    return [each.coverage for each in answer.commissions[0].goals]


def test_the_four_goals_of_nynashamn_are_to_be_filled_in() -> None:
    answer = rules_of("nynashamn").report("processledning", on=DAY)
    assert coverage(answer) == [Coverage.OPEN] * 4


def test_each_board_of_nynashamn_has_its_goals_and_only_the_new_one_lacks_a_time() -> None:
    (found,) = rules_of("nynashamn").report("processledning", on=DAY).commissions
    assert len(found.boards) == 6
    assert [each.board.name for each in found.boards if "tid för Workshop" in each.missing] == ["ny-nämnd"]


def test_the_ten_success_factors() -> None:
    covered, partly, empty, missing = Coverage.COVERED, Coverage.PARTLY, Coverage.OPEN, Coverage.MISSING
    assert coverage(rules_of("samspel").report(on=DAY)) == [
        partly, partly, missing, partly, missing, partly, empty, missing, missing, covered,
    ]  # fmt: skip


def test_a_rule_of_another_board_does_not_fulfil_a_goal_for_this_one() -> None:
    (found,) = rules_of("exempelkommun").report(on=DAY).commissions
    boards = {each.board.name: [goal.coverage for goal in each.goals] for each in found.boards}
    assert boards["socialnämnden"] == [Coverage.COVERED] * 3
    assert boards["kommunstyrelsen"][2] is Coverage.MISSING


def test_without_an_assignment_there_is_nothing_to_report() -> None:
    answer = load(ROOT / "policies" / "lag").report(on=DAY)
    assert answer.commissions == ()
    assert "Inga mål" in as_text(answer)


class _Balanced(HTMLParser):
    """Notes a tag that is closed in the wrong place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("name", ["nynashamn", "samspel", "exempelkommun"])
def test_the_three_forms_say_the_same(name: str) -> None:
    answer = rules_of(name).report(on=DAY)
    page = _Balanced()
    page.feed(as_html(answer, "A & B <script>"))
    assert page.open == []
    assert "script" not in page.open and "Rapport: A & B <script>" in page.text
    plain = " ".join(as_text(answer).split())
    markdown = as_markdown(answer)
    for commission in answer.commissions:
        for goal in commission.goals:
            assert " ".join(goal.factor.text.split()) in plain
            assert goal.factor.text in markdown
            assert any(goal.factor.text in each for each in page.text)


def test_a_line_of_text_is_not_too_long() -> None:
    assert max(map(len, as_text(rules_of("samspel").report(on=DAY)).splitlines())) <= 100
