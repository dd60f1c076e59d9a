"""The law as data: kinds of matter, sections, circles, limits and ways of appeal, as the files say them."""

from datetime import date

import pytest

from styrregler.library import Rules
from styrregler.logic import Compare
from styrregler.model import Act, Corpus
from styrregler.values import LegalRef, parse_legal_ref
from styrregler.workspace import compile_sources
from tests import kit

LAW = """
    lag PL "Provlag" (PL)
        sfs               2020:1
        gäller            från 2021-01-01
        ersätter          PL-1990
        paragrafer        1 kap. 1–3, 3 a och 4 §§ PL, 2 kap. 1 och 8 a–8 c §§ PL, 4 kap. PL
    lag PL-1990 "Provlag" (PL)
        sfs               1990:1
        gäller            från 1990-01-01 till 2020-12-31
        motsvarighet      7 § PL-1990 är 1 kap. 3 a § PL
        motsvarighet      8 § PL-1990 är kanske 2 kap. 1 § PL
        motsvarighet      2 kap. PL-1990 är 4 kap. PL
    egenskap vite "Föreläggande med vite"
        betyder           "Ett föreläggande som förenas med vite."
        kännetecken       "förelägga vid vite", "med vite"
        lagrum            1 kap. 3 § PL
        kontrollerad      inte "ett prov"
    egenskap avgift "Avgift"
        betyder           "Att ta ut en avgift."
    delegatkrets krets "Vem som får"
        lagrum            1 kap. 1 § PL
        tillåter          anställd
        avser             vidaredelegation
        lämnas av         förvaltningschef
    lagtak tak "Högsta avgift"
        lagrum            1 kap. 4 § PL
        rör               avgift
        tak               belopp under 700 000 kr
    överklagandeväg prövning "Prövning"
        lagrum            2 kap. 1 § PL
        senast            3 veckor efter tillkännagivande
        stänger av        2 kap. 8 a–8 c §§ PL
"""
FACTS = """
    uppgift belopp "Hur mycket?"
        anges i           kronor
"""


def law(*texts: str) -> Rules:
    """The law above beside ``texts``, without what ships with the product."""
    sources = [kit.source(kit.ORGANISATION, "organisation.styr"), kit.source(LAW, "lag.styr")]
    sources += [kit.source(text, f"prov{number}.styr") for number, text in enumerate((FACTS, *texts))]
    return Rules(compile_sources(sources, "prov", law=False))


def corpus(*texts: str) -> Corpus:
    return kit.sound(law(*texts)).index.corpus


def act(name: str) -> Act:
    return next(act for act in corpus().acts if act.name == name)


def ref(text: str) -> LegalRef:
    found = parse_legal_ref(text)
    assert isinstance(found, LegalRef)
    return found


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("1 kap. 3 § PL", True),
        ("1 kap. 3 a § PL", True),
        ("1 kap. 2 a § PL", False),
        ("1 kap. 5 § PL", False),
        ("2 kap. 8 b § andra stycket 3 PL", True),
        ("2 kap. 8 § PL", False),
        ("1 kap. 1–4 §§ PL", True),
        ("1 kap. 1–5 §§ PL", False),
        ("1 § PL", False),
        ("2 kap. PL", True),
        ("3 kap. PL", False),
        ("4 kap. PL", True),
        ("4 kap. 2 § PL", None),
        ("PL", True),
    ],
)
def test_an_act_knows_the_sections_that_were_read(text: str, has: bool | None) -> None:
    assert act("PL").has(ref(text)) is has


def test_of_an_act_whose_sections_nobody_read_it_is_not_known() -> None:
    assert act("PL-1990").has(ref("7 § PL")) is None


def test_an_old_section_leads_to_its_successor_and_a_guess_is_told_as_one() -> None:
    old = act("PL-1990")
    (sure,), (guess,) = old.equivalents_of(ref("7 § första stycket PL")), old.equivalents_of(ref("8 § PL"))
    assert (str(sure.new), sure.verified) == ("1 kap. 3 a § PL", True)
    assert (str(guess.new), guess.verified) == ("2 kap. 1 § PL", False)
    assert old.equivalents_of(ref("9 § PL")) == ()
    assert [str(each.new) for each in old.equivalents_of(ref("2 kap. 5 § PL"))] == ["4 kap. PL"]


def test_a_kind_of_matter_has_a_meaning_and_wordings() -> None:
    kind = corpus().kinds["vite"]
    assert kind.meaning == "Ett föreläggande som förenas med vite."
    assert kind.wordings == ("förelägga vid vite", "med vite")
    assert [str(each) for each in kind.law] == ["1 kap. 3 § PL"]
    assert (kind.verified, corpus().kinds["avgift"].verified) == (False, True)


def test_a_circle_says_what_it_concerns_and_who_gives() -> None:
    (circle,) = corpus().circles
    assert (circle.concerns, circle.given_by) == ({"vidaredelegation"}, {"förvaltningschef"})


def test_a_circle_for_passing_on_does_not_keep_a_board_from_delegating_to_a_committee() -> None:
    rows = kit.order('punkt 1 "Avgift"\n    delegat           individutskottet')
    answer = kit.sound(law(rows)).who_decides("avgift", on=kit.DAY)
    assert kit.deciders(answer) == ["individutskottet"]


def test_a_limit_is_a_condition_on_a_kind_of_matter() -> None:
    (limit,) = corpus().limits
    assert limit.tags == {"avgift"}
    assert isinstance(limit.limit, Compare)


def test_a_way_of_appeal_has_its_time_and_what_it_switches_off() -> None:
    path = corpus().appeal_paths["prövning"]
    assert str(path.timing) == "senast 3 veckor efter tillkännagivande"
    assert [str(each) for each in path.switches_off] == ["2 kap. 8 a–8 c §§ PL"]


