"""Diagnostics: what is wrong, where, why, and what to do about it — as values.

Every stage returns its diagnostics beside its result; nothing is thrown and nothing is printed here.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.diagnostics.catalogue import CATALOGUE, CodePage
    from styrregler.diagnostics.diagnostic import Diagnostic, Severity, capped
    from styrregler.diagnostics.sift import Codes, Findings, Suppressed
    from styrregler.diagnostics.suppression import Setting, Settings, Suppression
else:
    __getattr__ = names_of(
        __name__,
        {
            "catalogue": "CATALOGUE CodePage",
            "diagnostic": "Diagnostic Severity capped",
            "sift": "Codes Findings Suppressed",
            "suppression": "Setting Settings Suppression",
        },
    )

__all__ = [
    "CATALOGUE",
    "CodePage",
    "Codes",
    "Diagnostic",
    "Findings",
    "Setting",
    "Settings",
    "Severity",
    "Suppressed",
    "Suppression",
    "capped",
]
