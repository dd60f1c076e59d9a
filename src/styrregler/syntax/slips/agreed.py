"""Slips in agreements, cases, deviations and codes: who does what, and through whom, in the words of prose.

Tried before the looks at orders, which would see two delegates in «mellan jurist och sekreterare».
"""

import re

from styrregler.syntax.slips.slip import DATE, NAME, Hit, Look, Slip, noting, tidy
from styrregler.values import slug

LOOKS: list[Look] = []
slip = noting(LOOKS)

_TEXTS = (
    "skydd", "gör", "undvik", "klart när", "bordläggs", "kännetecken", "i stället", "varför", "för vem", "syfte", "innehåll", "ger",
    "mål", "framgångsfaktor", "öppen fråga", "ska fyllas i", "finansiering", "nyckeltal",
)  # fmt: skip
_PEOPLE = (
    "ansvarig", "upptäcks av", "öppnas av", "antas av", "omfattar", "remiss", "samtal mellan", "rapporteras till", "följs upp av",
    "beställare", "utförs av", "samordnas av", "synkas av", "säkras av", "stöds av", "styrs av", "aktiviteter av", "deltagare",
)  # fmt: skip
_TAIL = (
    r"(?= +(?:inom|senast|före|efter|när|genast|snarast|löpande|nästa sammanträde|samma dag|varje)\b| *$|\n)"
)


def _rest(hit: Hit, group: int) -> str:
    """The line from where ``group`` begins, with the texts that are blanked out in the look."""
    return tidy(hit.text[hit.match.start(group) :].split("\n")[0])


# ---------- the order of things, and small words


@slip(
    rf"^(kanal|remiss|nästa|tillåten|otillåten|moment|åtgärd|ansvarig|allvar|antagen av|åter till|efter|kontrakt med|leder till|avgörs av)"
    rf" +(från|till|fas|fasen|etapp|av|är|hos|i|en|ett)\b +({NAME})"
)
def _small_word(hit: Hit) -> Slip | None:
    return hit.slip(
        f"«{hit[2]}» står inte efter «{hit[1].lower()}»", f"skriv «{hit[1].lower()} {_rest(hit, 3)}»", group=2
    )


@slip(rf"\b(kanal|tillåten|otillåten) +({NAME}) *(?:-+>?|–|→|=>|/|kontaktar|ger|frågar|når|och) *({NAME})")
def _towards(hit: Hit) -> Slip:
    return hit.slip("«till» saknas mellan dem", f"skriv «{hit[1].lower()} {hit[2]} till {hit[3]}»")


@slip(rf"\b({NAME}) till ({NAME}) (genom|med) ({NAME})")
def _through(hit: Hit) -> Slip | None:
    if hit.keyword == "kanal":
        return hit.slip(
            "vägen går «via» någon", f"skriv «{hit.keyword} {hit[1]} till {hit[2]} via {hit[4]}»", group=3
        )
    if hit.keyword in ("tillåten", "otillåten") and hit[3].lower() == "med":
        return hit.slip(
            "formen för uppdraget skrivs med «genom»",
            f"skriv «{hit.keyword} {hit[1]} till {hit[2]} genom {hit[4]}»",
            group=3,
        )
    return None


@slip(r"\b(direkt)\b")
def _straight(hit: Hit) -> Slip | None:
    if hit.keyword != "kanal":
        return None
    return hit.slip("«direkt» skrivs inte ut", "ta bort det: en kanal utan «via» är direkt", group=1)


@slip(rf"\b(?:i|under) (?:fasen )?({NAME}?)(s?fasen)?(?= *$|\n)")
def _in_phase(hit: Hit) -> Slip | None:
    if hit.keyword != "kanal" or not hit[1]:
        return None
    name = hit[1].removesuffix("sfasen").removesuffix("fasen")
    return hit.slip("fasen skrivs efter «i fas»", f"skriv «i fas {name}»")


@slip(rf"^förväntan +på +({NAME}) *(?=\0)")
def _expected_of(hit: Hit) -> Slip:
    return hit.slip(
        "«på» står mellan den som väntar sig något och den andra",
        f'skriv «förväntan {hit[1]} "…"» när alla väntar sig det, eller «förväntan ledamot på {hit[1]} "…"»',
    )


