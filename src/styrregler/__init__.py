"""styrregler: governance rules as plain text for Swedish municipalities.

``load`` a folder of rules and ask it who decides. Names are imported when first used, so that `import styrregler` costs
nothing.
"""

from typing import TYPE_CHECKING, Any

from styrregler.version import __version__

if TYPE_CHECKING:
    from styrregler.library import Decision, QuestionFault, Rules, SeveralMatters, load
    from styrregler.query import (
        Answer,
        CaseAnswer,
        CheckResult,
        EscalationAnswer,
        Outcome,
        UnreadableRules,
        Verdict,
    )
    from styrregler.render.case import case_data
    from styrregler.render.data import answer_data, check_data
    from styrregler.render.escalation import escalation_data
    from styrregler.workspace import FolderProblem

_HOME = {
    **dict.fromkeys(("Decision", "QuestionFault", "Rules", "SeveralMatters", "load"), "styrregler.library"),
    **dict.fromkeys(
        ("Answer", "CaseAnswer", "CheckResult", "EscalationAnswer", "Outcome", "UnreadableRules", "Verdict"),
        "styrregler.query",
    ),
    **dict.fromkeys(("answer_data", "check_data"), "styrregler.render.data"),
    "case_data": "styrregler.render.case",
    "escalation_data": "styrregler.render.escalation",
    "FolderProblem": "styrregler.workspace",
}

__all__ = [
    "Answer",
    "CaseAnswer",
    "CheckResult",
    "Decision",
    "EscalationAnswer",
    "FolderProblem",
    "Outcome",
    "QuestionFault",
    "Rules",
    "SeveralMatters",
    "UnreadableRules",
    "Verdict",
    "__version__",
    "answer_data",
    "case_data",
    "check_data",
    "escalation_data",
    "load",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'styrregler' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
