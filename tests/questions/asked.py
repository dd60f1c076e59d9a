"""The set as values.

In: the TOML files.  Out: questions.  Refuses to know how they are understood.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

HERE = Path(__file__).parent
HALVES = ("tuning", "test")
NO_ANSWER = "inget svar"
CATEGORIES = (
    "stavfel",
    "böjning",
    "sammansättning",
    "vardagsord",
    "förkortning",
    "belopp",
    "verbfras",
    "ämnesord",
    NO_ANSWER,
)
KINDS = ("vem", "får", "ersätter", "informeras", "överklagas", "när")


@frozen
class Asked:
    """One question, and what there is to understand in it."""

    text: str
    category: str
    area: str
    matters: tuple[str, ...]
    facts: Mapping[str, str] = field(factory=dict)
    may_read: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ("",)
    roles: tuple[str, ...] = ("",)
    kinds: tuple[str, ...] = ("vem",)
    day: str = ""
    source: str = ""

    @property
    def answered(self) -> bool:
        return bool(self.matters)


def half(name: str) -> tuple[Asked, ...]:
    """The questions of one half, by area."""
    return tuple(each for file in sorted((HERE / name).glob("*.toml")) for each in _read(file))


def late() -> tuple[Asked, ...]:
    """Written beside the word lists, by somebody who wrote none of them, and never read since; only scored."""
    return _read(HERE / "sena.toml")


def real() -> tuple[Asked, ...]:
    """What others asked."""
    return _read(HERE / "verkliga.toml")


def _read(file: Path) -> tuple[Asked, ...]:
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["fraga"]
    return tuple(_asked(entry, file.stem) for entry in entries)


def _asked(entry: Mapping[str, Any], area: str) -> Asked:
    known = {
        "text",
        "kategori",
        "arende",
        "fakta",
        "aven",
        "organ",
        "roll",
        "slag",
        "datum",
        "kalla",
    }
    if strange := set(entry) - known:
        raise ValueError(f"{area}: «{entry['text']}» has {', '.join(sorted(strange))}")
    return Asked(
        text=entry["text"],
        category=entry["kategori"],
        area=area,
        matters=tuple(matter for matter in _several(entry["arende"]) if matter),
        facts=entry.get("fakta", {}),
        may_read=frozenset(entry.get("aven", ())),
        bodies=_several(entry.get("organ", "")),
        roles=_several(entry.get("roll", "")),
        kinds=_several(entry.get("slag", "vem")),
        day=entry.get("datum", ""),
        source=entry.get("kalla", ""),
    )


def _several(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
