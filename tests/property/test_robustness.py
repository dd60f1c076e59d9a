"""Whatever stands in a file, it is read: never an exception, only messages; and a fault stays where it is.

Budgets are small; together the tests take well under a minute.
"""

import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrregler.checks import PAGES, run_checks
from styrregler.diagnostics import Severity
from styrregler.library import QuestionFault, Rules, SeveralMatters
from styrregler.model import RuleKind
from styrregler.query import UnreadableRules
from styrregler.render.data import answer_data, diagnostics_data
from styrregler.render.diagnostics import render_diagnostic
from styrregler.ruleset import RuleSet
from styrregler.syntax import parse_source
from styrregler.syntax.blocks import BLOCKS, CLAUSE_KEYWORDS
from styrregler.text import SourceText
from styrregler.workspace import compile_sources, load_rules
from tests.kit import DAY, ORGANISATION, POLICIES, source

EXEMPELKOMMUN = sorted((POLICIES / "exempelkommun").glob("*.styr"))
SHORT = POLICIES / "exempelkommun" / "sn-overgang.styr"
MATTER = POLICIES / "exempelkommun" / "kfn-delegation.styr"


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def outlives(index: RuleSet) -> RuleSet:
    """See to it that all that is said can be said, and that it points at something."""
    found = (*index.diagnostics, *run_checks(index, DAY))
    for each in found:
        assert each.code in PAGES
        assert each.place is None or 0 <= each.place.start <= len(each.place.source.text)
        assert render_diagnostic(each)
    assert diagnostics_data(found)
    return index


def compiled(*texts: str, organisation: bool = True) -> RuleSet:
    sources = [source(ORGANISATION, "organisation.styr")] if organisation else []
    sources += [SourceText.of(f"prov{number}.styr", text) for number, text in enumerate(texts)]
    return outlives(compile_sources(sources, law=organisation))


# ---------- anything at all


WORDS = (
    *BLOCKS, *CLAUSE_KEYWORDS, "när", "annars", "eller", "och", "inte", "därefter", "är", "någon av", "högst", "över", "från", "till",
    "enhetschef", "socialchef", "socialnämnden", "nämnden", "belopp", "utfall", "avslag", "principiellt", "5 000 kr", "0,5 prisbasbelopp",
    "4 år", "95 %", "2026-01-01", "2026-02-30", "9999-12-31", "0000-00-00", "§ 88", "12 kap. 1 § SoL", "6 kap. 38 § första stycket 1 KL",
    '"', '"…"', '"Ekonomiskt bistånd"', "”", "»", "'", "(", ")", "|", "#", ",", ".", ":", "-", "–", "<=", "4.2", "4.2 a", "a)", "(SN)",
    "\t", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\x00", "\x0c", "\x85", "\u2028", "e\u0301", "ﬁ", "İ", "ß", "٣", "²", "𝟙", "🙂", "  ",
)  # fmt: skip
token_soup = st.lists(
    st.tuples(st.sampled_from(["\n", "\n    ", "\n          ", " ", " ", " ", ""]), st.sampled_from(WORDS) | st.text(max_size=4)),
    max_size=40,
).map(lambda parts: "".join(gap + word for gap, word in parts))  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(token_soup)
def test_words_of_the_language_in_any_order(text: str) -> None:
    compiled(text)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    compiled(text, organisation=False)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300) | token_soup.map(lambda text: text.encode("utf-16")), st.binary(max_size=12))
def test_any_bytes(before: bytes, after: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "regler.styr"
        file.write_bytes(before + text_of(SHORT).encode()[:400] + after)
        outlives(load_rules(file))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        " ",
        "\ufeff",
        "#",
        "\t",
        '"',
        "\x00",
        "\r",
        "\r\n\r",
        "    ",
        "|",
        "    |",
        "tabell",
        "tabell\n",
        "tabell\n    |\n    |",
    ],
)
def test_hardly_anything(text: str) -> None:
    compiled(text)


# ---------- nearly right


def test_every_beginning_of_a_file() -> None:
    """Cut after each character, as while someone types."""
    text = text_of(SHORT)
    for end in range(len(text)):
        _, found = parse_source(SourceText.of("prov.styr", text[:end]))
        assert all(render_diagnostic(each) for each in found)
    for end in range(0, len(text), 7):
        compiled(text[:end], organisation=False)


@pytest.mark.parametrize("path", EXEMPELKOMMUN, ids=lambda path: path.stem)
def test_every_beginning_of_every_file(path: Path) -> None:
    """Cut after each line; resolved for every fifth."""
    lines = text_of(path).splitlines(keepends=True)
    for count in range(len(lines)):
        parse_source(SourceText.of("prov.styr", "".join(lines[:count])))
    for count in range(0, len(lines), max(5, len(lines) // 20)):
        compiled("".join(lines[:count]), organisation=False)


def deleted(lines: list[str], at: int, other: int) -> None:
    del lines[at]


def doubled(lines: list[str], at: int, other: int) -> None:
    lines.insert(at, lines[at])


def swapped(lines: list[str], at: int, other: int) -> None:
    lines[at], lines[other] = lines[other], lines[at]


def joined(lines: list[str], at: int, other: int) -> None:
    lines[at] = lines[at].rstrip("\n")


def unindented(lines: list[str], at: int, other: int) -> None:
    lines[at] = lines[at].lstrip(" ")


def deeper(lines: list[str], at: int, other: int) -> None:
    lines[at] = " " * (other % 9) + lines[at]


EDITS: tuple[Callable[[list[str], int, int], None], ...] = (
    deleted,
    doubled,
    swapped,
    joined,
    unindented,
    deeper,
)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_lines_lost_doubled_and_moved(data: st.DataObject) -> None:
    lines = text_of(data.draw(st.sampled_from(EXEMPELKOMMUN))).splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 6))):
        places = st.integers(0, len(lines) - 1)
        data.draw(st.sampled_from(EDITS))(lines, data.draw(places), data.draw(places))
    compiled("".join(lines))


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_characters_lost_and_put_in(data: st.DataObject) -> None:
    text = text_of(data.draw(st.sampled_from(EXEMPELKOMMUN)))
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + data.draw(st.sampled_from(WORDS) | st.text(max_size=2))
            + text[at + data.draw(st.integers(0, 3)) :]
        )
    compiled(text)


