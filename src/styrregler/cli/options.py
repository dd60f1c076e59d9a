"""What several commands share: where the rules are, how a question is put, and how trouble is told."""

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click
from attrs import frozen

from styrregler.cli import exits
from styrregler.cli.complete import BodyName, RoleName
from styrregler.cli.plugins import afresh_option, plugins, strict_option, without_option
from styrregler.diagnostics.diagnostic import Diagnostic, Severity
from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.rules import Rules
from styrregler.query.question import UnreadableRules
from styrregler.text import shown
from styrregler.values import Fault, parse_date
from styrregler.workspace.finding import FolderProblem, find_root, problem

Command = TypeVar("Command", bound=Callable[..., Any])
PLACE = "STYRREGLER_REGLER"


if TYPE_CHECKING:
    from styrregler.query.nearby import Nearby

    DayType = click.ParamType[date]
    StringType = click.ParamType[str]
else:
    DayType = StringType = click.ParamType  # not generic before click 8.4


class Day(DayType):
    """A day, written year-month-day."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        day = parse_date(str(value))
        if isinstance(day, Fault):
            self.fail(f"{day.message}; {day.why or day.remedy}", param, ctx)
        return day


class Where(StringType):
    """A folder or a file. An empty one, as from a variable nobody has set, must not stand for the folder one is in."""

    name = "sökväg"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value.strip():
            self.fail("sökvägen är tom; ange en mapp eller en fil", param, ctx)
        return str(value)


def rules_option(command: Command) -> Command:
    """``--regler``: the folder or file with the rules; and which plugins may take part."""
    return place_option(without_option(strict_option(command)))


def place_option(command: Command) -> Command:
    """``--regler`` alone, for commands that no plugin takes part in or that have a ``--strikt`` of their own."""
    return click.option(
        "--regler",
        "place",
        type=Where(),
        metavar="MAPP",
        envvar=PLACE,
        help=f"Mappen med reglerna. Annars {PLACE}, eller närmaste styrregler.toml uppåt.",
    )(afresh_option(command))


def json_option(command: Command) -> Command:
    return click.option(
        "--json", "as_json", is_flag=True, help="Svara som JSON, i ett format med versionsnummer."
    )(command)


@frozen
class Given:
    """What the command line says of the case."""

    facts: dict[str, str]
    on: date | None
    body: str
    unit: str
    absent: tuple[str, ...]
    disqualified: tuple[str, ...]


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is known of the case; the command gets them as one ``given``."""

    @wraps(command)
    def with_given(*args: Any, facts: tuple[str, ...], **rest: Any) -> Any:
        known = {name: rest.pop(name) for name in ("on", "body", "unit", "absent", "disqualified")}
        return command(*args, given=Given(facts_of(facts), **known), **rest)

    options = (
        click.option(
            "-u",
            "--uppgift",
            "facts",
            multiple=True,
            metavar="NAMN=VÄRDE",
            help="En känd uppgift, till exempel belopp=450000.",
        ),
        click.option(
            "--datum",
            "on",
            type=Day(),
            metavar="ÅÅÅÅ-MM-DD",
            help="Dagen för beslutet. Ger frister som datum.",
        ),
        click.option(
            "--organ", "body", default="", type=BodyName(), metavar="ORGAN", help="Vilken nämnd det gäller."
        ),
        click.option("--enhet", "unit", default="", metavar="ENHET", help="Vilken enhet det gäller."),
        click.option(
            "--franvarande",
            "--frånvarande",
            "absent",
            multiple=True,
            type=RoleName(),
            metavar="ROLL",
            help="Den som är borta.",
        ),
        click.option(
            "--javig",
            "--jävig",
            "disqualified",
            multiple=True,
            type=RoleName(),
            metavar="ROLL",
            help="Den som är jävig.",
        ),
    )
    decorated: Callable[..., Any] = with_given
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def agreement_options(command: Command) -> Command:
    """The day and the body that a question about an agreement is put for, and whether proposals count."""
    day = click.option(
        "--datum", "on", type=Day(), metavar="ÅÅÅÅ-MM-DD", help="Vilken dag det gäller. Annars i dag."
    )
    body = click.option("--organ", "body", default="", metavar="ORGAN", help="Vilken nämnd det gäller.")
    return day(body(proposals_option(command)))


def proposals_option(command: Command) -> Command:
    """``--forslag``: what is only proposed counts too."""
    return click.option(
        "--forslag", "--förslag", "proposals", is_flag=True, help="Ta med det som bara är ett förslag."
    )(command)


def ends_options(command: Command) -> Command:
    """``--fran`` and ``--till``: between whom."""
    called = "Roll, organ eller allmänt ord: ledamot, nämnd, handläggare …"
    sender = click.option("--fran", "--från", "sender", required=True, metavar="NAMN", help=called)
    receiver = click.option("--till", "receiver", required=True, metavar="NAMN", help=called)
    return sender(receiver(command))


