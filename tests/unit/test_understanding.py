"""Reading a question: each thing that may stand in it, and what is bad input."""

from datetime import date
from decimal import Decimal

import pytest

from styrregler import QuestionFault, SeveralMatters
from styrregler.library import SeveralFigures, load
from styrregler.model import Outcome, Verdict
from styrregler.understanding import Kind
from styrregler.values import Quantity
from tests.kit import POLICIES, deciders

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def asked():
    return load(POLICIES / "exempelkommun")


def figure(text: str) -> Quantity:
    number, _, unit = text.rpartition(" ")
    return Quantity(Decimal(number.replace(" ", "").replace(",", ".")), unit)


AMOUNTS = {
    "200 tkr": "200000 kr",
    "200000": "200000 kr",
    "200.000": "200000 kr",
    "200 000:-": "200000 kr",
    "tvåhundra tusen": "200000 kr",
    "tvåhundratusen kronor": "200000 kr",
    "en halv miljon": "500000 kr",
    "½ miljon": "500000 kr",
    "1,5 miljoner": "1500000 kr",
    "en och en halv miljon kr": "1500000 kr",
    "två och en halv miljoner": "2500000 kr",
    "2 mnkr": "2000000 kr",
    "nittio tusen": "90000 kr",
    "ca 90 000 kronor": "90000 kr",
    "3 pbb": "3 prisbasbelopp",
    "två prisbasbelopp": "2 prisbasbelopp",
    "ett halvt basbelopp": "0,5 prisbasbelopp",
    "30 papp": "30000 kr",
}


@pytest.mark.parametrize("said", AMOUNTS)
def test_amounts(asked, said: str) -> None:
    read = asked.understand(f"direktupphandling på {said}", TODAY)
    assert dict(read.given)["belopp"] == figure(AMOUNTS[said])
    assert read.hits[0].matter == "upphandling.direktupphandling-av-varor-och-tjänster"


TIMES = {
    "fyra månader": "4 månader",
    "i tre år": "3 år",
    "ett halvår": "6 månader",
    "ett och ett halvt år": "1,5 år",
    "3 mån": "3 månader",
    "12-månaders": "12 månader",
}


@pytest.mark.parametrize("said", [each for each in TIMES if each != "12-månaders"])
def test_times_go_to_the_fact_that_the_matter_asks_for(asked, said: str) -> None:
    assert asked.understand(f"ledighet utan lagstöd {said}", TODAY).given["ledighetens-längd"] == figure(
        TIMES[said]
    )
    assert asked.understand(f"direktupphandling {said}", TODAY).given["avtalstid"] == figure(TIMES[said])


def test_what_is_counted(asked) -> None:
    assert asked.understand("hemtjänst 30 timmar i veckan", TODAY).given["timmar-per-vecka"] == Quantity(
        Decimal(30), ""
    )
    assert asked.understand("avgångsvederlag 13 månadslöner", TODAY).given["antal-månadslöner"] == Quantity(
        Decimal(13), ""
    )


def test_answers_in_words(asked) -> None:
    assert asked.understand("avslag på hemtjänst", TODAY).given.get("utfall") == "avslag"
    assert asked.understand("tillfälligt serveringstillstånd", TODAY).given["tillståndstyp"] == "tillfälligt"
    assert asked.understand("leasa bil", TODAY).given.get("finansiering") == "leasing"


@pytest.mark.parametrize(
    ("said", "bound", "settled"),
    [
        ("över 100 000 kr", "över", False),
        ("minst 100 000 kr", "minst", False),
        ("högst 100 000 kr", "högst", True),
        ("under 100 000 kr", "under", False),
    ],
)
def test_a_limit_is_no_figure(asked, said: str, bound: str, *, settled: bool) -> None:
    read = asked.understand(f"direktupphandling {said}", TODAY)
    (fact,) = [each for each in read.facts if each.name == "belopp"]
    assert (fact.bound, fact.settled, "belopp" in read.given) == (bound, settled, settled)


DAYS = {
    "2026-03-02": (date(2026, 3, 2), date(2026, 3, 2)),
    "den 3 mars": (date(2026, 3, 3), date(2026, 3, 3)),
    "24 december": (date(2025, 12, 24), date(2025, 12, 24)),
    "i mars": (date(2026, 3, 1), date(2026, 3, 31)),
    "i december": (date(2025, 12, 1), date(2025, 12, 31)),
    "mars 2024": (date(2024, 3, 1), date(2024, 3, 31)),
    "förra året": (date(2025, 1, 1), date(2025, 12, 31)),
    "i fjol": (date(2025, 1, 1), date(2025, 12, 31)),
    "förra månaden": (date(2026, 10, 1), date(2026, 10, 31)),
    "för två år sedan": (date(2024, 1, 1), date(2024, 12, 31)),
    "i går": (date(2026, 11, 23), date(2026, 11, 23)),
    "år 2025": (date(2025, 1, 1), date(2025, 12, 31)),
}


@pytest.mark.parametrize("said", DAYS)
def test_days(asked, said: str) -> None:
    read = asked.understand(f"vem beslutade om markanvisning {said}", TODAY)
    assert read.day is not None
    assert (read.day.first, read.day.last) == DAYS[said]
    assert read.hits[0].matter == "mark.markanvisning"


