"""Examples about the interplay: a boundary, an assignment, a channel or an expectation, and the answer that is meant.

In: the blocks ``exempel`` that ask of one.  Out: :class:`InterplayExample`.  Refuses to look for the answer: running it tells.
"""

from styrregler.model import AssignmentWay, Channel, Expectation, InterplayExample
from styrregler.resolve.examples import Reading
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.names import Names
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast

INTERPLAY = {
    "om gräns": frozenset(["svar", "avgörs av", "organ", "datum"]),
    "om uppdragsväg": frozenset(["svar", "organ", "datum"]),
    "om kanal": frozenset(["organ", "datum"]),
    "om förväntan": frozenset(["organ", "datum"]),
}
"""What may be asked, and what else such an example may say."""
ANSWERS = {
    "om gräns": ("vad", "hur", "gråzon", "ingen"),
    "om uppdragsväg": ("tillåten", "otillåten", "motsägelse", "sägs-inte"),
}


def resolve_interplay_example(
    asked: str, scope: Scope, names: Names, vocabulary: Vocabulary, reader: InterplayReader
) -> InterplayExample | None:
    """The example, or None when something in it could not be read (which has been reported)."""
    told = len(scope.reporter.found)
    reading, header, clause = Reading(scope, names, vocabulary), scope.block.header, scope.first(asked)
    question = _asked(clause, scope, reader, reading.text(asked)) if clause else None
    settled = scope.first("avgörs av")
    example = InterplayExample(
        title=header.title.value if header.title else "",
        place=scope.header(),
        asked=question or "",
        meant=_meant(asked, scope),
        settled_by=reading.word("avgörs av") if settled else "",
        body=reading.body("organ"),
        on=reading.day(),
    )
    return example if question and reading.sound and len(scope.reporter.found) == told else None


def _asked(
    clause: ast.Clause, scope: Scope, reader: InterplayReader, text: str
) -> str | AssignmentWay | Channel | Expectation | None:
    place = scope.clause(clause)
    match clause.value:
        case ast.Ways((way, *_)):
            sender, receiver = (reader.who(word, clause, scope) for word in (way.sender, way.receiver))
            return AssignmentWay(sender, receiver, allowed=True, place=place)
        case ast.ChannelLines((line, *_)):
            via = reader.who(line.via, clause, scope) if line.via else ""
            sender, receiver = (reader.who(word, clause, scope) for word in (line.sender, line.receiver))
            return Channel(sender, receiver, place, via, tuple(word.text for word in line.phases))
        case ast.Expectations((each, *_)):
            by = reader.who(each.by, clause, scope) if each.by else ""
            return Expectation(reader.who(each.of, clause, scope), each.text.value, place, by)
        case _:
            return text or None


def _meant(asked: str, scope: Scope) -> str:
    """The answer, one of the words that there are; empty where none is needed, or after a report."""
    allowed = ANSWERS.get(asked)
    if allowed is None:
        return ""
    value = scope.value("svar")
    refs = value.refs if isinstance(value, ast.Answers) else ()
    said = refs[0].name.text if refs and isinstance(refs[0], ast.RoleName) else ""
    if said not in allowed:
        clause = scope.first("svar")
        scope.error(
            "SR406" if clause else "SR109",
            scope.clause(clause) if clause else scope.header(),
            f"«{said}» är inget svar på «{asked}»" if clause else "exempel saknar «svar»",
            f"skriv «svar» och ett av {', '.join(allowed)}",
        )
        return ""
    return said
