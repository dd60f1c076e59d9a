"""The last resort: what could have stood where the parser stopped."""

import re
from collections.abc import Iterable

from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips.slip import Slip, tidy
from styrregler.text import Span

# In the order they are named: what a person would write first stands first.
_TERMINALS = {
    "NAME": "ett namn", "STRING": "text inom citattecken", "DATE": "ett datum (2025-07-01)", "MONEY": "ett belopp (5 000 kr)",
    "DURATION": "en tid (4 år)", "NUMBER": "ett tal", "YEAR": "ett årtal (2026)", "POINTNO": "ett punktnummer (4.2)",
    "LAWREF": "ett lagrum (6 kap. 38 § KL)", "SFS": "ett SFS-nummer (2017:725)", "EUNO": "EU-aktens nummer (2016/679)", "SECTION": "en paragraf (§ 88)",
    "LIMIT": "högst, minst, över eller under", "NÄR": "«när»", "ANNARS": "«annars»", "ELLER": "«eller»", "OCH": "«och»",
    "INTE": "«inte»", "AR": "«är»", "FRAN": "«från»", "TILL": "«till»", "AV": "«av»", "GENOM": "«genom»", "INOM": "«inom»",
    "FORE": "«före»", "EFTER": "«efter»", "ENLIGT": "«enligt»", "DÄREFTER": "«därefter»",
}  # fmt: skip
_MOST = 5
"""More alternatives than these say nothing."""


def expected(text: str, bare: str, stop: Stopped, keyword: str) -> Slip:
    """What stands there and cannot, what could, and a right example."""
    example = EXAMPLES.get(keyword, "")
    remedy = f"så här: «{example}»" if example else ""
    names = _swedish(stop.expected)
    wanted = f"; här kan stå {names}" if names else ""
    whole = text.rstrip()
    if stop.at >= len(bare.rstrip()):
        return Slip(
            Span(max(0, len(whole) - 1), len(whole)), f"«{keyword}» är inte färdigskriven{wanted}", remedy
        )
    if _on_new_line(bare, stop.at):
        if "COMMA" in stop.expected:
            return _comma_missing(text, stop.at)
        return _new_line(text, stop.at, keyword, remedy)
    match = re.compile(r"\S+").match(text, stop.at)
    found = match[0] if match else text[stop.at : stop.at + 1]
    return Slip(
        Span(stop.at, stop.at + len(found)), f"«{found}» kan inte stå här i «{keyword}»{wanted}", remedy
    )


def _on_new_line(bare: str, at: int) -> bool:
    """Whether ``at`` is a line feed, or the first word of a line that is not the first."""
    return "\n" in bare[: at + 1] and not bare[bare.rfind("\n", 0, at + 1) + 1 : at].strip()


def _comma_missing(text: str, at: int) -> Slip:
    """A list that goes on below without a comma."""
    end = text.rindex("\n", 0, at + 1)
    above, below = text[text.rfind("\n", 0, end) + 1 : end], text[end:].strip().split("\n")[0]
    start = end - len(above) + len(above.rstrip())
    return Slip(
        Span(start - 1, start), "komma saknas i slutet av raden", f"skriv «{tidy(above)}, {tidy(below)}»"
    )


def _new_line(text: str, at: int, keyword: str, remedy: str) -> Slip:
    """A line below that does not continue the clause."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    end = text.find("\n", start)
    return Slip(
        Span(start, end if end >= 0 else len(text)),
        f"«{keyword}» kan inte fortsätta på en ny rad så här",
        f"skriv allt på samma rad, eller dra in raden fyra steg om den är en egen sats; {remedy}".rstrip(
            "; "
        ),
    )


def _swedish(terminals: Iterable[str]) -> str:
    known = set(terminals)
    words = [word for name, word in _TERMINALS.items() if name in known]
    if not words or len(words) > _MOST:
        return ""
    return " eller ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
