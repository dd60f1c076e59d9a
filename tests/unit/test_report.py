"""The report on goals: what fulfils each, board by board, and what is left open."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from styrregler.library import Rules, load
from styrregler.query.report import Coverage, ReportAnswer
from styrregler.render.report import Part, _markdown, as_html, as_markdown, as_text
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


class _Page(HTMLParser):
    """What a page says of itself to a browser and a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.mark.parametrize("name", ["nynashamn", "samspel", "exempelkommun", "lag"])
def test_the_page_can_be_read_by_ear_and_on_any_screen(name: str) -> None:
    text, page = as_html(rules_of(name).report(on=DAY), "Prov"), _Page()
    page.feed(text)
    assert page.of("html") == [{"lang": "sv"}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.of("meta")
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(each.get("scope") in ("col", "row") for each in page.of("th"))
    assert len(page.of("table")) == len(page.of("thead")) == len(page.of("tbody"))
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "a"}
    assert "url(" not in text and "@import" not in text and "http" not in text
    assert set(re.findall("#[0-9a-f]{3,6}(?=[;}])", text)) <= {"#111", "#fff", "#eee", "#666"}


def test_markdown_takes_no_sign_of_a_text_for_its_own() -> None:
    part = Part(
        "A *b*", 2, ("<b> &amp; [c](d)",), ("x", "y"), (("1|2", "`e`"),), ("1. f", "- g", "# h", "~~i~~")
    )
    assert _markdown(part).split("\n\n") == [
        r"## A \*b\*",
        r"\<b\> \&amp; \[c\](d)",
        "| x | y |\n| --- | --- |\n" + r"| 1\|2 | \`e\` |",
        r"""- 1\. f
- \- g
- \# h
- \~\~i\~\~""",
    ]


def test_a_line_of_text_is_not_too_long() -> None:
    assert max(map(len, as_text(rules_of("samspel").report(on=DAY)).splitlines())) <= 100
