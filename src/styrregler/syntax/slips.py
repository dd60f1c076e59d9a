"""Slips: what a secretary probably meant where the parser stopped.

In: the text of a clause or header and where it could not be read.  Out: one sentence on what to write instead.
A slip is recognised by its look around the stop, never by trial parsing, and is tried in the order below; the last
resort names what could have stood there, in Swedish.
"""

import re
from collections.abc import Callable, Iterable

from attrs import frozen

from styrregler.syntax.blocks import BLOCKS, CLAUSE_KEYWORDS, BlockShape
from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.grammar import Stopped
from styrregler.text import Span
from styrregler.values import nearest
from styrregler.values.dates import MONTHS

_NAME = r"[^\W\d_][\w.-]*"
_LIMITS = {
    "<=": "högst",
    "≤": "högst",
    "=<": "högst",
    ">=": "minst",
    "≥": "minst",
    "=>": "minst",
    "<": "under",
    ">": "över",
    "==": "är",
    "=": "är",
}
_WORDED_LIMITS = {
    "upp till": "högst", "maximalt": "högst", "max": "högst", "inte över": "högst", "som mest": "högst",
    "lägst": "minst", "minimum": "minst", "från och med": "minst", "mer än": "över", "större än": "över", "överstigande": "över",
    "överstiger": "över", "mindre än": "under", "understiger": "under", "lika med": "är",
}  # fmt: skip


@frozen
class Slip:
    """What to say: where, what, and how it should be written."""

    span: Span
    message: str
    remedy: str
    why: str = ""


def explain(text: str, stop: Stopped, keyword: str) -> Slip:
    """The slip that best accounts for ``stop`` in ``text``, a clause that begins with ``keyword``."""
    bare = _without_texts(text)
    for look, tell in _SLIPS:
        for match in look.finditer(bare):
            if match.start() <= stop.at <= match.end() + 1 and (slip := tell(match, keyword)):
                return slip
    return _expected(text, bare, stop, keyword)


def explain_keyword(word: str, shape: BlockShape, at: int) -> Slip:
    """A first word that begins no clause."""
    span = Span(at, at + len(word))
    if word.lower() != word and any(keyword.split()[0] == word.lower() for keyword in CLAUSE_KEYWORDS):
        return Slip(
            span,
            f"nyckelordet «{word}» har stor bokstav",
            f"nyckelord skrivs med små bokstäver: «{word.lower()}»",
        )
    firsts = {keyword.split()[0]: keyword for keyword in sorted(shape.clauses, reverse=True)}
    if found := nearest(word, firsts):
        return Slip(span, f"okänt ord «{word}»", f"menade du «{firsts[found]}»?")
    everywhere = {keyword.split()[0] for keyword in CLAUSE_KEYWORDS}
    if found := nearest(word, everywhere):
        return Slip(
            span, f"okänt ord «{word}»", f"menade du «{found}»? Det kan dock inte stå i blocket {shape.kind}"
        )
    allowed = ", ".join(list(shape.clauses)[:6])
    return Slip(
        span,
        f"okänt ord «{word}»",
        f"en rad inleds av ett nyckelord; i {shape.kind} till exempel {allowed}"
        if allowed
        else f"blocket {shape.kind} har inga satser",
    )


