"""Small words that a clause needs, and words that mean the same as the language's own."""

import re

from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.slips.slip import DATE, NAME, Hit, Look, Slip, noting, tidy

LOOKS: list[Look] = []
slip = noting(LOOKS)

_LINKS = {"anmäls": "till", "överklagas": "genom", "verkställs": "av", "vidaredelegeras": "av"}
_TIMES = {
    "månadsvis": "varje månad", "kvartalsvis": "varje kvartal", "årligen": "varje år", "årsvis": "varje år",
    "omgående": "genast", "omedelbart": "genast", "direkt": "genast", "så snart som möjligt": "snarast", "fortlöpande": "löpande",
    "kontinuerligt": "löpande", "vid nästa sammanträde": "nästa sammanträde", "på nästa sammanträde": "nästa sammanträde",
    "till nästa sammanträde": "nästa sammanträde", "nästkommande sammanträde": "nästa sammanträde",
    "vid nästkommande sammanträde": "nästa sammanträde", "nästa möte": "nästa sammanträde", "nästa nämnd": "nästa sammanträde",
    "en gång i månaden": "varje månad", "en gång per kvartal": "varje kvartal", "en gång om året": "varje år",
    "en gång per månad": "varje månad", "en gång per år": "varje år", "fyra gånger per år": "varje kvartal",
    "fyra gånger om året": "varje kvartal", "två gånger per år": "varje halvår", "två gånger om året": "varje halvår",
    "per månad": "varje månad", "per kvartal": "varje kvartal", "per år": "varje år",
}  # fmt: skip
_TIMED_CLAUSES = (
    "anmäls", "informera", "samråd med", "steg", "rapporteras till", "följs upp av", "åtgärd", "moment", "remiss", "nyckeltal",
)  # fmt: skip
_TIMED = "|".join(map(re.escape, sorted(_TIMES, key=len, reverse=True)))


@slip(r"\b(ej|icke)\b *")
def _not(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[1]}» används inte", f"skriv «inte» i stället för «{hit[1]}»", group=1)


@slip(r"^(anmäls|överklagas|vidaredelegeras) +(nej|aldrig)\b")
def _no(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[2]}» används inte här", f"skriv «{hit.keyword} inte»", group=2)


@slip(r"^(anmäls|överklagas|vidaredelegeras|verkställs) +(ja)\b")
def _yes(hit: Hit) -> Slip:
    asked = {"anmäls": "till vem", "överklagas": "hur"}.get(hit.keyword, "av vem")
    return hit.slip(
        f"«{hit.keyword}» säger inte {asked}", f"skriv till exempel «{EXAMPLES[hit.keyword]}»", group=2
    )


@slip(rf"\b({_TIMED})\b")
def _time(hit: Hit) -> Slip | None:
    if hit.keyword not in _TIMED_CLAUSES:
        return None
    return hit.slip(f"tiden «{hit[1]}» skrivs på ett annat sätt", f"skriv «{_TIMES[hit[1].lower()]}»")


@slip(rf"\bdagen (efter|före)(?: ({NAME}))?")
def _day_after(hit: Hit) -> Slip | None:
    if hit.keyword not in _TIMED_CLAUSES:
        return None
    event = hit[2] or "beslut"
    written = f"inom 1 dag efter {event}" if hit[1].lower() == "efter" else f"senast 1 dag före {event}"
    return hit.slip(f"tiden «{tidy(hit[0])}» skrivs på ett annat sätt", f"skriv «{written}»")


@slip(r"^anmäls +(nästa|varje|löpande|snarast|genast|samma|inom|vid)\b[^\n]*")
def _to_nobody(hit: Hit) -> Slip:
    return hit.slip("«anmäls» säger inte till vem", f"skriv till exempel «{EXAMPLES['anmäls']}»", group=1)


@slip(rf"^(anmäls|överklagas|verkställs|vidaredelegeras) +(till |hos |enligt |för |till: )?({NAME})")
def _link_missing(hit: Hit) -> Slip | None:
    link = _LINKS[hit.keyword]
    wrong = hit[2].strip(" :")
    if wrong == link or hit[3] in ("inte", link, "när"):
        return None
    if hit.keyword == "överklagas" and wrong in ("till", "hos", "för"):
        return hit.slip(
            "«överklagas» säger inte på vilken väg",
            f'skriv «överklagas genom förvaltningsbesvär hos "{hit[3]}"»',
            group=2,
        )
    if wrong:
        return hit.slip(
            f"«{wrong}» kan inte stå efter «{hit.keyword}»", f"skriv «{hit.keyword} {link} {hit[3]}»", group=2
        )
    return hit.slip(f"«{link}» saknas", f"skriv «{hit.keyword} {link} {hit[3]}»", group=3)


