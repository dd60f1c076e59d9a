"""Registers as files: how they are read, that no row is lost, and that results are there whole or not at all."""

import codecs
import csv
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from pyarrow import parquet

from styrregler.cli import exits
from styrregler.cli.main import _code
from styrregler.cli.swedish import speak_swedish
from styrregler.library import QuestionFault, Rules
from styrregler.library.audit import Audit, Columns, columns_of
from styrregler.registers import RegisterProblem, open_register
from styrregler.registers.auditing import TITLES, VERDICTS, Summary, audit_register
from styrregler.registers.columns_file import read_columns
from styrregler.registers.problem import unwritable
from styrregler.registers.reporting import reporting_list
from styrregler.registers.writing import UNFINISHED, table_writer
from styrregler.render.audit import audit_data, markdown, render_audit, reporting_data
from tests.forms import faults
from tests.kit import ORGANISATION, order, rules, source

POINTS = """
    punkt 1 "Hyra lokal"
        delegat           enhetschef   när belopp högst 5 000 kr
                          socialchef   annars
    punkt 2 "Köpa mark"
        delegat           socialchef
        anmäls            inte
"""
HEAD = ("Ärende", "Beslutat av", "Datum", "Belopp")
ROWS = (
    ("Hyra lokal", "enhetschef", "2026-02-02", "4 000"),
    ("Hyra lokal", "enhetschef", "2026-02-02", "6 000"),
    ("Hyra lokal", "Åsa Öberg", "2026-02-02", "6 000"),
    ("Köpa mark", "socialchef", "2026-03-02", ""),
)


@pytest.fixture(scope="module")
def loaded() -> Rules:
    return rules(order(POINTS, "anmäls till nämnden nästa sammanträde som lista"))


def whole(file: Path, sql: str = "") -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    with open_register(file, sql) as found:
        return found.names, [row.cells for row in found.rows]


def lines_of(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened, delimiter=";"))


def audited(
    file: Path, rules: Rules, out: Path | None = None, said: Columns | None = None, sql: str = ""
) -> Summary:
    with open_register(file, sql) as found:
        return audit_register(found, rules.index, said, out)


def text(separator: str = ";") -> str:
    return "".join(f"{separator.join(row)}\r\n" for row in (HEAD, *ROWS))


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "beslut.csv"
    file.write_text(text(), encoding="utf-8")
    return file


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("told", ["", "sep=X\r\n"])
def test_csv_as_swedish_programs_write_it(tmp_path: Path, separator: str, encoding: str, told: str) -> None:
    file = tmp_path / "beslut.csv"
    file.write_bytes((told.replace("X", separator) + text(separator)).encode(encoding))
    names, rows = whole(file)
    assert names == HEAD
    assert tuple(rows) == ROWS


def test_a_letter_late_in_the_file_settles_how_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "beslut.csv"
    file.write_bytes(b"a;b\n" + b"x;y\n" * 700_000 + "å;ö\n".encode("cp1252"))
    assert whole(file)[1][-1] == ("å", "ö")
    file.write_bytes(codecs.BOM_UTF8 + b"a;b\n")
    assert whole(file)[0] == ("a", "b")


def test_no_row_is_lost_and_the_totals_add_up(tmp_path: Path, loaded: Rules) -> None:
    file, out = tmp_path / "beslut.csv", tmp_path / "ut.csv"
    file.write_text(
        text() + "\nHyra lokal;enhetschef\nHyra lokal;enhetschef;2026-02-02;1;extra;mer\n;;;\n",
        encoding="utf-8",
    )
    found = audited(file, loaded, out)
    assert found.counts["right"] == 2
    assert found.counts["beyond_limit"] + found.counts["wrong_decider"] == 1
    assert found.counts["not_checked"] == 4
    assert sum(found.counts.values()) == found.rows == 7
    lines = lines_of(out)
    assert len(lines) == 8
    assert lines[0] == [*HEAD, *TITLES.values()]
    assert lines[5][:2] == ["Hyra lokal", "enhetschef"]
    assert lines[6][:4] == ["Hyra lokal", "enhetschef", "2026-02-02", "1 | extra | mer"]
    assert "raden har 6 celler" in lines[6][5]
    assert lines[1][-1] == "2026-02-24"


