"""Who: two delegates in one, substitutes without an order, names in two words."""

import re

from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.slips.slip import NAME, Hit, Look, Slip, noting, tidy
from styrregler.values import slug

LOOKS: list[Look] = []
slip = noting(LOOKS)

_DECIDING = ("delegat", "dock", "beslutas av", "verkställs")
_IN_TURN = ("ersättare", "brådskande", "vice ordförande")
_THEN = r"(?:(?:och |men )?(?:sedan|sen|därnäst|i andra hand))"
_NEXT = rf"(?:annars|{_THEN}|och därefter|eller|2[.)])"
_WITH = r"(?: och | samt | tillsammans med | jämte | ?& ?| ?\+ ?)"
_SMALL = frozenset(
    [
        "av",
        "till",
        "via",
        "som",
        "när",
        "är",
        "och",
        "eller",
        "inte",
        "hos",
        "genom",
        "från",
        "inom",
        "vid",
        "per",
        "efter",
        "före",
        "för",
        "med",
        "utan",
        "enligt",
        "under",
        "över",
        "på",
        "i",
        "om",
        "at",
        "att",
        "annars",
        "dock",
        "men",
        "samt",
        "sedan",
        "sen",
        "därefter",
        "den",
        "det",
        "de",
        "dem",
        "denne",
        "en",
        "ett",
        "hen",
        "han",
        "hon",
        "man",
        "någon",
        "ingen",
        "annan",
        "annat",
        "andra",
        "alla",
        "samtliga",
        "varje",
        "respektive",
        "båda",
        "första",
        "andre",
        "tredje",
        "samma",
        "nästa",
        "dagen",
        "gånger",
        "gång",
        "utser",
        "beslutar",
        "bestämmer",
        "får",
        "ska",
        "kan",
        "blir",
    ]
)
"""Words of prose: never a part of a name in two words."""
_SPACED = "ett namn kan inte ha mellanslag"
_JOINTLY = "lagen låter nämnden delegera till en mottagare, inte till flera i förening (6 kap. 37 § KL)"


@slip(rf"[, ]*\(?\b((?:i|efter|vid)? ?samråd med) ({NAME})")
def _consulting(hit: Hit) -> Slip | None:
    if hit.keyword not in _DECIDING:
        return None
    return hit.slip(
        "samråd står på delegatens rad",
        f"skriv det på en egen rad: «samråd med {hit[2].rstrip('.')}»",
        group=1,
    )


@slip(rf"[, ]*\(?\b(vid (?:\w+ )?(?:frånvaro|förfall|förhinder)|(?:ersättare|ers\.?):?) *({NAME})?")
def _standing_in(hit: Hit) -> Slip | None:
    if hit.keyword not in _DECIDING:
        return None
    who = hit[2].rstrip(".") or "socialchef"
    return hit.slip(
        "ersättaren står på delegatens rad", f"skriv den på en egen rad: «ersättare {who}»", group=1
    )


@slip(rf"({NAME}),? {_THEN} ({NAME})|({NAME}) (?:och|men) därefter ({NAME})")
def _one_after_the_other(hit: Hit) -> Slip:
    first, second = hit[1] or hit[3], hit[2] or hit[4]
    if hit.keyword in _DECIDING:
        return hit.slip(
            "den som träder in står på delegatens rad", f"skriv den på en egen rad: «ersättare {second}»"
        )
    if hit.keyword in _IN_TURN:
        return _turn(hit, first, second)
    return hit.slip("flera skrivs med komma emellan", f"skriv «{first}, {second}»")


@slip(rf"({NAME})(?:,| (?:och|eller))? +({NAME}),? +\(?var(?: och en)? för sig\)?")
def _each_on_their_own(hit: Hit) -> Slip | None:
    if hit.keyword not in _DECIDING:
        return None
    alone = not hit.before.strip() and hit[1] == hit.keyword.split()[0]
    return hit.slip(
        "«var för sig» skrivs inte ut",
        f"ta bort det: «{hit.keyword} {hit[2]}»" if alone else f"skriv «{hit[1]} eller {hit[2]}»",
        "«eller» betyder redan att de beslutar var för sig",
    )


@slip(rf"\b(alla|samtliga|varje) ({NAME})")
def _everybody(hit: Hit) -> Slip | None:
    if "NAME" not in hit.expected and "ANNARS" not in hit.expected and hit.keyword not in _DECIDING:
        return None
    return hit.slip(
        f"«{hit[1]}» kan inte stå framför ett namn",
        f'nämn dem en och en, eller samla dem i ett block «rollgrupp {hit[2]} "{hit[2].capitalize()}"»',
        group=1,
    )


@slip(rf"\bdock +({NAME})([^\n]*)")
def _exception_in_line(hit: Hit) -> Slip | None:
    if hit.keyword == "dock" or hit.keyword not in _DECIDING:
        return None
    return hit.slip(
        "undantaget står på delegatens rad", f"skriv det på en egen rad: «dock {hit[1]}{hit[2].rstrip()}»"
    )


@slip(rf"\brespektive ({NAME})")
def _respective(hit: Hit) -> Slip | None:
    if "RESPEKTIVE" in hit.expected:
        return None
    return hit.slip(f"«respektive» kan inte stå i «{hit.keyword}»", f"nämn rollen själv: «{hit[1]}»")


