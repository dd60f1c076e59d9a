"""Diagnostics: what is wrong, where, why, and what to do about it — as values.

Every stage returns its diagnostics beside its result; nothing is thrown and nothing is printed here.
"""

from styrregler.diagnostics.catalogue import CATALOGUE, CodePage
from styrregler.diagnostics.diagnostic import Diagnostic, Severity, capped

__all__ = ["CATALOGUE", "CodePage", "Diagnostic", "Severity", "capped"]