def test_columns_that_are_there_already_are_kept(tmp_path: Path, loaded: Rules) -> None:
    file, out = tmp_path / "beslut.csv", tmp_path / "ut.csv"
    file.write_text("ärende;delegat;skäl;skäl;\nHyra lokal;socialchef;därför;att;x\n", encoding="utf-8")
    audited(file, loaded, out)
    head, row = lines_of(out)
    assert head[:5] == ["ärende", "delegat", "skäl", "skäl_2", "kolumn 5"]
    assert row[:5] == ["Hyra lokal", "socialchef", "därför", "att", "x"]
    assert len(head) == len(set(head))


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_what_is_written_can_be_read_and_audited_again(
    tmp_path: Path, register: Path, loaded: Rules, kind: str
) -> None:
    out = tmp_path / f"ut.{kind}"
    first = audited(register, loaded, out)
    _, rows = whole(out)
    assert [tuple(str(cell or "") for cell in row[:4]) for row in rows] == list(ROWS)
    second = audited(out, loaded)
    assert second.counts == first.counts


def test_a_sheet_has_numbers_and_days(tmp_path: Path, loaded: Rules) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["Hyra lokal", "enhetschef", date(2026, 2, 2), 4000])
    book.active.append([None, None, None, None])
    book.active.append([1, "enhetschef", date(2026, 2, 2), 5000.5])
    book.save(tmp_path / "beslut.xlsx")
    found = audited(tmp_path / "beslut.xlsx", loaded)
    assert (found.rows, found.counts["right"], found.counts["not_checked"]) == (2, 1, 0)


def test_databases(tmp_path: Path, loaded: Rules, register: Path) -> None:
    with sqlite3.connect(tmp_path / "r.sqlite") as base:
        base.execute("CREATE TABLE beslut (arende TEXT, av TEXT, dag TEXT, kr INTEGER)")
        base.executemany(
            "INSERT INTO beslut VALUES (?, ?, ?, ?)", [("Hyra lokal", "enhetschef", "2026-02-02", 4000)] * 3
        )
    base.close()
    asked = "SELECT arende, av AS delegat, dag AS datum, kr AS belopp FROM beslut"
    assert audited(tmp_path / "r.sqlite", loaded, sql=asked).counts["right"] == 3
    asked = f"SELECT * FROM read_csv('{register}', delim=';', header=true)"
    assert audited(register, loaded, sql=asked).rows == 4
    for file in (tmp_path / "r.sqlite", register):
        with pytest.raises(RegisterProblem, match="databasen svarar inte"):
            open_register(file, "SELECT nonsens FROM ingenstans")


def test_a_file_says_what_the_columns_hold(tmp_path: Path, loaded: Rules) -> None:
    said = tmp_path / "kolumner.toml"
    said.write_text(
        'arende = "Typ"\nbeslutat-av = "Vem"\n\n[uppgifter]\nbelopp = "Summa"\n\n[enheter]\nbelopp = "tkr"\n',
        encoding="utf-8",
    )
    file = tmp_path / "beslut.csv"
    file.write_text("Typ;Vem;Summa\nHyra lokal;enhetschef;4\nHyra lokal;enhetschef;6\n", encoding="utf-8")
    found = audited(file, loaded, said=read_columns(said, loaded.index))
    assert (found.counts["right"], found.rows) == (1, 2)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('arrende = "x"', "«arrende»"),
        ("arende = 3", "ska vara kolumnens namn"),
        ("[uppgifter]\nbellopp = 'x'", "«bellopp» finns inte"),
        ("uppgifter = 3", "ska ange en text"),
        ("arende =", "kan inte läsas"),
    ],
)
def test_what_is_wrong_with_such_a_file(tmp_path: Path, loaded: Rules, written: str, message: str) -> None:
    said = tmp_path / "kolumner.toml"
    said.write_text(written, encoding="utf-8")
    with pytest.raises(RegisterProblem, match=message):
        read_columns(said, loaded.index)


def test_columns_that_are_missing_are_named(loaded: Rules) -> None:
    with pytest.raises(QuestionFault, match=r"ingen kolumn heter «ärende».*«beslutat av»"):
        columns_of(["a", "b"], loaded.index)
    found = columns_of(["ARENDE", "Beslutad_av", "antal-platser"], loaded.index)
    assert (found.matter, found.decided_by, found.facts) == (
        "ARENDE",
        "Beslutad_av",
        {"antal-platser": "antal-platser"},
    )


MIXED = (
    *ROWS,
    ("Hyra lokal", "enhetschef", "2026-02-30", "1"),
    ("Hyra lokal", "enhetschef", "2026-03-20", "-1"),
    ("hyra lokaler åt skolan", "enhetschef", "", "5 000"),
    ("Hyra lokal", "socialchef", "2026-03-25", "två prisbasbelopp"),
    ("", "", "", ""),
)


