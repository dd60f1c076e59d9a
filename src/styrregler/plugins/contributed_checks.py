"""The checks that plugins bring, among the built-in ones; a module of its own, since only checking needs all checks.

In: a host.  Out: checks, their codes and their pages.  What a plugin got wrong is told and left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from styrregler.checks import CODES, PAGES, Check, Remark, Review
from styrregler.diagnostics import CodePage, Codes, Severity
from styrregler.plugins.host import Active, Host
from styrregler.plugins.trouble import Named, Trouble
from styrregler.text import Place
from styrregler.version import __version__

BUILTIN = "styrregler"
OWN_CODE = re.compile(r"(?!SR)[A-Z]{2,8}\d{3}")
"""The code of a plugin's check: letters of its own and three digits. SR is the product's."""


def checks_of(host: Host) -> tuple[Check, ...]:
    """Every check, in order of code: the built-in ones and the plugins', all through the hook ``checks``."""
    from styrregler.plugins import builtin

    ours = Active(Named(BUILTIN, __version__), {"checks": lambda: builtin})
    every = evolve(host, active=(ours, *host.active))
    found: dict[str, Check] = {}
    by: dict[str, Named] = {}
    for named, check in every.values("checks", "checks", Check):
        if named.name == BUILTIN:
            found[check.code], by[check.code] = check, named
        elif _whole(check, named, host):
            if check.code in found:
                host.troubles.tell(
                    Trouble.SAME_NAME,
                    named,
                    f"har en kontroll med koden {check.code}, som redan finns i {by[check.code]}",
                    "kontrollen körs inte; be den som har gjort pluginet byta kod",
                )
            else:
                found[check.code], by[check.code] = _guarded(check, named, host), named
    return tuple(found[code] for code in sorted(found))


def _whole(check: Check, named: Named, host: Host) -> bool:
    texts = (check.code, check.name, check.page, check.situation)
    if not all(isinstance(each, str) for each in texts) or not isinstance(check.severity, Severity):
        host.wrong(named, "checks", "Check med kod, namn, nivå och sida", check)
        return False
    if OWN_CODE.fullmatch(check.code) is None:
        host.troubles.tell(
            Trouble.WRONG_VALUE,
            named,
            f"har en kontroll med koden «{check.code}», som inte kan användas",
            "koden är två till åtta stora bokstäver, andra än SR, och tre siffror: ATT101",
        )
        return False
    return True


def _guarded(check: Check, named: Named, host: Host) -> Check:
    """``check``, whose looking stops nothing and gives nothing but remarks."""
    hook = f"kontrollen {check.code}"

    def look(review: Review) -> Iterator[Remark]:
        for remark in host.stream(named, hook, lambda: check.look(review), "Remark"):
            if _sound(remark):
                yield remark
            else:
                host.wrong(named, hook, "Remark med text och plats", remark)

    return evolve(check, look=look)


def _sound(remark: object) -> bool:
    return (
        isinstance(remark, Remark)
        and isinstance(remark.place, Place)
        and all(
            isinstance(each, str)
            for each in (
                remark.message,
                remark.why,
                remark.remedy,
                remark.heading,
                remark.label,
                remark.command,
            )
        )
        and isinstance(remark.severity, (Severity, type(None)))
        and isinstance(remark.related, tuple)
        and all(
            isinstance(each, tuple)
            and len(each) == 2
            and isinstance(each[0], Place)
            and isinstance(each[1], str)
            for each in remark.related
        )
    )


def codes_of(checks: Iterable[Check], host: Host) -> Codes:
    """The codes there are. One that is not known is let be where a plugin that may have it is not here."""
    own = {each.code for each in checks} - set(PAGES)
    absent = host.missing or bool(host.troubles.diagnostics)
    return Codes(frozenset({*CODES.known, *own}), frozenset({*CODES.movable, *own}), absent)


def pages_of(checks: Iterable[Check]) -> Mapping[str, CodePage]:
    """Every code's page."""
    return {**PAGES, **{each.code: each.code_page for each in checks}}
