"""What is said about each mistake: one file a mistake, with the rules, the command and every word of the answer.

A file holds the rules, then ``$ styrregler kontrollera`` and what is written to the terminal.  A line ``== NAMN.styr``
before some of the rules puts them in a file of that name; other rules are in ``regler.styr``, and the small organisation
of ``tests/kit.py`` lies beside them.  The folders:

* ``slips``: the mistakes that the language's designers collected; one mistake, one message;
* ``accepted``: what looks like a mistake and is none;
* ``several``: more than one mistake, and as many messages;
* the others: mistakes by what they are about; one mistake, one message.

``STYRREGLER_SPELA_IN=1 pytest tests/golden`` writes what is said now into the files. Read the difference before it stays.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from styrregler.cli import exits
from styrregler.cli.main import _code
from styrregler.cli.swedish import speak_swedish
from styrregler.diagnostics import CATALOGUE
from styrregler.syntax.blocks import BLOCKS, keyword_of
from styrregler.syntax.grammar import Stopped, grammar_text, parse
from tests.kit import ORGANISATION, source

RECORD = bool(os.environ.get("STYRREGLER_SPELA_IN"))
HERE = Path(__file__).parent
COMMAND = "$ styrregler kontrollera\n"
CASES = sorted(HERE.glob("*/*.txt"))
ONE = [case for case in CASES if case.parent.name not in ("accepted", "several")]

MESSAGE = re.compile(r"^(?:fel|varning|upplysning)\[(SR\d{3})\]: (.+)$", re.MULTILINE)
SAID = re.compile(r"^(?:(?:fel|varning|upplysning)\[SR\d{3}\]: |\s*(?:varför|gör så): )(.+)$", re.MULTILINE)
TERMINALS = set(re.findall(r"^([A-ZÅÄÖ_]+)(?:\.\d+)?:", grammar_text(), re.MULTILINE)) | {
    "NAME", "STRING", "COMMA", "RPAR", "LPAR", "_NL", "_INDENT", "_DEDENT", "END", "ELLER", "OCH", "NÄR", "TILL",
}  # fmt: skip
ENGLISH = re.compile(
    r"\b(?:unexpected|expected|token|line|column|error|warning|missing|invalid|unknown|failed|None|True|False|at|the|of|is|not)\b"
)


def rules_and_answer(case: Path) -> tuple[str, str]:
    rules, _, answer = case.read_text(encoding="utf-8").partition(COMMAND)
    return rules, answer


def files_in(rules: str) -> Iterator[tuple[str, str]]:
    """Each file's name and its text."""
    first, *others = re.split(r"^== (\S+)\n", rules, flags=re.MULTILINE)
    if first.strip() or not others:
        yield "regler.styr", first
    yield from zip(others[::2], others[1::2], strict=True)


def said_about(rules: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> tuple[str, int]:
    """What the command says of ``rules`` and how it ends."""
    folder.joinpath("styrregler.toml").write_text('namn = "Provkommun"\n', encoding="utf-8")
    folder.joinpath("organisation.styr").write_text(source(ORGANISATION).text, encoding="utf-8")
    for name, text in files_in(rules):
        folder.joinpath(name).write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="")
    speak_swedish()
    code = _code(["kontrollera"])
    out, err = capfd.readouterr()
    return err + out, code


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_what_is_said(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rules, answer = rules_and_answer(case)
    said, code = said_about(rules, tmp_path, capfd)
    if RECORD:
        case.write_text(rules + COMMAND + said, encoding="utf-8", newline="")
    else:
        assert said == answer
    assert code == (exits.FINDINGS if MESSAGE.search(said) else exits.OK)


@pytest.mark.parametrize("case", ONE, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_one_mistake_gives_one_message_with_advice(case: Path) -> None:
    _, answer = rules_and_answer(case)
    assert len(MESSAGE.findall(answer)) == 1
    assert len(re.findall(r"^\s*gör så: \S", answer, re.MULTILINE)) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_messages_speak_swedish_only(case: Path) -> None:
    """No names from the grammar and no words of the machinery; what the user wrote may be anything."""
    rules, answer = rules_and_answer(case)
    for said in SAID.findall(answer):
        own = " ".join(word for word in re.findall(r"[\w$-]+", said) if word not in rules)
        assert not TERMINALS & set(own.split()), own
        assert not ENGLISH.search(own), own


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_advice_can_be_followed(case: Path) -> None:
    """Whatever is quoted as a header, a clause or a condition can be read as one."""
    _, answer = rules_and_answer(case)
    for advice in re.findall(r"gör så: (.+)$", answer, re.MULTILINE):
        for form in re.findall(r"«([^«»…]+ [^«»…]+)»", advice):
            if form.split()[0] in BLOCKS:
                assert not isinstance(parse(form, "header"), Stopped), form
            elif keyword_of(form) not in (None, form):
                readings = [parse(text, "clause") for text in (form, f"delegat a när {form}")]
                assert not all(isinstance(reading, Stopped) for reading in readings), form


def test_accepted_is_accepted_and_several_are_several() -> None:
    counted = {case: len(MESSAGE.findall(rules_and_answer(case)[1])) for case in CASES}
    assert not [case for case, count in counted.items() if case.parent.name == "accepted" and count]
    assert not [case for case, count in counted.items() if case.parent.name == "several" and count < 2]


def test_every_code_of_text_and_syntax_is_shown() -> None:
    """The rest of 1xx is about files as a whole: functional/test_bad_input.py."""
    shown = {code for case in CASES for code, _ in MESSAGE.findall(rules_and_answer(case)[1])}
    assert {code for code in CATALOGUE if code.startswith("SR1")} - shown == {"SR101"}