@pytest.mark.parametrize("kind", ["csv", "parquet", "xlsx", "sqlite"])
@pytest.mark.parametrize("out", ["ut.csv", "ut.parquet"])
def test_many_rows_at_a_time_are_told_what_each_is_told_alone(
    tmp_path: Path, loaded: Rules, kind: str, out: str
) -> None:
    file, rows = tmp_path / f"beslut.{kind}", list(MIXED * 30)
    sql = written(file, rows)
    found = audited(file, loaded, tmp_path / out, sql=sql)
    audit = Audit(loaded.index, columns_of(HEAD, loaded.index))
    expected = [audit.check(dict(zip(HEAD, row, strict=True))) for row in rows]
    names, lines = whole(tmp_path / out)
    got = [dict(zip(names, line, strict=True)) for line in lines]
    assert [each["granskning"] for each in got] == [VERDICTS[each.told.verdict] for each in expected]
    assert [each["skäl"] for each in got] == [each.told.reason for each in expected]
    assert [str(each["anmäls senast"] or "") for each in got] == [
        str(each.report_by or "") for each in expected
    ]
    assert [tuple(str(each[name] or "").strip() for name in HEAD) for each in got] == rows
    assert found.rows == sum(found.counts.values()) == len(rows)
    assert [each.row for each in found.findings[:3]] == [2, 3, 5]


def written(file: Path, rows: list[tuple[str, ...]]) -> str:
    """The rows as a register of the file's kind; the question to put where it is a database."""
    if file.suffix == ".csv":
        file.write_text("".join(";".join(row) + "\n" for row in (HEAD, *rows)), encoding="utf-8")
    elif file.suffix == ".parquet":
        parquet.write_table(pa.table([list(each) for each in zip(*rows, strict=True)], HEAD), file)
    elif file.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (HEAD, *([cell or " " for cell in row] for row in rows)):
            book.active.append(list(row))
        book.save(file)
    else:
        with sqlite3.connect(file) as base:
            base.execute("CREATE TABLE beslut (a TEXT, b TEXT, c TEXT, d TEXT)")
            base.executemany("INSERT INTO beslut VALUES (?, ?, ?, ?)", rows)
        base.close()
        return "SELECT a AS Ärende, b AS [Beslutat av], c AS Datum, d AS Belopp FROM beslut"
    return ""


def test_columns_of_parquet_keep_what_they_hold(tmp_path: Path, loaded: Rules) -> None:
    table = pa.table(
        {
            "ärende": ["Hyra lokal", "Köpa mark"],
            "beslutat av": ["enhetschef", "socialchef"],
            "datum": [date(2026, 2, 2), None],
            "belopp": [4000.5, None],
            "bilagor": [["a"], []],
        }
    )
    parquet.write_table(table, tmp_path / "beslut.parquet")
    assert audited(tmp_path / "beslut.parquet", loaded, tmp_path / "ut.parquet").counts["right"] == 2
    result = parquet.read_table(tmp_path / "ut.parquet")
    assert result.select(table.schema.names).equals(table)
    assert result["granskning"].to_pylist() == ["rätt beslutsfattare"] * 2


# ---------- the list to report


REPORTED = """Dnr;Ärende;Beslutat av;Datum;Belopp;Anmäld
1;Hyra lokal;enhetschef;2026-02-26;1;
2;Hyra lokal;enhetschef;2026-01-20;1;2026-02-24
3;Hyra lokal;enhetschef;2026-01-21;1;
4;Köpa mark;socialchef;2026-02-27;;
5;Hyra lokal;socialchef;2026-02-28;1;
6;Hyra lokal;enhetschef;2026-03-25;1;
7;Hyra lokal;enhetschef;;1;
8;Hyra lokal;tomten;2026-02-27;1;
9;Hyra lokal;enhetschef;2026-01-22;1;ja
"""


def test_the_list_names_what_is_due_and_what_was_missed(tmp_path: Path, loaded: Rules) -> None:
    file = tmp_path / "beslut.csv"
    file.write_text(REPORTED, encoding="utf-8")
    found = reporting_list(open_register(file), loaded.index, "socialnämnden", date(2026, 3, 24))
    assert [each.number for each in found.due] == ["1", "5"]
    assert [each.number for each in found.missed] == ["3"]
    assert (found.undated, found.unchecked, found.is_meeting) == ((7,), (8,), True)
    assert found.missed[0].due == date(2026, 2, 24)
    assert faults(reporting_data(found, loaded.index)) == []
    shown = markdown(found)
    assert "## Anmäls som lista" in shown and "skulle ha anmälts 2026-02-24" in shown
    other = reporting_list(open_register(file), loaded.index, "socialnämnden", date(2026, 3, 23))
    assert "Reglerna nämner inget sammanträde 2026-03-23" in markdown(other)


