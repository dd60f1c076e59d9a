"""The plugins of one rule set: which they are, in which order, and what each of their hooks answers.

In: the settings of a folder, and what the user has chosen.  Out: values from the plugins, in the order in which
`styrregler.toml` names them.  A plugin is imported when something of its kind is first asked for.  Refuses to know what the
values are for; whatever cannot be used is told and left out.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from styrregler.plugins.choice import OWN, Choice
from styrregler.plugins.trouble import Named, Trouble, Troubles, told
from styrregler.text import Place
from styrregler.values import nearest
from styrregler.workspace.folder_settings import FolderSettings

if TYPE_CHECKING:
    from styrregler.plugins.installed import Installed

MOST = 10_000
"""Values that one hook may give; an endless stream is cut here."""


@frozen
class Called:
    """One call of a hook, for `styrregler plugin prova`: how many values it gave and how long it took."""

    plugin: str
    hook: str
    values: int
    seconds: float


@frozen(eq=False)
class Active:
    """A plugin that may run: what imports each of its kinds, and the table of its options."""

    named: Named
    bring: Mapping[str, Callable[[], Any]]
    table: Mapping[str, Any] = field(factory=dict)
    package: str = ""
    modules: Mapping[str, str] = field(factory=dict)
    """What is imported for each kind, as its distribution says it."""


@define(eq=False, slots=False)
class Host:
    """See the module. ``folder`` is where the rules lie."""

    active: tuple[Active, ...] = ()
    folder: Path = Path()
    troubles: Troubles = field(factory=Troubles)
    missing: bool = False
    """Whether some plugin that the rules name is not here: then the codes that are not known may be its."""
    calls: list[Called] = field(factory=list)
    _loaded: dict[tuple[str, str], Any] = field(factory=dict)

    def has(self, kind: str) -> bool:
        return any(kind in each.bring for each in self.active)

    def plugin(self, name: str) -> Active | None:
        return next((each for each in self.active if each.named.name == name), None)

    def answers(self, kind: str, hook: str, **arguments: Any) -> Iterator[tuple[Named, Any]]:
        """What each plugin answers to ``hook``, in order; None where it has nothing to say is left out."""
        for each in self.active:
            if kind in each.bring:
                answer = self._call(each, kind, hook, arguments)
                if answer is not None:
                    yield each.named, answer

    def values(self, kind: str, hook: str, accepted: type, **arguments: Any) -> Iterator[tuple[Named, Any]]:
        """The values of ``hook``, one by one, that are ``accepted``."""
        for named, answer in self.answers(kind, hook, **arguments):
            if isinstance(answer, (str, bytes, Mapping)) or not isinstance(answer, Iterable):
                self.wrong(named, hook, f"en följd av {accepted.__name__}", answer)
                continue
            begun = time.perf_counter()
            count = 0
            for value in self.items(named, hook, answer):
                count += 1
                if isinstance(value, accepted):
                    yield named, value
                else:
                    self.wrong(named, hook, accepted.__name__, value)
            spent = self.calls.pop().seconds + time.perf_counter() - begun
            self.calls.append(Called(named.name, hook, count, spent))

    def items(self, named: Named, hook: str, answer: Iterable[Any]) -> Iterator[Any]:
        """Each of ``answer``, until it raises or goes on for too long; either is told."""
        stream = self.attempt(named, hook, lambda: iter(answer))
        for count in range(MOST + 1):
            step = self.attempt(named, hook, partial(_next, stream)) if stream is not None else None
            if step is None or step[0] is _END:
                return
            if count < MOST:
                yield step[0]
        self.troubles.tell(
            Trouble.WRONG_VALUE,
            named,
            f"slutar inte svara i {hook}",
            "be den som har gjort pluginet rätta det",
            why=f"de {MOST} första svaren är med, resten inte",
        )

    def attempt(self, named: Named, hook: str, act: Callable[[], Any]) -> Any:
        """What ``act`` gives; None when it raises, which is told."""
        from styrregler.plugins.loading import at_arms_length

        try:
            with at_arms_length():
                return act()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a plugin does, its host goes on
            why = told(error)
        self.troubles.tell(
            Trouble.STOPPED,
            named,
            f"stannade i {hook}",
            f"uppdatera det, eller kör med --utan-plugin {named.name}",
            why=why,
        )
        return None

    def wrong(self, named: Named, hook: str, expected: str, got: object) -> None:
        self.troubles.tell(
            Trouble.WRONG_VALUE,
            named,
            f"gav fel slag av svar i {hook}",
            "be den som har gjort pluginet rätta det; svaret är inte med",
            why=f"det skulle vara {expected} men är {type(got).__name__}",
        )

    def _call(self, plugin: Active, kind: str, hook: str, arguments: Mapping[str, Any]) -> Any:
        loaded = self._load(plugin, kind)
        if loaded is None:
            return None
        manager, options = loaded
        begun = time.perf_counter()
        given = {"folder": self.folder, "options": options, **arguments}
        answered = self.attempt(plugin.named, hook, lambda: getattr(manager.hook, hook)(**given))
        if not isinstance(answered, list) or not answered or answered[0] is None:
            return None
        self.calls.append(Called(plugin.named.name, hook, 1, time.perf_counter() - begun))
        return answered[0]

    def _load(self, plugin: Active, kind: str) -> Any:
        """The plugin's manager for ``kind`` and its options; None when something is wrong with either."""
        key = (plugin.named.name, kind)
        if key not in self._loaded:
            self._loaded[key] = None  # what is wrong is told once, also when it stops the command
            self._loaded[key] = self._freshly(plugin, kind)
        return self._loaded[key]

    def _freshly(self, plugin: Active, kind: str) -> Any:
        from styrregler.plugins.loading import load_kind
        from styrregler.plugins.options import read_options
        from styrregler.values import Fault

        found = load_kind(kind, plugin.named, frozenset(plugin.bring), plugin.bring[kind], self.troubles)
        if found is None:
            return None
        manager, module = found
        options = self.attempt(
            plugin.named, "Options", lambda: (read_options(getattr(module, "Options", None), plugin.table),)
        )
        if options is None:
            return None
        if isinstance(options[0], Fault):
            fault = options[0]
            self.troubles.tell(Trouble.WRONG_OPTION, plugin.named, fault.message, fault.remedy, why=fault.why)
            return None
        return manager, options[0]


