"""What is wrong with plugins: each thing told once, with the plugin's name and version and what to do.

In: what happened.  Out: diagnostics SR910-SR921.  With ``strict`` the first one stops the command.
"""

import enum
import traceback
from pathlib import Path

from attrs import define, field, frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.plugins.stopped import PluginStopped
from styrregler.text import Place

LONGEST = 200
"""Characters of what a plugin says of itself; more is cut."""


class Trouble(enum.Enum):
    """What may be wrong with a plugin."""

    NOT_INSTALLED = "SR910"
    NOT_IMPORTED = "SR911"
    STOPPED = "SR912"
    WRONG_VALUE = "SR913"
    NO_SUCH_HOOK = "SR914"
    SAME_NAME = "SR915"
    OTHER_VERSION = "SR916"
    SLOW = "SR917"
    WRONG_OPTION = "SR918"
    NOT_OWN = "SR919"
    SILENT = "SR920"
    NO_SOURCE = "SR921"


@frozen
class Named:
    """A plugin as it is called in messages: «attest 1.2»."""

    name: str
    version: str = ""
    place: Place | None = field(default=None, eq=False)

    def __str__(self) -> str:
        return f"«{self.name}» {self.version}".strip()


@define
class Troubles:
    """Collects; the same thing about the same plugin is told once."""

    strict: bool = False
    _found: dict[tuple[str, str, str], Diagnostic] = field(factory=dict)

    def tell(self, trouble: Trouble, plugin: Named, what: str, remedy: str, *, why: str = "") -> None:
        """``what`` follows the plugin's name: «kastade ValueError i checks»."""
        key = (trouble.value, plugin.name, what)
        if key in self._found:
            return
        level = Severity.INFO if trouble is Trouble.SLOW else Severity.WARNING
        found = Diagnostic(
            trouble.value, level, f"pluginet {plugin} {what}", plugin.place, why=cut(why), remedy=remedy
        )
        self._found[key] = found
        if self.strict:
            raise PluginStopped(found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(self._found.values())


def cut(text: str) -> str:
    """``text`` on one line, no longer than a reader bears."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def told(error: BaseException) -> str:
    """What an exception says, and the last line of the plugin's own text that it came from."""
    try:
        said = f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - an exception that cannot even say what it is
        said = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name} rad {frames[-1].lineno})" if len(frames) > 1 else ""
    return cut(said)[: LONGEST - len(where)] + where
