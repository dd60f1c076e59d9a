"""What plugins bring under a name of its own: commands, imports, exports and forms of answers.

In: a host.  Out: each by its name, with the plugin it is from, and what it makes when it is asked.  Where two have the same
name the first counts and the other is told.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from styrregler.formatting import Formatted, Unreadable, format_source
from styrregler.plugins.contributions import Asked, Command, Exporter, Importer, Renderer, Reply
from styrregler.plugins.host import ALL_IT_TAKES, Host
from styrregler.plugins.trouble import Named, Trouble
from styrregler.query import Answer
from styrregler.ruleset import RuleSet
from styrregler.text import SourceText

Brought = TypeVar("Brought", Command, Importer, Exporter, Renderer)
ByName = Mapping[str, tuple[Named, Brought]]


def commands_of(host: Host) -> ByName[Command]:
    return _by_name(host, "commands", Command, "ett kommando", lambda each: each.run)


def importers_of(host: Host) -> ByName[Importer]:
    return _by_name(host, "importers", Importer, "en inläsning", lambda each: each.read)


def exporters_of(host: Host) -> ByName[Exporter]:
    return _by_name(host, "exporters", Exporter, "en utskrift", lambda each: each.write)


def renderers_of(host: Host) -> ByName[Renderer]:
    return _by_name(host, "renderers", Renderer, "en svarsform", lambda each: each.render)


def _by_name(
    host: Host, kind: str, accepted: type[Brought], what: str, act: Callable[[Brought], Any]
) -> ByName[Brought]:
    """The kind is its hook too."""
    found: dict[str, tuple[Named, Brought]] = {}
    for named, each in host.values(kind, kind, accepted) if host.has(kind) else ():
        if not isinstance(each.name, str) or not isinstance(each.summary, str) or not callable(act(each)):
            host.wrong(named, kind, f"{accepted.__name__} med namn, text och funktion", each)
        elif each.name in found:
            host.troubles.tell(
                Trouble.SAME_NAME,
                named,
                f"har {what} «{each.name}», som redan finns i {found[each.name][0]}",
                "det är inte med; be den som har gjort pluginet byta namn på det",
            )
        else:
            found[each.name] = (named, each)
    return found


# ---------- asked for by name: they may take the time they need


def ran(named: Named, command: Command, asked: Asked, host: Host) -> Reply | None:
    """What the command answers; None where it cannot be used, which is told."""
    hook = f"kommandot {command.name}"
    reply = host.attempt(named, hook, lambda: command.run(asked), ALL_IT_TAKES)
    if isinstance(reply, Reply) and isinstance(reply.text, str) and isinstance(reply.code, int):
        return reply
    if reply is not None:
        host.wrong(named, hook, "Reply med text och kod", reply)
    return None


def imported(named: Named, importer: Importer, asked: Asked, host: Host) -> str | None:
    """The text that it has read, in the one way of writing it; as it is where it cannot be read as rules, which is told."""
    hook = f"inläsningen {importer.name}"
    text = host.attempt(named, hook, lambda: importer.read(asked), ALL_IT_TAKES)
    if text is None:
        return None
    if not isinstance(text, str):
        host.wrong(named, hook, "text", text)
        return None
    outcome = format_source(SourceText.of(f"{importer.name}.styr", text))
    if isinstance(outcome, Formatted):
        return outcome.text
    host.troubles.tell(
        Trouble.WRONG_VALUE,
        named,
        f"gav regler som inte går att läsa i {hook}",
        "texten är skriven som den är: rätta den, och visa den för den som har gjort pluginet",
        why="; ".join(str(each.message) for each in outcome.diagnostics[:1])
        if isinstance(outcome, Unreadable)
        else "",
    )
    return text


def exported(named: Named, exporter: Exporter, asked: Asked, host: Host) -> str | bytes | None:
    """What it has made; None where it cannot be used, which is told."""
    hook = f"utskriften {exporter.name}"
    made = host.attempt(named, hook, lambda: exporter.write(asked), ALL_IT_TAKES)
    if isinstance(made, (str, bytes)):
        return made
    if made is not None:
        host.wrong(named, hook, "text eller bytes", made)
    return None


def rendered(named: Named, renderer: Renderer, answer: Answer, rules: RuleSet, host: Host) -> str | None:
    """The answer in its form; None where it cannot be used, which is told."""
    hook = f"svarsformen {renderer.name}"
    made = host.attempt(named, hook, lambda: renderer.render(answer, rules))
    if isinstance(made, str):
        return made
    if made is not None:
        host.wrong(named, hook, "text", made)
    return None
