"""Click in Swedish, from 8.2 on.

Click passes its own sentences through gettext but ships no catalogue. Here is one: as a dictionary, put in the place of
the function that each of its modules imported. A test sees to it that no English is left.
"""

import importlib
from typing import Any

_SENTENCES = {
    # ---------- help
    "Usage: ": "Så här: ",
    "Usage:": "Så här:",
    "Options": "Val",
    "Commands": "Kommandon",
    "Arguments": "Argument",
    "Positional arguments": "Argument",
    "Show this message and exit.": "Visa den här hjälpen.",
    "Show the version and exit.": "Visa versionen.",
    "Confirm the action without prompting.": "Gör det utan att fråga.",
    "default: {default}": "om inget sägs: {default}",
    "(dynamic)": "(beräknas)",
    "required": "måste anges",
    "env var: {var}": "miljövariabel: {var}",
    "deprecated": "föråldrat",
    "{text} {deprecated_message}": "{text} {deprecated_message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "kommandot {name} är föråldrat{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "{name} är föråldrat{extra_message}",
    # ---------- commands, options and arguments
    "Error: {message}": "fel: {message}",
    "Error": "fel",
    "Aborted!": "Avbrutet.",
    "unknown error": "okänt fel",
    "Try '{command} {option}' for help.": "Prova «{command} {option}» för hjälp.",
    "No such command {name!r}.": "kommandot «{name}» finns inte",
    "No such option: {name}": "valet {name} finns inte",
    "No such option {name!r}.": "valet {name} finns inte",
    "Did you mean {possibility}?": "(menade du {possibility}?)",
    "(Possible options: {possibilities})": "(menade du något av {possibilities}?)",
    "(Did you mean one of: {possibilities}?)": "(menade du något av {possibilities}?)",
    "Missing command.": "kommando saknas",
    "Missing argument": "argument saknas",
    "Missing option": "val saknas",
    "Missing parameter": "uppgift saknas",
    "Missing {param_type}": "{param_type} saknas",
    "Missing parameter: {param_name}": "{param_name} saknas",
    "Option {name!r} does not take a value.": "valet {name} tar inget värde",
    "Option {name!r} requires an argument.": "valet {name} behöver ett värde",
    "Option {name!r} requires {nargs} arguments.": "valet {name} behöver {nargs} värden",
    "Argument {name!r} takes {nargs} values.": "argumentet {name} behöver {nargs} värden",
    "Got unexpected extra argument ({args})": "det är ett ord för mycket: {args} (sätt det som hör ihop inom citattecken)",
    "Got unexpected extra arguments ({args})": "det är flera ord för mycket: {args} (sätt det som hör ihop inom citattecken)",
    "Takes {nargs} values but 1 was given.": "behöver {nargs} värden men fick ett",
    "Takes {nargs} values but {len} were given.": "behöver {nargs} värden men fick {len}",
    "{len_type} values are required, but {len_value} was given.": "behöver {len_type} värden men fick {len_value}",
    "{len_type} values are required, but {len_value} were given.": "behöver {len_type} värden men fick {len_value}",
    # ---------- values
    "Invalid value": "ogiltigt värde",
    "Invalid value: {message}": "ogiltigt värde: {message}",
    "Invalid value for {param_hint}: {message}": "ogiltigt värde för {param_hint}: {message}",
    "Choose from:\n\t{choices}": "välj bland {choices}",
    "{value!r} is not {choice}.": "{value!r} är inte {choice}",
    "{value!r} is not one of {choices}.": "{value!r} är inget av {choices}",
    "{value!r} is not a valid {number_type}.": "{value!r} är inget tal",
    "{value!r} is not a valid boolean.": "{value!r} är varken ja eller nej",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} är varken ja eller nej ({states})",
    "{value!r} is not a valid UUID.": "{value!r} är inget UUID",
    "{value!r} does not match the format {format}.": "{value!r} skrivs inte som {format}",
    "{value!r} does not match the formats {formats}.": "{value!r} skrivs inte som något av {formats}",
    "{value} is not in the range {range}.": "{value} ligger inte i {range}",
    "file": "filen",
    "directory": "mappen",
    "path": "sökvägen",
    "{name} {filename!r} does not exist.": "{filename} finns inte",
    "{name} {filename!r} is a file.": "{filename} är en fil",
    "{name} {filename!r} is a directory.": "{filename} är en mapp",
    "{name} {filename!r} is not readable.": "{filename} får inte läsas",
    "{name} {filename!r} is not writable.": "{filename} får inte skrivas",
    "{name} {filename!r} is not executable.": "{filename} får inte köras",
    "Could not open file {filename!r}: {message}": "{filename} kan inte öppnas",
    # ---------- questions
    "Do you want to continue?": "Vill du fortsätta?",
    "Repeat for confirmation": "En gång till",
    "Error: invalid input": "fel: svara y (ja) eller n (nej)",
    "Error: The value you entered was invalid.": "fel: värdet kan inte läsas",
    "Error: The two entered values do not match.": "fel: värdena är inte lika",
    "Error: {e.message}": "fel: {e.message}",
    "Press any key to continue...": "Tryck på en tangent för att fortsätta …",
    # ---------- completion
    "Shell completion is not supported for Bash versions older than 4.4.": "Bash fyller i från version 4.4.",
    "Couldn't detect Bash version, shell completion is not supported.": "Vilken Bash det är går inte att se; den fyller inte i.",
}
_MODULES = (
    "core",
    "decorators",
    "exceptions",
    "formatting",
    "parser",
    "shell_completion",
    "termui",
    "types",
)


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
