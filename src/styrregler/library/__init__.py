"""The library's face: load a rule set, ask it, check a decision. Everything here asks the one engine.

>>> import styrregler
>>> rules = styrregler.load("policies/exempelkommun")
>>> rules.who_decides("direktupphandling", belopp=90_000).deciders[0].title
'Enhetschef'
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.library.faults import QuestionFault, SeveralFigures, SeveralMatters
    from styrregler.library.loading import load
    from styrregler.library.rules import Decision, Rules
else:
    __getattr__ = names_of(
        __name__,
        {
            "faults": "QuestionFault SeveralFigures SeveralMatters",
            "loading": "load",
            "rules": "Decision Rules",
        },
    )

__all__ = [
    "Decision",
    "QuestionFault",
    "Rules",
    "SeveralFigures",
    "SeveralMatters",
    "load",
]
