"""What the tests share: rules as indented text, and questions to them in one line."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from styrregler.library import Rules
from styrregler.text import SourceText
from styrregler.workspace import compile_sources

ROOT = Path(__file__).parents[1]
POLICIES = ROOT / "policies"
DAY = date(2026, 3, 2)

ORGANISATION = """
    kommun prov "Provkommun"
    fullmäktige kommunfullmäktige "Kommunfullmäktige" (KF)
    nämnd kommunstyrelsen "Kommunstyrelsen" (KS)
        ordförande        ks-ordförande
        sammanträder      2026-03-18, 2026-04-22
    nämnd socialnämnden "Socialnämnden" (SN)
        ordförande        sn-ordförande
        vice ordförande   sn-vice
        sammanträder      2026-02-24, 2026-03-24
    utskott individutskottet "Individutskottet" (IU)
        tillhör           socialnämnden
    utskott arbetsutskottet "Arbetsutskottet" (KSAU)
        tillhör           kommunstyrelsen
    förvaltning kontoret "Kommunledningskontoret"
        tillhör           kommunstyrelsen
        leds av           kommundirektör
    förvaltning socialförvaltningen "Socialförvaltningen"
        tillhör           socialnämnden
        leds av           socialchef
    enhet biståndsenheten "Biståndsenheten"
        tillhör           socialförvaltningen
        leds av           enhetschef
    roll kommundirektör "Kommundirektör"
        slag              anställd
    roll socialchef "Socialchef"
        slag              anställd
        närmaste chef     kommundirektör
    roll förvaltningschef "Förvaltningschef"
        slag              anställd
        finns i varje     förvaltning
        närmaste chef     kommundirektör
    roll enhetschef "Enhetschef"
        slag              anställd
        närmaste chef     socialchef
    roll socialsekreterare "Socialsekreterare"
        slag              anställd
        närmaste chef     enhetschef
    roll jurist "Kommunjurist"
        slag              anställd
        tillhör           kontoret
    roll konsult "Inhyrd konsult"
        slag              konsult
    roll ks-ordförande "Kommunstyrelsens ordförande"
        slag              förtroendevald
    roll sn-ordförande "Socialnämndens ordförande"
        slag              förtroendevald
    roll sn-vice "Socialnämndens vice ordförande"
        slag              förtroendevald
    uppgift plats "Var ligger platsen?"
        svar              tätort, landsbygd, hamnområde
    uppgift ramavtal "Finns ramavtal?"
        svar              ja, nej
    uppgift antal-platser "Hur många platser?"
        anges i           antal
"""
"""Enough people for most tests; ``rules`` puts it beside what a test writes."""


def source(text: str, path: str = "prov.styr") -> SourceText:
    """Indented text as a file."""
    return SourceText.of(path, dedent(text).strip("\n") + "\n")


def rules(*texts: str, organisation: str = ORGANISATION) -> Rules:
    """Rules from one indented text a file, beside a small organisation."""
    sources = [source(organisation, "organisation.styr")] if organisation else []
    sources += [source(text, f"prov{number or ''}.styr") for number, text in enumerate(texts)]
    return Rules(compile_sources(sources, "prov"))


def order(points: str, clauses: str = "", body: str = "socialnämnden") -> str:
    """A delegation order from 2026 with ``points``, and ``clauses`` on the order itself."""
    head = f'delegationsordning {body} "Ordningen"\n    beslutad          2025-12-16 § 100\n    gäller            från 2026-01-01\n'
    inside = "".join(f"    {line.strip()}\n" for line in dedent(clauses).strip().splitlines() if line.strip())
    return head + inside + "\n" + dedent(points).strip("\n")


def sound(loaded: Rules) -> Rules:
    """``loaded``, after seeing to it that nothing in it is wrong."""
    assert not loaded.diagnostics, [f"{found.place}: {found.message}" for found in loaded.diagnostics]
    return loaded


def deciders(answer: object) -> list[str]:
    """Who decides, as names in the order given."""
    from styrregler.query.people import name_of

    return [name_of(each.party) for each in answer.deciders]  # type: ignore[attr-defined]
