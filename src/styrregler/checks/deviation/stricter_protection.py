"""SR607: a protection that asks for more than the law does, or takes some of it away."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.diagnostics import Severity

LESSENED = "skydd-inskränks"
WORDINGS = Wordings(
    {
        "mer än lagen kräver": (
            "god tro", "kan bevisa", "kan bevisas", "har bevis", "visar sig vara sant", "visar sig vara sann", "visar sig stämma",
            "om uppgifterna är sanna", "om uppgiften är sann", "om uppgifterna stämmer", "om rapporten bekräftas", "ädla motiv",
        ),
        "hinder att rapportera": (
            "får inte rapportera", "får bara rapportera", "får endast rapportera", "får inte anmäla", "får bara anmäla",
            "får inte vända sig", "måste först", "ska först", "efter godkännande", "efter chefens medgivande",
            "avstår från rätten", "avstår från sin rätt", "får inte berätta",
        ),
    }
)  # fmt: skip


@check(
    "SR607", "skyddet kräver mer än lagen, eller tar bort något av det", Severity.WARNING, situation=LESSENED
)
def stricter_protection(review: Review) -> Iterator[Remark]:
    """Texten om skyddet har ord som ställer ett högre krav på den som rapporterar än lagen gör, eller som hindrar rapportering.

    Enligt lagen räcker det att den som rapporterar hade skälig anledning att anta att uppgifterna var sanna. God tro, bevis
    eller att uppgiften sedan visar sig stämma krävs inte. Ett krav på att först gå till chefen, eller att be om lov, kan vara
    ett försök att hindra. Kommunens egna regler kan ge mer skydd än lagen men inte mindre.

    Skriv `med skälig anledning`, och att rapporten kan lämnas också till någon annan än den närmaste chefen.
    """
    duties = review.rules.duties(LESSENED, review.on)
    why = "; ".join(str(duty) + ("" if duty.verified else ", inte kontrollerat") for duty in duties)
    for deviation in review.in_force(review.rules.corpus.deviations):
        for text in deviation.protection:
            for what, said in WORDINGS.found_in([text.text]).items():
                yield Remark(
                    f"«{said}» kan vara {'ett ' if what.startswith('hinder') else ''}{what}",
                    text.place,
                    why=why or "en kommun kan ge den som rapporterar mer skydd än lagen, men inte mindre",
                    remedy="skriv till exempel «Den som rapporterar med skälig anledning får inte utsättas för repressalier.»",
                    heading=deviation.title,
                )
