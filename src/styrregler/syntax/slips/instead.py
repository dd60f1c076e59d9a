"""What people begin a line with in agreements, cases and plans, and the keyword that they mean.

In: the words of a line and the clauses that its block may hold.  Out: the keyword, where one of them is meant.
"""

import re
from collections.abc import Collection

_MEANT = {
    # cases
    "ansvar": "ansvarig", "ansvarar": "ansvarig", "ansvaras av": "ansvarig", "görs av": "ansvarig", "sköts av": "ansvarig",
    "handläggs av": "ansvarig", "går till": "nästa", "går vidare till": "nästa", "vidare till": "nästa", "sedan": "nästa",
    "därefter": "nästa", "till": "nästa", "leder vidare till": "nästa", "remitteras till": "remiss", "remiss till": "remiss",
    "på remiss till": "remiss", "återremiss till": "åter till", "återremiss": "åter till", "deadline": "senast", "återremitteras till": "åter till", "tillbaka till": "åter till",
    "åter": "åter till", "återgår till": "åter till", "bordläggning": "bordläggs", "bordlägges": "bordläggs", "klar när": "klart när",
    "färdig när": "klart när", "färdigt när": "klart när", "avslutas när": "klart när", "aktivitet": "moment",
    "väcks av": "öppnas av", "initieras av": "öppnas av", "startas av": "öppnas av", "anmäls av": "öppnas av",
    # deviations
    "rapport till": "rapporteras till", "anmäls till": "rapporteras till", "meddelas": "rapporteras till",
    "informera": "rapporteras till", "återkoppling till": "följs upp av", "återrapporteras till": "följs upp av",
    "återkopplas till": "följs upp av", "uppföljning": "följs upp av", "uppföljning av": "följs upp av",
    "uppföljning i": "följs upp av", "följs upp i": "följs upp av", "följs upp": "följs upp av", "allvarlighet": "allvar",
    "allvarlighetsgrad": "allvar", "allvarsgrad": "allvar", "nivå": "allvar", "känns igen på": "kännetecken",
    "exempelvis": "kännetecken", "skydda": "skydd", "eskaleras till": "eskaleras enligt", "eskaleras": "eskaleras enligt",
    "eskalering enligt": "eskaleras enligt", "eskalering": "eskaleras enligt", "vidtas": "åtgärd",
    # codes of conduct
    "värderingar": "värdegrund", "värden": "värdegrund", "värdeord": "värdegrund", "bygger på": "grundas på",
    "grundas": "grundas på", "grund": "grundas på", "grundat på": "grundas på", "undviker": "undvik", "gör inte": "undvik",
    "låt bli": "undvik", "brott hanteras som": "hanteras som", "hanteras enligt": "hanteras som", "hanteras": "hanteras som",
    "godkänd av": "antagen av", "antagen": "antagen av", "antogs av": "antagen av", "antas i": "antas av", "antas": "antas av",
    "binder": "omfattar",
    # boundaries, ways and channels
    "avgör": "avgörs av", "avgörs i": "avgörs av", "avgörs": "avgörs av", "beslutas av": "avgörs av", "slutligen": "avgörs av",
    "samtal med": "samtal mellan", "dialog mellan": "samtal mellan", "grått": "gråzon", "annars": "i stället",
    "istället": "i stället", "i stället för": "i stället", "tillåtet": "tillåten", "får": "tillåten", "förbjuden": "otillåten",
    "förbjudet": "otillåten", "inte tillåten": "otillåten", "ej tillåten": "otillåten", "inte tillåtet": "otillåten",
    "ej tillåtet": "otillåten", "får inte": "otillåten", "får ej": "otillåten", "kontaktväg": "kanal", "väg": "kanal",
    "kommunikationskanal": "kanal", "kontakt": "kanal", "förväntas av": "förväntan", "förväntningar på": "förväntan",
    "förväntan på": "förväntan",
    # escalations: «nivå» is their step
    "trappsteg": "steg", "nivå 1": "steg",
    # goals
    "mått": "nyckeltal", "indikator": "nyckeltal", "mäts med": "nyckeltal", "mäts genom": "nyckeltal", "mätetal": "nyckeltal",
    "målvärde": "nyckeltal", "utfall": "resultat", "avtal med": "kontrakt", "avtal": "kontrakt", "överenskommelse med": "kontrakt",
    "aktiviteter": "aktiviteter av", "aktiviteter väljs av": "aktiviteter av", "aktiviteter beslutas av": "aktiviteter av",
    "syfte": "varför", "motiv": "varför",
    # assignments
    "uppdragsgivare": "beställare", "beställs av": "beställare", "beställd av": "beställare", "uppdragstagare": "utförs av",
    "genomförs av": "utförs av", "utförare": "utförs av", "samordnare": "samordnas av", "samordning av": "samordnas av",
    "processledare": "stöds av", "processtöd": "stöds av", "stöd av": "stöds av", "medlemmar": "deltagare", "ingår": "deltagare",
    "består av": "deltagare", "sammansättning": "deltagare", "finns i alla": "finns i varje", "tidpunkt": "tid", "datum": "tid",
    "när": "tid", "period": "tid", "klart": "klar", "färdig": "klar", "genomförd": "klar", "genomfört": "klar",
    "beroende av": "efter", "beror på": "beror av", "beroenden": "beror av", "resulterar i": "ger", "leder till": "ger",
    "resultat": "ger", "beslutas i": "beslutas av", "delmål": "mål", "framgångsfaktorer": "framgångsfaktor", "fas": "etapp",
    "steg": "etapp", "målgrupp": "för vem",
}  # fmt: skip
_OTHERWISE = {
    ("eskalering", "nivå"): "steg", ("eskalering", "fas"): "steg", ("eskalering", "etapp"): "steg",
    ("ärendegång", "steg"): "fas", ("ärendegång", "etapp"): "fas",
    ("verksamhetsidé", "beroende av"): "beror av", ("verksamhetsidé", "syfte"): "varför", ("effektmål", "mål"): "nyckeltal",
}  # fmt: skip
"""Where a word means one thing in one kind of block and another elsewhere."""
_LONGEST = max(len(words.split()) for words in _MEANT)


def meant_instead(line: str, kind: str, clauses: Collection[str]) -> tuple[str, str]:
    """The words that ``line`` begins with and the keyword meant, one of ``clauses``; empty where none is."""
    words = re.findall(r"[^\W\d_][\w-]*|\S", line)[: _LONGEST + 1]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        said = " ".join(words[:count]).lower()
        meant = _OTHERWISE.get((kind, said), _MEANT.get(said, ""))
        if meant in clauses and meant != said:
            return said, meant
    return "", ""


ANSWERS = re.compile(r"([^\W\d_][\w-]*) (?:ansvarar|är ansvarig|ansvarig)$")
TIME = re.compile(
    r"(\d+) (?:dag|dagar|arbetsdag|arbetsdagar|vecka|veckor|månad|månader)( (?:före|efter|innan) \S+)?$"
)


def is_prose(line: str) -> bool:
    """Whether a line says who answers or by when with no keyword: «handläggare ansvarar», «2 veckor före sammanträde»."""
    return bool(ANSWERS.match(line) or TIME.match(line))
