"""What every format is made from, and what makes a finding the same one in the next run.

In: findings.  Out: their identity, and their message in one piece.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from styrregler.diagnostics import CodePage, Diagnostic, Findings

NOWHERE = "styrregler.toml"
"""The file of a finding that has none: servers want one for each."""


@frozen
class Report:
    """What was found as of ``on``, with the pages of the codes there are.

    ``readable`` is false when the rules could not even be looked for.
    """

    findings: Findings
    pages: Mapping[str, CodePage]
    on: date
    version: str
    readable: bool = True


def identified(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with what identifies it: the same in the next run, wherever in the file its line has moved.

    It is made of the code, the file, the heading that it stands under and the marked text; among several alike, of
    their order too.  Line numbers and messages are left out, as a message may name other lines.
    """
    alike: Counter[tuple[str, ...]] = Counter()
    for each in found:
        marked = each.place.source.text[each.place.start : each.place.end] if each.place else each.message
        parts = (each.code, each.place.path if each.place else "", each.heading, " ".join(marked.split()))
        text = "\0".join((*parts, str(alike[parts])))
        alike[parts] += 1
        yield each, hashlib.sha256(text.encode()).hexdigest()[:32]


def message_of(found: Diagnostic) -> str:
    """The message with its reason and remedy, a line each."""
    lines = [found.message]
    lines += [f"varför: {found.why}"] if found.why else []
    lines += [f"gör så: {found.remedy}"] if found.remedy else []
    lines += [f"prova: {found.command}"] if found.command else []
    return "\n".join(lines)
