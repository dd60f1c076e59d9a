"""Ordinary words: who asks, when, how and why, in the talk of every day.

They are about no matter, so they count little where they stand about one, and say nothing against the others where they do
not.  Not here: nouns that a matter could be about.
"""

ORDINARY = frozenset(
    """
    mamma mammas mamman pappa pappas pappan mor far mormor morfar farmor farfar son sons sonen sonens dotter dotters dottern
    dotterns fru frun mannen make maken maka sambo sambon bror brodern syster systern syskon kusin moster faster farbror morbror
    kompis kompisen kompisar vän vännen vänner kille killen tjej tjejen gubbe gubben gumma tant tanten herr kvinna kvinnan dam
    damen släkting släktingen kund kunden kunder kollega kollegan kollegor snubbe typen typer år åring tonåring tonåringen
    treåring sextonåring sjuttonåring femtonåring fjortonåring morgon morgonen förmiddag eftermiddag natt natten nätter kvällen
    kvällar helg helgen helger vardag vardagar sommar sommaren vinter vintern höst hösten våren måndag tisdag onsdag torsdag
    fredag lördag söndag januari februari mars april maj juni juli augusti september oktober november december idag imorn imorrn
    igår ikväll inatt ibland alltid aldrig ofta sällan snart strax genast längre länge hittills senare senast tidigare tidigt
    sent först sist nyss nuförtiden framöver plötsligt dagarna dagen dagarnas veckan veckorna månaden timme timmar timmen minut
    minuter klockan tills innan medan eftersom därför fast fastän trots oavsett utöver förutom angående rörande beträffande
    avseende samt respektive ner ned in ut upp iväg fram tillbaka bakom framför ovan undan omkring tillsammans ensam ensamma
    väldigt ganska riktigt mycket jätte jättemycket lite litet lagom nästan ungefär cirka minst högst hela helt delvis säkert
    säker troligen möjligen egentligen precis exakt faktiskt tydligen visst absolut naturligtvis förstås båda bägge samtliga
    varandra själva eget egen egna våran ert era någonsin hinner hinna hann vänta väntar väntat väntade väntan känner känna
    kände känt heter heta hette kallas kallar verkar tycks råkar råkade råkat försöker försöka försökte försökt lyckas lyckats
    brukar bruka orkar orka orkade vågar slipper slippa slapp slippas bryr bry anser anse ansåg menar mena menade hoppas önskar
    önska önskade önskat vilja velat hoppat hoppar hoppa drar dra drog dragit lägger lägga lade lagt lagts ställer ställa ställt
    ställde tagits togs gett givit ger ge gav fåtts bliv blivit kom kommit komma kommer gick gått gå går sa sade sagt löper löpt
    löpte sitter sitta satt suttit stod stått stående gående kommande pågående följande aktuell aktuella aktuellt berätta
    berättar berättade tala talar talade prata pratar pratade ringa ringer ringde mejla mejlar mejlade ha använt använts
    användas tänkte klara klarar klarade klarat bättre bäst sämre sämst större störst mindre längst kortare kortast högre lägre
    lägst fler flest dyr dyrt dyra billig billigt billiga viktig viktigt viktiga svår svårt svåra lätt enkelt enkla möjlig
    möjligt omöjligt nödvändig nödvändigt lämplig lämpligt olämplig farlig farligt konstig konstigt rimlig rimligt snäll dum arg
    ledsen full fullt fulla tom tomt klar klart färdig färdigt färdiga gammal gammalt gamla ung ungt överens eniga oense nöjd
    nöjda missnöjd missnöjda tvungen tvungna intresserad trasig trasigt trasiga sönder fin fint fina ful konstiga lugn lugnt
    tyst hög högt låg lågt lång långt tung tungt grund grunden problem problemet problemen anledning anledningen orsak skäl
    skälet skull sätt sättet vis exempel exempelvis del delen delar antal mängd lista slut slutet början mitten sida sidan rad
    ordning skillnad läge läget situation situationen nej ja nja jo jodå nähä jaha hallå tjena dag frågor undran undrade tacksam
    mvh kontakta kontaktar vända vänder sånt dylikt diverse övrig övriga övrigt speciell speciellt särskilt eventuellt eventuell
    annars annorlunda alltså nämligen dvs etcetera mm runtom häromdagen härifrån därifrån hit dit hem
    """.split()
)
