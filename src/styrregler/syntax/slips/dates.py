"""Days and periods: «1/7 2025», «t.o.m.», «tills vidare»."""

from styrregler.syntax.slips.slip import DATE, NAME, Hit, Look, Slip, noting, tidy
from styrregler.values.dates import MONTHS

LOOKS: list[Look] = []
slip = noting(LOOKS)

_PERIODS = ("gäller", "gäller ärenden", "gäller inte")


@slip(r"\b(?:t\.? ?o\.? ?m\b\.?|till och med)")
def _through(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[0]}» används inte",
        f"skriv «till» i stället för «{hit[0]}» (sista dagen räknas med)",
    )


@slip(r"\b(?:fr\.? ?o\.? ?m\b\.?|from\b|från och med)")
def _since(hit: Hit) -> Slip | None:
    if hit.keyword not in _PERIODS:
        return None
    return hit.slip(
        f"«{hit[0]}» används inte",
        f"skriv «från» i stället för «{hit[0]}» (första dagen räknas med)",
    )


@slip(r"\b(\d{1,2})/(\d{1,2})[ -]?(\d{4})?\b")
def _slash_date(hit: Hit) -> Slip | None:
    day, month, year = int(hit[1]), int(hit[2]), hit[3] or "2025"
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return hit.slip(f"«{hit[0]}» är inget datum", f"datum skrivs år-månad-dag: «{year}-{month:02}-{day:02}»")


@slip(
    rf"\b(?:den )?(\d{{1,2}})(?::?e)? ({'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.? ?(\d{{4}})?"
)
def _worded_date(hit: Hit) -> Slip:
    month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(hit[2].lower()[:3]))
    return hit.slip(
        f"«{tidy(hit[0])}» är inget datum",
        f"datum skrivs år-månad-dag: «{hit[3] or '2025'}-{month:02}-{int(hit[1]):02}»",
    )


@slip(r"(?<![\d-])(\d{4})(\d{2})(\d{2})(?![\d-])")
def _packed_date(hit: Hit) -> Slip | None:
    if not (1 <= int(hit[2]) <= 12 and 1 <= int(hit[3]) <= 31):
        return None
    return hit.slip(
        f"«{hit[0]}» är inget datum", f"datum skrivs med bindestreck: «{hit[1]}-{hit[2]}-{hit[3]}»"
    )


@slip(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
def _short_date(hit: Hit) -> Slip | None:
    if len(hit[2]) == 2 and len(hit[3]) == 2:
        return None
    fixed = f"{hit[1]}-{int(hit[2]):02}-{int(hit[3]):02}"
    return hit.slip(
        f"«{hit[0]}» är inget datum", f"datum skrivs med två siffror för månad och dag: «{fixed}»"
    )


@slip(rf"(från {DATE}) *[–—-] *({DATE})")
def _dash_between(hit: Hit) -> Slip:
    return hit.slip(
        "ett streck står mellan dagarna", f"skriv «{tidy(hit[1])} till {hit[2]}» (sista dagen räknas med)"
    )


@slip(
    rf"(?<!inom )(?<!senast )\b(\d+ (?:arbets|kalender)?(?:dag|dagar|vecka|veckor|månad|månader)) (efter|före|innan) ({NAME})"
)
def _within_missing(hit: Hit) -> Slip | None:
    if hit.keyword not in ("informera", "samråd med", "anmäls", "steg"):
        return None
    after = hit[2].lower() == "efter"
    word, side = ("inom", "efter") if after else ("senast", "före")
    return hit.slip(f"«{word}» saknas före tiden", f"skriv «{word} {hit[1]} {side} {hit[3]}»")


@slip(rf"^gäller +({DATE})(?: *(?:–|—|-|till) *({DATE}))?")
def _since_missing(hit: Hit) -> Slip:
    end = f" till {hit[2]}" if hit[2] else ""
    return hit.slip("«från» saknas före dagen", f"skriv «gäller från {hit[1]}{end}»", group=1)


@slip(r"^gäller +(\d{4})$")
def _whole_year(hit: Hit) -> Slip:
    year = hit[1]
    return hit.slip(
        f"«{year}» är ingen period", f"skriv «gäller från {year}-01-01 till {year}-12-31»", group=1
    )


@slip(r"\b(från|till) (\d{4})(?![\d-])")
def _year_only(hit: Hit) -> Slip | None:
    if hit.keyword not in _PERIODS:
        return None
    day = "01-01" if hit[1].lower() == "från" else "12-31"
    return hit.slip(f"«{hit[2]}» är ingen dag", f"skriv hela datumet: «{hit[1]} {hit[2]}-{day}»", group=2)


@slip(r"\b(tills vidare|och tills vidare|och framåt|tillsvidare)")
def _until_further_notice(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[1]}» skrivs inte ut",
        f"ta bort «{hit[1]}»; utan «till» gäller det tills vidare",
    )
