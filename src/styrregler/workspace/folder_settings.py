"""What `styrregler.toml` says, as values.

In: nothing.  Refuses to know TOML.
"""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from styrregler.diagnostics import Diagnostic, Settings
from styrregler.text import Place


@frozen
class PluginSetting:
    """A table ``[plugin.NAMN]``: the plugin is to be used, with these options. ``package`` where several have the name."""

    name: str
    place: Place
    options: Mapping[str, Any] = field(factory=dict)
    package: str = ""
    wait: float | None = None
    """Seconds that it may take to answer; None where the file does not say."""


@frozen
class FolderSettings:
    """What the file says; ``levels`` is what it sets for codes, ``plugins`` stand in the order of the file.

    ``own_checks`` is where it asks for the checks of its own folder; None when it does not.
    """

    name: str = ""
    law: bool = True
    levels: Settings = field(factory=dict)
    log: str = ""
    """The file that questions without an answer are kept in; none when empty."""
    plugins: tuple[PluginSetting, ...] = ()
    own_checks: Place | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
