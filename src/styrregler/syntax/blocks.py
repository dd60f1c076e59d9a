"""What a block may hold: its header, its clauses, how often each, and which it must have.

This table is the single source for the parser's messages, the formatter's order of keywords, completion and the
language reference.
"""

import enum
import re
from collections.abc import Mapping

from attrs import evolve, field, frozen


class HeaderForm(enum.Enum):
    """What follows the block's keyword."""

    NAMED = "namn"
    NUMBERED = "nummer"
    TITLED = "titel"
    BARE = ""


@frozen
class BlockShape:
    """One kind of block.

    ``clauses`` maps each allowed keyword to whether it may be given more than once. ``required`` lists keywords of
    which at least one must be there. ``example`` is shown when a header of this kind cannot be read.
    """

    kind: str
    meaning: str
    example: str
    form: HeaderForm = HeaderForm.NAMED
    clauses: Mapping[str, bool] = field(factory=dict)
    required: tuple[tuple[str, ...], ...] = ()
    titled: bool = True
    """A title must be given."""
    fillable: bool = False
    """«ska fyllas i» may stand in the place of what is required."""
    under: Mapping[str, str] = field(factory=dict)
    """Clauses that belong to the nearest one above of another keyword, and are written deeper: once for each."""


def _clauses(once: str, repeated: str = "") -> dict[str, bool]:
    return {
        **{word.strip(): False for word in once.split(",") if word.strip()},
        **{word.strip(): True for word in repeated.split(",") if word.strip()},
    }


_BODY = _clauses("tillhör, leds av, ägs av, läge, kallas även")
_GROUP = {**_BODY, **_clauses("för uppdrag, deltagare")}
_BOARD = _clauses("ordförande, vice ordförande, sammanträder, form, läge, kallas även")

# Given on the order, a section, a general rule or a point; the nearest wins whole.
SHARED = _clauses(
    "delegat, gäller, lagrum, rör, ärende, vidaredelegeras, överklagas",
    "samråd med, informera, villkor, dock, lyfts till, gäller inte, ersättare, anmäls, förutsätter, krav på delegat",
)
_WHOLE_ORDER = _clauses("brådskande, överordnad", "anmärkning")
_ORDER = {
    **_clauses("beslutad, läge, ersätter, ur, gäller ärenden", "ändrad, granskad"),
    **_WHOLE_ORDER,
    **SHARED,
}
_POINT = {
    **SHARED,
    **_clauses(
        "verkställs, egen beslutanderätt, arbetsuppgift, tidigare nummer, för kommun, kallas även",
        "beslutas av, innefattar, anmärkning",
    ),
}

# What is agreed of the interplay between politics and profession: by whom, since when, for which bodies.
_AGREED = _clauses("omfattar, beslutad, gäller, läge", "anmärkning, villkor")

_PURPOSE = _clauses("beslutad, gäller, läge, för vem, varför, beror av", "anmärkning")
_GOAL = _clauses(
    "beslutas av, beslutad, gäller, läge, ansvarig, aktiviteter av, del av, varför, följs upp av",
    "nyckeltal, resultat, kontrakt, anmärkning, villkor",
)
_STAGE = ("tid", "efter", "beslutas av", "ansvarig", "syfte", "innehåll", "ger", "klar")
_COMMISSION = _clauses(
    "beslutad, gäller, läge, beställare, leds av, utförs av, samordnas av, synkas av, säkras av, stöds av, styrs av, finns i varje, "
    "omfattar, utom, deltagare, för vem, varför, del av, leder till, följs upp av, finansiering",
    "mål, framgångsfaktor, etapp, anmärkning, villkor",
)

