"""Slips in the steps of an escalation: how long, and who together.

Tried before the looks at amounts and conditions, which would take «5 arbetsdagar» for a limit.
"""

from styrregler.syntax.slips.slip import NAME, Hit, Look, Slip, noting, tidy

LOOKS: list[Look] = []
slip = noting(LOOKS)

_TIME = r"(\d+ (?:arbets|kalender)?(?:dag|dagar|vecka|veckor|månad|månader)|\d+ år)\b"


@slip(rf"(^steg +)inom {_TIME}")
def _nobody(hit: Hit) -> Slip | None:
    if hit.keyword != "steg":
        return None
    return hit.slip(
        "steget säger inte vilka som deltar",
        f"skriv dem före tiden: «steg socialchef, sn-ordförande inom {hit[2]}»",
    )


@slip(rf"(^steg +)(\d+)[.:)]? +({NAME})")
def _numbered(hit: Hit) -> Slip | None:
    if hit.keyword != "steg":
        return None
    return hit.slip(
        "stegen numreras inte", f"skriv «steg {hit[3]} …»; nästa steg på en djupare rad under", group=2
    )


@slip(rf"({NAME}),? +(?:högst |max |maximalt |på |under )?{_TIME}(?! +(?:efter|före|innan)\b)")
def _within(hit: Hit) -> Slip | None:
    if hit.keyword != "steg" or hit[1].lower() in ("inom", "senast"):
        return None
    return hit.slip("«inom» saknas före tiden", f"skriv «{hit[1]} inom {hit[2]}»")


@slip(rf"({NAME}) +eller +({NAME})")
def _either(hit: Hit) -> Slip | None:
    if hit.keyword != "steg":
        return None
    return hit.slip(
        "alla i ett steg deltar, inte den ena eller den andra",
        f"skriv «{hit[1]}, {hit[2]}», eller bara en av dem",
    )


@slip(rf"({NAME}),? +(?:därefter|sedan) +([^\n]+)")
def _next(hit: Hit) -> Slip | None:
    if hit.keyword != "steg":
        return None
    return hit.slip("nästa steg står på samma rad", f"skriv det på en egen, djupare rad: «{tidy(hit[2])}»")
