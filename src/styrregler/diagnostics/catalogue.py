"""Every code of reading: its name, and the page that `styrregler forklara` shows. A code never changes its meaning."""

from collections.abc import Mapping

from attrs import frozen

from styrregler.diagnostics.diagnostic import Severity


@frozen
class CodePage:
    """What a code means, in Swedish, for the reader of a message. An error of reading can never be set aside."""

    code: str
    name: str
    text: str
    level: Severity = Severity.ERROR


_PAGES = (
    # ---------- 1xx text and syntax
    CodePage("SR101", "filen är inte UTF-8", "Filen innehåller tecken som inte går att läsa. Spara den som UTF-8 (i Anteckningar: Arkiv › Spara som › Kodning)."),
    CodePage("SR102", "tabb i indraget", "Indrag görs med fyra mellanslag. En tabb ser olika bred ut i olika program, och då syns inte vad som hör ihop."),
    CodePage("SR103", "fel indrag", "En sats dras in fyra steg under sitt block. En rad som fortsätter satsen ovanför står djupare än så; hur djupt spelar ingen roll."),
    CodePage("SR104", "okänt block", "Raden står längst till vänster och ska inleda ett block, men ordet är inget block."),
    CodePage("SR105", "okänt ord", "Varje indragen rad inleds av ett nyckelord. Ordet finns inte."),
    CodePage("SR106", "satsen hör inte hemma här", "Nyckelordet finns, men inte i det här slaget av block."),
    CodePage("SR107", "satsen kan inte läsas", "Raden har inte den form som nyckelordet kräver."),
    CodePage("SR108", "satsen är given två gånger", "En sats som bara får stå en gång står flera gånger i samma block. Ofta har en rubrikrad mellan två block fallit bort."),
    CodePage("SR109", "en sats saknas", "Blocket saknar en sats som det måste ha."),
    CodePage("SR110", "citattecknet är inte stängt", "Fri text står mellan citattecken på en och samma rad."),
    CodePage("SR111", "tabellen kan inte läsas", "En tabell har en rubrikrad och sedan en rad för varje punkt, med | mellan rutorna."),
    CodePage("SR112", "rubriken kan inte läsas", "Blockets första rad har inte rätt form: blockord, namn eller nummer, titel inom citattecken."),
    CodePage("SR113", "raden hör inte till något block", "En indragen rad måste stå under ett block."),
    CodePage("SR114", "mer än en ordning i filen", "En fil rymmer en ordning, så att avsnitt och punkter inte kan hamna i fel ordning.", Severity.WARNING),
    CodePage("SR115", "punkten hör inte till någon ordning", "Avsnitt, bestämmelser, punkter och tabeller hör till den ordning som filen inleds med."),
    # ---------- 2xx competence and law
    CodePage("SR201", "okänd författning", "Förkortningen finns inte bland författningarna i policies/lag eller bland regelverkets egna."),
    # ---------- 3xx delegation logic
    CodePage("SR303", "punkten säger inte vem som beslutar", "Punkten har varken delegat, beslutas av, verkställs eller en egen rätt enligt lag, och ärver ingen."),
    CodePage("SR304", "hänvisningen går i cirkel", "Punkter som säger «delegat enligt» pekar på varandra i ring."),
    CodePage("SR305", "numret finns två gånger", "Två punkter i samma ordning har samma nummer."),
    # ---------- 4xx roles and names
    CodePage("SR401", "namnet finns inte", "Varje namn ska ha ett eget block någonstans i regelverket."),
    CodePage("SR402", "fel slag av namn", "Namnet finns men är något annat än det som ska stå här, till exempel en roll där ett organ ska stå."),
    CodePage("SR403", "namnet finns två gånger", "Samma namn har två block. Slå ihop dem eller byt namn på ett."),
    CodePage("SR404", "chefskedjan går i cirkel", "Varje roll har högst en chef, och kedjan måste sluta."),
    CodePage("SR406", "felaktigt slag", "Ordet är inget av de slag som kan stå här."),
    # ---------- 7xx conditions, values and time
    CodePage("SR701", "fel enhet i villkoret", "Uppgiften mäts i något annat än det som villkoret jämför med."),
    CodePage("SR702", "svaret finns inte", "Uppgiften kan inte ha det svar som villkoret frågar efter."),
    CodePage("SR703", "perioden slutar innan den börjar", "Från-datum måste ligga före eller på till-datum."),
    CodePage("SR704", "värdet går inte att läsa", "Datum, belopp eller hänvisning har inte rätt form eller finns inte."),
    CodePage("SR706", "beslutad efter att den börjat gälla", "Ordningen gäller från en dag innan den beslutades.", Severity.WARNING),
    # ---------- 8xx sources
    CodePage("SR801", "hänvisningen leder ingenstans", "En punkt eller ordning som det hänvisas till finns inte."),
    CodePage("SR802", "mappen är tom", "I mappen och dess undermappar finns ingen fil som slutar på .styr."),
    CodePage("SR803", "sökvägen finns inte", "Filen eller mappen finns inte, eller får inte läsas."),
    CodePage("SR804", "styrregler.toml kan inte läsas", "Filen som märker ut regelverkets rot är skriven på fel sätt."),
    # ---------- 9xx system
    CodePage("SR901", "gränsen för hur mycket som läses", "Raden, filen eller regelverket är större än vad som läses. Dela upp det."),
    CodePage("SR902", "formateringen skulle ändra betydelsen", "Den formaterade texten skulle ha lästs annorlunda än filen. Det är ett fel i programmet; filen har lämnats orörd."),
    CodePage("SR903", "undantaget behövs inte", "Raden «bortse från» gäller ett meddelande som inte längre kommer, eller hade en sista dag som har passerat. Undantag som ingen behöver döljer nästa fel.", Severity.WARNING),
    CodePage("SR904", "koden går inte att bortse från", "Koden finns inte, eller hör till dem som säger att en rad inte kan läsas. En rad som inte kan läsas svarar inte på frågor, och det får inte döljas. Varje undantag ska också ha ett skäl."),
    CodePage("SR910", "pluginet är inte installerat", "styrregler.toml nämner ett plugin som inte finns i den Python som kör styrregler. Allt annat fungerar, men det som pluginet skulle ha bidragit med är inte med.", Severity.WARNING),
    CodePage("SR911", "pluginet kan inte läsas in", "Pluginet är installerat, men dess program stannar när det läses in. Meddelandet visar var.", Severity.WARNING),
    CodePage("SR912", "pluginet stannade", "Pluginet började svara men stannade av ett fel i dess program. Det som det hann svara är med.", Severity.WARNING),
    CodePage("SR913", "pluginet gav fel slag av svar", "Pluginet svarade med något annat än det som skulle vara där, eller slutade aldrig svara. Det som går att använda är med.", Severity.WARNING),
    CodePage("SR914", "kroken finns inte", "Pluginet har en krok som är felstavad, begär något som kroken inte har, eller står där den aldrig anropas. Krokarna står i docs/plugin.md.", Severity.WARNING),
    CodePage("SR915", "två plugin har samma namn", "Två paket, två kontroller eller två kommandon heter lika, och ordningen som de installerades i får inte avgöra. Det meddelandet nämner är inte med.", Severity.WARNING),
    CodePage("SR916", "pluginet är skrivet för en annan version", "Pluginet är skrivet för en annan version av krokarna än den som finns här, och läses därför inte in.", Severity.WARNING),
    CodePage("SR917", "pluginet är långsamt att läsa in", "Pluginet fungerar, men varje kommando som behöver det väntar.", Severity.INFO),
    CodePage("SR918", "pluginets inställningar är fel", "Raderna under [plugin.NAMN] i styrregler.toml stämmer inte med vad pluginet tar emot. Pluginet är inte med förrän de är rättade.", Severity.WARNING),
    CodePage("SR919", "egna kontroller läses inte in", "Mappen kontroller/ rymmer program, och det körs bara när reglerna är dina egna. Läs koden, och ange sedan mappen i miljövariabeln STYRREGLER_EGNA.", Severity.WARNING),
    CodePage("SR920", "pluginet svarar inte", "Pluginet var inte klart inom den tid som det får ta, och frågas inte mer. Det som det hann svara är med, och allt annat svarar som vanligt.", Severity.WARNING),
    CodePage("SR921", "pluginet saknar sin källa", "Pluginet fungerar, men nådde inte det som det hämtar sina svar ur, eller fick bara en del. Meddelandet säger vad som används i stället.", Severity.WARNING),
)  # fmt: skip

CATALOGUE: Mapping[str, CodePage] = {page.code: page for page in _PAGES}