_ALL = (
    BlockShape(
        "kommun", "kommunen själv", 'kommun exempelkommun "Exempelkommun"', clauses=_clauses("kommunkod, kallas även")
    ),
    BlockShape("fullmäktige", "kommunens högsta organ", 'fullmäktige kommunfullmäktige "Kommunfullmäktige" (KF)', clauses=_BOARD),
    BlockShape("nämnd", "en nämnd eller kommunstyrelsen", 'nämnd socialnämnden "Socialnämnden" (SN)', clauses=_BOARD),
    BlockShape("presidium", "en nämnds ordförande och vice ordförande", 'presidium sn-presidiet "Presidiet"', clauses=_BODY, required=(("tillhör",),)),
    BlockShape("utskott", "ett utskott i en nämnd", 'utskott individutskottet "Individutskottet" (IU)', clauses=_BODY, required=(("tillhör",),)),
    BlockShape("förvaltning", "en nämnds förvaltning", 'förvaltning socialförvaltningen "Socialförvaltningen"', clauses=_BODY),
    BlockShape("enhet", "en enhet i en förvaltning", 'enhet ekonomiskt-bistånd "Enheten för ekonomiskt bistånd"', clauses=_BODY),
    BlockShape("bolag", "ett bolag som kommunen äger", 'bolag exempelbostäder "AB Exempelbostäder"', clauses=_BODY),
    BlockShape("grupp", "en grupp som inte är ett organ", 'grupp ledningsgruppen "Ledningsgruppen"', clauses=_GROUP),
    BlockShape("roll", "en befattning eller ett uppdrag", 'roll enhetschef "Enhetschef"', clauses=_clauses("slag, tillhör, närmaste chef, finns i varje, kallas även"), required=(("slag",),)),
    BlockShape("rollgrupp", "flera roller under ett namn, var och en för sig", 'rollgrupp chefer "Samtliga chefer"', clauses=_clauses("omfattar"), required=(("omfattar",),)),
    BlockShape("innehavare", "vem som har en roll", 'innehavare socialchef "Anna Exempel"', clauses=_clauses("gäller"), required=(("gäller",),)),
    BlockShape("uppgift", "något som villkor frågar efter", 'uppgift belopp "Hur stort är beloppet?"', clauses=_clauses("anges i, svar, bedöms av, kallas även"), required=(("anges i", "svar", "bedöms av"),)),
    BlockShape("värde", "ett belopp som fastställs för varje år", 'värde prisbasbelopp "Prisbasbelopp"', clauses=_clauses("anges i, kallas även", "år"), required=(("anges i",), ("år",))),
    BlockShape("lag", "en författning", 'lag KL-2017 "Kommunallag" (KL)', clauses=_clauses("sfs, eu, gäller, ersätter, paragrafer, kontrollerad", "motsvarighet"), required=(("sfs", "eu"),)),
    BlockShape("egenskap", "ett slag av ärende, som `rör` nämner", 'egenskap vite "Föreläggande med vite"', clauses=_clauses("betyder, kännetecken, lagrum, kontrollerad"), required=(("betyder",),)),
    BlockShape("benämning", "vad lagen nu kallar något, och vad det kallades förut", 'benämning anpassad-grundskola "anpassad grundskola"', clauses=_clauses("kallades, lagrum, gäller, kontrollerad"), required=(("kallades",), ("gäller",))),
    BlockShape("delegatkrets", "till vilka slag av mottagare en nämnd får delegera", 'delegatkrets KL-6-37 "Till vem en nämnd får delegera"', clauses=_clauses("lagrum, avser, tillåter, lämnas av, gäller, kontrollerad"), required=(("lagrum",), ("tillåter",))),
    BlockShape("förbud", "vad som enligt lag inte får delegeras", 'förbud KL-6-38-1 "Verksamhetens mål"', clauses=_clauses("lagrum, rör, beslutas av, gäller, kontrollerad, undantag, lyfts till", "delegeras"), required=(("lagrum", "kontrollerad"), ("delegeras", "lyfts till"))),
    BlockShape("lagfrist", "en tid som lagen bestämmer", 'lagfrist justering "Protokollet justeras"', clauses=_clauses("lagrum, senast, gäller, kontrollerad"), required=(("lagrum",), ("senast",))),
    BlockShape("lagplikt", "vad lagen kräver i ett visst läge", 'lagplikt särskilt-protokoll "Beslutet förs till ett särskilt protokoll"', clauses=_clauses("lagrum, utlöses av, överklagas, gäller, kontrollerad"), required=(("lagrum",), ("utlöses av",))),
    BlockShape("lagtak", "ett belopp eller en tid som lagen sätter gräns för", 'lagtak LOU-19-a-2 "Direktupphandling"', clauses=_clauses("lagrum, rör, tak, gäller, kontrollerad"), required=(("lagrum",), ("rör",), ("tak",))),
    BlockShape("överklagandeväg", "ett sätt att överklaga, och lagens tid för det", 'överklagandeväg laglighetsprövning "Laglighetsprövning"', clauses=_clauses("lagrum, överklagas, senast, stänger av, gäller, kontrollerad"), required=(("lagrum",),)),
    BlockShape("delegationsordning", "en nämnds delegationsordning", 'delegationsordning socialnämnden "Socialnämndens delegationsordning"', clauses=_ORDER, required=(("gäller",),)),
    BlockShape("vidaredelegation", "en förvaltningschefs vidaredelegation", 'vidaredelegation kommundirektör "Vidaredelegation inom upphandling"', clauses=_ORDER, required=(("gäller",), ("ur",))),
    BlockShape("reglemente", "vad fullmäktige ger en nämnd", 'reglemente socialnämnden "Reglemente för socialnämnden"', clauses=_clauses("beslutad, läge, ersätter, gäller, lagrum, anmärkning", "ändrad, granskad"), required=(("gäller",),)),
    BlockShape("avsnitt", "en rubrik med gemensamma satser", 'avsnitt 4 "Ekonomiskt bistånd"', HeaderForm.NUMBERED, clauses={**SHARED, **_clauses("anmärkning")}),
    BlockShape("bestämmelse", "en numrerad allmän regel i ordningen", 'bestämmelse 3 "Brådskande ärenden"', HeaderForm.NUMBERED, clauses={**_WHOLE_ORDER, **_clauses("lagrum, vidaredelegeras, villkor", "anmäls, dock")}),
    BlockShape("punkt", "en rad i ordningen", 'punkt 4.3 "Återkrav"', HeaderForm.NUMBERED, clauses={**_POINT, "ansvarar för": False}, titled=False),
    BlockShape("tabell", "rader utan villkor", "tabell", HeaderForm.BARE),
    BlockShape("förordnande", "personer som utsetts för vissa punkter", 'förordnande jour-2026 "Brådskande beslut"', clauses=_clauses("lagrum, punkter, person, gäller, beslutad"), required=(("punkter",), ("person",))),
    BlockShape("eskalering", "hur en oenighet förs vidare, steg för steg", 'eskalering oenighet "Oenighet om vad eller hur"', clauses=_clauses("läge, steg, omfattar, avser, avgörs av, eskaleras enligt", "informera, ersättare"), required=(("steg",),)),
    BlockShape("gräns", "vad politiken bestämmer, hur professionen gör det, och det som ligger emellan", 'gräns vad-hur "Politiken bestämmer vad, professionen bestämmer hur"', clauses={**_AGREED, **_clauses("samtal mellan, eskaleras enligt, avgörs av", "vad, hur, gråzon")}, fillable=True, required=(("vad", "hur", "gråzon"),), under=dict.fromkeys(("samtal mellan", "eskaleras enligt", "avgörs av"), "gråzon")),
    BlockShape("uppdragsvägar", "vem som får ge uppdrag till vem", 'uppdragsvägar linjen "Vem som får ge uppdrag till vem"', clauses={**_AGREED, **_clauses("i stället", "tillåten, otillåten")}, fillable=True, required=(("tillåten", "otillåten"),), under={"i stället": "otillåten"}),
    BlockShape("kanaler", "vem som når vem genom vem, och vad de väntar sig av varandra", 'kanaler samarbetet "Vägar mellan politik och förvaltning"', clauses={**_AGREED, **_clauses("", "kanal, förväntan")}, fillable=True, required=(("kanal", "förväntan"),)),
    BlockShape("avvikelse", "något som har gått fel: vad det känns igen på, vem som får veta det och vad som görs", 'avvikelse beslut-utan-delegation "Beslut utan stöd i delegationsordningen"', clauses={**_AGREED, **_clauses("kännetecken, kallas även, allvar, upptäcks av", "rapporteras till, åtgärd, eskaleras enligt, följs upp av, skydd")}),
    BlockShape("uppförandekod", "hur de som omfattas ska uppträda mot varandra, och vilka som har antagit det", 'uppförandekod samspel "Så arbetar vi tillsammans"', clauses={**_AGREED, **_clauses("värdegrund, antas av, antagen av, grundas på, gör, undvik, hanteras som", "regel")}, fillable=True, required=(("regel",),), under=dict.fromkeys(("grundas på", "gör", "undvik", "hanteras som"), "regel")),
    BlockShape("ärendegång", "vägen som ett ärende tar, fas för fas, från den som väcker det till dess det är slut", 'ärendegång nämndärende "Ett ärende från väckt till uppföljt"', clauses={**_AGREED, **_clauses(
        "kallas även, öppnas av, ansvarig, senast, inom, lagens tid, nästa, bordläggs, klart när",
        "fas, slut, moment, remiss, kanal, förväntan, åter till",
    )}, fillable=True, required=(("fas",),), under=dict.fromkeys(
        ("ansvarig", "senast", "inom", "lagens tid", "klart när", "moment", "remiss", "kanal", "förväntan", "åter till", "bordläggs", "nästa"), "fas"
    )),
    BlockShape("verksamhetsidé", "vad en nämnd är till för: vad, för vem och varför", 'verksamhetsidé socialnämnden "Stöd och omsorg"', clauses=_PURPOSE, titled=False),
    BlockShape("effektmål", "vad politiken vill uppnå, hur det mäts och vem som följer upp", 'effektmål trygg-uppväxt "Barn och unga växer upp tryggt"', clauses=_GOAL, under={"resultat": "nyckeltal"}),
    BlockShape("uppdrag", "ett uppdrag med dem som deltar och etapper i tiden", 'uppdrag verksamhetsidé-2026 "Verksamhetsidé för varje nämnd"', clauses={**_COMMISSION, **_clauses(", ".join(_STAGE))}, required=(("beställare", "etapp"),), under=dict.fromkeys(_STAGE, "etapp")),
    BlockShape("ordlista", "vad människor säger, och vad reglerna kallar det", 'ordlista "Barn och utbildning"', HeaderForm.TITLED, clauses=_clauses("", "ord"), required=(("ord",),)),
    BlockShape("exempel", "ett prov: en fråga och det svar som menas", 'exempel "Datorer för 450 000 kr"', HeaderForm.TITLED, clauses=_clauses(
        "fråga, ärende, organ, givet, datum, frånvarande, jäviga, beslutat av, svar, utfall, saknas, enligt punkt, även behörig, "
        "informeras, anmäls, ersättare, lagrum, överklagas, "
        "hänt, avvikelser, allvar, rapporteras till, åtgärd, eskaleras enligt, följs upp av, kod, binder, har antagit, har inte antagit, "
        "ärendets väg, sammanträde, fas, faser, ansvarig, senast, nästa, "
        "om uppdrag, om effektmål, om verksamhetsidé, i etapp, tid, status, aktiviteter av, beställare, utförs av, samordnas av, "
        "synkas av, säkras av, stöds av, styrs av, deltagare, beror av, beslutas av, "
        "efter, del av, varför, för vem, villkor, innehåll, syfte, ger, värdegrund, gör, undvik, om gräns, om uppdragsväg, om kanal, "
        "om förväntan, avgörs av",
        "mål, framgångsfaktor"
    ), required=(("fråga", "ärende", "hänt", "kod", "ärendets väg", "om uppdrag", "om effektmål", "om verksamhetsidé", "om gräns", "om uppdragsväg", "om kanal", "om förväntan"),)),
)  # fmt: skip

