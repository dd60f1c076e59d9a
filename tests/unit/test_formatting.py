"""The canonical form, shown before and after."""

from pathlib import Path
from textwrap import dedent

import pytest

from styrregler.formatting import (
    Formatted,
    Refused,
    Unreadable,
    document,
    format_source,
    print_block,
    print_clause,
)  # fmt: skip
from styrregler.syntax import ast, parse_source
from styrregler.text import SourceText

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "policies").rglob("*.styr"), *(ROOT / "tests" / "real").rglob("*.styr")])


def text_of(indented: str) -> str:
    """The text of a file, its lines indented in the test; «·» is a hard space and «→» a tab."""
    return dedent(indented).removeprefix("\n").replace("·", "\u00a0").replace("→", "\t")


def formatted(text: str) -> str:
    outcome = format_source(SourceText.of("prov.styr", text))
    assert isinstance(outcome, Formatted), outcome
    return outcome.text


PAIRS = {
    "values stand in column 23, or one space after a keyword that reaches further": (
        """
        punkt 1  “Tillstånd”
            lagrum KL 6:38
            verkställs av enhetschef när   belopp  högst 5000kr
            ersättare för bygglovshandläggare bygglovschef ,därefter stadsarkitekt
            vidaredelegeras inte
        """,
        """
        punkt 1 "Tillstånd"
            lagrum            6 kap. 38 § KL
            verkställs av     enhetschef när belopp högst 5 000 kr
            ersättare för bygglovshandläggare bygglovschef, därefter stadsarkitekt
            vidaredelegeras   inte
        """,
    ),
    "alternatives stand under each other, and so do their conditions": (
        """
        punkt 1 "Avgift"
            delegat avgiftshandläggare när belopp högst 5 tkr
                  enhetschef eller avdelningschef när belopp högst 2,5 mkr och inte inom-budget
                     nämnden annars
        """,
        """
        punkt 1 "Avgift"
            delegat           avgiftshandläggare                när belopp högst 5 000 kr
                              enhetschef eller avdelningschef   när belopp högst 2 500 000 kr och inte inom-budget
                              nämnden                           annars
        """,
    ),
    "time belongs to who": (
        """
        punkt 1 "Avgift"
            informera controller inom 5·arbetsdagar efter beslut när belopp över 400·000·kr
                registrator genast
            samråd med jurist, ekonomichef
        """,
        """
        punkt 1 "Avgift"
            informera         controller inom 5 arbetsdagar efter beslut   när belopp över 400 000 kr
                              registrator genast
            samråd med        jurist, ekonomichef
        """,
    ),
    "texts stand on a line each, straight marks around them": (
        """
        punkt 1 „Bidrag”
            villkor »inom budget«, “efter samråd”
            anmärkning »kallas "driftbidrag" i budgeten«
            innefattar "yttrande",
               "avvisning"
        """,
        """
        punkt 1 "Bidrag"
            villkor           "inom budget"
                              "efter samråd"
            anmärkning        »kallas "driftbidrag" i budgeten«
            innefattar        "yttrande", "avvisning"
        """,
    ),
    "a list that is too long goes on under its first value": (
        """
        nämnd kommunstyrelsen "Kommunstyrelsen" (KS)
            sammanträder 2026-01-21, 2026-02-18, 2026-03-18, 2026-04-15, 2026-05-20, 2026-06-17, 2026-08-19, 2026-09-16, 2026-10-21
        """,
        """
        nämnd kommunstyrelsen "Kommunstyrelsen" (KS)
            sammanträder      2026-01-21, 2026-02-18, 2026-03-18, 2026-04-15, 2026-05-20, 2026-06-17, 2026-08-19, 2026-09-16,
                              2026-10-21
        """,
    ),
    "a list that has room is one line again": (
        """
        rollgrupp chefer "Samtliga chefer"
            omfattar enhetschef,

                 avdelningschef,
              förvaltningschef
        """,
        """
        rollgrupp chefer "Samtliga chefer"
            omfattar          enhetschef, avdelningschef, förvaltningschef
        """,
    ),
    "a long condition is broken where it says och or eller": (
        """
        punkt 1 "Avtal"
            delegat fastighetschef när belopp högst 400 000 kr och avtalstid högst 4 år och (plats är hamnområde eller plats är någon av torg, park)
        """,
        """
        punkt 1 "Avtal"
            delegat           fastighetschef   när belopp högst 400 000 kr och avtalstid högst 4 år och
                                                   (plats är hamnområde eller plats är någon av torg, park)
        """,
    ),
    "statutes in one form, whole laws and ranges too": (
        """
        punkt 1 "Lov"
            lagrum KL 6:38, 7 kap. 3, 5 eller 6a §§ PBL, 3-5 § FL, 9 kap.PBL, 5§ första stycket punkt 2 LOU, AML
        """,
        """
        punkt 1 "Lov"
            lagrum            6 kap. 38 § KL, 7 kap. 3, 5 och 6 a §§ PBL, 3–5 §§ FL, 9 kap. PBL, 5 § första stycket 2 LOU, AML
        """,
    ),
    "one blank line between blocks, none in them": (
        """


        kommun prov "Provkommun"
        nämnd ks "Kommunstyrelsen"

            ordförande ks-ordförande

            form gemensam



        roll ks-ordförande "Ordförande"
            slag förtroendevald

        """,
        """
        kommun prov "Provkommun"

        nämnd ks "Kommunstyrelsen"
            ordförande        ks-ordförande
            form              gemensam

        roll ks-ordförande "Ordförande"
            slag              förtroendevald
        """,
    ),
    "comments keep their place, at the indent of the line they stand above": (
        """
        # Roller.
        #   Se reglementet.


        # Chefer
        roll chef "Chef"# verkställande
        # i förvaltningen
            slag anställd # inte konsult
                # tillhör kontoret

        # Under utredning
            # roll stabschef
        roll stab "Stab"
          # än så länge
            slag anställd
        # Slut
        """,
        """
        # Roller.
        #   Se reglementet.

        # Chefer
        roll chef "Chef"   # verkställande
            # i förvaltningen
            slag              anställd   # inte konsult
            # tillhör kontoret

        # Under utredning
        # roll stabschef
        roll stab "Stab"
            # än så länge
            slag              anställd

        # Slut
        """,
    ),
    "a comment inside a clause keeps its line": (
        """
        punkt 1 "Avtal"
            kallas även "köpa in", # vanligast
                "handla", "anskaffa"
            delegat närmaste chef när brådska # se 6 kap. 39 § KL
            # aldrig konsulter
                    ursprunglig delegat eller
                # eller
                       närmaste chef annars # sist
        """,
        """
        punkt 1 "Avtal"
            kallas även       "köpa in",   # vanligast
                              "handla", "anskaffa"
            delegat           närmaste chef   när brådska   # se 6 kap. 39 § KL
                              # aldrig konsulter
                              ursprunglig delegat eller
                              # eller
                              närmaste chef   annars   # sist
        """,
    ),
    "a table, from Word or Excel": (
        """
        tabell
            Punkt→Ärende→Delegat→Anmärkning
            1.1→Köpa  mark→markchef # större
            # Bilar
            1.2→Hyra bil→→“högst ett dygn | vardagar”
            1.3→Rör om 5"→markchef # tum
        """,
        """
        tabell
            punkt | ärende    | delegat  | anmärkning
            1.1   | Köpa mark | markchef |   # större
            # Bilar
            1.2   | Hyra bil  |          | “högst ett dygn | vardagar”
            1.3   | Rör om 5" | markchef |   # tum
        """,
    ),
    "laws, amounts and examples": (
        """
        värde pbb "Prisbasbelopp"
            anges i kronor
            år 2026 59200 kr # SFS 2025:872
        förbud KL-6-38-1 "Mål"
            lagrum KL 6:38
            delegeras inte till automatiserad-beslutsfunktion, anställd när  utfall är avslag
            lyfts till nämnden när principiellt
            gäller från 2018-01-01   till 2025-12-31
            kontrollerad inte “praxis”
        exempel "Bil"
            fråga "hyra bil"
            givet belopp är 5,50kr,avtalstid 2 år , dag 2026-01-01, principiellt
            svar markchef eller
                stadsarkitekt
        """,
        """
        värde pbb "Prisbasbelopp"
            anges i           kronor
            år 2026           59 200 kr   # SFS 2025:872

        förbud KL-6-38-1 "Mål"
            lagrum            6 kap. 38 § KL
            delegeras inte    till automatiserad-beslutsfunktion, anställd när utfall är avslag
            lyfts till        nämnden när principiellt
            gäller            från 2018-01-01 till 2025-12-31
            kontrollerad      inte "praxis"

        exempel "Bil"
            fråga             "hyra bil"
            givet             belopp 5,50 kr, avtalstid 2 år, dag 2026-01-01, principiellt
            svar              markchef eller stadsarkitekt
        """,
    ),
}


