"""The workspace: files, folders and `styrregler.toml`. The only stage that reads the disk.

In: a path.  Out: a :class:`~styrregler.ruleset.RuleSet` with every diagnostic.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.workspace.files import write_new
    from styrregler.workspace.finding import FolderProblem, find_root
    from styrregler.workspace.folder import Folder, read_folder
    from styrregler.workspace.load import compile_folder, compile_sources, load_rules, shipped_documents
else:
    __getattr__ = names_of(
        __name__,
        {
            "files": "write_new",
            "finding": "FolderProblem find_root",
            "folder": "Folder read_folder",
            "load": "compile_folder compile_sources load_rules shipped_documents",
        },
    )

__all__ = [
    "Folder",
    "FolderProblem",
    "compile_folder",
    "compile_sources",
    "find_root",
    "load_rules",
    "read_folder",
    "shipped_documents",
    "write_new",
]
