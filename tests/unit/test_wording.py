"""Wordings found in free text: at word boundaries, inflected, and not where they are excepted."""

import pytest

from styrregler.checks.wording import Wordings
from styrregler.values import same_word

WORDINGS = Wordings(
    {
        "omfattning": ("utöka eller inskränka", "utökning av verksamhet"),
        "yttrande": ("yttrande till fullmäktige",),
        "detaljplan": ("anta detaljplan",),
        "avgift": ("byggsanktionsavgift",),
    }
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Utöka eller inskränka verksamheten", {"omfattning"}),
        ("Utökning av verksamheten", {"omfattning"}),
        ("Yttranden till fullmäktige i motioner", {"yttrande"}),
        ("Anta en detaljplan", {"detaljplan"}),
        ("Antagande av detaljplan", set()),
        ("Byggsanktionsavgifterna", {"avgift"}),
        ("Byggavgift", set()),
        ("Inte byggsanktionsavgift", set()),
        ("Inte vite. Byggsanktionsavgift", {"avgift"}),
        ("Underrätta vid byggsanktionsavgift", set()),
        ("Beslut enligt lagen om byggsanktionsavgift", {"avgift"}),
        ("", set()),
    ],
)
def test_what_a_text_seems_to_say(text: str, names: set[str]) -> None:
    assert set(WORDINGS.found_in([text])) == names


def test_the_words_are_told_as_they_stand() -> None:
    assert WORDINGS.found_in(["Besluta om att anta en Detaljplan"]) == {"detaljplan": "anta en detaljplan"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("verksamhet", "verksamheten", True),
        ("avgift", "avgifterna", True),
        ("val", "valnämnd", False),
        ("plan", "planket", False),
    ],
)
def test_inflection(one: str, other: str, *, same: bool) -> None:
    assert same_word(one, other) is same
