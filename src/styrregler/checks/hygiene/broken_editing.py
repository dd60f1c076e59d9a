"""SR806: traces of editing that came to nothing."""

import re
from collections.abc import Iterator

from attrs import evolve

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity

_TRACES = (
    (
        re.compile(r"fel! (?:bokmärket|hittar inte|formatmall|ogiltig|okänt|ingen|det finns inte)[^.\"]*", re.IGNORECASE),
        "ett felmeddelande från Word",
        "skriv numret eller rubriken som hänvisningen gällde",
    ),
    (
        re.compile(r"error! (?:bookmark|reference|no |style|not )[^.\"]*", re.IGNORECASE),
        "ett felmeddelande från Word",
        "skriv numret eller rubriken som hänvisningen gällde",
    ),
    (
        re.compile(r"#(?:REF|REFERENS|NAME|NAMN|VALUE|VÄRDEFEL|N/A|SAKNAS)[!?]?(?!\w)"),
        "ett felmeddelande från Excel",
        "skriv det som skulle ha stått i rutan",
    ),
    (
        re.compile(r"(?:klicka (?:eller tryck )?här för att (?:ange|skriva)|click (?:or tap )?here to enter)[^.\"]*", re.IGNORECASE),
        "en mall som inte är ifylld",
        "skriv det som skulle ha stått där",
    ),
    (
        re.compile(r"(?<![\w-])(?:xx+|yyyy-mm-dd|åååå-mm-dd)(?![\w-])|\?{3,}|_{3,}|\[ *(?:…|\.\.\.|x+)? *\]", re.IGNORECASE),
        "en plats som inte är ifylld",
        "skriv det som skulle ha stått där, eller ta bort texten",
    ),
)  # fmt: skip


@check("SR806", "spår av en redigering som inte blev klar", Severity.WARNING)
def broken_editing(review: Review) -> Iterator[Remark]:
    """Texten har något kvar som inte ska stå i en färdig ordning: ett felmeddelande från Word eller Excel, eller en plats som inte är ifylld.

    Till exempel «Fel! Bokmärket är inte definierat», «#REF!», «xx», «[…]» och «???». Det händer när en ordning klistras
    in från ett dokument med hänvisningar, eller från en mall.

    I ett förslag är det en upplysning: där väntar texten kanske på sitt innehåll.
    """
    for order in review.orders:
        for written in order.texts:
            for trace, what, remedy in _TRACES:
                found = trace.search(written.text)
                if found is None:
                    continue
                shown = written.place.source.text[written.place.start : written.place.end]
                at = written.place.start + max(0, shown.find(found[0]))
                remark = Remark(
                    f"«{found[0].strip()}» är {what}",
                    evolve(written.place, start=at, end=at + len(found[0].rstrip())),
                    why="texten blev inte färdig när ordningen skrevs, och den som läser vet inte vad som gäller",
                    remedy=remedy,
                    heading=" › ".join(filter(None, (order.title, written.where))),
                )
                yield remark.at_most(Severity.INFO) if order.draft else remark
                break
