"""The plugins of one rule set, in order, and what each of their hooks answers.

In: the plugins that take part.  Out: values from the plugins, in the order in which
`styrregler.toml` names them.  A plugin is imported when something of its kind is first asked for.  Refuses to know what the
values are for; whatever cannot be used is told and left out.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from styrregler.plugins.lacking import Lacking
from styrregler.plugins.trouble import Named, Trouble, Troubles, cut, told

MOST = 10_000
"""Values that one hook may give; an endless stream is cut here."""
WAIT = 10.0
"""Seconds that one call may take where `styrregler.toml` does not say otherwise (``svarstid``)."""
ALL_IT_TAKES = 1e9
"""For what somebody has asked a plugin for by name: they wait, or press Ctrl-C."""


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
    wait: float = WAIT


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
    _silent: set[str] = field(factory=set)
    """Those that have not answered in time: they are asked nothing more."""

    def has(self, kind: str) -> bool:
        return any(kind in each.bring for each in self.active)

    def plugin(self, name: str) -> Active | None:
        return next((each for each in self.active if each.named.name == name), None)

    def answers(self, kind: str, hook: str, **arguments: Any) -> Iterator[tuple[Named, Any]]:
        """What each plugin answers to ``hook``, in order; None where it has nothing to say is left out."""
        for each in self.active:
            call = self._call(each, kind, hook, arguments)
            if call is None:
                continue
            begun = time.perf_counter()
            answer = self.attempt(each.named, hook, call)
            self.calls.append(Called(each.named.name, hook, 1, time.perf_counter() - begun))
            if answer is not None:
                yield each.named, answer

    def values(self, kind: str, hook: str, accepted: type, **arguments: Any) -> Iterator[tuple[Named, Any]]:
        """The values of ``hook``, one by one, that are ``accepted``. What the plugin lacks is told."""
        for each in self.active:
            call = self._call(each, kind, hook, arguments)
            if call is None:
                continue
            begun = time.perf_counter()
            found = self.stream(each.named, hook, call, accepted.__name__)
            self.calls.append(Called(each.named.name, hook, len(found), time.perf_counter() - begun))
            for value in found:
                if isinstance(value, accepted):
                    yield each.named, value
                elif isinstance(value, Lacking):
                    self._lacks(each.named, hook, value)
                else:
                    self.wrong(each.named, hook, accepted.__name__, value)

    def stream(self, named: Named, hook: str, act: Callable[[], Any], expected: str) -> tuple[Any, ...]:
        """What ``act`` gives one after another, until it raises or goes on for too long; either is told."""
        got: list[Any] = []

        def draw() -> tuple[Any, ...]:
            answer = act()
            if isinstance(answer, (str, bytes, Mapping)) or not isinstance(answer, Iterable):
                return (answer,)
            for each in answer:
                got.append(each)
                if len(got) > MOST:
                    break
            return ()

        odd = self.attempt(named, hook, draw)
        if odd and odd[0] is not None:
            self.wrong(named, hook, f"en följd av {expected}", odd[0])
        found = tuple(got[:MOST])
        if len(got) > MOST:
            self.troubles.tell(
                Trouble.WRONG_VALUE,
                named,
                f"slutar inte svara i {hook}",
                "be den som har gjort pluginet rätta det",
                why=f"de {MOST} första svaren är med, resten inte",
            )
        return found

    def attempt(self, named: Named, hook: str, act: Callable[[], Any], wait: float | None = None) -> Any:
        """What ``act`` gives; None when it raises, or takes longer than ``wait`` (the plugin's), which is told."""
        from styrregler.plugins.bounded import NotDone, within

        if named.name in self._silent:
            return None
        plugin = self.plugin(named.name)
        wait = wait or (plugin.wait if plugin else WAIT)
        try:
            return within(wait, act)
        except KeyboardInterrupt:
            raise
        except NotDone:
            self._gone(named, hook, wait)
            return None
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

    def _gone(self, named: Named, hook: str, wait: float) -> None:
        self._silent.add(named.name)
        self.troubles.tell(
            Trouble.SILENT,
            named,
            f"svarar inte i {hook}",
            f"kör med --utan-plugin {named.name}, eller ge det längre tid: svarstid = {wait * 6:g} under "
            f"[plugin.{named.name}]",
            why=f"det var inte klart efter {wait:g} s".replace(".", ",") + ", och frågas inte mer",
        )

    def _lacks(self, named: Named, hook: str, lacking: Lacking) -> None:
        texts = (lacking.what, lacking.why, lacking.remedy)
        if all(isinstance(each, str) for each in texts):
            what, why, remedy = (cut(each) for each in texts)
            self.troubles.tell(Trouble.NO_SOURCE, named, what, remedy, why=why)
        else:
            self.wrong(named, hook, "Lacking med tre texter", lacking)

    def wrong(self, named: Named, hook: str, expected: str, got: object) -> None:
        self.troubles.tell(
            Trouble.WRONG_VALUE,
            named,
            f"gav fel slag av svar i {hook}",
            "be den som har gjort pluginet rätta det; svaret är inte med",
            why=f"det skulle vara {expected} men är {type(got).__name__}",
        )

    def _call(
        self, plugin: Active, kind: str, hook: str, arguments: Mapping[str, Any]
    ) -> Callable[[], Any] | None:
        """What calls the plugin's ``hook``; None where it has none that can be called."""
        loaded = self._load(plugin, kind) if kind in plugin.bring else None
        if loaded is None:
            return None
        manager, options = loaded
        caller = getattr(manager.hook, hook)
        if not caller.get_hookimpls():
            return None
        given = {"folder": self.folder, "options": options, **arguments}

        def call() -> Any:
            answered = caller(**given)
            answer = answered[0] if answered else None  # pluggy leaves out None
            return {**answer} if isinstance(answer, Mapping) else answer

        return call

    def _load(self, plugin: Active, kind: str) -> Any:
        """The plugin's manager for ``kind`` and its options; None when something is wrong with either."""
        key = (plugin.named.name, kind)
        if key not in self._loaded:
            self._loaded[key] = None  # what is wrong is told once, also when it stops the command
            self._loaded[key] = self._freshly(plugin, kind)
        return self._loaded[key]

    def _freshly(self, plugin: Active, kind: str) -> Any:
        from styrregler.plugins.bounded import NotDone
        from styrregler.plugins.loading import load_kind
        from styrregler.plugins.options import read_options
        from styrregler.values import Fault

        if plugin.named.name in self._silent:
            return None
        kinds, bring = frozenset(plugin.bring), plugin.bring[kind]
        try:
            found = load_kind(kind, plugin.named, kinds, bring, self.troubles, plugin.wait)
        except NotDone:
            self._gone(plugin.named, "inläsningen", plugin.wait)
            return None
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