ANYWHERE = _clauses("", "bortse från, ska fyllas i, öppen fråga")
"""What any block but a table, an example and a word list may hold."""

BLOCKS: Mapping[str, BlockShape] = {
    shape.kind: shape
    if shape.form in (HeaderForm.BARE, HeaderForm.TITLED)
    else evolve(shape, clauses={**shape.clauses, **ANYWHERE})
    for shape in _ALL
}

CLAUSE_KEYWORDS: tuple[str, ...] = tuple(
    sorted({word for shape in BLOCKS.values() for word in shape.clauses}, key=lambda word: (-len(word), word))
)
"""Every clause keyword, longest first, so that the first that fits is the right one."""

# The column headings of a table, and the clause each cell stands for.
COLUMNS: Mapping[str, str] = {
    "punkt": "",
    "ärende": "",
    **{
        keyword: keyword
        for keyword in (
            "delegat", "beslutas av", "verkställs", "lagrum", "ersättare", "anmäls", "överklagas", "rör", "villkor",
            "anmärkning", "vidaredelegeras", "informera", "samråd med", "dock", "kallas även", "tidigare nummer",
            "förutsätter", "innefattar",
        )
    },
}  # fmt: skip

# What the same clauses are called in the tables that people paste.
ALSO_CALLED: Mapping[str, str] = {
    "nr": "punkt", "nummer": "punkt", "punkt nr": "punkt", "ärendetyp": "ärende", "ärendegrupp": "ärende", "rubrik": "ärende",
    "beslutsfattare": "delegat", "delegerat till": "delegat", "delegeras till": "delegat", "beslutande": "delegat",
    "lagstöd": "lagrum", "lag": "lagrum", "paragraf": "lagrum", "författning": "lagrum", "laghänvisning": "lagrum",
    "kommentar": "anmärkning", "kommentarer": "anmärkning", "anmärkningar": "anmärkning", "notering": "anmärkning",
    "anmälan": "anmäls", "anmälan till": "anmäls", "ersättare för delegat": "ersättare", "vidaredelegat": "vidaredelegeras",
    "överklagan": "överklagas", "överklagande": "överklagas", "samråd": "samråd med",
}  # fmt: skip

_KEYWORD = re.compile(
    "(?:" + "|".join(word.replace(" ", "[ \\t]+") for word in CLAUSE_KEYWORDS) + r")(?![\w-])"
)


def keyword_of(content: str) -> str | None:
    """The clause keyword that ``content`` begins with, or None."""
    match = _KEYWORD.match(content)
    return " ".join(match[0].split()) if match else None
