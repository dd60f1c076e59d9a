"""The forms in `rules/` and `plugin/`, filled in. ``@@word@@`` in a form, or in its name, is filled."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli_w
from attrs import frozen

from styrregler.values import Fault, fold, slug
from styrregler.version import __version__

FORM = ".mall"
"""How the forms end, so that no tool takes them for what they are the forms of; a hidden file's begins with «dot-»."""


@frozen
class Beginning:
    """The files of a beginning by path, in order, and what its folder is called."""

    folder: str
    files: Mapping[str, str]


def rule_set(title: str, day: date) -> Beginning | Fault:
    """A rule set for the municipality (or the board) that is called ``title``, in force from ``day``."""
    title = " ".join(title.split())
    name = _name(title)
    if isinstance(name, Fault) or '"' in title:
        return Fault(f"«{title}» kan inte vara namnet på ett regelverk", 'skriv till exempel "Lillby kommun"')
    meetings = [(day + timedelta(days=each)).isoformat() for each in (21, 56, 91)]
    settings: dict[str, Any] = {"namn": title}
    words = {"title": title, "name": name, "day": day.isoformat(), "meetings": ", ".join(meetings)}
    written = _filled("rules", words)
    return Beginning(name, {"styrregler.toml": tomli_w.dumps(settings), **written})


def plugin(name: str) -> Beginning | Fault:
    """A plugin called ``name`` with one check, its cases and its tests."""
    plain = _name(name)
    if isinstance(plain, Fault):
        return plain
    code = re.sub(r"[^a-z]", "", plain)[:3].upper().ljust(2, "X")
    code = "X" + code[:2] if code.startswith("SR") else code
    words = {
        "name": plain,
        "module": f"styrregler_{plain.replace('-', '_')}",
        "code": f"{code}101",
        "version": __version__,
    }
    return Beginning(f"styrregler-{plain}", _filled("plugin", words))


def _name(text: str) -> str | Fault:
    plain = slug(fold(text))
    if re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", plain) is None:
        return Fault(f"«{text}» kan inte vara ett namn", "använd bokstäver, siffror och bindestreck")
    return plain


def _filled(form: str, words: Mapping[str, str]) -> dict[str, str]:
    root = files("styrregler").joinpath("scaffold", form)

    def fill(text: str) -> str:
        return re.sub(r"@@(\w+)@@", lambda word: words[word[1]], text)

    def place(path: str) -> str:
        return fill(path).removesuffix(FORM).replace("dot-", ".")

    return {place(path): fill(file.read_text(encoding="utf-8")) for path, file in sorted(_under(root))}


def _under(folder: Traversable, before: str = "") -> list[tuple[str, Traversable]]:
    found = []
    for each in folder.iterdir():
        if each.is_dir():
            found += _under(each, f"{before}{each.name}/")
        elif each.name.endswith(FORM):
            found.append((before + each.name, each))
    return found
