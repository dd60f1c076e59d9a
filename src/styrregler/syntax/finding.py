"""A diagnostic before its block has been placed in a file."""

from attrs import frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place, SourceText, Span


@frozen
class Finding:
    """What is wrong, at a span that counts from the start of the block."""

    code: str
    span: Span
    message: str
    remedy: str = ""
    why: str = ""
    label: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Span, str], ...] = ()

    def placed(self, source: SourceText, start: int, heading: str = "") -> Diagnostic:
        """As a diagnostic, in a block that begins at ``start`` in ``source``."""

        def place(span: Span) -> Place:
            return Place(source, start + span.start, start + span.end)

        return Diagnostic(
            self.code,
            self.severity,
            self.message,
            place(self.span),
            self.label,
            self.why,
            self.remedy,
            heading,
            tuple((place(span), label) for span, label in self.related),
        )