def test_the_last_review_counts() -> None:
    text = kit.order(
        'punkt 1 "Avgift"\n    beslutas av       nämnden', "granskad 2026-11-02\ngranskad 2026-02-01"
    )
    (order,) = corpus(text).orders
    assert order.reviewed == date(2026, 11, 2)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(each.code, each.message, each.remedy) for each in law(text).diagnostics]


ROW = 'punkt 1 "Förelägga"\n    delegat           enhetschef\n    rör               {}'


def test_an_unknown_kind_of_matter_is_an_error_with_what_was_meant() -> None:
    assert found(kit.order(ROW.format("avgft"))) == [
        ("SR401", "egenskapen «avgft» finns inte", "menade du «avgift»?")
    ]


def test_a_row_with_an_unknown_kind_of_matter_is_not_answered() -> None:
    with pytest.raises(Exception, match="läs"):
        law(kit.order(ROW.format("avgft"))).who_decides("förelägga", on=kit.DAY)


def test_where_no_kinds_are_declared_any_word_will_do() -> None:
    sources = [
        kit.source(kit.ORGANISATION, "a.styr"),
        kit.source(kit.order(ROW.format("vadsomhelst")), "b.styr"),
    ]
    assert not compile_sources(sources, law=False).diagnostics


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'delegatkrets k "K"\n    lagrum PL\n    tillåter anställd\n    avser delegationer',
            ("SR406", "«delegationer» kan inte stå efter «avser»", "menade du «delegation»?"),
        ),
        (
            'delegatkrets k "K"\n    lagrum PL\n    tillåter anställd\n    lämnas av rektor',
            ("SR406", "«rektor» kan inte stå efter «lämnas av»", "skriv nämnd eller förvaltningschef"),
        ),
        (
            'lag X "X" (X)\n    sfs 2001:1\n    paragrafer 1–3 §§ PL',
            ("SR402", "«PL» är en annan författning än blockets", "skriv «X» efter paragrafen"),
        ),
        (
            'lag X "X" (X)\n    sfs 2001:1\n    motsvarighet 1 § X är 2 § PLL',
            ("SR201", "författningen «PLL» är okänd", "menade du «PL»?"),
        ),
        (
            'förbud f "F"\n    lagrum PL\n    rör vitte\n    delegeras inte',
            ("SR401", "egenskapen «vitte» finns inte", "menade du «vite»?"),
        ),
    ],
)
def test_a_slip_in_the_law_is_told(text: str, said: tuple[str, str, str]) -> None:
    assert found(text) == [said]


# ---------- what ships with the product


SHIPPED = compile_sources([], "").corpus


def test_every_section_that_the_shipped_law_refers_to_exists() -> None:
    acts = {each.name: each for each in SHIPPED.acts}
    blocks = (
        *SHIPPED.bars, *SHIPPED.circles, *SHIPPED.deadlines, *SHIPPED.duties, *SHIPPED.limits,
        *SHIPPED.kinds.values(), *SHIPPED.appeal_paths.values(),
    )  # fmt: skip
    refs = [ref for block in blocks for ref in block.law]
    refs += [ref for path in SHIPPED.appeal_paths.values() for ref in path.switches_off]
    refs += [ref for old in acts.values() for each in old.equivalents for ref in (each.old, each.new)]
    wrong = []
    for each in refs:
        candidates = [act for act in acts.values() if each.act in (act.name, act.abbreviation)]
        assert candidates, each
        if all(act.has(each) is False for act in candidates):
            wrong.append(str(each))
    assert wrong == []


def test_every_kind_that_the_shipped_law_bars_or_limits_has_a_meaning() -> None:
    tags = {tag for each in (*SHIPPED.bars, *SHIPPED.limits) for tag in each.tags}
    assert tags <= SHIPPED.kinds.keys()
    assert all(kind.meaning for kind in SHIPPED.kinds.values())


@pytest.mark.parametrize(
    ("name", "text", "has"),
    [
        ("KL-2017", "6 kap. 38 § första stycket 3 KL", True),
        ("KL-2017", "6 kap. 45 § KL", False),
        ("FL-2017", "36–39 §§ FL", True),
        ("SoL-2001", "10 kap. 4 § SoL", True),
        ("SoL-2001", "2 a kap. 10 § SoL", True),
        ("SoL-2025", "12 kap. 1 § SoL", None),
        ("PBL-2010", "12 kap. 6 § PBL", True),
        ("PBL-2010", "9 kap. 30 § PBL", None),
        ("LOU-2016", "19 a kap. 2 § LOU", True),
        ("TrF", "13 kap. 8 § TrF", True),
        ("KL-1991", "6 kap. 33 § KL", None),
    ],
)
def test_the_shipped_acts_have_the_sections_that_were_read(name: str, text: str, has: bool | None) -> None:
    (found,) = [each for each in SHIPPED.acts if each.name == name]
    assert found.has(ref(text)) is has


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("KL-1991", "6 kap. 37 § KL", "7 kap. 6 § KL-2017"),
        ("KL-1991", "10 kap. 8 § KL", "13 kap. KL-2017"),
        ("FL-1986", "9 § FL", "14 § FL-2017"),
        ("SoL-2001", "2 a kap. 10 § SoL", "29 kap. SoL-2025"),
    ],
)
def test_what_old_orders_cite_leads_to_the_act_in_force(name: str, text: str, new: str) -> None:
    (old,) = [each for each in SHIPPED.acts if each.name == name]
    assert [str(each.new) for each in old.equivalents_of(ref(text))] == [new]


def test_the_shipped_law_has_no_fault() -> None:
    assert not compile_sources([], "").diagnostics
