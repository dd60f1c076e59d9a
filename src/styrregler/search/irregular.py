"""Words whose inflection changes more than the ending: «böcker», «såld», «cyklar».

In: a word.  Out: the form that a rule would have.  A closed list of the Swedish words that do so, and two rules of spelling.
"""

from collections.abc import Iterator

_FORMS = """
bok: böcker böckerna böckernas böckers | hand: händer händerna | stad: städer städerna städers | land: länder länderna länders
son: söner sönerna | dotter: döttrar döttrarna | mor: mödrar mödrarna | bror: bröder bröderna | far: fäder fäderna
tand: tänder tänderna | natt: nätter nätterna | fot: fötter fötterna | rot: rötter rötterna | man: män männen mäns
strand: stränder stränderna | brand: bränder bränderna | bot: böter böterna | ledamot: ledamöter ledamöterna
rand: ränder | spann: spänner | gås: gäss | mus: möss | öga: ögon ögonen | öra: öron öronen | djur: djuren djurens
förälder: föräldrar föräldrarna föräldrarnas föräldrars | museum: museer museet museerna | gymnasium: gymnasiet gymnasier gymnasierna
laboratorium: laboratorier laboratoriet | kollegium: kollegiet kollegier | stipendium: stipendier stipendiet stipendierna
evenemang: evenemangen | centrum: centret centrumet | faktum: fakta | schema: scheman schemat
sälja: sålde sålt såld sålda såldes sålts | säga: sade sagt sa sagts | välja: valde valt vald valda valdes valts
lägga: lade lagt lagd lagda lades lagts | sätta: satte satt satts sattes | vänja: vande vant
stjäla: stal stulit stulen stulna stulits stjäl | skriva: skrev skrivit skriven skrivna skrivits skrevs
bryta: bröt brutit bruten brutna brutits bröts | flyga: flög flugit | hålla: höll hållit hållen hållits hölls
dra: drog dragit dragen dragna dragits drogs | ta: tog tagit tagen tagna tagits togs | ge: gav gett givit given givna gavs
slå: slog slagit slagen slagna slagits slogs | se: såg sett sedd sedda | stå: stod stått | gå: gick gått
komma: kom kommit | springa: sprang sprungit | sitta: satt suttit | ligga: låg legat | finna: fann funnit funnen funnits
vinna: vann vunnit vunnen | binda: band bundit bunden bundna | hinna: hann hunnit | brinna: brann brunnit
bjuda: bjöd bjudit bjuden bjudits | ljuga: ljög ljugit | skjuta: sköt skjutit skjuten skjutits | sluta: slöt slutit
gräva: grävde grävt grävd | låta: lät låtit | äta: åt ätit äten | dricka: drack druckit | förbjuda: förbjöd förbjudit förbjuden
erbjuda: erbjöd erbjudit erbjuden erbjudna | anbringa: anbragt | upplåta: upplät upplåtit upplåten upplåtna upplåtits
överlåta: överlät överlåtit överlåten överlåtits | förlåta: förlät | avstå: avstod avstått | anta: antog antagit antagen antagna antagits
ta: tar | avslå: avslog avslagit avslagen avslagna avslagits | föreslå: föreslog föreslagit föreslagen
uppsäga: uppsade uppsagt uppsagd uppsagda | avsäga: avsade avsagt | avskriva: avskrev avskrivit avskriven avskrivna avskrivits
hyra: hyrde hyrt hyrd hyrda | riva: rev rivit riven rivna rivits revs | bära: bar burit buren | skära: skar skurit skuren
svära: svor svurit | falla: föll fallit fallen | gripa: grep gripit gripen | ingripa: ingrep ingripit | skina: sken
stiga: steg stigit | driva: drev drivit driven drivits drevs | bli: blev blivit | sova: sov sovit | ljuda: ljöd
köra: körde kört körd körda | göra: gjorde gjort gjord gjorda | böra: borde | dö: dog dött död döda | få: fick fått
be: bad bett | begära: begärde begärt begärd begärda | vilja: ville velat | veta: visste vetat | smörja: smorde smort
utge: utgav utgett utgiven | utse: utsåg utsett utsedd utsedda | avse: avsåg avsett | överse: översåg | förse: försåg försett
tillsätta: tillsatte tillsatt tillsatta tillsatts | ersätta: ersatte ersatt ersatta ersatts | anse: ansåg ansett
avsätta: avsatte avsatt avsatta | placera: placerade placerat | välta: vält | stödja: stödde stött stöder stöd
glädja: gladde | skilja: skilde skilt skild skilda skiljer | dölja: dolde dolt dold | följa: följde följt följd
"""


def _read() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _FORMS.replace("\n", "|").split("|"):
        base, _, forms = entry.partition(":")
        for form in forms.split():
            found[form] = (*found.get(form, ()), base.strip())
    return found


_BASES = _read()
_SYNCOPE = ("el", "er", "en")


def bases(word: str) -> tuple[str, ...]:
    """«böckerna» is «bok»; a compound by its last part, where that is long enough to be known by."""
    found = _BASES.get(word)
    if found:
        return found
    return tuple(
        word[: -len(tail)] + base
        for size in range(5, len(word) - 2)
        if (tail := word[-size:]) in _BASES
        for base in _BASES[tail]
    )


def respelt(word: str, left: list[str]) -> Iterator[str]:
    """«hemm» without its ending is «hem»; «cykel» loses its e in «cyklar»."""
    yield from (stem[:-1] for stem in left if stem.endswith(("mm", "nn")) and len(stem) > 3)
    if len(word) > 4 and word.endswith(_SYNCOPE) and word[-3] not in "aeiouyåäö":
        yield word[:-2] + word[-1]
