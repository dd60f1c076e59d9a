"""Every example in the documentation runs, and everything that can be written, asked or answered is documented.

How a document is read, from top to bottom, in a folder of its own:

* ``<!-- fil: NAMN -->`` before a code block makes the block a file; ``<!-- fil: NAMN, fortsättning -->`` adds to one.
* a ``styr`` block that is no file must be free of faults by itself; one that begins with an indented line is read as
  the clauses of a point.
* in a ``sh`` block each ``$ styrregler …`` is run and what follows it is compared, character by character, with what
  the command wrote (messages included). ``$ cd``, ``$ mkdir``, ``$ cat`` and ``$ echo $?`` work too; commands in ``NOT_RUN`` are
  for the reader only.
* a ``pycon`` block is a doctest.
* in the end the files must resolve together without errors.

Digests in receipts are not compared: they change with every comma in the statutes that ship with the product.
``STYRREGLER_SPELA_IN=1 pytest tests/functional/test_docs.py`` writes the true output into the documents.
"""

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

import click
import pytest
from attrs import frozen

from styrregler import model, query, values
from styrregler.checks import PAGES, run_checks
from styrregler.cli import exits
from styrregler.cli.main import COMMANDS, run
from styrregler.diagnostics import Diagnostic, Severity
from styrregler.library import load
from styrregler.model import BodyKind, Outcome, RoleKind, Verdict
from styrregler.query.engine import answer
from styrregler.query.examples import run_example
from styrregler.render import data
from styrregler.render.conduct import conduct_data
from styrregler.render.deviation import deviation_data
from styrregler.render.escalation import escalation_data
from styrregler.render.plans_data import commissions_data, goals_data
from styrregler.render.report_data import report_data
from styrregler.syntax import parse_source
from styrregler.syntax.blocks import ANYWHERE, BLOCKS, CLAUSE_KEYWORDS, COLUMNS, keyword_of
from styrregler.syntax.clauses import parsed
from styrregler.syntax.grammar import Stopped
from styrregler.text import SourceText
from styrregler.values import TimingKind, UnitKind
from styrregler.workspace import shipped_documents
from tests import kit
from tests.kit import DAY, POLICIES, REVIEWED, ROOT

RECORD = bool(os.environ.get("STYRREGLER_SPELA_IN"))
HINT = "är det nya rätt: STYRREGLER_SPELA_IN=1 pytest tests/functional/test_docs.py"
NOT_RUN = ("make", "python3", ".venv/bin/pip", "git", "source")
"""Commands that an example may show but that no test runs."""

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *ROOT.glob("grammar/*.md"), *ROOT.glob("docs/**/*.md"))
)
REFERENCE = ROOT / "docs" / "referens"


# ---------- reading a document


@frozen
class CodeBlock:
    """A fenced block: its language, the comment before it, its lines and the line it begins on (from 0).

    ``margin`` is what stands before each line, in a list.
    """

    language: str
    directive: str
    lines: tuple[str, ...]
    start: int
    margin: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def blocks_of(text: str) -> Iterator[CodeBlock]:
    """Every fenced block of a document, in order."""
    lines = text.split("\n")
    at, directive = 0, ""
    while at < len(lines):
        line = lines[at].strip()
        if comment := re.fullmatch(r"<!-- (.+?) -->", line):
            directive = comment[1]
        elif fence := re.fullmatch(r"( *)(`{3,})(\w*)", lines[at]):
            end = lines.index(fence[1] + fence[2], at + 1)
            inside = tuple(each.removeprefix(fence[1]) for each in lines[at + 1 : end])
            yield CodeBlock(fence[3], directive, inside, at + 1, fence[1])
            at, directive = end, ""
        elif line:
            directive = ""
        at += 1


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


# ---------- running a document


