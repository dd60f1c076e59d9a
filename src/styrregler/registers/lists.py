"""The list to report as a file: Markdown, CSV or DOCX.

In: its headings, parts and remarks.  Out: the file, whole or not at all.  Refuses to know what the list says.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from styrregler.registers.problem import RegisterProblem, brought
from styrregler.registers.writing import table_writer, whole_file

Section = tuple[str, Sequence[Sequence[str]]]
KINDS = (".md", ".csv", ".docx")


def write_list(
    path: Path,
    text: str,
    title: str,
    columns: Sequence[str],
    sections: Iterable[Section],
    remarks: Iterable[str],
) -> None:
    """Write the list to ``path``; ``text`` is all of it as Markdown. Raises RegisterProblem."""
    match path.suffix.lower():
        case ".md":
            with whole_file(path) as file:
                file.write_text(f"{text}\n", encoding="utf-8")
        case ".csv":
            with table_writer(path, ("del", *columns)) as writer:
                writer.rows((heading, *row) for heading, rows in sections for row in rows)
        case ".docx":
            _docx(path, title, columns, sections, remarks)
        case kind:
            raise RegisterProblem(
                f"listor som slutar på «{kind or path.name}» skrivs inte", f"välj {', '.join(KINDS)}"
            )


def _docx(
    path: Path, title: str, columns: Sequence[str], sections: Iterable[Section], remarks: Iterable[str]
) -> None:
    document = brought("docx", "att skriva DOCX").Document()
    document.add_heading(title, 1)
    for heading, rows in sections:
        document.add_heading(heading, 2)
        table = document.add_table(rows=0, cols=len(columns), style="Table Grid")
        for row in (columns, *rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    for each in remarks:
        document.add_paragraph(each)
    with whole_file(path) as unfinished, unfinished.open("wb") as file:
        document.save(file)