@slip(rf"({NAME}){_WITH}({NAME})")
def _jointly(hit: Hit) -> Slip | None:
    first, second = hit[1], hit[2]
    if "när" in hit.before.split():
        return None
    if hit.keyword in _DECIDING:
        return hit.slip(
            "två delegater kan inte besluta gemensamt",
            f"skriv «{first} eller {second}» om de beslutar var för sig, eller «samråd med» för den andra",
            _JOINTLY,
        )
    if hit.keyword in _IN_TURN:
        return _turn(hit, first, second)
    return hit.slip("flera skrivs med komma emellan", f"skriv «{first}, {second}»")


@slip(rf"({NAME}) ?[/;|\\] ?({NAME})")
def _slash(hit: Hit) -> Slip:
    message = "snedstreck eller semikolon mellan namn"
    if hit.keyword in (*_DECIDING, "svar"):
        return hit.slip(message, f"skriv «{hit[1]} eller {hit[2]}» (var för sig)")
    if hit.keyword in _IN_TURN:
        return hit.slip(message, f"skriv «{hit[1]}, därefter {hit[2]}» (i tur och ordning)")
    return hit.slip(message, f"skriv «{hit[1]}, {hit[2]}»")


@slip(rf"^(?:delegat|dock) +({NAME}), *(?!därefter|annars)({NAME})")
def _comma(hit: Hit) -> Slip:
    return hit.slip(
        "komma mellan delegater",
        f"skriv «{hit[1]} eller {hit[2]}» om de beslutar var för sig, eller en rad för var och en med «när»",
        "komma betyder «alla», och två delegater kan inte besluta gemensamt",
    )


@slip(rf"({NAME}) därefter ({NAME})")
def _turn_without_comma(hit: Hit) -> Slip:
    return hit.slip("komma saknas före «därefter»", f"skriv «{hit[1]}, därefter {hit[2]}»")


@slip(
    rf"^(?:ersättare|brådskande|vice ordförande) +(?:1[.)] *)?({NAME})"
    rf"(?:, *(?!därefter)(?:{_NEXT} )?| +\(?{_NEXT} ) *({NAME})"
)
def _turn_comma(hit: Hit) -> Slip:
    return _turn(hit, hit[1], hit[2])


def _turn(hit: Hit, first: str, second: str) -> Slip:
    return hit.slip(
        "ordningen mellan dem saknas",
        f"skriv «{hit.keyword} {first}, därefter {second}»",
        "de träder in i tur och ordning, och ordningen ska synas",
    )


@slip(rf"^(delegat|dock) +(till|av|är|blir) +({NAME})")
def _linked(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[2]}» kan inte stå efter «{hit.keyword}»", f"skriv «{hit.keyword} {hit[3]}»", group=2
    )


@slip(r"^delegat +(?:som |enligt )+punkt +(\S+)")
def _as_another_row(hit: Hit) -> Slip:
    return hit.slip(
        "ordningens titel saknas",
        f'skriv «delegat enligt "Socialnämndens delegationsordning" punkt {hit[1]}», med ordningens egen titel',
    )


@slip(
    r"^(delegat|dock|beslutas av|samråd med|informera|ersättare|leds av|ordförande|närmaste chef|tillhör)\b\s*(när\b|annars\b|$)"
)
def _nobody(hit: Hit) -> Slip:
    example = f"«{EXAMPLES[hit.keyword]}»"
    if not hit[2]:
        return hit.slip(f"«{hit.keyword}» saknar vem", f"skriv till exempel {example}", group=1)
    return hit.slip(f"«{hit.keyword}» saknar vem", f"skriv rollen före «{hit[2]}»: {example}", group=2)


@slip(r"\0+")
def _quoted_name(hit: Hit) -> Slip | None:
    if "NAME" not in hit.expected or "STRING" in hit.expected:
        return None
    name = slug(hit.text[hit.match.start() + 1 : hit.match.end() - 1])
    return hit.slip("ett namn står inte inom citattecken", f"skriv «{name}»")


@slip(rf"\b(inom|över|under|från|till|via) ({NAME})")
def _begins_with_small_word(hit: Hit) -> Slip | None:
    if "NAME" not in hit.expected or "INOM" in hit.expected:
        return None
    return hit.slip(_SPACED, f"skriv ihop namnet med bindestreck: «{hit[1]}-{hit[2]}»")


@slip(rf"({NAME}) +({NAME})")
def _person(hit: Hit) -> Slip | None:
    if not (hit[1].istitle() and hit[2].istitle()):
        return None
    return hit.slip(
        f"«{tidy(hit[0])}» ser ut som en person, här ska stå en roll",
        f'skriv rollen, och personen i ett eget block: «innehavare enhetschef "{tidy(hit[0])}"»',
    )


@slip(rf"({NAME}) +({NAME})(?=\s+(?:när|annars)\b|\s*$|\n|,)")
def _spaced_name(hit: Hit) -> Slip | None:
    """Two words where a name alone can stand: after the keyword or between names, and neither of them a small word."""
    first, second = hit[1], hit[2]
    if not re.search(
        rf"(?:^{hit.keyword}|,|\b(?:eller|och|därefter|till|av|via|för|med|utifrån|från|respektive))\s*$",
        hit.before,
    ):
        return None
    if "TILL" in hit.expected:  # «ledamot handläggare»: what is missing stands between them
        return None
    if _SMALL & {first.lower(), second.lower()} or hit.keyword.split()[-1] == first:
        return None
    return hit.slip(_SPACED, f"skriv ihop namnet med bindestreck: «{first}-{second}»")
