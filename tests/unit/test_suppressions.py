"""«bortse från»: what it covers, how long, and what is said of those that nobody needs."""

import re
from datetime import date

import pytest

from styrregler.diagnostics import Findings, Severity
from styrregler.library import Rules
from styrregler.syntax.blocks import BLOCKS, HeaderForm
from styrregler.workspace import compile_sources
from tests.kit import DAY, ORGANISATION, order, rules, sound, source

GAP = """
punkt {number} "Ärende {number}"
    delegat           enhetschef   när belopp högst 100 000 kr
                      socialchef   när belopp högst 200 000 kr
"""
"""A row that SR302 warns of: nobody decides over 200 000 kr."""
ASIDE = '    bortse från SR302 "Nämnden beslutar i övrigt."\n'


def found(text: str, on: date = DAY, code: str = "SR302") -> list[str]:
    """The numbers of the rows for which ``code`` is reported."""
    return [
        each.heading.rpartition(" › ")[2].split()[0]
        for each in rules(text).findings(on).reported
        if each.code == code
    ]


def remarks(findings: Findings) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings.reported if each.code.startswith("SR90")]


def gaps(*numbers: str) -> str:
    return "".join(GAP.format(number=number) for number in numbers)


CLAUSES = "anmäls till nämnden nästa sammanträde"


def test_without_it_every_row_is_reported() -> None:
    assert found(order(gaps("1", "2"), CLAUSES)) == ["1", "2"]


def test_on_a_row_it_covers_that_row() -> None:
    text = order(GAP.format(number="1").rstrip() + "\n" + ASIDE + GAP.format(number="2"), CLAUSES)
    findings = rules(text).findings(DAY)
    assert found(text) == ["2"]
    (aside,) = findings.suppressed
    assert aside.reason == "Nämnden beslutar i övrigt."
    assert aside.found.code == "SR302"
    assert aside.by is not None and aside.by.place.line == 9


def test_on_a_section_it_covers_the_rows_under_it() -> None:
    text = order(
        gaps("1") + '\navsnitt 2 "Två"\n' + ASIDE + gaps("2.1", "2.2") + '\navsnitt 3 "Tre"\n' + gaps("3.1"),
        CLAUSES,
    )
    assert found(text) == ["1", "3.1"]
    assert remarks(rules(text).findings(DAY)) == []


def test_on_the_order_it_covers_all_of_it_and_no_other_order() -> None:
    first = order('avsnitt 1 "Ett"' + gaps("1.1"), CLAUSES + "\n" + ASIDE)
    second = order(gaps("7"), CLAUSES, body="kommunstyrelsen").replace('"Ordningen"', '"Den andra"')
    findings = rules(first, second).findings(DAY)
    assert [each.heading for each in findings.reported if each.code == "SR302"] == ["Den andra › 7 Ärende 7"]


def test_rows_of_a_table_are_covered_from_above() -> None:
    text = order(
        '\navsnitt 1 "Ett"\n    bortse från SR206 "Anmälan ses över under våren."\n'
        "tabell\n    punkt | ärende | delegat\n    1.1   | Avtal  | enhetschef\n"
    )
    assert [each.found.code for each in rules(text).findings(DAY).suppressed] == ["SR206"]


def test_the_last_day_is_counted_in() -> None:
    text = order(gaps("1") + '    bortse från SR302 "Skäl." till 2026-03-31\n', CLAUSES)
    assert found(text, date(2026, 3, 31)) == []
    assert found(text, date(2026, 4, 1)) == ["1"]


def test_one_that_has_expired_is_told() -> None:
    text = order(gaps("1") + '    bortse från SR302 "Skäl." till 2026-03-31\n', CLAUSES)
    assert remarks(rules(text).findings(date(2026, 4, 1))) == [
        ("SR903", "«bortse från SR302» gällde till 2026-03-31")
    ]
    assert remarks(rules(text).findings(DAY)) == []


def test_one_that_is_not_needed_is_told() -> None:
    text = order('punkt 1 "X"\n    delegat           enhetschef\n' + ASIDE, CLAUSES)
    (remark,) = rules(text).findings(DAY).reported
    assert (remark.code, remark.severity, remark.place and remark.place.line) == (
        "SR903",
        Severity.WARNING,
        8,
    )