@pytest.mark.parametrize(("before", "after"), PAIRS.values(), ids=PAIRS.keys())
def test_before_and_after(before: str, after: str) -> None:
    assert formatted(text_of(before)) == text_of(after)
    assert formatted(text_of(after)) == text_of(after)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_rule_we_ship_reads_the_same(file: Path) -> None:
    source = SourceText.of(file.name, file.read_text(encoding="utf-8"))
    once = formatted(source.text)
    assert parse_source(SourceText.of(file.name, once))[0].blocks == parse_source(source)[0].blocks
    assert formatted(once) == once


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n"])
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    assert formatted(text) == ""


def test_a_file_of_comments() -> None:
    assert formatted("\n\n  # ett\n# två\n\n\n\t# tre") == "# ett\n# två\n\n# tre\n"


def test_line_ends_of_windows_are_no_change() -> None:
    outcome = format_source(SourceText.of("prov.styr", '\ufeffkommun prov "Provkommun"\r\n'))
    assert isinstance(outcome, Formatted)
    assert not outcome.changed


def test_a_file_with_a_fault_is_left_alone() -> None:
    source = SourceText.of(
        "prov.styr", 'roll chef "Chef"\n    slag anställd\n\nroll stab "Stab"\n    slagg anställd\n'
    )
    outcome = format_source(source)
    assert isinstance(outcome, Unreadable)
    assert [found.code for found in outcome.diagnostics] == ["SR105"]