class Reading:
    """A reader who does what the document says, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.written, self.code = folder, set[Path](), 0

    def file(self, block: CodeBlock) -> None:
        name, _, further = block.directive.removeprefix("fil:").strip().partition(", ")
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        earlier = path.read_text(encoding="utf-8") + "\n" if further == "fortsättning" else ""
        path.write_text(earlier + block.text, encoding="utf-8")
        self.written.add(path)

    def shell(self, block: CodeBlock) -> list[str]:
        """The block as it should be: each command with what it wrote."""
        lines: list[str] = []
        for line in block.lines:
            if not line.startswith("$ "):
                continue
            if line.split()[1] in NOT_RUN:
                return list(block.lines)
            if lines:
                lines.append("")
            lines += [line, *self.command(line[2:])]
        return lines or list(block.lines)

    def command(self, line: str) -> list[str]:
        """What one command writes."""
        if line == "echo $?":
            return [str(self.code)]
        program, *arguments = shlex.split(line)
        match program:
            case "cd":
                os.chdir(arguments[0])
                return []
            case "mkdir":
                Path(arguments[0]).mkdir(exist_ok=True)
                return []
            case "cat":
                return Path(arguments[0]).read_text(encoding="utf-8").rstrip("\n").split("\n")
            case "styrregler":
                return self.styrregler(arguments)
            case _:
                pytest.fail(f"okänt kommando i ett exempel: {line}")

    def untidy(self, folder: Path) -> list[str]:
        """Files in ``folder`` that `formatera` would write otherwise."""
        told = self.styrregler(["formatera", "--kontroll", str(folder)])
        return told if self.code else []

    def styrregler(self, arguments: list[str]) -> list[str]:
        written = io.StringIO()
        with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written):
            try:
                run(arguments)
            except SystemExit as done:
                self.code = int(done.code or 0)
        return written.getvalue().rstrip("\n").split("\n") if written.getvalue().strip() else []


def without_digests(lines: list[str]) -> list[str]:
    """Lines to compare: digests and blank lines at the ends of outputs do not count."""
    text = re.sub(r"\b[0-9a-f]{16}\b", "…", "\n".join(lines))
    return re.sub(r"\n+(?=\$ |\Z)", "\n", text).strip("\n").split("\n")


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    monkeypatch.chdir(tmp_path)
    return Reading(tmp_path)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_examples_of_a_document_run(name: str, reading: Reading) -> None:
    text = read(name)
    if "policies/exempelkommun" in text:
        shutil.copytree(POLICIES / "exempelkommun", reading.folder / "policies" / "exempelkommun")
    told = text.split("\n")
    for each in reversed(list(_run(text, reading))):
        block = each.block
        told[block.start : block.start + len(block.lines)] = [
            (block.margin + line).rstrip() for line in each.told
        ]
    if RECORD:
        (ROOT / name).write_text("\n".join(told), encoding="utf-8")
    for folder in sorted({path.parent for path in reading.written if path.suffix == ".styr"}):
        rules = load(folder)
        assert not errors((*rules.diagnostics, *run_checks(rules.index, DAY))), (
            f"{name}: filerna i {folder.name}"
        )
        assert not reading.untidy(folder)


@frozen
class Recorded:
    """A block as it should stand in the document."""

    block: CodeBlock
    told: list[str]


def _run(text: str, reading: Reading) -> Iterator[Recorded]:
    """Do what each block says; yield those whose output has changed, when recording."""
    for block in blocks_of(text):
        if block.directive.startswith("fil:"):
            reading.file(block)
        elif block.language == "styr":
            assert not parse_fragment(block.text), block.text
        elif block.language == "pycon":
            run_doctest(block.text)
        elif block.language == "sh":
            told = reading.shell(block)
            if without_digests(told) == without_digests(list(block.lines)):
                continue
            assert RECORD, "\n".join(["", *told, "", "i stället för", "", *block.lines, "", HINT])
            yield Recorded(block, told)


def parse_fragment(text: str) -> list[str]:
    """What is wrong with a ``styr`` block, read by itself."""
    whole = f'punkt 1 "Prov"\n{text}' if text.startswith(" ") else text
    _, found = parse_source(SourceText.of("prov.styr", whole))
    return [each.message for each in found]


def errors(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.place}: {each.message}" for each in found if each.severity is Severity.ERROR]


def run_doctest(text: str) -> None:
    test = doctest.DocTestParser().get_doctest(text, {}, "dokument", None, None)
    written = io.StringIO()
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=written.write)
    assert result.attempted, text
    assert not result.failed, written.getvalue()


# ---------- the reading itself is right


def test_a_changed_output_is_noticed(reading: Reading) -> None:
    text = "```sh\n$ styrregler forklara SR401\nSR401  ett annat namn\n```\n"
    if RECORD:
        assert list(_run(text, reading))
    else:
        with pytest.raises(AssertionError, match="namnet finns inte"):
            list(_run(text, reading))


def test_a_faulty_fragment_is_noticed() -> None:
    assert parse_fragment('punkt 1 "Prov"\n    delegatt a\n')
    assert parse_fragment("    delegat a, b\n")
    assert not parse_fragment("    delegat a eller b\n")


def test_files_are_written_and_continued(reading: Reading) -> None:
    text = (
        '<!-- fil: a/x.styr -->\n\n```styr\nroll a "A"\n    slag anställd\n```\n\n'
        '<!-- fil: a/x.styr, fortsättning -->\n```styr\nroll b "B"\n    slag anställd\n```\n'
    )
    assert not list(_run(text, reading))
    assert len(load(reading.folder / "a").index.corpus.roles) == 2


# ---------- everything is documented


def rows(name: str, heading: str) -> list[list[str]]:
    """The rows of those tables in a reference page whose first column is called ``heading``, cell by cell."""
    found: list[list[str]] = []
    first = ""
    for line in (REFERENCE / name).read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")] if line.startswith("| ") else []
        first = "" if not cells else first or cells[0]
        if first == heading:
            found.append(cells)
    return found


def coded(name: str) -> set[str]:
    """Everything that a reference page writes as code in its text and tables."""
    return set(re.findall(r"`([^`\n]+)`", (REFERENCE / name).read_text(encoding="utf-8")))


LANGUAGE = "sprak.md"


def readable(clause: str) -> bool:
    """Whether ``clause`` has the right form, and every value in it a meaning."""
    outcome = parsed(clause, "clause")
    return not isinstance(outcome, Stopped) and not outcome.faults


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_block_kind_is_in_the_language_reference(kind: str) -> None:
    text = (REFERENCE / LANGUAGE).read_text(encoding="utf-8")
    assert f"`{kind}`" in text
    assert any(
        line.split(" ")[0] == kind
        for block in blocks_of(text)
        if block.language == "styr"
        for line in block.lines
    )


@pytest.mark.parametrize("keyword", CLAUSE_KEYWORDS)
def test_every_clause_keyword_is_in_the_language_reference_with_an_example(keyword: str) -> None:
    found = [row for row in rows(LANGUAGE, "sats") if row[0] == f"`{keyword}`"]
    assert found
    for row in found:
        examples = re.findall(r"`([^`]+)`", row[-1])
        assert examples
        for example in examples:
            assert keyword_of(example) == keyword
            assert readable(example), example


@pytest.mark.parametrize("kind", [kind for kind, shape in BLOCKS.items() if shape.clauses])
def test_the_language_reference_lists_what_each_block_may_hold(kind: str) -> None:
    """In one row for each kind: the clauses, those that must be there in bold."""
    (row,) = [row for row in rows(LANGUAGE, "block") if row[0] == f"`{kind}`"]
    assert set(re.findall(r"`([^`]+)`", row[2])) >= set(BLOCKS[kind].clauses) - _shared(kind) - set(ANYWHERE)
    for words in BLOCKS[kind].required:
        for word in words:
            assert f"**`{word}`**" in row[2]


def _shared(kind: str) -> set[str]:
    """The clauses that a row may leave to «de gemensamma satserna»."""
    from styrregler.syntax.blocks import SHARED

    clauses = set(BLOCKS[kind].clauses)
    return set(SHARED) if set(SHARED) <= clauses else set()


@pytest.mark.parametrize(
    "word",
    [
        *(each.word for each in Outcome),
        *(each.word for each in Verdict),
        *(each.value for each in RoleKind),
        *(each.value for each in BodyKind),
        *(each.value for each in UnitKind),
        *(each.value for each in TimingKind),
        *COLUMNS,
        *(
            block.header.name.text
            for document in shipped_documents()
            for block in document.blocks
            if block.header.kind in ("uppgift", "värde") and block.header.name
        ),
    ],
)
def test_every_word_of_the_language_is_in_its_reference(word: str) -> None:
    written = coded(LANGUAGE)
    assert any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", each) for each in written)


def test_the_conditions_times_and_statutes_of_the_reference_can_be_written() -> None:
    shown = [row for row in rows(LANGUAGE, "så här") if row[0].startswith("`")]
    conditions = [row[0].strip("`") for row in shown if row[0].startswith("`när")]
    statutes = [
        (row[0].strip("`"), row[1]) for row in shown if row[0].endswith(("KL`", "PBL`", "FL`", "AML`", "38`"))
    ]
    times = [row[1].strip("`") for row in shown if row[1].startswith("`")]
    assert min(len(conditions), len(statutes), len(times)) > 5
    for clause in (*(f"delegat a {when}" for when in conditions), *times):
        assert readable(clause), clause
    for written, told in statutes:
        assert str(values.parse_legal_ref(written)) == told


FACTS = """
    uppgift andelen "Hur stor andel?"
        anges i           andel
    värde grundbelopp "Grundbelopp"
        anges i           kronor
        år 2026           12 400 kr
