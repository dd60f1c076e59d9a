"""The library's face: load a rule set, ask it, check a decision. Everything here asks the one engine.

>>> import styrregler
>>> rules = styrregler.load("policies/exempelkommun")
>>> rules.who_decides("direktupphandling", belopp=90_000).deciders[0].title
'Enhetschef'
"""

from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
from styrregler.library.loading import load
from styrregler.library.rules import Decision, Rules

__all__ = [
    "Decision",
    "QuestionFault",
    "Rules",
    "SeveralFigures",
    "SeveralMatters",
    "load",
]
