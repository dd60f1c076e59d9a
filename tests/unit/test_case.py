"""The way of a case: its phases, who does what, and the days backwards and forwards from a meeting."""

from datetime import date

import pytest

from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.case import CaseAnswer, PhaseAnswer
from styrregler.render.case import render_case
from styrregler.values import Week
from tests import kit

WAY = """
    ärendegång nämndärende "Ett nämndärende"
        omfattar          socialnämnden, kommunstyrelsen
        kallas även       "ett vanligt ärende"
        öppnas av         invånare, ledamot
        slut avskrivet "Ärendet avskrivs"
        fas väckt "Väcks"
            ansvarig          jurist
            senast            samma dag
            nästa             beslut-av-ordföranden   när brådska
                              beredning               annars
        fas beredning "Bereds"
            ansvarig          handläggare
            inom              10 arbetsdagar
            remiss            kommunstyrelsen, socialchef inom 1 vecka
            klart när         "Det finns ett förslag till beslut."
            kanal             ledamot till handläggare via jurist
            förväntan         ledamot på handläggare "Ett allsidigt underlag."
            nästa             presidium
        fas presidium "Presidiet går igenom"
            ansvarig          ordförande
            senast            10 dagar före sammanträde
            åter till         beredning "när något saknas"
            nästa             sammanträde
        fas sammanträde "Nämnden beslutar"
            ansvarig          nämnden
            moment            jurist "Kallelsen skickas" senast 7 dagar före sammanträde
                              "Besluten antecknas"
            bordläggs         "när frågan inte hinner avgöras"
            nästa             justering
        fas beslut-av-ordföranden "Ordföranden beslutar"
            ansvarig          ordförande
            nästa             avskrivet   när utfall är avvisning
                              justering   annars
        fas justering "Justeras"
            ansvarig          jurist
            lagens tid        justering
            nästa             slut
"""
MEETING = date(2026, 3, 24)
EARLY = date(2026, 2, 2)


def loaded(*texts: str) -> Rules:
    return kit.sound(kit.rules(*(texts or (WAY,))))


def asked(rules: Rules | None = None, **more: object) -> CaseAnswer:
    return (rules or loaded()).case("nämndärende", **{"body": "SN", "on": EARLY, **more})  # type: ignore[arg-type]


def phase(answer: CaseAnswer, name: str) -> PhaseAnswer:
    return next(each for each in answer.phases if each.name == name)


def way(answer: CaseAnswer) -> list[str]:
    return [each.name for each in answer.phases if each.number]


def days(answer: CaseAnswer) -> dict[str, tuple[date | None, date | None]]:
    return {each.name: (each.begins, each.deadline) for each in answer.phases if each.number}


def test_backwards_from_the_meeting_and_forwards_after_it() -> None:
    assert days(asked(meeting=MEETING)) == {
        "väckt": (date(2026, 3, 2), date(2026, 3, 2)),
        "beredning": (
            date(2026, 3, 2),
            date(2026, 3, 14),
        ),  # a Saturday: no law moves the municipality's own time
        "presidium": (date(2026, 3, 14), date(2026, 3, 14)),
        "sammanträde": (date(2026, 3, 14), MEETING),
        "justering": (MEETING, date(2026, 4, 7)),
    }


def test_forwards_to_the_first_meeting_that_can_be_reached() -> None:
    answer = asked(start=date(2026, 2, 3))
    assert (
        phase(answer, "sammanträde").deadline == MEETING
    )  # 24 February is too near: the summons would be late
    assert days(answer)["beredning"] == (date(2026, 2, 3), date(2026, 2, 17))
    assert phase(asked(start=date(2026, 1, 12), on=date(2026, 1, 12)), "sammanträde").deadline == date(
        2026, 2, 24
    )


def test_the_law_moves_its_last_day_and_says_so() -> None:
    """14 days after 24 March is Tuesday 7 April; two weeks after a meeting on 23 December is a holiday."""
    (legal,) = phase(asked(meeting=MEETING), "justering").statutory
    assert (legal.day, legal.moved_by) == (date(2026, 4, 7), None)
    rules = loaded(WAY, 'nämnd julnämnden "Julnämnden"\n    sammanträder 2026-12-23\n')
    everybody = WAY.replace(
        "omfattar          socialnämnden, kommunstyrelsen", "gäller            från 2026-01-01"
    )
    rules = loaded(everybody, 'nämnd julnämnden "Julnämnden"\n    sammanträder 2026-12-23\n')
    (legal,) = phase(asked(rules, body="julnämnden", meeting=date(2026, 12, 23)), "justering").statutory
    assert (legal.counted, legal.day) == (date(2027, 1, 6), date(2027, 1, 7))
    assert legal.moved_by is not None


