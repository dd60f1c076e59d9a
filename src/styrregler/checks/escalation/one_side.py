"""SR504: a step with nobody from one of the two sides."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import POLITICS, PROFESSION, paths, side_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity

_WHO = {POLITICS: "en förtroendevald", PROFESSION: "en anställd"}


@check("SR504", "bara den ena sidan är med i steget", Severity.WARNING)
def one_side(review: Review) -> Iterator[Remark]:
    """Ett steg har deltagare bara från politiken eller bara från professionen, fast andra steg har båda.

    En oenighet om vem som bestämmer vad löses av dem som är oeniga. Saknas den ena sidan i ett steg blir det ett beslut över
    huvudet på den, och nästa steg börjar om från början.

    Lägg till någon från den andra sidan: den som har motsvarande ställning, till exempel ordföranden när förvaltningschefen
    är med. Har inget steg båda sidorna är eskaleringen kanske inte menad för dem; det är då en enda upplysning.
    """
    for path in paths(review):
        sides = [{side_of(each, review) for each in stage.parties} - {""} for stage in path.stages]
        both = any(len(each) == 2 for each in sides)
        lonely = [
            (number, stage, {POLITICS, PROFESSION} - side)
            for number, (stage, side) in enumerate(zip(path.stages, sides, strict=True), 1)
            if len(side) == 1
        ]
        for number, stage, missing in lonely if both else lonely[:1]:
            (side,) = missing
            yield Remark(
                f"ingen från {side} är med i steg {number}"
                if both
                else "inget steg har både politik och profession",
                stage.place,
                why="den som inte är med kan inte bli överens",
                remedy=f"lägg till {_WHO[side]} i steget",
                heading=path.title,
                severity=None if both else Severity.INFO,
            )
