"""Amounts and other quantities: «5.000 kr», «5000:-», «fyra år», «60 procent»."""

import re

from styrregler.syntax.slips.slip import AMOUNT, NUMBER, Hit, Look, Slip, amount, noting
from styrregler.values import Fault, parse_number
from styrregler.values.numbers import format_number

LOOKS: list[Look] = []
slip = noting(LOOKS)

_UNITS = {"procent": "%", "sek": "kr", "kronor": "kr", "tusen": "tkr", "miljoner": "mkr", "miljon": "mkr"}
DIGITS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10,
    "elva": 11, "tolv": 12, "femton": 15, "tjugo": 20, "trettio": 30,
}  # fmt: skip


def grouped(number: str) -> str:
    """«5000» as «5 000»; as it stands when it is no number."""
    plain = amount(number).removesuffix(" kr")
    value = parse_number(plain)
    return plain if isinstance(value, Fault) else format_number(value)


@slip(r"(-\s*\d[\d \u00a0\u202f]*)(?:,\d+)?\s*(?:kr|tkr|mkr)\b")
def _negative(hit: Hit) -> Slip:
    positive = amount(hit[0].lstrip("- "))
    return hit.slip(
        f"«{hit[0]}» är ett negativt belopp", f"ett belopp är noll eller större: skriv «{positive}»"
    )


@slip(r"(\d[\d \u00a0\u202f]*(?:[.,]\d+)?) ?:-")
def _colon_dash(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[0]}» är inget belopp", f"skriv «{grouped(hit[1])} kr» i stället för «{hit[0]}»")


@slip(r"\b(\d{1,3})[.,](\d{3}) ?(kr|kronor|tkr|mkr)\b")
def _thousands(hit: Hit) -> Slip:
    whole, rest, unit = hit[1], hit[2], hit[3]
    return hit.slip(
        f"«{hit[0]}» kan läsas på två sätt",
        f"tusental skrivs med mellanslag: «{whole} {rest} {unit}»; "
        f"decimaler med komma: «{whole},{rest.rstrip('0') or '0'} {unit}»",
    )


@slip(r"\b(\d+)\.(\d+) ?(kr|tkr|mkr|prisbasbelopp|basbelopp|pbb|bb|inkomstbasbelopp|%|år|månader)")
def _decimal_point(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[1]}.{hit[2]}» har punkt som decimaltecken",
        f"decimaler skrivs med komma: «{hit[1]},{hit[2]} {hit[3]}»",
    )


@slip(r"\b(\d+(?: \d+)+) ?(kr|kronor|tkr|mkr)\b")
def _misgrouped(hit: Hit) -> Slip | None:
    if re.fullmatch(r"\d{1,3}(?: \d{3})+", hit[1]):
        return None
    digits = hit[1].replace(" ", "")
    return hit.slip(
        "tusentalen är fel grupperade", f"skriv «{grouped(digits)} {hit[2]}», om det är det som menas"
    )


@slip(r"\b(\d+) (år|månad(?:er)?|veck(?:a|or)),? ?(?:och )?(\d+) (månad(?:er)?|veck(?:a|or)|dag(?:ar)?)\b")
def _two_units(hit: Hit) -> Slip:
    message = "en tid skrivs i en enda enhet"
    if hit[2] == "år" and hit[4].startswith("månad"):
        return hit.slip(message, f"skriv «{12 * int(hit[1]) + int(hit[3])} månader»")
    if hit[2].startswith("veck") and hit[4].startswith("dag"):
        return hit.slip(message, f"skriv «{7 * int(hit[1]) + int(hit[3])} dagar»")
    return hit.slip(message, "räkna om den till en av dem, till exempel «400 dagar»")


@slip(rf"\b(kr|sek|kronor)\.? ({NUMBER})")
def _currency_first(hit: Hit) -> Slip:
    return hit.slip("valutan står före talet", f"skriv «{grouped(hit[2])} kr»")


@slip(rf"({NUMBER}) ?(procent|sek|kronor|tusen|miljoner|miljon)\b(?: (?:kr|kronor)\b)?")
def _unit_word(hit: Hit) -> Slip:
    unit = _UNITS[hit[2].lower()]
    return hit.slip(f"enheten «{hit[2]}» används inte", f"skriv «{amount(hit[1])} {unit}»")


@slip(rf"({AMOUNT})[, ]*\(?((?:exkl|inkl|exklusive|inklusive|ex|utan|med)\.? moms)\)?")
def _value_added_tax(hit: Hit) -> Slip:
    return hit.slip(
        f"«{hit[2]}» kan inte stå i ett villkor",
        f"skriv «{amount(hit[1])}»",
        "hur beloppet räknas sägs av uppgiftens fråga, en gång för alla",
    )


@slip(
    rf"\b({'|'.join(DIGITS)}) "
    r"((?:arbets|kalender)?dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år|kronor|kr|tkr|mkr|\w*basbelopp|procent)\b"
)
def _spelt_out(hit: Hit) -> Slip:
    unit = _UNITS.get(hit[2].lower(), hit[2])
    return hit.slip("talet är skrivet med bokstäver", f"skriv med siffror: «{DIGITS[hit[1].lower()]} {unit}»")