def test_nothing_is_called_unused_while_something_cannot_be_read() -> None:
    text = order('punkt 1 "X"\n    delegat           enhetscheff\n' + ASIDE, CLAUSES)
    assert [each.code for each in rules(text).findings(DAY).reported] == ["SR401"]


def test_the_nearest_gives_the_reason_and_both_are_needed() -> None:
    row = gaps("1") + '    bortse från SR302 "Radens skäl."\n'
    findings = rules(order(row, CLAUSES + "\n" + ASIDE)).findings(DAY)
    assert [each.reason for each in findings.suppressed] == ["Radens skäl."]
    assert remarks(findings) == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("SR401", "SR401 går inte att bortse från"),
        ("SR107", "SR107 går inte att bortse från"),
        ("SR804", "SR804 går inte att bortse från"),
        ("SR303", "SR303 går inte att bortse från"),
        ("SR399", "koden SR399 finns inte"),
    ],
)
def test_errors_of_reading_and_unknown_codes_cannot_be_set_aside(code: str, message: str) -> None:
    text = order('punkt 1 "X"\n    delegat           enhetscheff\n' + ASIDE.replace("SR302", code), CLAUSES)
    codes = [each.code for each in rules(text).findings(DAY).reported]
    assert sorted(codes) == ["SR401", "SR904"]
    (told,) = [each for each in rules(text).findings(DAY).reported if each.code == "SR904"]
    assert told.message.startswith(message)
    assert told.severity is Severity.ERROR


def test_an_unknown_code_is_suggested() -> None:
    text = order(gaps("1") + ASIDE.replace("SR302", "SR320"), CLAUSES)
    told = [message for code, message in remarks(rules(text).findings(DAY)) if code == "SR904"]
    assert any(re.fullmatch(r"koden SR320 finns inte; menade du SR\d\d\d\?", message) for message in told)


def test_a_reason_must_say_something() -> None:
    text = order(gaps("1") + '    bortse från SR302 ""\n', CLAUSES)
    assert remarks(rules(text).findings(DAY)) == [("SR904", "skälet är tomt")]


def test_a_warning_of_reading_can_be_set_aside() -> None:
    text = order('punkt 1 "X"\n    delegat           enhetschef\n', CLAUSES).replace(
        "2025-12-16", "2026-02-16"
    )
    assert [each.code for each in rules(text).findings(DAY).reported] == ["SR706"]
    aside = text.replace(
        "    gäller  ", '    bortse från      SR706 "Beslutet avser rättelse."\n    gäller  '
    )
    assert rules(aside).findings(DAY).reported == ()


@pytest.mark.parametrize(
    "kind", [kind for kind, shape in BLOCKS.items() if shape.form in (HeaderForm.NAMED, HeaderForm.NUMBERED)]
)
def test_every_block_but_a_table_and_an_example_takes_it(kind: str) -> None:
    assert "bortse från" in BLOCKS[kind].clauses


@pytest.mark.parametrize("head", ['exempel "X"\n    fråga "y"\n    svar enhetschef', "tabell"])
def test_a_table_and_an_example_do_not(head: str) -> None:
    text = order('punkt 1 "Y"\n    delegat           enhetschef\n' + head + "\n" + ASIDE, CLAUSES)
    assert rules(text).diagnostics


def test_a_role_may_carry_it() -> None:
    people = (
        ORGANISATION
        + '    roll vikarie "Vikarie"\n        slag anställd\n        bortse från SR302 "Prov."\n'
    )
    loaded = Rules(compile_sources([source(people, "organisation.styr")]))
    assert [(each.code, each.place.path) for each in loaded.index.corpus.suppressions] == [
        ("SR302", "organisation.styr")
    ]


def test_it_changes_no_answer() -> None:
    plain = sound(rules(order(gaps("1"), CLAUSES)))
    aside = sound(rules(order(gaps("1") + ASIDE, CLAUSES)))
    before, after = (each.who_decides("Ärende 1", belopp=150_000, on=DAY) for each in (plain, aside))
    assert before.deciders[0].title == after.deciders[0].title == "Socialchef"