_END = object()


def _next(stream: Iterator[Any]) -> tuple[Any]:
    """The next value, wrapped so that None is a value too."""
    return (next(stream, _END),)


# ---------- which plugins


def host_of(settings: FolderSettings, folder: Path, choice: Choice) -> Host:
    """The plugins that ``settings`` name, as far as they are installed and ``choice`` lets them."""
    troubles = Troubles(choice.strict)
    if not settings.plugins and not settings.own_checks:
        return Host(folder=folder, troubles=troubles)
    wanted = [each for each in settings.plugins if choice.allows(each.name)]
    there: Mapping[str, tuple[Installed, ...]] = {}
    if wanted:
        from styrregler.plugins.installed import installed

        there = installed()
    active = []
    for each in wanted:
        found = _found(each.name, each.package, each.place, there, troubles)
        if found is not None:
            named = Named(found.name, found.version, each.place)
            bring = {kind: point.load for kind, point in found.modules.items()}
            modules = {kind: point.value for kind, point in found.modules.items()}
            active.append(Active(named, bring, each.options, found.package, modules))
    if settings.own_checks:
        active += _own(folder, settings.own_checks, choice, troubles)
    complete = len(active) >= len(settings.plugins) + bool(settings.own_checks)
    return Host(tuple(active), folder, troubles, missing=not complete)


def _found(
    name: str,
    package: str,
    place: Place,
    there: "Mapping[str, tuple[Installed, ...]]",
    troubles: Troubles,
) -> "Installed | None":
    candidates = [each for each in there.get(name, ()) if package in ("", each.package)]
    match candidates:
        case [one]:
            return one
        case []:
            meant = nearest(name, there)
            troubles.tell(
                Trouble.NOT_INSTALLED,
                Named(name, place=place),
                "är inte installerat",
                (f"menade du «{meant}»? " if meant else "")
                + f"Installera det, eller ta bort [plugin.{name}] ur styrregler.toml",
            )
        case _:
            packages = " och ".join(each.package for each in candidates)
            troubles.tell(
                Trouble.SAME_NAME,
                Named(name, place=place),
                "finns i flera paket och läses inte in",
                f'avinstallera alla utom ett, eller skriv paket = "{candidates[0].package}" under [plugin.{name}]',
                why=f"både {packages} heter så",
            )
    return None


def _own(folder: Path, place: Place, choice: Choice, troubles: Troubles) -> Iterator[Active]:
    """The checks in the folder itself, one plugin a file."""
    from styrregler.plugins.local import FOLDER, bringing, local_files

    if not choice.allows(FOLDER):
        return
    if not choice.trusts(folder):
        troubles.tell(
            Trouble.NOT_OWN,
            Named(FOLDER, place=place),
            "läses inte in: mappen är inte angiven som din egen",
            f"har du läst koden i {FOLDER}/ och är reglerna dina egna: sätt {OWN} till reglernas mapp",
            why="kontrollerna är program, och den som bara läser någon annans regler ska inte köra dennes program",
        )
        return
    for file in local_files(folder):
        yield Active(Named(f"{FOLDER}/{file.name}", place=place), {"checks": bringing(file)})
