"""Click in Swedish.

Click passes its own sentences through gettext but ships no catalogue. Here is one: as a dictionary, put in the place of
the function that each of its modules imported. A test sees to it that no English is left.
"""

import importlib
from typing import Any

_SENTENCES = {
    "Usage: ": "Så här: ",
    "Usage:": "Så här:",
    "Options": "Val",
    "Commands": "Kommandon",
    "Arguments": "Argument",
    "Show this message and exit.": "Visa den här hjälpen.",
    "Show the version and exit.": "Visa versionen.",
    "Error: {message}": "fel: {message}",
    "Error": "fel",
    "Aborted!": "Avbrutet.",
    "Try '{command} {option}' for help.": "Prova «{command} {option}» för hjälp.",
    "No such command {name!r}.": "kommandot «{name}» finns inte",
    "No such option: {name}": "valet {name} finns inte",
    "Did you mean {possibility}?": "menade du {possibility}?",
    "(Possible options: {possibilities})": "(menade du något av: {possibilities})",
    "Missing command.": "kommando saknas",
    "Missing argument": "argument saknas",
    "Missing option": "val saknas",
    "Missing parameter": "uppgift saknas",
    "Missing {param_type}": "{param_type} saknas",
    "Missing parameter: {param_name}": "{param_name} saknas",
    "Invalid value: {message}": "ogiltigt värde: {message}",
    "Invalid value for {param_hint}: {message}": "ogiltigt värde för {param_hint}: {message}",
    "Invalid value": "ogiltigt värde",
    "Option {name!r} does not take a value.": "valet {name} tar inget värde",
    "Option {name!r} requires an argument.": "valet {name} behöver ett värde",
    "Option {name!r} requires {nargs} arguments.": "valet {name} behöver {nargs} värden",
    "Got unexpected extra argument ({args})": "det är ett ord för mycket: {args} (sätt frågan inom citattecken)",
    "Got unexpected extra arguments ({args})": "det är flera ord för mycket: {args} (sätt frågan inom citattecken)",
    "Takes {nargs} values but 1 was given.": "behöver {nargs} värden men fick ett",
    "Choose from:\n\t{choices}": "välj bland {choices}",
    "{value!r} is not {choice}.": "{value!r} är inte {choice}",
    "{value!r} is not one of {choices}.": "{value!r} är inget av {choices}",
    "{value!r} is not a valid {number_type}.": "{value!r} är inget tal",
    "{name} {filename!r} does not exist.": "{filename} finns inte",
    "default: {default}": "om inget sägs: {default}",
    "required": "måste anges",
    "env var: {var}": "miljövariabel: {var}",
    "{text} {deprecated_message}": "{text} {deprecated_message}",
    "file": "filen",
    "directory": "mappen",
    "path": "sökvägen",
}
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def _swedish(text: str) -> str:
    return _SENTENCES.get(text, text)


def _swedish_plural(one: str, many: str, count: int) -> str:
    return _swedish(one if count == 1 else many)


def speak_swedish() -> None:
    """Make every sentence of click's own Swedish, for this process."""
    for name in _MODULES:
        module: Any = importlib.import_module(f"click.{name}")
        if hasattr(module, "_"):
            module._ = _swedish
        if hasattr(module, "ngettext"):
            module.ngettext = _swedish_plural
