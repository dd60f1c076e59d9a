"""The ceiling of support in kronor, from euro and the rate that the municipality has set."""

from collections.abc import Mapping

from styrregler.plugins import hookimpl
from styrregler_naringsliv.options import Options

__all__ = ["Options", "known_values"]


@hookimpl
def known_values(options: Options) -> Mapping[str, int]:
    """It, in whole kronor; nothing where it is not set."""
    if options.stodtak_euro is None or options.kurs is None:
        return {}
    return {"stödtak": round(options.stodtak_euro * options.kurs)}
