"""From everything found to what is reported: suppressions in the text, then the levels of ``styrregler.toml``.

In: what reading and the checks found.  Out: :class:`Findings`.  Refuses to hide an error of reading: a row that cannot
be read answers nothing, and that must be seen.
"""

from collections.abc import Collection, Iterable
from datetime import date

from attrs import evolve, frozen

from styrregler.diagnostics.diagnostic import Diagnostic, Severity
from styrregler.diagnostics.suppression import Setting, Settings, Suppression
from styrregler.values import nearest


@frozen
class Suppressed:
    """A finding that is not reported, and why; ``by`` is None when ``styrregler.toml`` says so."""

    found: Diagnostic
    reason: str
    by: Suppression | None = None


@frozen
class Findings:
    """What is reported, in order of place and each once, and what was set aside."""

    reported: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()


@frozen
class Codes:
    """The codes there are, and those that may be set aside or given another level."""

    known: Collection[str]
    movable: Collection[str]
    more: bool = False
    """Whether there may be codes that are not known here, from plugins that are not loaded; none begins with SR."""

    def fault(self, code: str) -> str:
        """Why ``code`` cannot be set aside; empty when it can."""
        if code in self.movable:
            return ""
        if self.more and not code.startswith("SR"):
            return ""
        if code in self.known:
            return f"{code} går inte att bortse från"
        meant = nearest(code, self.movable)
        return f"koden {code} finns inte" + (f"; menade du {meant}?" if meant else "")


def sift(
    read: Iterable[Diagnostic],
    checked: Iterable[Diagnostic],
    suppressions: Iterable[Suppression],
    settings: Settings,
    codes: Codes,
    on: date,
) -> Findings:
    """Sort what was found while reading and by the checks, as of ``on``."""
    read = tuple(dict.fromkeys(read))
    firm = [found for found in read if found.severity is Severity.ERROR]
    loose = dict.fromkeys((*(found for found in read if found.severity is not Severity.ERROR), *checked))
    suppressions = tuple(suppressions)
    valid = [each for each in suppressions if not codes.fault(each.code)]
    live = [each for each in valid if each.until is None or on <= each.until]
    by_code: dict[str, list[Suppression]] = {}
    for each in live:
        by_code.setdefault(each.code, []).append(each)
    suppressed: list[Suppressed] = []
    reported: list[Diagnostic] = []
    used: set[int] = set()
    for found in loose:
        # The nearest wins: the last written of those that cover the place.
        covering = [each for each in by_code.get(found.code, ()) if each.concerns(found)]
        if covering:
            by = max(covering, key=_nearness)
            used |= {id(each) for each in covering}
            suppressed.append(Suppressed(found, by.reason, by))
        else:
            reported.append(found)
    remarks = [_invalid(each, codes) for each in suppressions if codes.fault(each.code)]
    remarks += [
        _unsettable(code, setting, fault)
        for code, setting in settings.items()
        if (fault := codes.fault(code))
    ]
    remarks += [_expired(each) for each in valid if each not in live and not each.shipped]
    if not firm:
        # What cannot be read is not checked either, so nobody knows what is unused.
        unused = (each for each in live if each.code in codes.known and id(each) not in used)
        remarks += [_unused(each) for each in unused if not each.shipped]
    kept, off = _levelled([*reported, *remarks], settings)
    return Findings(
        tuple(sorted((*firm, *kept), key=lambda found: found.sort_key)),
        tuple(sorted((*suppressed, *off), key=lambda each: each.found.sort_key)),
    )


def _nearness(suppression: Suppression) -> tuple[int, int]:
    """The fewer blocks it covers, and the later it stands, the nearer it is."""
    return (-len(suppression.covers), suppression.place.start)


def _levelled(found: Iterable[Diagnostic], settings: Settings) -> tuple[list[Diagnostic], list[Suppressed]]:
    kept: list[Diagnostic] = []
    off: list[Suppressed] = []
    for each in found:
        match settings.get(each.code):
            case Setting(level=None, reason=reason):
                off.append(Suppressed(each, reason))
            case Setting(level=Severity() as level):
                kept.append(evolve(each, severity=level))
            case _:
                kept.append(each)
    return kept, off


# ---------- what is wrong with the suppressions and the settings themselves


def _invalid(suppression: Suppression, codes: Codes) -> Diagnostic:
    code = suppression.code
    why = (
        "en rad som inte kan läsas svarar inte på frågor, och det får inte döljas"
        if code in codes.known
        else ""
    )
    return Diagnostic(
        "SR904",
        Severity.ERROR,
        codes.fault(code),
        suppression.place,
        why=why,
        remedy="rätta koden, eller ta bort raden"
        if not why
        else "rätta det som meddelandet gäller, och ta bort raden",
        heading=suppression.heading,
    )


def _unsettable(code: str, setting: Setting, fault: str) -> Diagnostic:
    return Diagnostic(
        "SR804",
        Severity.ERROR,
        fault.replace("bortse från", "ställa in"),
        setting.place,
        remedy=f"rätta koden, eller ta bort inställningen för {code}",
    )


def _expired(suppression: Suppression) -> Diagnostic:
    return Diagnostic(
        "SR903",
        Severity.WARNING,
        f"«bortse från {suppression.code}» gällde till {suppression.until}",
        suppression.place,
        remedy="rätta det som meddelandet gäller och ta bort raden, eller pröva skälet på nytt och ge en ny dag",
        heading=suppression.heading,
    )


def _unused(suppression: Suppression) -> Diagnostic:
    return Diagnostic(
        "SR903",
        Severity.WARNING,
        f"«bortse från {suppression.code}» behövs inte",
        suppression.place,
        why=f"här finns inget meddelande {suppression.code}",
        remedy="ta bort raden",
        heading=suppression.heading,
    )