def facts_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """``-u namn=värde`` as a mapping; a name alone means «ja»."""
    facts: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip()
        if not name or (equals and not value.strip()):
            raise click.UsageError(f"«{shown(pair)}» är ingen uppgift; skriv till exempel -u belopp=450000")
        if name in facts:
            raise click.UsageError(f"uppgiften «{name}» är given två gånger; behåll en")
        facts[name] = value.strip() if equals else "ja"
    return facts


def rules_at(place: str | None, *, as_json: bool = False) -> Rules:
    """The rules that are meant, or an exit with the reason there are none."""
    try:
        return plugins().load(place_of(place))
    except FolderProblem as trouble:
        folder_trouble(trouble, as_json=as_json)


def place_of(place: str | None) -> Path:
    """Where the rules are. Raises FolderProblem when nobody has said and none lie upwards."""
    if place:
        return Path(place)
    root = find_root(Path())
    if root is None:
        raise problem(
            "SR803",
            "inget regelverk hittades",
            f"ange mappen med --regler, sätt {PLACE}, eller lägg en styrregler.toml i mappen",
        )
    return root


def folder_trouble(trouble: FolderProblem, *, as_json: bool) -> NoReturn:
    raise click.exceptions.Exit(diagnostic_trouble(trouble.diagnostic, as_json=as_json))


def diagnostic_trouble(found: Diagnostic, *, as_json: bool) -> int:
    """Say why the rules cannot be used; the exit code that tells."""
    if as_json:
        from styrregler.render.data import diagnostics_data

        echo_json(diagnostics_data((found,)))
    else:
        from styrregler.render.diagnostics import render_diagnostic

        click.echo(render_diagnostic(found), err=True)
    return exits.UNREADABLE


def note_faults(rules: Rules) -> None:
    """One line on standard error when the files have errors that did not touch this answer."""
    errors = sum(found.severity is Severity.ERROR for found in rules.diagnostics)
    if errors:
        click.echo(f"obs: reglerna har {errors} fel; kör «styrregler kontrollera»", err=True)


def question_trouble(error: Exception, rules: Rules, *, as_json: bool) -> NoReturn:
    """Say why a question got no answer, and exit with the code that tells."""
    message, remedy, code = str(error), "", exits.WRONG_USE
    candidates: list[dict[str, Any]] = []
    near: Nearby | None = None
    differs: list[str] = []
    match error:
        case QuestionFault():
            message = "; ".join(fault.message for fault in error.faults)
            remedy = "; ".join(fault.remedy for fault in error.faults)
            code = exits.NO_ANSWER if isinstance(error, SeveralFigures) else code
        case SeveralMatters(text=text) if not text.strip():
            message, remedy = "frågan är tom", "skriv vad ärendet gäller, eller bläddra med «styrregler visa»"
        case SeveralMatters():
            code = exits.NO_ANSWER
            how_many = {0: "inget ärende passar", 1: "bara ett ärende passar, och inte säkert,"}
            message = (
                f"{how_many.get(len(error.candidates), 'flera ärenden passar')} på «{shown(error.text)}»"
            )
            near = rules.nearby(error.text)
            remedy = (
                "ange ärendet med namnet inom parentes, eller nämnden med --organ"
                if error.candidates
                else "fråga där; det står inte i kommunens delegationsordningar"
                if near.elsewhere
                else "sök med andra ord, eller bläddra med «styrregler visa» och nämndens namn"
            )
            near = near if near.elsewhere or not error.candidates else None
            candidates = [
                {
                    "matter": found.matter,
                    "body": found.rule.body,
                    "number": found.rule.number,
                    "title": found.rule.title,
                    "order": found.order,
                }
                for found in error.candidates
            ]
            from styrregler.render.understood import apart

            differs = apart(error.candidates)
        case UnreadableRules():
            code, remedy = exits.UNREADABLE, "rätta felen som «styrregler kontrollera» visar"
        case _:
            raise error
    if as_json:
        from styrregler.render.data import error_data
        from styrregler.render.understood import near_data

        data = error_data(message, remedy, candidates)
        echo_json({**data, "near": near_data(near)} if near else data)
    else:
        click.echo(f"fel: {message}", err=True)
        for each, words in zip(candidates, differs, strict=True):
            click.echo(f"  {each['body']}  {each['number']:<8}{each['title']}  ({each['matter']})", err=True)
            apart_by = f" · skiljer sig: {words}" if words else ""
            click.echo(f"      {each['order']}{apart_by}", err=True)
        if near:
            from styrregler.render.understood import nearby_lines

            for line in nearby_lines(near):
                click.echo(line, err=True)
        click.echo(f"  gör så: {remedy}", err=True)
        if isinstance(error, SeveralMatters):  # what is sought may stand in what could not be read
            note_faults(rules)
    raise click.exceptions.Exit(code)


def json_text(data: dict[str, Any]) -> str:
    """``data`` as it is written."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def echo_json(data: dict[str, Any]) -> None:
    click.echo(json_text(data), nl=False)


def at_terminal() -> bool:
    """Whether a person sits at both ends; never in a pipe, never under a test that says otherwise."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("STYRREGLER_FRAGA_INTE")
