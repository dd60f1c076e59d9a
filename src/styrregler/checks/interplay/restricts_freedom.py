"""SR433: an agreement whose words would keep somebody from giving or getting information."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.diagnostics import Severity
from styrregler.query.channel import FREEDOM

_VERBS = (
    "kontakta", "ta kontakt", "uttala", "tala med", "prata med", "vända sig", "lämna uppgifter", "lämna ut", "svara på frågor från",
    "kritisera", "yttra", "medverka i", "skriva insändare", "begära ut", "ta del av",
)  # fmt: skip
_BARS = (
    "får inte",
    "får ej",
    "får aldrig",
    "ska inte",
    "är förbjuden att",
    "är förbjudet att",
    "förbjuds att",
    "får endast",
    "får bara",
)
_ALONE = (
    "munkavle",
    "talförbud",
    "kontaktförbud",
    "förbud mot kontakt",
    "uttalandeförbud",
    "bara genom kommunikationschefen",
)
WORDINGS = Wordings({"bar": (*(f"{bar} {verb}" for bar in _BARS for verb in _VERBS), *_ALONE)})

_MEDIA = ("medier", "media", "journalist", "pressen", "tidningen", "reporter")
AVOIDED = Wordings(
    {
        "bar": (
            *(f"{verb} {whom}" for verb in ("kontakta", "prata med", "tala med", "svara") for whom in _MEDIA),
            *(f"uttala {how}" for how in ("sig i", "sig till", "sig om", "sig offentligt")),
            "lämna uppgifter", "lämna ut", "medverka i", "skriva insändare", "begära ut", "ta del av", *_ALONE,
        )
    }
)  # fmt: skip
"""What «undvik» may not be about: there the bar is in the keyword."""


@check(
    "SR433", "regeln kan inskränka meddelarfriheten eller offentligheten", Severity.WARNING, situation=FREEDOM
)
def restricts_freedom(review: Review) -> Iterator[Remark]:
    """En regel om samspelet är skriven så att den ser ut att hindra någon från att lämna eller få uppgifter.

    En kommun får bestämma vägar för arbetet: vem som svarar på frågor, och vem man går till först. Den får inte förbjuda
    anställda och förtroendevalda att lämna uppgifter till medier, eller hindra någon från att ta del av allmänna handlingar.

    Skriv vad den som har en fråga gör, inte vad den inte får: «frågor om ärendet går till nämndsekreteraren».
    """
    corpus = review.rules.corpus
    duties = review.rules.duties(FREEDOM, review.on)
    why = "; ".join(str(duty) + ("" if duty.verified else ", inte kontrollerat") for duty in duties)
    agreed = [
        *(each.agreed for each in review.in_force(corpus.boundaries)),
        *(each.agreed for each in review.in_force(corpus.assignments)),
        *(each.agreed for each in review.in_force(corpus.channels)),
        *(each.agreed for each in review.in_force(corpus.deviations)),
        *(each.agreed for each in review.in_force(corpus.codes)),
        *(each.agreed for each in review.in_force(corpus.routes.values())),
    ]
    for each in dict.fromkeys(agreed):
        for text in each.texts:
            wordings = AVOIDED if text.keyword == "undvik" else WORDINGS
            said = wordings.found_in([text.text]).get("bar")
            if said:
                yield Remark(
                    f"«{said}» kan inskränka meddelarfriheten eller rätten till allmänna handlingar",
                    text.place,
                    why=why or "en överenskommelse om arbetet går inte före grundlagen",
                    remedy="skriv vart den som har en fråga vänder sig, i stället för vad den inte får",
                    heading=each.title,
                )
