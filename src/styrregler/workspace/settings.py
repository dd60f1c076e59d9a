"""`styrregler.toml`: whose the rules are, whether the shipped law is read, and the level of each code.

In: the folder.  Out: :class:`FolderSettings`.  A file that is no TOML stops the reading; anything else that is wrong in it
is told with its place, and what can be used is used.  Refuses to know which codes there are.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from styrregler.diagnostics import Diagnostic, Setting, Severity
from styrregler.text import Place, SourceText
from styrregler.values import Fault, fold, nearest
from styrregler.workspace.files import read_file, shown_path
from styrregler.workspace.finding import SETTINGS
from styrregler.workspace.folder_settings import FolderSettings, PluginSetting
from styrregler.workspace.toml import REMEDY, parse_toml

OFF = "av"
LEVELS: Mapping[str, Severity | None] = {OFF: None, **{each.value: each for each in reversed(Severity)}}
_EXAMPLE = '{ niva = "upplysning", skal = "…" }'


KEYS = ("namn", "lag", "kontroller", "fragor", "plugin", "egna-kontroller")


def read_settings(folder: Path, shown_from: Path | None = None) -> FolderSettings | Diagnostic:
    """The settings of ``folder``, the usual ones where it has none; a diagnostic when the file cannot be read."""
    file = folder / SETTINGS
    if not file.is_file():
        return FolderSettings()
    source = read_file(file, shown_from)
    if isinstance(source, Diagnostic):
        why = source.message if source.place and source.place.source.text else source.why
        message = f"{shown_path(file, shown_from)} kan inte läsas"
        return evolve(source, code="SR804", message=message, label="", why=why, remedy=REMEDY)
    return parse_settings(source)


def parse_settings(source: SourceText) -> FolderSettings | Diagnostic:
    """The settings that ``source`` holds; a diagnostic when it is no TOML."""
    data = parse_toml(source)
    if isinstance(data, Diagnostic):
        return data
    reader = _Reader(source)
    for key in data:
        if fold(key) not in map(fold, KEYS):
            meant = nearest(key, KEYS)
            reader.wrong(
                key,
                f"inställningen «{key}» finns inte",
                f"menade du «{meant}»?"
                if meant
                else f"det som kan ställas in är {', '.join(KEYS[:-1])} och {KEYS[-1]}",
            )
    name, law, checks = data.get("namn", ""), data.get("lag", True), data.get("kontroller", {})
    if not isinstance(name, str):
        reader.wrong(
            "namn",
            "inställningen «namn» ska vara text inom citattecken",
            'skriv till exempel namn = "Kommunens namn"',
        )
    if not isinstance(law, bool):
        reader.wrong(
            "lag",
            "inställningen «lag» ska vara true eller false",
            "skriv lag = false för att läsa reglerna utan de lagar som följer med",
        )
    if not isinstance(checks, dict):
        reader.wrong(
            "kontroller",
            "«kontroller» är ingen tabell",
            f"skriv [kontroller] och under den SR302 = {_EXAMPLE}",
        )
        checks = {}
    log = _log(next((value for key, value in data.items() if fold(key) == "fragor"), {}), reader)
    levels = {code: level for code, said in checks.items() if (level := reader.level(code, said))}
    plugins = reader.plugins(data.get("plugin", {}))
    own = reader.own_checks(data.get("egna-kontroller", False))
    return FolderSettings(
        name if isinstance(name, str) else "",
        law is not False,
        levels,
        log,
        plugins,
        own,
        tuple(reader.found),
    )


def log_of(place: Path) -> Path | None:
    """The file where questions without an answer are kept, for the rules at ``place``; None where none is asked for."""
    folder = place if place.is_dir() else place.parent
    settings = read_settings(folder)
    return folder / settings.log if isinstance(settings, FolderSettings) and settings.log else None


def _log(said: Any, reader: "_Reader") -> str:
    """``[fragor] logg``: a file in the folder of the rules."""
    name = said.get("logg", "") if isinstance(said, dict) else None
    strange = set(said) - {"logg"} if isinstance(said, dict) else set()
    if not isinstance(name, str) or strange or Path(name).is_absolute() or ".." in Path(name).parts:
        reader.wrong(
            "fragor",
            "«fragor» kan inte läsas",
            'skriv [fragor] och under den logg = "obesvarade.txt", en fil i samma mapp',
        )
        return ""
    return name


@define
class _Reader:
    """Collects what is wrong while the settings are read."""

    source: SourceText
    found: list[Diagnostic] = field(factory=list)

    def level(self, code: str, said: Any) -> Setting | None:
        """What is said of ``code``; None when that cannot be used."""
        read = self._level(code, said)
        if isinstance(read, Setting):
            return read
        self.wrong(code, read.message, read.remedy, read.why)
        return None

    def _level(self, code: str, said: Any) -> Setting | Fault:
        if not isinstance(said, dict):
            return Fault(f"{code} har ingen nivå och inget skäl", f"skriv {code} = {_EXAMPLE}")
        given = {fold(key): value for key, value in said.items()}
        unknown = next((key for key in said if fold(key) not in ("niva", "skal")), None)
        if unknown is not None:
            return Fault(f"okänt ord «{unknown}» för {code}", f"skriv {code} = {_EXAMPLE}")
        level, reason = given.get("niva"), given.get("skal")
        if not isinstance(level, str) or fold(level) not in LEVELS:
            what = f"«{level}» är ingen nivå" if level is not None else f"{code} har ingen nivå"
            return Fault(what, f"nivån är {', '.join(list(LEVELS)[:-1])} eller {list(LEVELS)[-1]}")
        if not isinstance(reason, str) or not reason.strip():
            return Fault(
                f"{code} har inget skäl",
                f'skriv varför: {code} = {{ niva = "{fold(level)}", skal = "…" }}',
                "den som läser senare ska kunna bedöma om skälet håller",
            )
        return Setting(LEVELS[fold(level)], " ".join(reason.split()), self._place(code))

    def plugins(self, said: Any) -> tuple[PluginSetting, ...]:
        """The plugins that the file names, in its order."""
        example = "skriv [plugin.NAMN] och under rubriken pluginets inställningar, om det har några"
        if not isinstance(said, dict):
            self.wrong("plugin", "«plugin» är ingen tabell", example)
            return ()
        found = []
        for name, table in said.items():
            package = table.get("paket", "") if isinstance(table, dict) else None
            if not isinstance(table, dict) or not isinstance(package, str):
                self.wrong(name, f"«{name}» under plugin är ingen tabell", example)
                continue
            wait = table.get("svarstid")
            if wait is not None and (type(wait) not in (int, float) or not 0 < wait < 1e6):
                self.wrong(
                    "svarstid", f"svarstid för «{name}» är inget antal sekunder", "skriv svarstid = 30"
                )
                wait = None
            options = {key: value for key, value in table.items() if key not in ("paket", "svarstid")}
            place = self._heading(f"plugin.{name}", name)
            found.append(PluginSetting(name, place, options, package, wait))
        return tuple(found)

    def own_checks(self, said: Any) -> Place | None:
        """Where the checks of the folder itself are asked for."""
        if not isinstance(said, bool):
            advice = "skriv egna-kontroller = true för att läsa in kontrollerna i mappen kontroller"
            self.wrong("egna-kontroller", "«egna-kontroller» ska vara true eller false", advice)
        return self._place("egna-kontroller") if said is True else None

    def _heading(self, heading: str, key: str) -> Place:
        """Where the heading of a table stands; where ``key`` does when the table is written otherwise."""
        at = self.source.text.find(f"[{heading}]")
        return Place(self.source, at + 1, at + 1 + len(heading)) if at >= 0 else self._place(key)

    def wrong(self, key: str, message: str, remedy: str, why: str = "") -> None:
        self.found.append(
            Diagnostic("SR804", Severity.ERROR, message, self._place(key), why=why, remedy=remedy)
        )

    def _place(self, key: str) -> Place:
        """Where ``key`` is set; TOML's reader tells no places. The top of the file when it cannot be found."""
        as_key = re.compile(
            rf"^[ \t]*\[?[ \t]*(?:[\w\"']+[ \t]*\.[ \t]*)*[\"']?({re.escape(key)})[\"']?[ \t]*[\]=.]",
            re.MULTILINE,
        )
        match = as_key.search(self.source.text)
        return Place(self.source, *match.span(1)) if match else Place(self.source, 0, 1)
