"""What a check is: a function from a review to remarks, with a code, a name, a level and a page.

In: a function with a Swedish docstring.  Out: a :class:`Check`.  Refuses to know any particular check.
"""

from collections.abc import Callable, Iterable, Iterator
from inspect import cleandoc
from typing import Any

from attrs import evolve, frozen

from styrregler.checks.review import Review
from styrregler.diagnostics import CodePage, Diagnostic, Severity
from styrregler.model import Order, Rule
from styrregler.text import Place


@frozen
class Remark:
    """What a check has to say about a place (anmärkning).

    ``message`` is lower case without full stop, ``why`` the reason and ``remedy`` the next step. ``severity`` where it
    is milder than the check's own; never harsher. ``command`` is a command line that shows the fault.
    """

    message: str
    place: Place
    why: str = ""
    remedy: str = ""
    heading: str = ""
    label: str = ""
    severity: Severity | None = None
    related: tuple[tuple[Place, str], ...] = ()
    command: str = ""

    @classmethod
    def on(cls, rule: Rule, order: Order, message: str, place: Place | None = None, **more: Any) -> "Remark":
        """About a row: at ``place``, or where the row begins."""
        return cls(message, place or rule.place, heading=f"{order.title} › {rule.label}", **more)

    def at_most(self, severity: Severity) -> "Remark":
        """The same, no harsher than ``severity``."""
        worst = max(severity, self.severity or Severity.ERROR, key=lambda each: each.rank)
        return evolve(self, severity=worst)


Looking = Callable[[Review], Iterable[Remark]]


@frozen
class Check:
    """A check (kontroll).

    ``name`` says what is wrong, as the heading of a message; ``page`` is Markdown in Swedish. ``situation`` names the
    statutory duty (lagplikt ``utlöses av``) that the check rests on: the statute itself is data in `policies/lag`.
    """

    code: str
    name: str
    severity: Severity
    look: Looking
    page: str
    situation: str = ""

    def run(self, review: Review) -> Iterator[Diagnostic]:
        """Its findings. No remark is harsher than the check; one that rests on law nobody has read is no error."""
        duty = review.duty(self.situation) if self.situation else None
        read = not self.situation or (duty is not None and duty.verified)
        for remark in self.look(review):
            worst = max(self.severity, remark.severity or self.severity, key=lambda each: each.rank)
            yield Diagnostic(
                self.code,
                Severity.WARNING if worst is Severity.ERROR and not read else worst,
                remark.message,
                remark.place,
                label=remark.label,
                why=remark.why or (f"{duty}" if duty is not None else ""),
                remedy=remark.remedy,
                heading=remark.heading,
                related=remark.related,
                command=remark.command,
            )

    @property
    def code_page(self) -> CodePage:
        """Its page in the catalogue of codes."""
        return CodePage(self.code, self.name, self.page, self.severity)


def check(code: str, name: str, severity: Severity, *, situation: str = "") -> Callable[[Looking], Check]:
    """Make a function a check; its docstring becomes the check's page."""

    def made(look: Looking) -> Check:
        assert look.__doc__, f"{code} has no page"
        return Check(code, name, severity, look, cleandoc(look.__doc__), situation)

    return made
