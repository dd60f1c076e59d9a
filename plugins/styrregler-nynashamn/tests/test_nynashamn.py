"""Each check lets a whole agreement pass and tells of what is missing, board by board."""

import pytest
from styrregler_nynashamn.checks import Options, checks_of, side

from styrregler.plugins import Check, Severity
from styrregler.testing import Case, case_rules, findings

ORGANISATION = """
    fullmäktige kommunfullmäktige "Kommunfullmäktige"
    nämnd socialnämnden "Socialnämnden"
        ordförande        sn-ordförande
    nämnd byggnämnden "Byggnämnden"
        ordförande        bn-ordförande
    förvaltning socialförvaltningen "Socialförvaltningen"
        tillhör           socialnämnden
        leds av           socialchef
    roll sn-ordförande "Socialnämndens ordförande"
        slag              förtroendevald
    roll bn-ordförande "Byggnämndens ordförande"
        slag              förtroendevald
    roll socialchef "Socialchef"
        slag              anställd
    roll konsult "Konsult"
        slag              konsult
"""
CHANNELS = """
    kanaler samarbetet "Vägarna"
        kanal             ledamot till handläggare via socialchef   i fas beredning
                          ordförande till förvaltningschef          i fas beslut
        förväntan         ledamot på handläggare   "Ett allsidigt underlag."
                          handläggare på ledamot   "Läser underlaget."
"""
ONLY_SOCIAL = CHANNELS.replace('"Vägarna"', '"Vägarna"\n        omfattar          socialnämnden')


def check(code: str, options: Options = Options()) -> Check:
    return next(each for each in checks_of(options) if each.code == code)


def told(code: str, text: str, options: Options = Options()) -> list[str]:
    found = findings(check(code, options), text, organisation=ORGANISATION)
    assert all(each.found.why and each.found.remedy for each in found)
    return [each.message for each in found]


def test_channels_of_every_board() -> None:
    assert told("NYN101", CHANNELS) == []
    missing = "har inga kanaler mellan förtroendevalda och anställda"
    assert told("NYN101", ONLY_SOCIAL) == [f"Byggnämnden {missing}"]
    assert told("NYN101", ONLY_SOCIAL, Options(undantag=("byggnämnden",))) == []
    within = 'kanaler inbördes "Inom nämnden"\n    kanal ledamot till ordförande\n'
    assert told("NYN101", within) == [f"Socialnämnden {missing}", f"Byggnämnden {missing}"]


def test_the_phases_that_channels_cover() -> None:
    assert told("NYN102", CHANNELS) == []
    options = Options(faser=("beredning", "beslut", "uppföljning"))
    assert told("NYN102", ONLY_SOCIAL, options) == ["Socialnämnden har ingen kanal i uppföljning"]
    everywhere = ONLY_SOCIAL.replace("   i fas beredning", "")
    assert told("NYN102", everywhere, options) == []


def test_expectations_go_both_ways() -> None:
    assert told("NYN103", CHANNELS) == []
    one = ONLY_SOCIAL.replace('                          handläggare på ledamot   "Läser underlaget."\n', "")
    assert told("NYN103", one) == ["Socialnämnden säger inte vad som väntas av de förtroendevalda"]
    none = 'kanaler samarbetet "Vägarna"\n    kanal ledamot till handläggare\n'
    assert told("NYN103", none) == []


def test_a_way_for_a_disagreement() -> None:
    path = """
        eskalering oenighet "Oenighet"
            {0}steg              socialchef, sn-ordförande inom 10 arbetsdagar
            avgörs av         socialnämnden
    """
    everybody = path.format("")
    social = path.format("omfattar          socialnämnden\n            ")
    assert told("NYN104", everybody) == []
    assert told("NYN104", social) == ["Byggnämnden har ingen väg för en oenighet"]


def test_a_boundary_between_what_and_how() -> None:
    text = 'gräns vad-och-hur "Vad och hur"\n    {0}vad mål\n    hur metod\n'
    assert told("NYN105", text.format("")) == []
    assert told("NYN105", text.format("omfattar byggnämnden\n    ")) == [
        "Socialnämnden har ingen gräns mellan vad och hur"
    ]


@pytest.mark.parametrize(
    ("name", "stands"),
    [
        ("ledamot", "elected"), ("nämnd", "elected"), ("handläggare", "employed"), ("konsulter", ""),
        ("sn-ordförande", "elected"), ("socialchef", "employed"), ("konsult", ""),
        ("socialnämnden", "elected"), ("socialförvaltningen", "employed"), ("finns-inte", ""),
    ],
)  # fmt: skip
def test_which_side_somebody_stands_on(name: str, stands: str) -> None:
    rules = case_rules(Case("prov", passes=True, text='gräns g "G"\n    vad mål\n'), ORGANISATION)
    assert side(name, rules) == stands


def test_no_check_is_an_error() -> None:
    assert {each.severity for each in checks_of(Options())} == {Severity.WARNING, Severity.INFO}
