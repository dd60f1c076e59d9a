"""A laid-out picture as SVG: black on white, with its title and all that it says in words for those who do not see it.

In: a picture with its layout, or a drawing in parts.  Out: the text of an SVG file, without scripts, links and typefaces.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import hypot
from xml.sax.saxutils import escape, quoteattr

from styrregler.exporters.pictures.graph import Outline, Picture
from styrregler.exporters.pictures.measure import width, wrapped
from styrregler.exporters.pictures.placed import BODY, LEADING, Layout, PlacedArrow, PlacedBox, Point, Written

BORDER = 20.0
TITLE = 18.0
_FONTS = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_NARROWEST = 320.0
_PRINTED = "@media print{svg:root{width:100%;height:100vh}}"
"""A picture printed by itself is as large as the paper allows, and never cut; on a page it is as the page has it."""
INK, SOFT, _FILL = "#000000", "#444444", "#eeeeee"


def picture_svg(picture: Picture, layout: Layout) -> str:
    """``picture`` as SVG."""
    inner = max(layout.width, _NARROWEST)
    heading = wrapped(picture.title, TITLE, inner, strong=True)
    top = BORDER + len(heading) * TITLE * LEADING + 8
    note = wrapped(picture.note, BODY, inner)
    height = top + layout.height + (14 + len(note) * BODY * LEADING if note else 0) + BORDER
    parts = [
        *lines(heading, BORDER, BORDER, TITLE, strong=True),
        f'<g transform="translate({_number(BORDER)} {_number(top)})">',
        *(part for each in layout.boxes for part in _box(each)),
        *(part for each in layout.arrows for part in _arrow(each)),
        "</g>",
        *lines(note, BORDER, top + layout.height + 14, BODY),
    ]
    return document(picture.title, picture.told(), inner + 2 * BORDER, height, parts)


def document(title: str, told: Iterable[str], width: float, height: float, parts: Iterable[str]) -> str:
    """An SVG file of ``parts``; ``told`` is what it shows, in words."""
    body, words = list(parts), list(told)
    # Several pictures may stand on one page: each has names of its own.
    key = sha256("\n".join([title, *words, *body]).encode()).hexdigest()[:8]
    across, down = _number(width), _number(height)
    size = f'width="{across}" height="{down}" viewBox="0 0 {across} {down}"'
    words_of = f'aria-labelledby="titel-{key}" aria-describedby="text-{key}"'
    say = f'lang="sv" xml:lang="sv" role="img" {words_of} font-family="{_FONTS}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {say}>',
            f'<title id="titel-{key}">{_text(title)}</title>',
            f'<desc id="text-{key}">{_text(chr(10).join(words))}</desc>',
            f"<style>{_PRINTED}</style>",
            f'<rect width="{across}" height="{down}" fill="#ffffff"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def lines(texts: Iterable[str], x: float, top: float, size: float, *, strong: bool = False) -> Iterator[str]:
    """Lines of text under each other, from ``top``."""
    for number, text in enumerate(texts):
        yield written(Written(text, x, top + number * size * LEADING + size * 1.1, size, strong))


def written(line: Written) -> str:
    """A line of text."""
    weight = ' font-weight="bold"' if line.strong else ""
    at = f'x="{_number(line.x)}" y="{_number(line.y)}" font-size="{_number(line.size)}"'
    return f'<text {at}{weight} fill="{INK}">{_text(line.text)}</text>'


def rectangle(x: float, y: float, width: float, height: float, attributes: str) -> str:
    """A rectangle; ``attributes`` say how it is drawn."""
    at = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
    return f"<rect {at} {attributes}/>"


def _box(placed: PlacedBox) -> Iterator[str]:
    outline = placed.box.outline
    look = {
        Outline.PLAIN: f'fill="#ffffff" stroke="{INK}"',
        Outline.ROUNDED: f'rx="12" fill="{_FILL}" stroke="{INK}"',
        Outline.DOUBLE: f'fill="#ffffff" stroke="{INK}" stroke-width="2"',
    }[outline]
    yield f"<g data-ruta={quoteattr(_clean(placed.box.name))}>"
    yield rectangle(placed.x, placed.y, placed.width, placed.height, look)
    if outline is Outline.DOUBLE:
        inside = f'fill="none" stroke="{INK}"'
        yield rectangle(placed.x + 4, placed.y + 4, placed.width - 8, placed.height - 8, inside)
    yield from map(written, placed.text)
    yield "</g>"


def _arrow(placed: PlacedArrow) -> Iterator[str]:
    first, *rest = placed.curve
    path = f"M{_pair(first)} C{' '.join(_pair(each) for each in rest)}"
    dashes = ' stroke-dasharray="6 4"' if placed.arrow.weak else ""
    ends = f"{placed.arrow.source} → {placed.arrow.target}"
    yield f"<g data-pil={quoteattr(_clean(ends))}>"
    yield f'<path d="{path}" fill="none" stroke="{SOFT}" stroke-width="1.3"{dashes}/>'
    yield _head(placed.curve[-1], placed.tip)
    if placed.label:
        wide = max(width(each.text, each.size) for each in placed.label)
        top = placed.label[0].y - BODY * 1.1
        yield rectangle(
            placed.label[0].x - 3, top, wide + 6, len(placed.label) * BODY * LEADING, 'fill="#ffffff"'
        )
        yield from map(written, placed.label)
    yield "</g>"


def _head(base: Point, tip: Point) -> str:
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    length = hypot(dx, dy) or 1.0
    side = (-dy / length * 4, dx / length * 4)
    corners = (tip, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1]))
    return f'<polygon points="{" ".join(_pair(each) for each in corners)}" fill="{SOFT}"/>'


def _pair(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    """Without what may not stand in XML."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)