"""
MEASURED_BY = {
    "belopp": "belopp",
    "årsbelopp": "belopp",
    "tid": "avtalstid",
    "andel": "andelen",
    "antal": "antal-platser",
}


@pytest.mark.parametrize("name", MEASURED_BY)
def test_values_are_read_or_refused_as_the_reference_says(name: str) -> None:
    (row,) = [row for row in rows(LANGUAGE, "värde") if row[0] == name]

    def refused(value: str) -> bool:
        point = f'punkt 1 "Prov"\n    delegat enhetschef när {MEASURED_BY[name]} högst {value}'
        return bool(errors(kit.rules(FACTS, kit.order(point)).diagnostics))

    right, wrong = re.findall(r"`([^`]+)`", row[1]), re.split(r", (?=\d)", row[2])
    assert not [value for value in right if refused(value)]
    assert not [value for value in wrong if not refused(value)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    text = (REFERENCE / "kommandon.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    shared = text.partition("## Gemensamt")[2].partition("\n## ")[0]
    command: click.Command = import_module(f"styrregler.cli.commands.{COMMANDS[name][0]}").command
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            for option in parameter.opts:
                # What every command has that reads rules is said once, for all of them.
                where = shared if option in ("--utan-plugin", "--strikt", "--utan-cache") else section[1]
                assert re.search(rf"`{re.escape(option)}[ `]", where), option
        else:
            assert str(parameter.metavar).strip("[]…") in section[1]


@pytest.mark.parametrize("code", [value for name, value in vars(exits).items() if name.isupper()])
def test_every_exit_code_is_documented(code: int) -> None:
    for page in ("README.md", "README.sv.md", "docs/referens/kommandon.md"):
        assert re.search(rf"^\| `?{code}`? \|", read(page), re.MULTILINE), page


@pytest.mark.parametrize("code", PAGES)
def test_every_code_is_documented(code: str) -> None:
    (row,) = [row for row in rows("koder.md", "kod") if row[0] == f"`{code}`"]
    assert row[1] == PAGES[code].name
    assert row[2]


def test_no_code_is_documented_that_does_not_exist() -> None:
    documented = {row[0].strip("`") for row in rows("koder.md", "kod") if row[0].startswith("`SR")}
    assert documented <= set(PAGES)


def keys_of(value: object) -> set[str]:
    """Every field name in JSON-ready data. The facts of a receipt are named by the municipality and do not count."""
    if isinstance(value, Mapping):
        inner = {key: each for key, each in value.items() if key != "facts"}
        return {*map(str, value), *(name for each in inner.values() for name in keys_of(each))}
    if isinstance(value, list):
        return {name for each in value for name in keys_of(each)}
    return set()


def json_forms() -> Iterator[object]:
    """Every form that a command answers in, as full as the examples of a whole municipality make them."""
    rules = load(POLICIES / "exempelkommun")
    ran = [run_example(rules.index, example, DAY) for example in rules.index.corpus.examples]
    yield data.examples_data(ran)
    for name in rules.index.corpus.escalations:
        yield escalation_data(
            rules.escalate(name, DAY, absent=["socialchef"], disqualified=["ks-ordförande"])
        )
    yield goals_data(rules.goals(on=REVIEWED))
    yield commissions_data(rules.commissions(on=REVIEWED))
    yield report_data(rules.report(on=REVIEWED))
    yield data.diagnostics_data((Diagnostic("SR401", Severity.ERROR, "prov"),))
    yield data.error_data("prov", "", [{"matter": "", "body": "", "number": "", "title": ""}])
    for deviation in rules.index.corpus.deviations:
        yield deviation_data(rules.deviation(deviation.name, on=DAY))
    yield conduct_data(rules.conduct(on=DAY))
    for each in rules.index.corpus.examples:
        if not isinstance(each, model.Example):
            continue
        question = query.Question(
            each.matter or (found.matter if (found := rules.find(each.question, each.body).clear) else ""),
            each.on or date(2026, 3, 2),
            {fact.name: fact.value for fact in each.given if not isinstance(fact.value, date)},
            each.body,
            absent=frozenset(each.absent),
            disqualified=frozenset(each.disqualified),
        )
        with contextlib.suppress(query.UnknownMatter):
            yield data.answer_data(answer(rules.index, question))
            if each.decided_by is not None:
                yield data.check_data(query.check(rules.index, query.Routing(question, each.decided_by)))


def test_every_field_of_the_json_forms_is_documented() -> None:
    forms = list(json_forms())
    fields = {name for form in forms for name in keys_of(form)}
    assert {"also_competent", "instead_of", "subdelegated", "branches", "verdict"} <= fields
    assert fields <= coded("json.md"), sorted(fields - coded("json.md"))
    assert {form["format"] for form in forms if isinstance(form, dict)} <= coded("json.md")


def properties_of(schema: object) -> set[str]:
    """Every property that a JSON Schema names, however deep."""
    if isinstance(schema, Mapping):
        own = set(schema["properties"]) if isinstance(schema.get("properties"), Mapping) else set()
        return own | {name for each in schema.values() for name in properties_of(each)}
    if isinstance(schema, list):
        return {name for each in schema for name in properties_of(each)}
    return set()


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("src/styrregler/schemas/*.json")), ids=lambda path: path.stem
)
def test_every_json_form_with_a_schema_is_documented(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert {schema["title"], *properties_of(schema)} <= coded("json.md")


def test_the_glossary_names_classes_that_exist() -> None:
    table = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", read("docs/ordlista.md"), re.MULTILINE)
    named = [name for _, english in table for name in re.findall(r"`([A-Z]\w+)`", english)]
    assert len(named) > 30
    assert len(set(named)) == len(named)
    rooms = (
        model,
        query,
        import_module("styrregler.query.answer"),
        values,
        import_module("styrregler.diagnostics"),
    )
    for name in named:
        assert any(hasattr(room, name) for room in rooms), name


def test_the_glossary_has_every_class_of_the_model() -> None:
    named = re.findall(r"`([A-Z]\w+)`", read("docs/ordlista.md"))
    classes = {name for name in model.__all__ if isinstance(getattr(model, name), type)}
    assert classes <= set(named), sorted(classes - set(named))


# ---------- the pages themselves


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    text = re.sub(r"```.*?```", "", read(name), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https://)([^)#\s]+)", text):
        assert (ROOT / name).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_paths_of_a_machine_and_no_registries(name: str) -> None:
    assert not re.search(r"/work/|/home/|/root/|/tmp/|[A-Z]:\\|pypi|npmjs|docker\.io", read(name))


@pytest.mark.parametrize("name", ["README.md", "README.sv.md"])
def test_the_commands_for_make_exist(name: str) -> None:
    targets = re.findall(r"^\$ make ([\w-]+)$", read(name), re.MULTILINE)
    makefile = read("Makefile")
    assert {"demo", "test"} <= set(targets)
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("path", sorted(ROOT.glob("docs/adr/0*.md")), ids=lambda path: path.name)
def test_a_decision_is_short_and_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.rstrip("\n").split("\n")) <= 25
    for heading in ("Context", "Decision", "Why", "Consequences"):
        assert f"**{heading}.**" in text


def test_the_architecture_names_modules_that_exist() -> None:
    named = re.findall(r"`([a-z]+/[\w/]+(?:\.py)?)`", read("docs/arkitektur.md"))
    assert len(named) > 10
    for name in named:
        assert (ROOT / "src" / "styrregler" / name).exists() or (ROOT / name).exists(), name


def test_every_decision_is_in_the_list() -> None:
    listed = re.findall(r"\]\((0[\w-]+\.md)\)", read("docs/adr/README.md"))
    assert listed == sorted(path.name for path in ROOT.glob("docs/adr/0*.md"))


def test_the_architecture_describes_every_package() -> None:
    text = read("docs/arkitektur.md")
    source = ROOT / "src" / "styrregler"
    packages = [path.parent.name for path in source.glob("*/__init__.py")] + ["library"]
    for package in packages:
        assert re.search(rf"^\*\*{package}\*\*", text, re.MULTILINE), package