KINDS = {
    "vem beslutar om markanvisning": Kind.WHO,
    "får markingenjören besluta om markanvisning": Kind.MAY,
    "vem ersätter fastighetschefen när lokal hyrs ut": Kind.SUBSTITUTE,
    "vem tar över när socialsekreteraren är borta och försörjningsstöd ska beslutas": Kind.SUBSTITUTE,
    "vem ska få veta att vi har hyrt ut en lokal": Kind.INFORMED,
    "hur överklagas nej till skolskjuts": Kind.APPEAL,
    "när ska beslut om markanvisning anmälas": Kind.WHEN,
    "avvisa ett överklagande som har kommit in för sent": Kind.WHO,
}


@pytest.mark.parametrize("text", KINDS)
def test_kinds(asked, text: str) -> None:
    assert asked.understand(text, TODAY).kind is KINDS[text]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("avslå handling i SN", "socialnämnden"),
        ("avslå handling BUN", "barn-och-utbildningsnämnden"),
        ("avslå handling hos barn- och utbildningsnämnden", "barn-och-utbildningsnämnden"),
        ("avslå handling socialnämndens", "socialnämnden"),
        ("avslå handling", ""),
        ("förslag till kommunfullmäktige", ""),
    ],
)
def test_bodies(asked, text: str, body: str) -> None:
    read = asked.understand(text, TODAY)
    assert (read.body.name if read.body else "") == body
    assert not body or all(body in hit.described.bodies for hit in read.hits)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("får enhetschefen köpa in datorer", "enhetschef"),
        ("får EC köpa in datorer", "enhetschef"),
        ("får enhetchefen göra en direktupphandling", "enhetschef"),
        ("får verksamhetschefen för gymnasiet stänga av en elev", "verksamhetschef-gymnasium"),
        ("har kommundirektören rätt att göra en direktupphandling", "kommundirektör"),
        ("får jag göra en direktupphandling", ""),
        ("anställa förvaltningschef", ""),
    ],
)
def test_roles(asked, text: str, role: str) -> None:
    read = asked.understand(text, TODAY)
    assert (read.role.name if read.role else "") == role


class TestAnswers:
    def test_who(self, asked) -> None:
        reply = asked.ask("vem får göra en direktupphandling på nittio tusen?", on=TODAY)
        assert reply.verdict is None
        assert reply.answer.outcome is Outcome.DECIDES
        assert "enhetschef" in deciders(reply.answer)

    def test_may(self, asked) -> None:
        reply = asked.ask("får enhetschefen göra en direktupphandling på nittio tusen?", on=TODAY)
        assert reply.verdict is not None
        assert reply.verdict.verdict is Verdict.RIGHT
        reply = asked.ask("får enhetschefen göra en direktupphandling på 390 tkr i två år?", on=TODAY)
        assert reply.verdict.verdict is Verdict.WRONG_DECIDER

    def test_what_is_given_goes_before_what_is_said(self, asked) -> None:
        reply = asked.ask(
            "direktupphandling på nittio tusen", {"belopp": 390_000, "avtalstid": "2 år"}, on=TODAY
        )
        assert reply.answer.receipt.facts["belopp"] == "390 000 kr"

    def test_the_day_that_is_said(self, asked) -> None:
        assert asked.ask("vem beslutar om avsked den 3 mars 2026").answer.receipt.on == date(2026, 3, 3)

    def test_two_amounts_are_asked_about(self, asked) -> None:
        with pytest.raises(SeveralFigures) as several:
            asked.ask("direktupphandling 50 000 kr eller 2 miljoner")
        assert several.value.name == "belopp"
        assert [str(each) for each in several.value.figures] == ["50 000 kr", "2 000 000 kr"]
        assert asked.ask("direktupphandling 50 000 kr eller 2 miljoner", {"belopp": 50_000}).answer

    def test_a_title_that_nobody_has(self, asked) -> None:
        with pytest.raises(QuestionFault, match="vaktmästaren"):
            asked.ask("får vaktmästaren hyra ut lokal")

    def test_a_former_number_is_told(self, asked) -> None:
        assert asked.ask("KS A.4").former == "A.4"
        assert asked.ask("KS 1.1").former == ""

    def test_a_number_goes_before_a_former_number(self, asked) -> None:
        numbers = {found.rule.number for found in asked.find("SN 4.2").candidates}
        assert numbers == {"4.2 a", "4.2 b"}
        assert {found.rule.number for found in asked.find("SN 4.1").candidates} == {"4.1"}


BAD = {
    "empty": "",
    "blank": "  \n ",
    "long": "beslut " * 1_500,
    "long without spaces": "x" * 10_000,
    "digits": "1234567890",
    "emoji": "😀",
    "English": "who is the king of the moon",
    "signs": "?!%&/()=<>[]{}|\\\"'",
    "only stop words": "vem beslutar om det",
    "Chinese": "谁决定",
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_refused(asked, case: str) -> None:
    with pytest.raises(SeveralMatters) as refused:
        asked.ask(BAD[case])
    assert refused.value.candidates == ()
    assert asked.nearby(BAD[case]).boards
