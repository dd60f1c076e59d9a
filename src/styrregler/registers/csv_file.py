"""CSV as Swedish programs write it: semicolon, comma or tab; UTF-8 with or without BOM, UTF-16, or Windows' own letters.

In: a path.  Out: the names of the columns, and rows.  A row with too few or too many cells is given all the same, with
what is the matter.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from styrregler.registers.problem import RegisterProblem
from styrregler.registers.row import Register, Row, unique

SEPARATORS = (";", ",", "\t")
_CHUNK = 1 << 20
_LARGEST_CELL = 1 << 24


def encoding_of(path: Path) -> str:
    """How the file's letters are written: as its first bytes say, else UTF-8 if all of it is that, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def read_csv(path: Path) -> Register:
    """The register in the file."""
    csv.field_size_limit(_LARGEST_CELL)
    encoding = encoding_of(path)
    binary = path.open("rb")
    file = io.TextIOWrapper(binary, encoding=encoding, errors="replace", newline="")
    first = file.readline()
    said = first.rstrip("\r\n").lower()
    if said.startswith("sep=") and len(said) == 5:  # what Excel writes to itself
        separator, first = said[4], file.readline()
    else:
        separator = max(SEPARATORS, key=_unquoted(first).count)
    rest = io.StringIO(first, newline="")
    reader = csv.reader(_lines(rest, file), delimiter=separator)
    header = next(reader, [])
    if not any(name.strip() for name in header):
        file.close()
        raise RegisterProblem(
            f"{path.name} har ingen rad med rubriker", "skriv kolumnernas namn på första raden"
        )
    names, total = unique(header), max(1, path.stat().st_size)
    rows = _rows(reader, names, file)
    return Register(names, rows, file.close, share=lambda: 1.0 if file.closed else binary.tell() / total)


def _lines(first: io.StringIO, file: io.TextIOBase) -> Iterator[str]:
    yield from first
    yield from file


def _rows(reader: Iterator[list[str]], names: tuple[str, ...], file: io.TextIOBase) -> Iterator[Row]:
    with file:
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield Row(
                    ("",) * len(names),
                    "raden kan inte läsas som CSV: en cell är för lång eller har fel citattecken",
                )
                continue
            if not cells:
                continue  # an empty line is no row
            if len(cells) == len(names):
                yield Row(tuple(cells))
                continue
            kept = (*cells[: len(names)], *[""] * (len(names) - len(cells)))
            if len(cells) > len(names):
                kept = (*kept[:-1], _joined(cells[len(names) - 1 :]))
            yield Row(kept, f"raden har {len(cells)} celler men rubriken {len(names)}")


def _joined(cells: list[str]) -> str:
    """Cells for which there is no column, so that nothing of the row is lost."""
    return " | ".join(cells)


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])