def test_who_does_what_through_whom_and_what_is_expected() -> None:
    answer = asked(meeting=MEETING)
    beredning, meeting = phase(answer, "beredning"), phase(answer, "sammanträde")
    assert [each.title for each in answer.opened_by] == ["invånare", "ledamot"]
    assert [each.title for each in beredning.referrals[0].to] == ["Kommunstyrelsen", "Socialchef"]
    assert beredning.referrals[0].deadline == date(2026, 3, 9)
    assert [(each.receiver.title, each.via and each.via.title) for each in beredning.channels] == [
        ("handläggare", "Kommunjurist")
    ]
    assert [each.text for each in beredning.expectations] == ["Ett allsidigt underlag."]
    assert [(each.text, each.who and each.who.title, each.deadline) for each in meeting.moments] == [
        ("Kallelsen skickas", "Kommunjurist", date(2026, 3, 17)),
        ("Besluten antecknas", "Socialnämnden", None),
    ]
    assert meeting.tabled == "när frågan inte hinner avgöras"
    assert phase(answer, "presidium").responsible is not None


def test_general_words_are_those_of_the_board() -> None:
    def who(body: str) -> list[str]:
        answer = asked(body=body, meeting=MEETING if body == "SN" else date(2026, 3, 18))
        return [each.responsible.name for each in answer.phases if each.responsible]

    assert who("SN")[2:4] == ["sn-ordförande", "socialnämnden"]
    assert who("KS")[2:4] == ["ks-ordförande", "kommunstyrelsen"]


def test_facts_choose_the_way() -> None:
    rules = loaded()
    assert way(asked(rules, facts={"brådska": True})) == ["väckt", "beslut-av-ordföranden", "justering"]
    rejected = asked(rules, facts={"brådska": True, "utfall": "avvisning"})
    assert (way(rejected), rejected.ends, rejected.ends_title) == (
        ["väckt", "beslut-av-ordföranden"],
        "avskrivet",
        "Ärendet avskrivs",
    )
    usual = asked(rules)
    assert (way(usual)[1], usual.ends) == ("beredning", "slut")
    assert "fasen «Väcks»: går i stället till «beslut-av-ordföranden» när brådska" in usual.remarks
    assert phase(usual, "beslut-av-ordföranden").begins is None
    assert not any("i stället" in each for each in asked(rules, facts={"brådska": False}).remarks)


def test_the_channel_of_a_phase_is_a_channel() -> None:
    rules = loaded()
    inside = rules.channel("ledamot", "handläggare", phase="beredning")
    assert [each.via and each.via.title for each in inside.channels] == ["Kommunjurist"]
    assert [each.expectation.text for each in inside.expectations] == ["Ett allsidigt underlag."]
    elsewhere = rules.channel("ledamot", "handläggare", phase="justering")
    assert not elsewhere.channels and not elsewhere.expectations


@pytest.mark.parametrize(
    ("question", "message", "remedy"),
    [
        ({"meeting": date(2026, 3, 25)}, "sammanträder inte 2026-03-25", "i närheten: 2026-03-24"),
        ({"meeting": Week(2026, 12)}, "sammanträder inte vecka 12 2026", "2026-02-24 och 2026-03-24"),
        ({"meeting": MEETING, "body": ""}, "vilken nämnd", "--organ: kommunstyrelsen, socialnämnden"),
        ({"body": "kommunfullmäktige"}, "gäller inte Kommunfullmäktige", "Kommunstyrelsen, Socialnämnden"),
        ({"start": date(2026, 3, 25), "meeting": MEETING}, "efter sammanträdet", "efter den dag"),
        ({"facts": {"brådskaa": True}}, "«brådskaa» finns inte", "brådska"),
    ],
)
def test_what_cannot_be_asked(question: dict[str, object], message: str, remedy: str) -> None:
    with pytest.raises(QuestionFault) as caught:
        asked(**question)
    (fault,) = caught.value.faults
    assert message in fault.message
    assert remedy in fault.remedy


def test_a_week_stands_for_the_meeting_in_it() -> None:
    assert asked(meeting=Week(2026, 13)).meeting == MEETING


@pytest.mark.parametrize("called", ["nämndärende", "namndarende", "Ett nämndärende", "ett vanligt ärende"])
def test_a_way_is_found_by_name_title_and_synonym(called: str) -> None:
    assert loaded().case(called, body="SN", on=EARLY).name == "nämndärende"


def test_an_unknown_way_and_an_unknown_phase_have_suggestions() -> None:
    rules = loaded()
    with pytest.raises(QuestionFault, match="menade du «nämndärende»"):
        rules.case("nämndärendet")
    with pytest.raises(QuestionFault, match="menade du «beredning»"):
        rules.phase_of("bereding", asked(rules))
    with pytest.raises(QuestionFault, match="ingen ärendegång"):
        loaded("").case("nämndärende")


