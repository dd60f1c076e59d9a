"""Which plugins may run at all, whatever `styrregler.toml` says, and whose code is trusted.

In: the environment and the command line.  Out: :class:`Choice`.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

ALLOWED = "STYRREGLER_PLUGIN"
OWN = "STYRREGLER_EGNA"


@frozen
class Choice:
    """``only`` None: all that `styrregler.toml` names. ``strict``: what is wrong with a plugin stops the command.

    ``own`` are the folders whose rules are the user's own: only they may bring code of their own in `kontroller/`.
    """

    without: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    strict: bool = False
    own: tuple[Path, ...] = ()

    def allows(self, name: str) -> bool:
        return name not in self.without and (self.only is None or name in self.only)

    def trusts(self, folder: Path) -> bool:
        """Whether the rules in ``folder`` are the user's own."""
        return any(folder.resolve().is_relative_to(each) for each in self.own)


def chosen(
    environ: Mapping[str, str] = os.environ, *, without: frozenset[str] = frozenset(), strict: bool = False
) -> Choice:
    """As the environment says: ``STYRREGLER_PLUGIN=attest,ldap`` (empty: none), ``STYRREGLER_EGNA=/folder:/folder``."""
    allowed = environ.get(ALLOWED)
    only = (
        None if allowed is None else frozenset(name for each in allowed.split(",") if (name := each.strip()))
    )
    own = tuple(Path(each).resolve() for each in environ.get(OWN, "").split(os.pathsep) if each.strip())
    return Choice(without, only, strict, own)