def test_a_text_that_would_read_otherwise_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = document.block_lines
    monkeypatch.setattr(
        document, "block_lines", lambda *block: [line.replace("500", "5 000") for line in lines(*block)]
    )
    source = SourceText.of(
        "prov.styr", 'roll a "A"\n    slag x\npunkt 1 "A"\n    delegat a när belopp högst 500 kr\n'
    )
    outcome = format_source(source)
    assert isinstance(outcome, Refused)
    assert outcome.message == "formateringen skulle ändra betydelsen; filen lämnas orörd"
    assert outcome.place.line == 3


def test_a_lost_comment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = document.block_lines
    monkeypatch.setattr(
        document, "block_lines", lambda *block: [line.partition("#")[0] for line in lines(*block)]
    )
    assert isinstance(format_source(SourceText.of("prov.styr", 'kommun a "A"  # här\n')), Refused)


def test_a_clause_made_by_hand() -> None:
    chief, board = (ast.RoleName(ast.Word(name)) for name in ("enhetschef", "nämnden"))
    items = (ast.Decider((chief,), ast.Flag(ast.Word("brådska"))), ast.Decider((board,), otherwise=True))
    clause = ast.Clause("delegat", ast.Deciders(items))
    assert print_clause(clause) == (
        "    delegat           enhetschef   när brådska\n"
        "                      nämnden      annars"
    )  # fmt: skip


def test_a_block_is_printed_without_comments() -> None:
    (block,) = parse_source(SourceText.of("prov.styr", "punkt 1 # ett\n    # två\n    delegat a # tre\n"))[
        0
    ].blocks
    assert print_block(block) == "punkt 1\n    delegat           a"


def test_a_text_with_both_kinds_of_marks_cannot_be_written() -> None:
    clause = ast.Clause("fråga", ast.Texts((ast.Text('"så" «så»'),)))
    with pytest.raises(ValueError, match="citattecken"):
        print_clause(clause)