@slip(rf"^förväntan +({NAME}) +(från|till|av) +({NAME}) *(?=\0)")
def _expected_from(hit: Hit) -> Slip:
    by, of = (hit[1], hit[3]) if hit[2].lower() == "till" else (hit[3], hit[1])
    return hit.slip(
        f"«{hit[2]}» kan inte stå i «förväntan»",
        f'skriv «förväntan {by} på {of} "…"»: den som väntar sig något står först',
        group=2,
    )


@slip(rf"^(moment|åtgärd|förväntan) +(\0+) +({NAME})([^\n]*)")
def _text_first(hit: Hit) -> Slip | None:
    if hit[3].lower() in ("inom", "senast", "före", "efter", "när", "genast", "snarast", "löpande", "nästa"):
        return None
    said = hit.text[slice(*hit.match.span(2))]
    return hit.slip(
        "den som gör det står först", f"skriv «{hit[1].lower()} {hit[3]} {said}{hit[4].rstrip()}»", group=3
    )


@slip(r"^(fas|regel|etapp|slut) +(\d+\.?|(?=\0)) *(\0+)")
def _unnamed(hit: Hit) -> Slip | None:
    title = hit.text[slice(*hit.match.span(3))]
    name = slug(title[1:-1])
    if not name:
        return None
    return hit.slip(
        "namnet saknas, eller är ett nummer", f"skriv ett namn före titeln: «{hit[1].lower()} {name} {title}»"
    )


@slip(rf"^(fas|regel|etapp|slut) +({NAME}) +([^\0\n]+)")
def _untitled(hit: Hit) -> Slip:
    title = tidy(f"{hit[2]} {hit[3]}") if hit[2][0].isupper() else tidy(hit[3]).capitalize()
    return hit.slip(
        "titeln ska stå inom citattecken", f'skriv «{hit[1].lower()} {slug(hit[2])} "{title}"»', group=3
    )


@slip(rf"^(moment|åtgärd|förväntan|kontrakt med) +({NAME}) +(?!på\b)([^\0\n]+?){_TAIL}")
def _unquoted_after_name(hit: Hit) -> Slip | None:
    if (
        hit[2].lower() in ("närmaste", "respektive", "ursprunglig")
        or "\0" in hit.match.string[hit.match.end(2) :]
    ):
        return None
    tail = tidy(hit.text[hit.match.end(3) :].split("\n")[0])
    written = f'{hit[1].lower()} {hit[2]} "{tidy(hit[3])}" {tail}'.rstrip()
    return hit.slip("texten ska stå inom citattecken", f"skriv «{written}»", group=3)


@slip(rf"^(moment|åtgärd) +({NAME}) +({NAME}) *(?=\0)")
def _two_words(hit: Hit) -> Slip | None:
    if hit[2].lower() in ("närmaste", "respektive", "ursprunglig"):
        return None
    return hit.slip(
        "den som gör det är en roll eller ett organ, i ett ord",
        f"skriv rollens namn: «{hit[1].lower()} {hit[3]} …», eller «{hit[2].lower()}-{hit[3]}» om den heter så",
    )


@slip(r"^gör +(?:inte|aldrig|ej) *(\0+|[^\n]+)")
def _do_not(hit: Hit) -> Slip:
    said = tidy(hit.text[slice(*hit.match.span(1))]).strip('"')
    return hit.slip("det som man inte gör står efter «undvik»", f'skriv «undvik "{said}"»')


@slip(rf"^antagen av +({NAME})[^\n]*")
def _adopted(hit: Hit) -> Slip | None:
    """The day and the section, wherever in the clause they stand."""
    day = re.search(DATE, hit[0])
    if day is None:
        return None
    section = re.search(r"(?:§|paragraf|par\.?) ?(\d+)", hit[0], re.IGNORECASE) or re.search(
        DATE + r",? (\d{1,4})(?=\s*(?:,|$))", hit[0]
    )
    written = f"antagen av {hit[1]} {day[0]}" + (f" § {section[1]}" if section else "")
    return hit.slip(
        "«antagen av» har inte rätt form", f"skriv organet, dagen och paragrafen så här: «{written}»"
    )