@slip(rf"\bhos ({NAME})")
def _court(hit: Hit) -> Slip:
    return hit.slip("instansen står utan citattecken", f'skriv «hos "{hit[1]}"»')


@slip(rf"\b(inom \d+ \w+) (?:från|ifrån|av|sedan|räknat från) ({NAME})")
def _counted_from(hit: Hit) -> Slip:
    return hit.slip("tiden räknas «efter» något", f"skriv «{hit[1]} efter {hit[2]}»")


@slip(r"\0 +(och|samt|eller) +\0")
def _texts_joined(hit: Hit) -> Slip:
    return hit.slip("flera texter skiljs åt med komma", f"skriv komma i stället för «{hit[1]}»", group=1)


@slip(rf"^(förutsätter|egen beslutanderätt|arbetsuppgift) +({NAME}) +(\d[^\n]*§[^\n]*)")
def _according_to(hit: Hit) -> Slip:
    return hit.slip("«enligt» saknas", f"skriv «{hit.keyword} {hit[2]} enligt {tidy(hit[3])}»", group=3)


@slip(r"^(kallas även|innefattar|person) +(?!inte\b)([^\0\n]+)")
def _unquoted_list(hit: Hit) -> Slip:
    quoted = ", ".join(f'"{part.strip()}"' for part in hit[2].split(",") if part.strip())
    return hit.slip("texten ska stå inom citattecken", f"skriv «{hit.keyword} {quoted}»", group=2)


@slip(r"^(villkor|anmärkning|fråga|ersätter) +([^\0\n][^\n]*)")
def _unquoted(hit: Hit) -> Slip:
    text = re.sub(r"[\"“”„»«]", "", hit.text[slice(*hit.match.span(2))]).strip()
    return hit.slip("texten ska stå inom citattecken", f'skriv «{hit.keyword} "{text}"»', group=2)


@slip(r"\b(alt|el|resp|m\.?fl|o\.?dyl|osv|etc)\.")
def _abbreviated(hit: Hit) -> Slip:
    full = {"alt": "eller", "el": "eller", "resp": "respektive"}.get(hit[1].lower())
    if full == "respektive" and tidy(hit.before) != hit.keyword:
        full = "eller" if hit.keyword in ("delegat", "dock", "beslutas av", "svar") else ","
    remedy = f"skriv «{full}»" if full else "räkna upp alla som menas"
    return hit.slip(f"«{hit[0]}» är en förkortning", remedy)


@slip(r"^(beslutad|ändrad)\b[^\n]*")
def _adoption(hit: Hit) -> Slip | None:
    """The day, the section and the reference, wherever in the clause they stand."""
    day = re.search(DATE, hit[0])
    if day is None:
        return None
    section = re.search(r"(?:§|paragraf) ?(\d+)", hit[0], re.IGNORECASE)
    # «2025-12-17 110, dnr …»: a bare number right after the day is the section.
    section = section or re.search(DATE + r",? (\d{1,4})(?=\s*(?:,|$))", hit[0])
    reference = re.search(r"\b(?:dnr|diarienr|diarienummer)\.?:? *(\0+|[^\0,]+)", hit[0], re.IGNORECASE)
    parts = [hit.keyword, day[0], f"§ {section[section.lastindex or 1]}" if section else ""]
    written = " ".join(filter(None, parts))
    if reference is not None:
        call = hit.text[slice(*reference.span(1))].strip(' "“”„')
        written += f', dnr "{call}"'
    return hit.slip(
        f"«{hit.keyword}» har inte rätt form",
        f"skriv dag, paragraf och diarienummer så här: «{written}»",
    )


@slip(r"^överordnad\b[^\n]*")
def _superior(hit: Hit) -> Slip:
    return hit.slip(
        "«överordnad» säger inte när",
        "skriv «överordnad får alltid besluta» eller «överordnad får besluta vid frånvaro»",
    )
