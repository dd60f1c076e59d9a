"""Common words, by how much they tell: nothing, little, or only what is done.

Words of the language and of every administration, none of them of a certain municipality: those are in its rules.
"""

from styrregler.search.ordinary import ORDINARY

# Words that carry no subject: they are left out of what is searched for and of what is searched in.
STOP = frozenset(
    """
    vem vems vilken vilket vilka vad var vart varifrån hur när varför om att av en ett den det de dem dom denna detta
    dessa som är var vara varit blir blev bli är ska skall skulle kan kunna kunnat får få fick fått vill ville måste bör
    har hade haft och eller men så också även bara endast i på till från hos vid för med mot enligt under
    över efter före åt ur genom mellan inom utom utanför per inte ej icke
    jag du han hon vi ni man mig dig oss er sin sitt sina min mitt mina din ditt dina vår vårt våra deras dess hans hennes
    nån någon något några ingen inget inga alla allt varje nu då här där redan sen sedan igen ju väl nog kanske
    besluta beslutar beslutat beslut beslutet beslutas beslutsfattare beslutanderätt bestämma bestämmer bestäms
    bestämt avgöra avgör avgörs avgjort delegat delegaten delegation delegerat delegerad delegeras
    rätt behörig behörighet ansvarig ansvarar ansvaret befogenhet mandat
    tar ta tas tagit fattar fatta fattas gör göra görs gjort gäller gälla gällande handlar hej tack snälla undrar
    fråga frågan sig själv sån sådan sådant såna sådana hen honom henne ens typ liksom ändå ifall istället stället
    ingenting någonting någonstans varken tycker tror vet veta tänker tänkt
    kr kronor tkr mkr enl enligt ang ggr osv etc t ex
    """.split()
)
# Words that say a little: they help where they fit and count little against where they do not.
WEAK = ORDINARY | frozenset(
    """
    ärende ärendet ärenden sak saken saker grej grejen fall fallet typ slags sorts kommun kommunen kommunens kommunal
    kommunalt nämnd nämnden nämndens styrelsen person personen personer folk människa
    ge ger ges gett gav lämna lämnar lämnas bevilja beviljar beviljas beviljat beviljande godkänna godkänner
    godkänns godkänt godkännande tillåta tillåter säga säger säg skriva skriver skrivs skriv
    ordna ordnar fixa fixar sköta sköter ha använda använder vilja begära begär begäran ansöka ansöker ansökan
    ansökt söka söker sökt
    ny nya nytt annan annat andra stor stora stort liten litet små mycket mer mera lite gammal gamla
    egen eget egna hel hela helt snabbt direkt fortfarande längre gång gången
    kväll idag imorgon igår år året månad månader vecka veckor dag dagar tid tiden
    bra dålig olika samma ok okej fel extra vanlig vanligt vanliga enda flera många
    går gå åka åker kom komma kommer kommit börja börjar sluta slutar fortsätta hända händer
    emot vidare ihop bort hem hemma borta kvar ifrån iväg
    hjälp hjälpa hjälper behöver behövs behov ut upp ner ned in tog be ber ligger ligga står stå
    håller hålla satt sätta sätter låta låter verkar innan tills runt nära närmare
    beslutsrätt rättighet pröva prövar prövas prövning
    """.split()
)
# What is done, or with what kind of thing, whatever it is about: they tell matters apart, but do not say that one is meant.
GENERIC = frozenset(
    """
    ändra ändring ändrar utse utser utnämna bidrag bidraget stöd avgift avgiften avgifter tillstånd tillståndet dispens
    undantag anmälan anmäla anmäler anmälas ansökan avtal avtalet kontrakt plan planen remiss yttrande yttra förbud förbjuda
    förbjuder kort plats platsen tider verksamhet verksamheten lokal lokaler barn barnet barnen barnets ungdomar unga elev
    eleven elever skola skolan skolor förskola förskolan förening föreningen köpa köper köp sälja säljer försäljning hyra
    hyr hyrs anställa anställd anställda anställning flytta flyttar bilda starta startar avsluta avslutar stänga stänger
    öppna häva säga upp avbryta förlänga registrera registrering mark marken tomt tomten väg vägen gata gatan hus huset
    byggnad bygga bygger bil medgivande medge svar svara svarar pengar lön avslag avslå avvisa överklaga
    överklagande taxa taxor budget lån låna låne personal chef chefen medarbetare service insats insatser
    avgöra handling handlingar uppgifter information boende boendet hem hemmet vård vården omsorg äldre person besök
    kontroll tillsyn granskning åtgärd åtgärder föreläggande förelägga sanktion vite ersättning ersätta
    delta arbete arbetet jobb jobbet resa resor fordon båt park parken kommunal kommunala offentlig allmän allmänna
    byta byte skicka
    fastställa fastställer anta antar utfärda utfärdar dela delar delas betala betalar betalas betalning skuld skulder
    """.split()
)

COMMON = WEAK | GENERIC
PARTICLES = frozenset({"av", "upp", "ut", "in", "ner", "ned", "om", "emot", "bort", "över", "till", "efter"})
# What stands before a place.
WHERE = frozenset({"på", "i", "vid", "hos", "från", "inom", "utanför"})
