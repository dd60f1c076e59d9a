"""Numbers the Swedish way: a space between thousands, a comma before decimals."""

import re
from decimal import Decimal

from styrregler.values.fault import Fault

# Three decimals may be thousands in disguise («5,000»), except after a zero.
_WELL_FORMED = re.compile(r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(?!\d{3}$)\d+)?|0,\d+")


def parse_number(text: str) -> Decimal | Fault:
    """Read «5 000» or «2,5». Never guesses whether «2.500» meant thousands or decimals."""
    if _WELL_FORMED.fullmatch(text):
        return Decimal(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))
    if re.fullmatch(r"-\s*\d.*", text):
        return Fault(f"«{text}» är negativt", "skriv ett tal som är noll eller större")
    if match := re.fullmatch(r"(\d{1,3})[.,](\d{3})", text):
        whole, rest = match.groups()
        return Fault(
            f"«{text}» kan läsas på två sätt",
            f"skriv «{whole} {rest}» för tusental, eller «{whole},{rest.rstrip('0') or '0'}» för decimaler",
        )
    if "." in text:
        return Fault(
            f"«{text}» har punkt som decimaltecken", f"decimaler skrivs med komma: «{text.replace('.', ',')}»"
        )
    return Fault(f"«{text}» är inget tal", "skriv till exempel «5 000» eller «2,5»")


def format_number(number: Decimal) -> str:
    """«1234567.5» as «1 234 567,5»: plain spaces, no trailing zeros but one that keeps «1,2340» from reading as 1 234."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
        whole, _, decimals = text.partition(".")
        if len(decimals) == 3 and whole != "0":
            text += "0"
    return text.replace(",", " ").replace(".", ",")