def test_a_meeting_that_has_been_is_told() -> None:
    assert "sammanträdet 2026-03-24 har redan varit" in asked(meeting=MEETING, on=date(2026, 4, 1)).remarks


def test_too_late_for_the_meeting_is_told_and_days_still_run_forwards() -> None:
    answer = asked(meeting=MEETING, start=date(2026, 3, 16))
    assert any(each.startswith("hinns inte med") and "2026-03-02" in each for each in answer.remarks)
    known = [day for pair in days(answer).values() for day in pair if day]
    assert known == sorted(known)


def test_a_body_without_days_leaves_later_phases_without() -> None:
    text = WAY.replace("socialnämnden, kommunstyrelsen", "ny-nämnd").replace("omfattar", "omfattar ", 1)
    answer = asked(loaded(text, 'nämnd ny-nämnd "Nya nämnden"\n'), body="ny-nämnd")
    assert (
        "Nya nämnden har inga sammanträdesdagar i reglerna, så senare faser har inga dagar" in answer.remarks
    )
    assert phase(answer, "justering").deadline is None
    # Any day will do where nobody has said which.
    assert asked(loaded(text, 'nämnd ny-nämnd "Nya nämnden"\n'), body="", meeting=MEETING).meeting == MEETING


def test_a_ring_and_a_dead_end_are_told() -> None:
    ring = loaded('ärendegång o "O"\n    fas a "A"\n        nästa b\n    fas b "B"\n        nästa a\n').case(
        "o"
    )
    assert not ring.ends
    assert "ärendegången går i cirkel: efter «b» kommer «a» igen" in ring.remarks
    dead = loaded('ärendegång o "O"\n    fas a "A"\n        ansvarig jurist\n').case("o")
    assert "ärendegången tar inte slut: efter «a» kommer inget" in dead.remarks


def test_five_hundred_phases() -> None:
    phases = "".join(
        f'    fas f{n} "Fas {n}"\n        ansvarig jurist\n        inom 2 arbetsdagar\n        nästa {f"f{n + 1}" if n < 499 else "slut"}\n'
        for n in range(500)
    )
    rules = loaded(f'ärendegång lång "Lång"\n{phases}')
    answer = rules.case("lång", start=EARLY)
    assert len(answer.phases) == 500
    assert answer.phases[-1].deadline is not None and answer.phases[-1].deadline > date(2029, 1, 1)
    found = [each for each in rules.findings(kit.DAY).reported if each.code == "SR630"]
    assert [each.message for each in found] == ["ärendegången har 500 faser"]


@pytest.mark.parametrize(
    ("wrong", "code", "message"),
    [
        ("nästa beredningen", "SR401", "fasen «beredningen» finns inte i ärendegången"),
        ("åter till vackt", "SR401", "fasen «vackt» finns inte i ärendegången"),
        ("lagens tid justeringen", "SR401", "lagfristen «justeringen» finns inte"),
        ("ansvarig juristt", "SR401", "«juristt» finns inte"),
        ("senast 2026-01-01\n            inom 2 dagar", "SR108", "fasen «väckt» har två tider"),
        ('nästa slut\n        fas väckt "Igen"\n            nästa slut', "SR403", "«väckt» finns två gånger"),
        ('nästa slut\n        slut slut "Slut"', "SR403", "«slut» är det slut"),
    ],
)
def test_what_is_told_of_the_text(wrong: str, code: str, message: str) -> None:
    rules = kit.rules(
        f'ärendegång o "O"\n        fas väckt "Väcks"\n            {wrong}\n'.replace("\n    ", "\n")
    )
    assert [(each.code, each.message) for each in rules.diagnostics if message in each.message] != []
    assert {each.code for each in rules.diagnostics} == {code}
    with pytest.raises(UnreadableRules):
        rules.case("o")


def test_as_text() -> None:
    text = render_case(asked(meeting=MEETING), "sammanträde")
    assert text.splitlines() == [
        "Ett nämndärende, sammanträde 2026-03-24",
        "  fas 4         Nämnden beslutar (sammanträde)",
        "    ansvarig      Socialnämnden",
        "    sammanträde   2026-03-24",
        "    moment        Kommunjurist: Kallelsen skickas, senast 7 dagar före sammanträde (2026-03-17)",
        "    moment        Socialnämnden: Besluten antecknas",
        "    nästa         justering",
        "    bordläggs     till nästa sammanträde: när frågan inte hinner avgöras",
        "  obs           fasen «Väcks»: går i stället till «beslut-av-ordföranden» när brådska",
    ]