def test_the_summary_has_its_form(register: Path, loaded: Rules) -> None:
    found = audited(register, loaded)
    assert faults(audit_data(found, loaded.index)) == []
    assert "4  rader" in render_audit(found)


# ---------- whole or not at all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "regler"
    place.mkdir()
    (place / "a.styr").write_text(source(ORGANISATION).text, encoding="utf-8")
    (place / "b.styr").write_text(source(order(POINTS)).text, encoding="utf-8")
    return place


@pytest.mark.parametrize("kind", ["md", "csv", "docx"])
def test_the_list_as_a_file(folder: Path, tmp_path: Path, register: Path, kind: str, capsys: Any) -> None:
    out = tmp_path / f"lista.{kind}"
    speak_swedish()  # click keeps the words that a command was first asked with
    code = _code(
        [
            "granska",
            str(register),
            "--anmal",
            "SN",
            "--till",
            "2026-02-24",
            "--ut",
            str(out),
            "--regler",
            str(folder),
        ]
    )
    assert code == exits.FINDINGS and out.stat().st_size
    assert str(out) in capsys.readouterr().out


def unfinished(folder: Path) -> int:
    """How much has been written of a file that is not finished; -1 where there is none."""
    size = -1
    for each in folder.glob(f".*{UNFINISHED}"):
        with suppress(FileNotFoundError):
            size = max(size, each.stat().st_size)
    return size


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_cut_off_at_any_point_the_result_is_whole_or_not_there(
    folder: Path, tmp_path: Path, kind: str
) -> None:
    file, out = tmp_path / "beslut.csv", tmp_path / f"ut.{kind}"
    file.write_text(text() + text().split("\r\n", 1)[1] * 5_000, encoding="utf-8")
    command = [sys.executable, "-c", "from styrregler.cli.main import run; run()", "granska", str(file), "--ut", str(out), "--regler", str(folder)]  # fmt: skip
    cut_off = 0
    for size in (0, 1, 200_000):
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while started.poll() is None and unfinished(tmp_path) < size:
            pass
        started.send_signal(signal.SIGKILL)
        cut_off += started.wait() == -signal.SIGKILL
        assert not out.exists() or len(whole(out)[1]) == 20_004
    assert cut_off
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == exits.FINDINGS
    assert len(whole(out)[1]) == 20_004


def test_a_full_disk_is_told_and_leaves_what_was_there(folder: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "beslut.csv", tmp_path / "ut.csv"
    file.write_text(text() + text().split("\r\n", 1)[1] * 200, encoding="utf-8")
    out.write_text("förut", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from styrregler.cli.main import run; run()", "granska", str(file), "--ut", str(out), "--regler", str(folder)],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert done.returncode == exits.WRONG_USE
    assert "disken är full" in done.stderr and "Traceback" not in done.stderr
    assert out.read_text(encoding="utf-8") == "förut"
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".ofardig")]


def test_why_a_file_cannot_be_written(tmp_path: Path) -> None:
    assert "får inte skrivas" in unwritable(tmp_path, PermissionError(13, "x")).message
    assert "får inte skrivas" in unwritable(tmp_path, OSError(30, "x")).message
    assert "disken är full" in unwritable(tmp_path, OSError(28, "x")).message
    with pytest.raises(RegisterProblem, match="mappen"), table_writer(tmp_path / "saknas" / "ut.csv", ["a"]):
        pass
    with pytest.raises(RegisterProblem, match="skrivs inte"), table_writer(tmp_path / "ut.ods", ["a"]):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_in(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with (
            pytest.raises(RegisterProblem, match="får inte skrivas"),
            table_writer(tmp_path / "ut.csv", ["a"]),
        ):
            pass
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("finns-inte.csv", None, "finns inte"),
        ("tom.csv", "", "ingen rad med rubriker"),
        ("a.xlsx", "x", "ingen arbetsbok"),
        ("a.parquet", "x", "ingen Parquet-fil"),
        ("a.ods", "x", "läses inte"),
    ],
)
def test_files_that_are_no_registers(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(RegisterProblem, match=message):
        open_register(tmp_path / name)