# ---------- a fault stays where it is


@cache
def neighbours() -> tuple[SourceText, ...]:
    names = ("organisation", "roller", "roller-forvaltningar", "uppgifter", "reglemente-kfn")
    return tuple(
        SourceText.of(f"{name}.styr", text_of(POLICIES / "exempelkommun" / f"{name}.styr")) for name in names
    )


def rules_with(text: str) -> Rules:
    return Rules(compile_sources([*neighbours(), SourceText.of("kfn-delegation.styr", text)]))


def told(rules: Rules, matter: str) -> dict[str, Any]:
    """The answer as data, but for the digest of all files."""
    answer = answer_data(rules.who_decides(matter, on=DAY, body="kultur-och-fritidsnämnden"))
    assert isinstance(answer, dict)
    return without_receipts(answer)


def without_receipts(data: Any) -> Any:
    match data:
        case dict():
            return {key: without_receipts(value) for key, value in data.items() if key != "receipt"}
        case list():
            return [without_receipts(value) for value in data]
        case _:
            return data


@cache
def sound_answers() -> dict[str, tuple[str, dict[str, Any]]]:
    """For each matter the number of its row, and the answer when nothing is wrong."""
    rules = rules_with(text_of(MATTER))
    assert not [found for found in rules.diagnostics if found.severity is Severity.ERROR]
    rows = [
        rule for order in rules.index.corpus.orders for rule in order.rules if rule.kind is RuleKind.POINT
    ]
    return {rule.matter: (rule.number, told(rules, rule.matter)) for rule in rows}


POINTS = [
    (match[1], match.start(), match.end())
    for match in re.finditer(r"^punkt (\S+) .*\n(?:[ ].*\n)+", text_of(MATTER), re.MULTILINE)
]
FAULTS: dict[str, tuple[str, str]] = {
    "misspelt keyword": (r"\n    (\w)", r"\n    \1q"),
    "keyword in capitals": (r"\n    (?=\w)", "\n    NU"),
    "nobody": (r"(delegat|verkställs av) +[\w-]+", r"\1 ??"),
    "unknown name": (r"(delegat|verkställs av) +[\w-]+", r"\1 ingen-alls"),
    "quotation mark": (r'"\n', "\n"),
    "tab": (r"\n    ", "\n\t"),
    "five steps": (r"\n    (?=\w)", "\n     "),
    "column 0": (r"\n    (?=\w)", "\n"),
    "stray line": (r"\n(?=    )", "\nkolla  "),
    "clause of a role": (r"\Z", "    slag    anställd\n"),
    "clause twice": (r"(\n    (?:delegat|verkställs av) +[\w-]+)", r"\1\1"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("number", [number for number, _, _ in POINTS[::2]])
def test_a_fault_in_a_point_leaves_the_others_as_they_were(number: str, fault: str) -> None:
    """And the point itself answers that it cannot be read: never by default, never with what is left of it."""
    text = text_of(MATTER)
    start, end = next((start, end) for each, start, end in POINTS if each == number)
    block = re.sub(FAULTS[fault][0], FAULTS[fault][1], text[start:end], count=1)
    rules = rules_with(text[:start] + block + text[end:])
    assert [found for found in rules.diagnostics if found.severity is Severity.ERROR]
    lines_more = block.count("\n") - text[start:end].count("\n")
    for matter, (row, answer) in sound_answers().items():
        if row == number:
            with pytest.raises(UnreadableRules):
                told(rules, matter)
        elif not lines_more:
            assert told(rules, matter) == answer
        else:
            assert told(rules, matter)["deciders"] == answer["deciders"]


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_any_edit_in_a_point_leaves_the_others_as_they_were(data: st.DataObject) -> None:
    """An edit within the indented lines of a point, which may or may not be a fault."""
    text = text_of(MATTER)
    number, start, end = data.draw(st.sampled_from(POINTS))
    clauses = text.index("\n", start) + 1
    at = (
        data.draw(
            st.sampled_from(
                [match.end() for match in re.finditer(r"(?m)^ {4}.{0,60}?(?=.)", text[clauses:end])]
            )
        )
        + clauses
    )
    put = data.draw(st.sampled_from([word for word in WORDS if "\n" not in word and word.isprintable()]))
    rules = rules_with(text[:at] + put + text[at + data.draw(st.integers(0, 1)) * (text[at] != "\n") :])
    for matter, (row, answer) in sound_answers().items():
        if row != number:
            assert told(rules, matter) == answer
        else:
            try:
                told(rules, matter)
            except (UnreadableRules, SeveralMatters, QuestionFault):
                continue
