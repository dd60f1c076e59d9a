"""Examples that ask of the interplay, of codes and of plans; and blocks that are to be filled in."""

from pathlib import Path

import pytest

from styrregler.diagnostics import Severity
from styrregler.library import load
from styrregler.query.examples import run_example
from tests.kit import DAY

RULES = """
kommun ekby "Ekby"

nämnd socialnämnden "Socialnämnden"
    ordförande        sn-ordförande

roll sn-ordförande "Ordförande"
    slag              förtroendevald

roll handläggare "Handläggare"
    slag              anställd

roll sekreterare "Sekreterare"
    slag              anställd

gräns vad-hur "Vad och hur"
    vad               taxa
    gråzon            lokaler
        avgörs av         socialnämnden

uppdragsvägar linjen "Uppdrag"
    otillåten         ledamot till handläggare

kanaler vägar "Kanaler"
    kanal             ledamot till handläggare via sekreterare i fas beredning
    förväntan         ledamot på handläggare "Ett allsidigt underlag."

uppförandekod kod "Koden"
    omfattar          förtroendevalda
    värdegrund        respekt
    regel lyssna "Lyssna"
        grundas på        respekt
        gör               "Lyssna på andra."

uppdrag arbete "Arbetet"
    beställare        ekby
    varför            "Det behövs."
    mål               "Klarhet" uppfylls av vad-hur
    etapp verkstad "Verkstad"
        innehåll          "Roller", "Kanaler"
"""

HOLDS = (
    'om gräns "taxan"\n    svar vad',
    'om gräns "våra lokaler"\n    svar gråzon\n    avgörs av socialnämnden',
    'om gräns "bemanning"\n    svar ingen',
    "om uppdragsväg sn-ordförande till handläggare\n    svar otillåten",
    "om uppdragsväg handläggare till sn-ordförande\n    svar sägs-inte",
    "om kanal sn-ordförande till handläggare via sekreterare i fas beredning",
    'om förväntan ledamot på handläggare "Ett allsidigt"',
    'kod kod\n    värdegrund respekt\n    gör "Lyssna"',
    'om uppdrag arbete\n    varför "Det"\n    mål "Klarhet" uppfylls av vad-hur',
    'om uppdrag arbete\n    i etapp verkstad\n    innehåll "Kanaler"',
)
FAILS = (
    'om gräns "taxan"\n    svar hur',
    'om gräns "våra lokaler"\n    svar gråzon\n    avgörs av ekby',
    "om uppdragsväg sn-ordförande till handläggare\n    svar tillåten",
    "om kanal sn-ordförande till handläggare",
    "om kanal sn-ordförande till handläggare via sekreterare i fas beredning, uppföljning",
    'om förväntan handläggare "Ett allsidigt"',
    'kod kod\n    undvik "Lyssna"',
    "kod kod\n    värdegrund respekt, legalitet",
    'om uppdrag arbete\n    mål "Klarhet"',
    'om uppdrag arbete\n    framgångsfaktor "Klarhet" uppfylls av vad-hur',
    'om uppdrag arbete\n    i etapp verkstad\n    innehåll "Taxor"',
)
WRONG = {
    'om gräns "taxan"\n    svar kanske': "SR406",
    'om gräns "taxan"': "SR109",
    "om uppdragsväg ledamot till handläggare\n    svar vad": "SR406",
    "om kanal påhittad till handläggare": "SR401",
    'om gräns "taxan"\n    svar vad\n    status klar': "SR106",
}


def run(folder: Path, example: str) -> list[bool]:
    (folder / "styrregler.toml").write_text('namn = "Prov"')
    (folder / "regler.styr").write_text(f'{RULES}\nexempel "Prov"\n    {example}\n')
    rules = load(folder)
    errors = [each for each in rules.diagnostics if each.severity is Severity.ERROR]
    assert not errors, errors
    return [run_example(rules.index, each, DAY).holds for each in rules.index.corpus.examples]


@pytest.mark.parametrize("example", HOLDS)
def test_an_example_holds(example: str, tmp_path: Path) -> None:
    assert run(tmp_path, example) == [True]


@pytest.mark.parametrize("example", FAILS)
def test_an_example_that_means_something_else_does_not(example: str, tmp_path: Path) -> None:
    assert run(tmp_path, example) == [False]


@pytest.mark.parametrize(("example", "code"), WRONG.items())
def test_an_example_that_cannot_be_asked_is_told(example: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "styrregler.toml").write_text('namn = "Prov"')
    (tmp_path / "regler.styr").write_text(f'{RULES}\nexempel "Prov"\n    {example}\n')
    assert code in {each.code for each in load(tmp_path).diagnostics}


@pytest.mark.parametrize("kind", ["gräns", "uppdragsvägar", "kanaler", "ärendegång", "uppförandekod"])
def test_what_is_to_be_filled_in_may_stand_for_what_a_block_must_have(kind: str, tmp_path: Path) -> None:
    (tmp_path / "styrregler.toml").write_text('namn = "Prov"')
    file = tmp_path / "regler.styr"
    file.write_text(f'{kind} block "Blocket"\n    ska fyllas i\n')
    assert not load(tmp_path).diagnostics
    file.write_text(f'{kind} block "Blocket"\n    öppen fråga "Vad?"\n')
    assert "SR109" in {each.code for each in load(tmp_path).diagnostics}