def explain_header(text: str, stop: Stopped, kind: str) -> Slip:
    """A header that cannot be read; ``kind`` is its block word."""
    example = BLOCKS[kind].example
    bare = _without_texts(text)
    rest = text[len(kind) :].strip()
    if match := re.match(r"(\S*\d\S*?) ?([a-zåäö])\)", rest):
        at = text.index(match[0])
        return Slip(
            Span(at, at + len(match[0])),
            "bokstaven i ett nummer skrivs utan parentes",
            f"skriv «{kind} {match[1].rstrip('.')} {match[2]}»",
        )
    if "'" in bare or "’" in bare:
        at = re.search("['’]", bare)
        start = at.start() if at else 0
        return Slip(
            Span(start, len(text)), "titeln står inom enkla citattecken", 'använd dubbla citattecken: "…"'
        )
    numbered = BLOCKS[kind].form.value == "nummer"
    if numbered and (
        match := re.match(
            r"(\d[\w.:-]*(?: [a-zåäö](?!\w))?|[A-ZÅÄÖ][\w.:-]*)\.? +(?=[^\W\d_\"“”„»«])(.+)", rest
        )
    ):
        at = text.index(match[2])
        return Slip(
            Span(at, len(text)),
            "titeln ska stå inom citattecken",
            f'skriv «{kind} {match[1].rstrip(".")} "{match[2].strip()}"»',
        )
    if numbered and not re.match(r"[\dA-ZÅÄÖ]", rest):
        return Slip(Span(0, len(text)), f"{kind} saknar nummer", f"skriv till exempel «{example}»")
    if not numbered and (match := re.match(rf"({_NAME}) +((?!\()[^\"“”„»«(]+?) *(?=[\"“”„»«]|$)", rest)):
        words = f"{match[1]} {match[2]}".strip()
        at = text.index(match[1], len(kind))
        if not re.search(r"[\"“”„»«]", rest):
            return Slip(
                Span(at, len(text)),
                "titeln ska stå inom citattecken",
                f'skriv «{kind} {match[1]} "{match[2].strip()}"»',
            )
        joined = "-".join(words.split()).lower()
        return Slip(
            Span(at, at + len(words)),
            "ett namn kan inte ha mellanslag",
            f"skriv ihop namnet med bindestreck: «{joined}»",
        )
    if not numbered and re.match(r"[\"“”„»«]", rest) and BLOCKS[kind].form.value == "namn":
        return Slip(Span(0, len(text)), f"{kind} saknar namn", f"skriv namnet före titeln: «{example}»")
    return Slip(
        Span(min(stop.at, max(0, len(text) - 1)), len(text)),
        "rubriken kan inte läsas",
        f"skriv till exempel «{example}»",
    )


def _without_texts(text: str) -> str:
    """Blank out quoted text, so that its words are not taken for slips."""
    return re.sub(r"[\"“”„][^\"“”\n]*[\"“”]|[»«][^«»\n]*[«»]", lambda match: "\0" * len(match[0]), text)


# ---------- the slips, most telling first

Tell = Callable[[re.Match[str], str], Slip | None]
_SLIPS: list[tuple[re.Pattern[str], Tell]] = []


def _slip(pattern: str) -> Callable[[Tell], Tell]:
    def register(tell: Tell) -> Tell:
        _SLIPS.append((re.compile(pattern, re.IGNORECASE), tell))
        return tell

    return register


def _at(match: re.Match[str], message: str, remedy: str, why: str = "", group: int = 0) -> Slip:
    return Slip(Span(match.start(group), match.end(group)), message, remedy, why)


@_slip(rf"^{_NAME}(?: {_NAME})?( ?:)(?= |$|\0)")
def _colon(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(match, "inget kolon efter nyckelordet", f"skriv «{keyword}» utan kolon", group=1)


@_slip(r"<=|>=|=<|=>|≤|≥|==|<|>|=")
def _sign(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, f"tecknet «{match[0]}» används inte", f"skriv «{_LIMITS[match[0]]}» i stället för «{match[0]}»"
    )


@_slip(r"(-\s*\d[\d  ]*)(?:,\d+)?\s*(?:kr|tkr|mkr)\b")
def _negative(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, f"«{match[0]}» är ett negativt belopp", "ett belopp är noll eller större: skriv det utan minus"
    )


@_slip(r"(\d[\d  ]*(?:[.,]\d+)?) ?:-")
def _colon_dash(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, f"«{match[0]}» är inget belopp", f"skriv «{match[1].strip()} kr» i stället för «{match[0]}»"
    )


@_slip(r"\b(\d{1,3})[.,](\d{3}) ?(kr|kronor|tkr|mkr)\b")
def _thousands(match: re.Match[str], keyword: str) -> Slip | None:
    whole, rest, unit = match.groups()
    return _at(
        match,
        f"«{match[0]}» kan läsas på två sätt",
        f"tusental skrivs med mellanslag: «{whole} {rest} {unit}»; decimaler med komma: «{whole},{rest.rstrip('0') or '0'} {unit}»",
    )


@_slip(r"\b(\d+)\.(\d+) (kr|tkr|mkr|prisbasbelopp|basbelopp|pbb|bb|inkomstbasbelopp|%|år|månader)")
def _decimal_point(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        f"«{match[1]}.{match[2]}» har punkt som decimaltecken",
        f"decimaler skrivs med komma: «{match[1]},{match[2]} {match[3]}»",
    )


@_slip(r"\b(?:t\.?o\.?m\b\.?|till och med)")
def _through(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        f"«{match[0]}» förkortas inte här",
        f"skriv «till» i stället för «{match[0]}» (sista dagen räknas med)",
    )


@_slip(r"\b(?:fr\.?o\.?m\b\.?|from\b|från och med)")
def _since(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        f"«{match[0]}» förkortas inte här",
        f"skriv «från» i stället för «{match[0]}» (första dagen räknas med)",
    )


@_slip(r"\b(\d{1,2})/(\d{1,2})[ -]?(\d{4})?\b")
def _slash_date(match: re.Match[str], keyword: str) -> Slip | None:
    day, month, year = int(match[1]), int(match[2]), match[3] or "2025"
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return _at(
        match, f"«{match[0]}» är inget datum", f"datum skrivs år-månad-dag: «{year}-{month:02}-{day:02}»"
    )


@_slip(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.? ?(\d{{4}})?")
def _worded_date(match: re.Match[str], keyword: str) -> Slip | None:
    month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(match[2].lower()[:3]))
    return _at(
        match,
        f"«{match[0]}» är inget datum",
        f"datum skrivs år-månad-dag: «{match[3] or '2025'}-{month:02}-{int(match[1]):02}»",
    )


@_slip(r"(?<![\d-])(\d{4})(\d{2})(\d{2})(?![\d-])")
def _packed_date(match: re.Match[str], keyword: str) -> Slip | None:
    if not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31):
        return None
    return _at(
        match,
        f"«{match[0]}» är inget datum",
        f"datum skrivs med bindestreck: «{match[1]}-{match[2]}-{match[3]}»",
    )


