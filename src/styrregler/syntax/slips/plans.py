"""Slips in goals and assignments: when a step is, how many take part, and how a goal is measured."""

import calendar
import re

from styrregler.syntax.slips.amounts import DIGITS
from styrregler.syntax.slips.slip import DATE, NAME, Hit, Look, Slip, noting, tidy
from styrregler.values.dates import MONTHS

LOOKS: list[Look] = []
slip = noting(LOOKS)
LAST: list[Look] = []
"""Tried after the looks at days."""
last = noting(LAST)

_PLANNED = ("tid", "klar")
_MONTH = rf"{'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
FORMS = (
    "«2026-06-17 kl 09.00–12.00», «vecka 33–39 2026», «senast 2027-03-31», «våren 2027» eller «ej fastställd»"
)
_PARTS = {"1": "första", "2": "andra", "3": "tredje", "4": "fjärde"}
_HALVES = {"första": ("01-01", "06-30"), "andra": ("07-01", "12-31")}


def _number(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month.lower()[:3]))


# ---------- when


@slip(
    r"\b(?:(?:inte|ej|icke) +(?:klar|klart|fastställd|fastställt|bestämd|bestämt|beslutat)|oklart|okänd|okänt|obestämd|obestämt|saknas|senare|tbd|tba)\b"
)
def _undecided(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    return hit.slip(
        "en tid som inte är bestämd skrivs på ett annat sätt",
        f'skriv «{hit.keyword} ej fastställd», och vad som är kvar på en egen rad: «ska fyllas i "När det blir"»',
    )


@slip(r"^(tid|klar) +ska fyllas i\b")
def _to_fill(hit: Hit) -> Slip:
    return hit.slip(
        "«ska fyllas i» är en egen sats",
        f'skriv «{hit.keyword} ej fastställd», och «ska fyllas i "När det blir"» på en egen rad i blocket',
    )


@slip(
    rf"\b({DATE}) *,? *(?:klockan|kl\.?|mellan)? *(?:klockan)? *(\d{{1,2}}(?:[.:]\d\d)?) *(?:-|–|till|och) *(\d{{1,2}}(?:[.:]\d\d)?)\b"
)
def _hours(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    first, last = (each if re.search(r"[.:]", each) else f"{each}.00" for each in (hit[2], hit[3]))
    return hit.slip("klockslag skrivs efter «kl»", f"skriv «{hit[1]} kl {first}–{last}»".replace(":", "."))


@slip(rf"\b({DATE}) *,? *(?:klockan|kl\.?,) *(\d{{1,2}}(?:[.:]\d\d)?)(?! *[-–])")
def _hour(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    at = hit[2] if re.search(r"[.:]", hit[2]) else f"{hit[2]}.00"
    return hit.slip("klockslag skrivs efter «kl»", f"skriv «{hit[1]} kl {at}»".replace(":", "."))


@slip(
    r"\b(?:veckorna|vecka|v\.?) ?(\d{1,2}) *(?:-|–|till|t\.?o\.?m\.?|och) *(?:vecka |v\.? ?)?(\d{1,2})(?: *,? *(?:år )?(\d{4}))?"
)
def _weeks(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    year = f" {hit[3]}" if hit[3] else ""
    return hit.slip("veckor skrivs med streck emellan", f"skriv «vecka {hit[1]}–{hit[2]}{year}»")


@slip(rf"\b(senast )?(?:i |under )?({_MONTH})\.? *(?:-|–|till|och) *({_MONTH})\.? *(\d{{4}})\b")
def _months(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    year, first, last = int(hit[4]), _number(hit[2]), _number(hit[3])
    end = calendar.monthrange(year, last)[1] if year else 31
    return hit.slip(
        "flera månader skrivs med första och sista dagen",
        f"skriv «från {year}-{first:02}-01 till {year}-{last:02}-{end:02}»",
    )


@slip(rf"\b(senast |från |ca )?(?:i|under) ({'|'.join(MONTHS)})\b(?: (\d{{4}}))?")
def _in_month(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    return hit.slip("«i» skrivs inte ut", f"skriv «{tidy(f'{hit[1]}{hit[2]} {hit[3]}')}»")


@slip(rf"\b({'|'.join(MONTHS)}|våren|sommaren|hösten) ?(?:-|–|’|')?(\d\d)(?!\d)")
def _short_year(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    return hit.slip("året skrivs med fyra siffror", f"skriv «{hit[1]} 20{hit[2]}»")


@slip(r"\b(?:kvartal|q) ?([1-4])\b(?: *,? *(\d{4}))?")
def _quarter(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    return hit.slip(
        f"«{tidy(hit[0])}» är ingen tid", f"skriv «{tidy(f'{_PARTS[hit[1]]} kvartalet {hit[2]}')}»"
    )


@slip(r"\b(första|andra) halvåret(?: (\d{4}))?")
def _half_year(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    first, last = _HALVES[hit[1].lower()]
    year = hit[2] or "2027"
    return hit.slip(
        "ett halvår skrivs med första och sista dagen", f"skriv «från {year}-{first} till {year}-{last}»"
    )


@slip(rf"\b({DATE}) *(?:--+|—|och|samt|,) *({DATE})")
def _two_days(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED:
        return None
    return hit.slip(
        "två dagar står i samma tid",
        f"skriv «från {hit[1]} till {hit[2]}» om det är alla dagar däremellan, annars en etapp för var och en",
    )


@slip(rf"\b({DATE}) *:? +({NAME}) *$")
def _day_first(hit: Hit) -> Slip | None:
    if hit.keyword not in _PLANNED or hit[2].lower() in ("kl", "klockan", "i", "och", "till"):
        return None
    return hit.slip("organet står före tiden", f"skriv «{hit.keyword} {hit[2]} {hit[1]}»", group=2)


@last(r"^(tid|klar)\b[^\n]*")
def _no_time(hit: Hit) -> Slip:
    """Whatever is left of a time."""
    return hit.slip("tiden går inte att läsa", f"skriv den så här: {FORMS}")


# ---------- how many


@slip(rf"({NAME}) +(?:och|samt) +((?:förste |andre )?vice ordförande)\b")
def _with_vice_chair(hit: Hit) -> Slip | None:
    if hit.keyword not in ("deltagare", "ansvarig"):
        return None
    return hit.slip(
        "flera skrivs med komma emellan", f"skriv «{hit.keyword} {hit[1]}, {hit[2].replace(' ', '-')}»"
    )


@slip(rf"\b(\d+|{'|'.join(DIGITS)}) *(?:st\.?|stycken|personer|ledamöter)? *(?:ur|från|av|i) +({NAME})")
def _some_of(hit: Hit) -> Slip | None:
    if hit.keyword != "deltagare":
        return None
    return hit.slip(
        "antalet skrivs med siffror och «ur»", f"skriv «{DIGITS.get(hit[1].lower(), hit[1])} ur {hit[2]}»"
    )


@slip(rf"\b(\d+|{'|'.join(DIGITS)}) +({NAME})")
def _some(hit: Hit) -> Slip | None:
    if hit.keyword != "deltagare":
        return None
    count = DIGITS.get(hit[1].lower(), hit[1])
    return hit.slip(
        "det sägs inte vilka antalet är ur", f"skriv «{count} ur …», till exempel «{count} ur oppositionen»"
    )


@slip(r"\b(?:vice ordförande|(?:förste|andre) vice ordförande)\b")
def _vice_chair(hit: Hit) -> Slip | None:
    if hit.keyword not in ("deltagare", "ansvarig"):
        return None
    return hit.slip("ett namn kan inte ha mellanslag", f"skriv «{hit[0].replace(' ', '-')}»")


# ---------- how much, by whom, and with whom


@slip(r"^nyckeltal +(\0+) *(\d[^\n]*)")
def _no_limit(hit: Hit) -> Slip:
    said = hit.text[slice(*hit.match.span(1))]
    return hit.slip(
        "det sägs inte om talet är det minsta eller det högsta",
        f"skriv «nyckeltal {said} minst {tidy(hit[2])}», eller «högst»",
        group=2,
    )


@slip(
    rf"^(mål|framgångsfaktor) +(\0+) *(?:uppfylls +(?:genom|med|i)|uppfyllt av|uppnås (?:genom|av)|genom|\() *({NAME})\)?"
)
def _met_by(hit: Hit) -> Slip:
    said = hit.text[slice(*hit.match.span(2))]
    return hit.slip(
        "det som uppfyller målet skrivs efter «uppfylls av»",
        f"skriv «{hit[1].lower()} {said} uppfylls av {hit[3]}»",
    )


@slip(rf"^följs upp av +({NAME}) +(?:vid|på|genom|med) +({NAME})")
def _followed_up_at(hit: Hit) -> Slip | None:
    if hit[2].lower() in ("nästa", "varje"):
        return None
    return hit.slip("tillfället skrivs efter «i»", f"skriv «följs upp av {hit[1]} i {hit[2]}»")


@slip(rf"^kontrakt +(?!med\b)({NAME})")
def _with_whom(hit: Hit) -> Slip:
    return hit.slip("«med» saknas", f"skriv «kontrakt med {tidy(hit.text[hit.match.start(1) :])}»", group=1)


@slip(rf"^kontrakt med +({NAME}) +(\0+) +(?:({DATE})|(\d{{4}}))(?: *(?:-|–|till) *(?:({DATE})|(\d{{4}})))?")
def _contract_period(hit: Hit) -> Slip:
    said = hit.text[slice(*hit.match.span(2))]
    first = hit[3] or f"{hit[4]}-01-01"
    last = hit[5] or (f"{hit[6] or hit[4]}-12-31" if hit[6] or hit[4] else "")
    period = f"från {first}" + (f" till {last}" if last else "")
    return hit.slip("«från» saknas före tiden", f"skriv «kontrakt med {hit[1]} {said} {period}»")
