"""What stops a command when the user has asked plugins to be strict; a module of its own, since every command knows it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrregler.diagnostics import Diagnostic


class PluginStopped(Exception):
    """Something is wrong with a plugin, and the user has asked for that to stop the command."""

    def __init__(self, diagnostic: "Diagnostic") -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)
