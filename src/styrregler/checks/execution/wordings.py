"""Wordings in titles that the checks of this family look for. They suggest, and prove nothing."""

import re

ROUTINE = re.compile(
    r"\bavrop|\benligt (?:\w+ ){0,3}(?:taxa|taxan|taxor|avgiftstaxa|prislista)\b|\b(?:efter|enligt) (?:\w+ )?turordning|"
    r"\b(?:betala ut|utbetala|utbetalning|debitera|debitering|fakturera|fakturering)\b.*\benligt\b.*\b(?:beslut|avtal|taxa|taxan|prislista)\b",
    re.IGNORECASE,
)
"""What is done as somebody else has decided: by a tariff, a queue, a framework agreement or a decision already made."""

CHOICE = re.compile(
    r"välj|bedöm|pröva|jämk|nedsätt|sätta ned|avgiftsklass|skälig|undantag|avvik", re.IGNORECASE
)
"""A word that speaks of a choice after all."""
