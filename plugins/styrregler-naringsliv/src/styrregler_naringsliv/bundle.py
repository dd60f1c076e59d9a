"""The rules that travel here: every file in `regler/`."""

from collections.abc import Iterable
from importlib.resources import files

from styrregler.plugins import RuleText, hookimpl
from styrregler_naringsliv.options import Options

__all__ = ["Options", "rule_texts"]


@hookimpl
def rule_texts() -> Iterable[RuleText]:
    """Them, in order of name."""
    folder = files("styrregler_naringsliv").joinpath("regler")
    texts = sorted((each.name, each.read_text(encoding="utf-8")) for each in folder.iterdir())
    return [RuleText(name, text) for name, text in texts if name.endswith(".styr")]
