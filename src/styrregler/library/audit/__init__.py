"""Many decisions at once: every row of a register with its verdict.

In: a rule set and rows, or Arrow record batches.  Out: for each row what :meth:`Rules.check` says of it, or why it could
not be checked.  Each different case is asked of the engine once; which rows fall in one case is known exactly (``reach``).
Refuses to know files.
"""

from styrregler.library.audit.columns import Columns, columns_of, free_names
from styrregler.library.audit.rows import Audit
from styrregler.library.audit.told import NOT_CHECKED, RESULTS, Checked, Told, checked

__all__ = [
    "NOT_CHECKED",
    "RESULTS",
    "Audit",
    "Checked",
    "Columns",
    "Told",
    "checked",
    "columns_of",
    "free_names",
]
