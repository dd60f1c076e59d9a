"""A small municipality, and the order that loose points stand under: what cases are written against."""

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
"""Enough people for most cases."""

ORDER = """\
delegationsordning socialnämnden "Socialnämndens delegationsordning"
    beslutad          2025-12-16 § 100
    gäller            från 2026-01-01
    anmäls till       nämnden nästa sammanträde
    brådskande        sn-ordförande, därefter sn-vice
    överordnad        får alltid besluta

"""
"""What a case's points stand under when the case has no order of its own."""
