"""What keeps a question from being put."""

from collections.abc import Iterable

from styrregler.query.lookup import Found
from styrregler.values import Fault, Quantity


class QuestionFault(ValueError):
    """Something in the question cannot be used: an unknown fact, a wrong unit, an unknown role. ``faults`` say what."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.message}: {fault.remedy}" for fault in self.faults))


class SeveralFigures(QuestionFault):
    """The question gives several figures for the fact ``name``, and which is which must be said."""

    def __init__(self, name: str, figures: tuple[Quantity, ...]) -> None:
        self.name, self.figures = name, figures
        said = " och ".join(map(str, figures))
        remedy = f'ange vilket som gäller: -u "{name}={figures[0]}"'
        super().__init__([Fault(f"frågan har flera värden för {name}: {said}", remedy)])


class SeveralMatters(LookupError):
    """Several matters fit the words; ``candidates`` are they, best first."""

    def __init__(self, text: str, candidates: tuple[Found, ...]) -> None:
        self.text, self.candidates = text, candidates
        names = ", ".join(f"{found.rule.body} {found.rule.label} ({found.order})" for found in candidates)
        super().__init__(
            f"flera ärenden passar på «{text}»: {names}" if candidates else f"inget ärende passar på «{text}»"
        )
