"""Slips in the times of agreements, cases and deviations: «3 dgr», «två veckor innan sammanträdet», «senast fredag».

Tried before the looks at orders, which would take «3 dgr» for an amount.
"""

import re

from styrregler.syntax.slips.amounts import DIGITS
from styrregler.syntax.slips.slip import NAME, Hit, Look, Slip, noting, tidy

LOOKS: list[Look] = []
slip = noting(LOOKS)

_UNITS = {
    "dgr": "dagar", "dag": "dag", "dagar": "dagar", "d": "dagar", "dygn": "dagar", "kalenderdgr": "kalenderdagar",
    "arbetsdgr": "arbetsdagar", "arb.dagar": "arbetsdagar", "arbdagar": "arbetsdagar", "arb.dgr": "arbetsdagar", "ad": "arbetsdagar",
    "vardagar": "arbetsdagar", "bankdagar": "arbetsdagar", "v": "veckor", "v.": "veckor", "mån": "månader", "mån.": "månader",
    "arbetsdag": "arbetsdag", "arbetsdagar": "arbetsdagar", "vecka": "vecka", "veckor": "veckor", "månad": "månad",
    "månader": "månader",
}  # fmt: skip
_ONE = {
    "dagar": "dag",
    "arbetsdagar": "arbetsdag",
    "kalenderdagar": "kalenderdag",
    "veckor": "vecka",
    "månader": "månad",
}
_UNIT = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_SHORT = "|".join(
    map(re.escape, sorted((each for each in _UNITS if _UNITS[each] != each), key=len, reverse=True))
)
_COUNT = rf"\d+|{'|'.join(DIGITS)}"
_EVENTS = {"sammanträdet": "sammanträde", "mötet": "sammanträde", "nämnden": "sammanträde"}


def _time(count: str, unit: str) -> str:
    number, written = str(DIGITS.get(count.lower(), count)), _UNITS[unit.lower()]
    return f"{number} {_ONE.get(written, written) if number == '1' else written}"


@slip(
    rf"\b(?:(?:inom|senast|minst|ca) )?({_COUNT}) ?({_UNIT}) (?:innan|före) (?:nämndens |nästa )?({NAME}(?: sammanträde)?)"
)
def _before(hit: Hit) -> Slip | None:
    """«två veckor innan sammanträdet»: number, side and event at once, where anything of it is wrong."""
    event = _EVENTS.get(hit[3].lower(), "sammanträde" if "sammanträde" in hit[3].lower() else hit[3])
    written = f"senast {_time(hit[1], hit[2])} före {event}"
    if tidy(hit[0]) == written or hit.keyword in ("informera", "samråd med", "anmäls"):
        return None
    return hit.slip(f"tiden «{tidy(hit[0])}» skrivs på ett annat sätt", f"skriv «{written}»")


@slip(rf"\binnan ({NAME}(?: sammanträde)?)")
def _before_that(hit: Hit) -> Slip:
    event = _EVENTS.get(hit[1].lower(), "sammanträde" if "sammanträde" in hit[1].lower() else hit[1])
    first = "nästa sammanträde" if hit[1].lower().startswith("nästa") else f"före {event}"
    return hit.slip(
        "«innan» används inte", f"skriv «{first}», eller hur långt före: «senast 7 dagar före {event}»"
    )


@slip(rf"\b(inom|senast) (\d+) ?({_SHORT})(?![\w-])")
def _short_unit(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[3]}» är ingen enhet för tid", f"skriv «{hit[1].lower()} {_time(hit[2], hit[3])}»")


@slip(rf"\b(?:inom|senast) ({_COUNT}|\d+) ?(timmar|timme|tim\.?|h|minuter|min)(?![\w-])")
def _hours(hit: Hit) -> Slip:
    return hit.slip("tider räknas i hela dagar", "skriv «genast», «samma dag» eller «inom 1 dag»", group=0)


@slip(rf"\bsenast ({_COUNT}) ?({_UNIT})(?! *(?:före|efter|innan))(?![\w-])")
def _latest_within(hit: Hit) -> Slip:
    time = _time(hit[1], hit[2])
    return hit.slip(
        "«senast» säger inte före eller efter vad",
        f"skriv «inom {time}», eller «senast {time} före …» med det som kommer sedan",
    )


@slip(r"\bsenast (?:på |nästa |nästkommande )?((?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)\b")
def _weekday(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[1]}» är ingen bestämd dag",
        "skriv datumet, «senast 2026-03-06», eller en tid, «senast 3 arbetsdagar före sammanträde»",
        group=1,
    )


@slip(r"\b(?:senast )?(?:nästa dag|dagen efter|påföljande dag|följande dag|i morgon)\b")
def _next_day(hit: Hit) -> Slip | None:
    if hit.keyword in ("informera", "samråd med", "anmäls"):
        return None
    return hit.slip(f"tiden «{hit[0]}» skrivs på ett annat sätt", "skriv «inom 1 dag»")


@slip(r"\bsamma dag (som[^\n]*)")
def _same_day(hit: Hit) -> Slip:
    return hit.slip("«samma dag» säger redan vilken dag", f"ta bort «{tidy(hit[1])}»", group=1)


@slip(r"^senast (?:i |under )?(?:vecka|v\.?) ?(\d+)")
def _week(hit: Hit) -> Slip:
    return hit.slip(
        f"«vecka {hit[1]}» är ingen dag här",
        "skriv sista dagen, «senast 2026-03-06», eller en tid, «senast 7 dagar före sammanträde»",
    )


@slip(rf"({NAME}),? +(?:på )?({_COUNT}) ({_UNIT})(?! *(?:före|efter|innan))(?![\w-])")
def _within(hit: Hit) -> Slip | None:
    if hit.keyword not in ("remiss", "rapporteras till") or hit[1].lower() in (
        "inom",
        "senast",
        "minst",
        "högst",
    ):
        return None
    return hit.slip("«inom» saknas före tiden", f"skriv «{hit[1]} inom {_time(hit[2], hit[3])}»")