@_slip(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
def _short_date(match: re.Match[str], keyword: str) -> Slip | None:
    if len(match[2]) == 2 and len(match[3]) == 2:
        return None
    fixed = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return _at(
        match, f"«{match[0]}» är inget datum", f"datum skrivs med två siffror för månad och dag: «{fixed}»"
    )


@_slip(
    r"(?:^|[ \n])((?:i )?(?:övrigt|övriga fall|annat fall|andra fall)|eljest|anars|annras|annar|annras|anans)\b"
)
def _otherwise(match: re.Match[str], keyword: str) -> Slip | None:
    if match[1].lower().startswith(("an", "ann")) and "fall" not in match[1]:
        return _at(match, f"okänt ord «{match[1]}»", "menade du «annars»?", group=1)
    return _at(
        match, f"«{match[1]}» är inget nyckelord", f"skriv «annars» i stället för «{match[1]}»", group=1
    )


@_slip(
    rf"({_NAME})(?: och | samt | tillsammans med | jämte | ?& ?| ?\+ ?)({_NAME})(?! (?:är|högst|minst|över|under)\b)"
)
def _jointly(match: re.Match[str], keyword: str) -> Slip | None:
    if keyword in ("delegat", "dock", "beslutas av", "verkställs"):
        return _at(
            match,
            "två delegater kan inte besluta gemensamt",
            f"skriv «{match[1]} eller {match[2]}» om de beslutar var för sig, eller «samråd med» för den andra",
            "lagen låter nämnden delegera till en mottagare, inte till flera i förening (6 kap. 37 § KL)",
        )
    if keyword in ("samråd med", "informera", "rör", "omfattar", "tillåter", "svar"):
        return _at(match, "flera skrivs med komma emellan", f"skriv «{match[1]}, {match[2]}»")
    return None


@_slip(rf"({_NAME}) ?[/;|] ?({_NAME})")
def _slash(match: re.Match[str], keyword: str) -> Slip | None:
    if keyword in ("delegat", "dock", "beslutas av", "ersättare", "svar"):
        return _at(
            match,
            "snedstreck eller semikolon mellan namn",
            f"skriv «{match[1]} eller {match[2]}» (var för sig)",
        )
    return _at(match, "snedstreck eller semikolon mellan namn", f"skriv «{match[1]}, {match[2]}»")


@_slip(rf"^(?:delegat|dock) +({_NAME}), *(?!därefter)({_NAME})")
def _comma(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        "komma mellan delegater",
        f"skriv «{match[1]} eller {match[2]}» om de beslutar var för sig, eller en rad för var och en med «när»",
        "komma betyder «alla», och två delegater kan inte besluta gemensamt",
    )


@_slip(rf"^((?:ersättare|brådskande|vice ordförande) +{_NAME}), *(?!därefter)({_NAME})")
def _turn_comma(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        "ordningen mellan dem saknas",
        f"skriv «{' '.join(match[1].split())}, därefter {match[2]}»",
        "komma betyder «alla»; här står de på tur",
    )


@_slip(rf"({_NAME}) därefter ({_NAME})")
def _turn_without_comma(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(match, "komma saknas före «därefter»", f"skriv «{match[1]}, därefter {match[2]}»")


@_slip(r"^(delegat|dock|beslutas av|samråd med|informera|ersättare)\s+(när|annars)\b")
def _nobody(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, f"«{match[1]}» saknar vem", f"skriv rollen före «{match[2]}»: «{EXAMPLES[keyword]}»", group=2
    )


@_slip(rf"(?:^|[ \n])(om|då|ifall|förutsatt att|vid) ({_NAME}) ?(?=är|högst|minst|över|under|<|>|=|$)")
def _if(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(match, f"villkor inleds med «när», inte «{match[1]}»", f"skriv «när {match[2]} …»", group=1)


@_slip(rf"({_NAME}) +(?:{'|'.join(map(re.escape, sorted(_WORDED_LIMITS, key=len, reverse=True)))})(?= )")
def _worded_limit(match: re.Match[str], keyword: str) -> Slip | None:
    words = match[0][len(match[1]) :].strip().lower()
    return _at(match, f"«{words}» är ingen gräns i språket", f"skriv «{match[1]} {_WORDED_LIMITS[words]} …»")


@_slip(rf"({_NAME}) +({_NAME}) +((?:högst|minst|över|under|är)\b)")
def _when_missing(match: re.Match[str], keyword: str) -> Slip | None:
    if match[1] in ("när", "och", "eller", "inte", "om", "då") or keyword == "krav på delegat":
        return None
    return _at(
        match, "«när» saknas före villkoret", f"skriv «{match[1]} när {match[2]} {match[3]} …»", group=2
    )


@_slip(r"\bnär\b[^\n]*\b(och)\b[^\n]*\b(eller)\b|\bnär\b[^\n]*\b(eller)\b[^\n]*\b(och)\b")
def _mixed(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match,
        "«och» och «eller» står i samma villkor utan parentes",
        "sätt parentes om det som hör ihop: «(a eller b) och c»",
        "ordningen mellan dem ska synas, inte behöva kännas till",
    )


@_slip(r"(\d+(?: [a-z])? kap\.? \d+(?: [a-z](?!\w))?) (?!§|kap|och\b|eller\b|[–,-])([^\W\d_][\w-]*)")
def _section_sign(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(match, "§ saknas i lagrummet", f"skriv «{match[1]} § {match[2]}»")


@_slip(r"(\d+) kap\.? (\d+(?: [a-z])?) §§?$|§ ?\d+$|\d+ ?§§?\s*(?=,|$)")
def _act_missing(match: re.Match[str], keyword: str) -> Slip | None:
    if keyword not in ("lagrum", "förutsätter", "egen beslutanderätt", "arbetsuppgift"):
        return None
    return _at(
        match, "lagrummet säger inte vilken lag", f"skriv lagens förkortning sist: «{match[0].strip()} KL»"
    )


@_slip(r"'[^'\n]*'|’[^’\n]*’")
def _single_quotes(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(match, "enkla citattecken", f'använd dubbla citattecken: "{match[0][1:-1]}"')


@_slip(r"(\d[\d.]*) ?([a-zåäö])\)")
def _number_paren(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, "bokstaven i ett nummer skrivs utan parentes", f"skriv «{match[1].rstrip('.')} {match[2]}»"
    )


@_slip(r"(\d[\d  ]*(?:,\d+)?) (procent|sek|kronor|tusen|miljoner|miljon|st|stycken)\b")
def _unit_word(match: re.Match[str], keyword: str) -> Slip | None:
    unit = {
        "procent": "%",
        "sek": "kr",
        "kronor": "kr",
        "tusen": "tkr",
        "miljoner": "mkr",
        "miljon": "mkr",
    }.get(match[2].lower(), "")
    return _at(
        match, f"enheten «{match[2]}» används inte", f"skriv «{match[1].strip()} {unit}»".replace(" »", "»")
    )


@_slip(rf"^(anmäls|lyfts|tillhör|överklagas|verkställs|beslutad|vidaredelegeras) +({_NAME})")
def _link_missing(match: re.Match[str], keyword: str) -> Slip | None:
    link = {"anmäls": "till", "överklagas": "genom", "verkställs": "av", "vidaredelegeras": "av"}.get(
        match[1]
    )
    if link is None or match[2] == "inte":
        return None
    return _at(match, f"«{link}» saknas", f"skriv «{match[1]} {link} {match[2]}»", group=2)


@_slip(r"^(villkor|anmärkning|innefattar|person|fråga|kallas även) +(?!inte\b)([^\0\n]+)")
def _unquoted(match: re.Match[str], keyword: str) -> Slip | None:
    return _at(
        match, "fri text ska stå inom citattecken", f'skriv «{match[1]} "{match[2].strip()}"»', group=2
    )


@_slip(rf"({_NAME}) +({_NAME})$|({_NAME}) +({_NAME})(?=\s+(?:när|annars|\n))|({_NAME}) +({_NAME})(?=\n)")
def _spaced_name(match: re.Match[str], keyword: str) -> Slip | None:
    first, second = [group for group in match.groups() if group]
    if (
        keyword.rsplit(maxsplit=1)[-1] == first
        or second in ("när", "annars")
        or first in ("av", "till", "via", "som", "när", "är", "och", "eller", "inte")
    ):
        return None
    if match.start() == 0:
        return None
    return _at(
        match, "ett namn kan inte ha mellanslag", f"skriv ihop namnet med bindestreck: «{first}-{second}»"
    )


# ---------- last resort

_TERMINALS = {
    "NAME": "ett namn", "STRING": "text inom citattecken", "POINTNO": "ett punktnummer (4.2)", "DATE": "ett datum (2025-07-01)",
    "LAWREF": "ett lagrum (6 kap. 38 § KL)", "LIMIT": "högst, minst, över eller under", "YEAR": "ett årtal (2026)",
    "SFS": "ett SFS-nummer (2017:725)", "SECTION": "en paragraf (§ 88)", "MONEY": "ett belopp (5 000 kr)",
    "DURATION": "en tid (4 år)", "NUMBER": "ett tal", "ANNARS": "annars", "INTE": "inte", "AR": "är", "FRAN": "från", "FORE": "före",
    "EFTER": "efter", "COMMA": "komma", "ELLER": "eller", "OCH": "och", "NÄR": "när", "TILL": "till", "AV": "av",
    "GENOM": "genom", "DÄREFTER": "därefter", "RPAR": "slutparentes", "LPAR": "parentes", "INOM": "inom", "ENLIGT": "enligt",
}  # fmt: skip
# Only worth naming when nothing else could stand there.
_QUIET = {"COMMA", "RPAR", "LPAR", "PERCENT", "_NL", "$END", "ABBR"}


def _expected(text: str, bare: str, stop: Stopped, keyword: str) -> Slip:
    example = EXAMPLES.get(keyword, "")
    remedy = f"så här: «{example}»" if example else ""
    names = _swedish(stop.expected)
    wanted = f"; här kan stå {names}" if names else ""
    if stop.at >= len(bare.rstrip()):
        return Slip(
            Span(max(0, len(text.rstrip()) - 1), len(text.rstrip())),
            f"«{keyword}» är inte färdigskriven{wanted}",
            remedy,
        )
    if bare[stop.at] == "\n" or (
        not bare[bare.rfind("\n", 0, stop.at) + 1 : stop.at].strip() and "\n" in bare[: stop.at + 1]
    ):
        start = stop.at + len(bare[stop.at :]) - len(bare[stop.at :].lstrip())
        end = bare.find("\n", start)
        return Slip(
            Span(start, end if end >= 0 else len(text)),
            f"«{keyword}» kan inte fortsätta på en ny rad så här",
            f"skriv allt på samma rad, eller dra in raden fyra steg om den är en egen sats; {remedy}".rstrip(
                "; "
            ),
        )
    match = re.compile(r"\S+").match(text, stop.at)
    found = match[0] if match else text[stop.at : stop.at + 1]
    return Slip(
        Span(stop.at, stop.at + len(found)), f"«{found}» kan inte stå här i «{keyword}»{wanted}", remedy
    )


def _swedish(expected: Iterable[str]) -> str:
    words = sorted({_TERMINALS[name] for name in expected if name in _TERMINALS and name not in _QUIET})
    if len(words) > 5:
        return ""
    return " eller ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""