@slip(rf"^(gråzon +{NAME}(?:, *{NAME})*) +(avgörs av|samtal mellan|eskaleras enligt|avgörs) +({NAME})")
def _settled_in_line(hit: Hit) -> Slip:
    keyword = "avgörs av" if hit[2].lower() == "avgörs" else hit[2].lower()
    return hit.slip(
        f"«{keyword}» står på gråzonens rad",
        f"skriv det på en egen, djupare rad: «{keyword} {hit[3]}»",
        group=2,
    )


@slip(r"^(vad|hur|gråzon|värdegrund) +([^\0\n\d]+)$")
def _words_apart(hit: Hit) -> Slip | None:
    items = [tidy(each) for each in hit[2].split(",")]
    if all(" " not in each for each in items) or re.search(r"\b(?:och|eller|samt|alla|samtliga)\b", hit[2]):
        return None
    names = ", ".join(slug(each) for each in items)
    return hit.slip("ett namn kan inte ha mellanslag", f"skriv «{hit[1].lower()} {names}»", group=2)


@slip(rf"({NAME}) +(?:träffar|möter|talar med|pratar med|tillsammans med|talar|pratar) +({NAME})")
def _meets(hit: Hit) -> Slip | None:
    if hit.keyword not in ("steg", "samtal mellan"):
        return None
    return hit.slip("de som deltar skrivs med komma emellan", f"skriv «{hit[1]}, {hit[2]}»")


@slip(rf"^({'|'.join(_TEXTS)}) +(?![\0\d])([^\0\n]+)")
def _unquoted(hit: Hit) -> Slip | None:
    said = hit.text[slice(*hit.match.span(2))]
    return hit.slip("texten ska stå inom citattecken", f'skriv «{hit[1].lower()} "{tidy(said)}"»', group=2)


@slip(rf"^(bordläggs|klart när|åter till {NAME}) +((?:när|om|ifall|då) [^\n]+)")
def _reason(hit: Hit) -> Slip:
    return hit.slip(
        "skälet står inom citattecken", f'skriv «{tidy(hit[1]).lower()} "{tidy(hit[2])}"»', group=2
    )


@slip(rf"\b(nästa|eskaleras enligt) +({NAME}) +(om|ifall|då) +([^\n]+)")
def _condition(hit: Hit) -> Slip:
    return hit.slip(
        f"villkoret inleds med «när», inte «{hit[3]}»",
        f"skriv «{hit[1].lower()} {hit[2]} när …» med en uppgift, till exempel «när brådska» eller «när allvar är hög»",
        group=3,
    )


@slip(rf"^nästa +({NAME})[^\n]*? +annars +({NAME})")
def _two_ways(hit: Hit) -> Slip:
    return hit.slip(
        "två vägar står på samma rad",
        f"skriv «nästa {hit[1]} när …», och «{hit[2]}» med «annars» på en egen, djupare rad",
    )


# ---------- who


@slip(rf"({NAME}) +eller +({NAME})")
def _either(hit: Hit) -> Slip | None:
    if hit.keyword not in _PEOPLE:
        return None
    return hit.slip(
        f"«eller» kan inte stå i «{hit.keyword}»", f"skriv «{hit[1]}, {hit[2]}», eller bara en av dem"
    )


@slip(rf"\b(alla|samtliga|varje) +({NAME})")
def _everybody(hit: Hit) -> Slip | None:
    if hit.keyword not in _PEOPLE:
        return None
    return hit.slip(
        f"«{hit[1]}» kan inte stå framför ett namn",
        f"ta bort det: «{hit.keyword} {hit[2]}»; ordet står redan för alla",
        group=1,
    )


@slip(r"^gäller +(?:för )?(?:alla|samtliga)?[^\n\d]*$")
def _valid_for(hit: Hit) -> Slip | None:
    if "INTE" not in hit.expected or re.search(DATE, hit[0]):
        return None
    if re.match(r"gäller +(?:inte|ärenden|från|till|tills|och)\b", hit[0], re.IGNORECASE):
        return None
    return hit.slip(
        "«gäller» säger från vilken dag",
        "skriv «gäller från 2026-01-01»; vilka det gäller skrivs efter «omfattar»",
    )
