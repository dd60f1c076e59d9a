"""Registers of decisions as files: read, audited, and written whole or not at all.

In: a file (CSV, XLSX, Parquet, or a question to a database) and what its columns hold.  Out: rows, a file with their
verdicts, the list to report to a board.  Refuses to judge a row: the library does.  CSV and SQLite need nothing but Python;
openpyxl, pyarrow, duckdb and python-docx are imported when a file asks for them.
"""

from styrregler.registers.problem import RegisterProblem
from styrregler.registers.reading import open_register
from styrregler.registers.row import Register, Row

__all__ = ["Register", "RegisterProblem", "Row", "open_register"]
