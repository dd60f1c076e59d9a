"""What kind of question it is.

In: a text.  Out: who decides, who stands in, who is told, how is it appealed, by when; and the words that said so. Whether
somebody may («får enhetschefen …?») is settled together with who that is: see ``people``.
"""

import re

from styrregler.understanding.understood import Kind

Spans = tuple[tuple[int, int], ...]
_WHO = r"(?:vem|vilka|vilken)(?: är det som)?"
_AWAY = (
    r"(?:borta|sjuk|sjukskriven|frånvarande|ledig|på semester|semester|jävig|bortrest|på plats|föräldraledig|här"
    r"|inte i tjänst|förhindrad)"
)
_TELL = r"(?:informeras?|underrättas?|meddelas|få(?:r)? veta|få(?:r)? reda på|få(?:r)? information om|få(?:r)? besked|få(?:r)? meddelande|får? papper om|veta om|kontaktas)"
_STEPS_IN = r"(?:går in|träder in|hoppar in|rycker in|tar över)"
_LOOKS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.APPEAL,
            r"(?:^när|\b(?:hur|var|vart|kan|går|till vem|vem kan|inom vilken tid))\b(?:(?! ska | måste )[^?])*?\b(?:överklaga[rst]?|överklagande|överklagat|klagar?|besvära)\b",
        ),
        (Kind.APPEAL, r"^överklaga(?! när domstol)\b|\böverklagas?(?: hur| var| vart| man)\b"),
        (
            Kind.SUBSTITUTE,
            (
                rf"\b{_WHO} (?:ersätter|vikarierar för|går in(?: i stället)? för|träder in(?: i stället)? för|hoppar in för"
                r"|rycker in för|tar över efter|är ersättare för|är vikarie för|beslutar i ?stället för)\b"
            ),
        ),
        (
            Kind.SUBSTITUTE,
            (
                rf"\b(?:{_WHO} (?:beslutar|bestämmer|tar över|tar|avgör|skriver under|godkänner|går in|träder in|ersätter) )?"
                rf"(?:när|om|då) (?P<away>[^?,]{{3,60}}?) (?:är|inte är|har|inte har|inte kan) (?:inte )?{_AWAY}\b"
            ),
        ),
        (
            Kind.SUBSTITUTE,
            rf"\b{_WHO} {_STEPS_IN} (?:när|om|då) (?P<away>[^?,]{{3,60}}?) (?:inte|är)\b",
        ),
        (Kind.SUBSTITUTE, r"\b(?:ersättare|vikarie|ställföreträdare) för\b"),
        (
            Kind.INFORMED,
            rf"\b{_WHO} (?:(?:ska|skall|måste|bör|behöver) )?{_TELL}\b(?: om| att| när)*",
        ),
        (
            Kind.INFORMED,
            (
                rf"\b{_WHO} (?:ska|måste|bör) (?:vi|jag|man) (?:informera|underrätta|meddela|tala om för|berätta för|kontakta"
                r"|samråda med)\b(?: om| att)*"
            ),
        ),
        (
            Kind.INFORMED,
            (
                r"\b(?:till vem|vart|till vilken nämnd) (?:ska )?(?:(?:beslutet|beslut|det) )?(?:ska )?"
                r"(?:anmäls|anmälas|rapporteras|redovisas)\b|\bska (?:beslutet|beslut|det) anmälas\b"
            ),
        ),
        (
            Kind.WHEN,
            (
                r"^(?:när|senast när|hur snabbt|hur fort|hur snart|inom vilken tid|hur lång tid har|vilket datum"
                r"|vilken (?:tids)?frist) (?:ska|måste|senast|behöver|anmäls|har)\b"
            ),
        ),
    )
)
_APPEALS = re.compile(
    r"(?:överklaga\w*|klagar?|besvära sig)(?: (?:man|jag|vi|ett beslut|beslut|beslutet))*(?: (?:om|att))*",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:hur|var|vart|när|till vem|vem|inom vilken tid)\b(?: kan)?|(?:kan|går)\b(?: man| jag| det(?: att)?)?",
    re.IGNORECASE,
)
_MAY = re.compile(r"(?:^|[,;:.] ?|\b(?:och|eller|om) )(?:får|kan|har|måste|ska|är) ", re.IGNORECASE)


def kind_of(text: str) -> tuple[Kind, Spans]:
    """The kind by its wording, and the places of the words that say no more than that."""
    for kind, look in _LOOKS:
        match = look.search(text)
        if match is None:
            continue
        if kind is Kind.APPEAL:
            return kind, _around_appeal(text, match)
        if "away" in match.groupdict():
            return kind, ((match.start(), match.start("away")), (match.end("away"), match.end()))
        return kind, (match.span(),)
    return Kind.WHO, ()


def _around_appeal(text: str, match: re.Match[str]) -> Spans:
    """Its first and last words: who appeals and what may stand between them."""
    first = _FIRST.match(text, match.start())
    verb = _APPEALS.search(text, match.start())
    return tuple(each.span() for each in (first, verb) if each is not None)


def may_starts(text: str) -> list[int]:
    """Where the one would be named whom «får», «kan» or «har» is said of."""
    return [match.end() for match in _MAY.finditer(text)]
