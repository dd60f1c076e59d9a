"""Pictures of anything: every box and arrow of the rules is there once, in its place, whichever words stand in them.

Random municipalities, ways and plans say what must be drawn; what is drawn is read back from the SVG file and from the
Mermaid text. Random boxes and arrows, with the worst of titles, say that nothing overlaps and that no title breaks a format.
"""

import re
from collections import Counter
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrregler.exporters.pictures.drawing import Format, drawn
from styrregler.exporters.pictures.graph import Arrow, Box, Outline, Picture
from styrregler.exporters.pictures.layout import laid_out
from styrregler.exporters.pictures.mermaid import picture_mermaid, timetable_mermaid
from styrregler.exporters.pictures.svg import picture_svg
from styrregler.exporters.pictures.timetable import Entry, Look, Part, Timetable
from styrregler.exporters.pictures.timetable_svg import timetable_svg
from styrregler.library import Rules
from tests import kit

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 3, 2)
slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

HOSTILE = (
    *'"[]{}()|`#&<>;:%\\/$',
    *(
        "#35;",
        "&amp;",
        "<b>",
        "</b>",
        "<br>",
        "<script>alert(1)</script>",
        "%%{init: {}}%%",
        "%% x",
        "---\ntitle: x",
    ),
    *(
        "end",
        "subgraph",
        "click",
        "gantt",
        "section",
        "title",
        "direction LR",
        "2026-01-01",
        "5% x",
        "fa:fa-car",
    ),
    *(
        "$$x$$",
        "-->",
        "]]>",
        "😀",
        "👩‍👩‍👧",
        "\u202e",
        "\x00",
        "\n",
        "å",
        "samhällsbyggnadsförvaltningens",
        "1. x",
    ),
)
words = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map(" ".join),
    st.text(st.characters(codec="utf-8"), max_size=60),
)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    count = draw(st.integers(1, 14))
    boxes = tuple(
        Box(f"b{n}", draw(words), tuple(draw(st.lists(words, max_size=2))), draw(st.sampled_from(Outline)))
        for n in range(count)
    )
    ends = st.integers(0, count - 1).map("b{}".format)
    across = draw(st.booleans())
    arrows = draw(
        st.lists(
            st.builds(
                Arrow, ends, ends, st.just("") if across else st.one_of(st.just(""), words), st.booleans()
            ),
            max_size=18,
            unique_by=lambda each: (each.source, each.target),
        )
    )
    return Picture(draw(words), draw(words), boxes, tuple(arrows), across, draw(st.booleans()), draw(words))


def in_svg(svg: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The names of boxes, and the ends of arrows, that an SVG file has."""
    groups = list(ET.fromstring(svg).iter(f"{SVG}g"))
    boxes = Counter(name for each in groups if (name := each.get("data-ruta")) is not None)
    arrows: Counter[tuple[str, str]] = Counter()
    for each in groups:
        if (ends := each.get("data-pil")) is not None:
            assert len(each.findall(f"{SVG}path")) == len(each.findall(f"{SVG}polygon")) == 1
            source, target = ends.split(" → ")
            arrows[source, target] += 1
    return boxes, arrows


def in_mermaid(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The keys of boxes, and the ends of arrows, in a flow chart; every line is one of them, or one of the head."""
    kind, title, summary, *lines = text.splitlines()
    assert kind in ("flowchart TB", "flowchart LR")
    assert re.fullmatch(r"    accTitle: \S.*", title) and re.fullmatch(r"    accDescr: \S.*", summary)
    assert not set("#;{}") & set(title + summary)
    boxes: Counter[str] = Counter()
    arrows: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if found := re.fullmatch(r'    (r\d+)(?:\[\[|\[|\()"<b>(.*)</b>(.*)"(?:\]\]|\]|\))', line):
            boxes[found[1]] += 1
            shown = [found[2], *found[3].removeprefix("<br>").split("<br>")]
        else:
            found = re.fullmatch(r'    (r\d+) (?:-->|-\.->)(?:\|"(.*)"\|)? (r\d+)', line)
            assert found, line
            arrows[found[1], found[3]] += 1
            shown = [found[2] or ""]
        for each in shown:
            assert not set('"<>[]{}|`\\$') & set(each), line
            assert not re.search(r"#(?!\d+;)|(?<!#\d)(?<!\d);|direction\s+(TB|BT|LR|RL|TD)|:fa-", each), line
    return boxes, arrows


def sides(one: tuple[float, float, float, float], point: tuple[float, float]) -> float:
    """How far a point is from the border of a box."""
    left, top, right, bottom = one
    x, y = point
    outside = max(left - x, 0, x - right), max(top - y, 0, y - bottom)
    if any(outside):
        return max(outside)
    return min(x - left, right - x, y - top, bottom - y)


# ---------- any picture


@slowly
@given(pictures())
def test_every_box_and_arrow_is_in_both_formats_once(picture: Picture) -> None:
    boxes, arrows = in_svg(picture_svg(picture, laid_out(picture)))
    assert boxes == Counter(each.name for each in picture.boxes)
    assert arrows == Counter((each.source, each.target) for each in picture.arrows)
    keys = {each.name: f"r{number}" for number, each in enumerate(picture.boxes, 1)}
    boxes, arrows = in_mermaid(picture_mermaid(picture))
    assert boxes == Counter(keys.values())
    assert arrows == Counter((keys[each.source], keys[each.target]) for each in picture.arrows)


@slowly
@given(pictures())
def test_boxes_do_not_overlap_and_arrows_meet_their_boxes(picture: Picture) -> None:
    layout = laid_out(picture)
    areas = {
        each.box.name: (each.x, each.y, each.x + each.width, each.y + each.height) for each in layout.boxes
    }
    for one, other in combinations(areas.values(), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for left, top, right, bottom in areas.values():
        assert left >= -1 and right <= layout.width + 1 and top >= -1 and bottom <= layout.height + 1
    for arrow in layout.arrows:
        assert sides(areas[arrow.arrow.source], arrow.curve[0]) < 3
        assert sides(areas[arrow.arrow.target], arrow.tip) < 3


@st.composite
def plans(draw: st.DrawFn) -> Timetable:
    days = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
    entries = st.builds(Entry, words, words, days, days, st.sampled_from(Look))
    parts = st.builds(Part, words, st.lists(entries, min_size=1, max_size=4).map(tuple))
    return Timetable(draw(words), draw(words), tuple(draw(st.lists(parts, min_size=1, max_size=4))), DAY)


@slowly
@given(plans())
def test_every_row_of_a_plan_is_in_both_formats_once(plan: Timetable) -> None:
    root = ET.fromstring(timetable_svg(plan))
    assert sum(each.get("data-rad") is not None for each in root.iter(f"{SVG}g")) == len(plan.entries)
    lines = timetable_mermaid(plan).splitlines()
    dated = [each for each in plan.entries if each.first or each.last]
    rows = [line for line in lines[6:] if not line.startswith("    section ")]
    assert len(rows) == len(dated)
    for line in rows:
        assert re.fullmatch(
            r"    (\u2060|[^\W\d_])[^:#;{}]* :(done, |crit, )?(milestone, )?\d{4}-\d\d-\d\d, (\d{4}-\d\d-\d\d|0d)",
            line,
        ), line
        assert not re.match(r"    (gantt|click|section|title|includes|excludes|call|href)\b", line)


# ---------- pictures of rules


def both(text: str, what: str, name: str = "") -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """What the picture of some rules has, by the names in the SVG file; the Mermaid text has as many of each."""
    rules: Rules = kit.sound(kit.rules(text, organisation=""))
    boxes, arrows = in_svg(drawn(rules.index, what, name, DAY, Format.SVG))
    written, pointing = in_mermaid(drawn(rules.index, what, name, DAY, Format.MERMAID))
    assert (len(written), pointing.total()) == (len(boxes), arrows.total())
    return boxes, arrows


@slowly
@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=25))
def test_the_organisation_has_every_body_and_what_it_belongs_to(units: list[tuple[int, bool]]) -> None:
    text, expected = 'fullmäktige kf "Kommunfullmäktige"\nnämnd n0 "Nämnd"\n', [("kf", "n0")]
    names = ["kf", "n0"]
    for number, (above, board) in enumerate(units):
        if board:
            name, parent = f"nämnd-{number}", "kf"
            text += f'nämnd {name} "Nämnd {number}"\n'
        else:
            name, parent = f"enhet-{number}", names[1:][above % (len(names) - 1)]
            text += f'enhet {name} "Enhet {number}"\n    tillhör {parent}\n'
        names.append(name)
        expected.append((parent, name))
    boxes, arrows = both(text, "organisation")
    assert boxes == Counter(names)
    assert arrows == Counter(expected)


@slowly
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 9), max_size=2, unique=True),
            st.lists(st.integers(0, 9), max_size=2, unique=True),
        ),
        min_size=1,
        max_size=10,
    )
)
def test_a_way_of_a_case_has_every_phase_and_every_way_on_and_back(
    phases: list[tuple[list[int], list[int]]],
) -> None:
    text = 'nämnd n0 "Nämnd"\nuppgift brådska "?"\n    svar ja, nej\nuppgift fara "?"\n    svar ja, nej\n'
    text += 'ärendegång väg "Väg"\n    omfattar n0\n    slut avskrivet "Avskrivs"\n'
    expected, last = [("/början", "f0")], len(phases)
    for number, (onward, back) in enumerate(phases):
        text += f'    fas f{number} "Fas {number}"\n        ansvarig nämnden\n'
        for each in back:
            text += f'        åter till f{each % last} "när så är {each}"\n'
            expected.append((f"f{number}", f"f{each % last}"))
        further = [f"f{number + 1}" if number + 1 < last else "slut"]
        further += [f"f{each}" if each < last else "avskrivet" for each in onward]
        cases = ["annars", "när brådska", "när fara"]
        text += (
            "        nästa "
            + "\n              ".join(
                f"{to} {case}"
                for to, case in zip(
                    further[1:] + further[:1], cases[1 : len(further)] + cases[:1], strict=True
                )
            ).removesuffix(" annars" if len(further) == 1 else "")
            + "\n"
        )
        expected += [(f"f{number}", to) for to in further]
    boxes, arrows = both(text, "arendegang", "väg")
    ends = {to for _, to in expected} - {f"f{number}" for number in range(last)}
    assert boxes == Counter(["/början", *(f"f{number}" for number in range(last)), *ends])
    assert arrows == Counter(expected)


@slowly
@given(st.lists(st.integers(1, 7), min_size=1, max_size=6))
def test_escalations_have_every_step_and_who_settles(steps: list[int]) -> None:
    text = 'nämnd n0 "Nämnd"\nroll chef "Chef"\n    slag anställd\n'
    names, expected = [], []
    for number, count in enumerate(steps):
        text += f'eskalering e{number} "Oenighet {number}"\n    omfattar n0\n    steg '
        text += "\n         ".join(f"chef inom {each + 1} arbetsdagar" for each in range(count))
        text += "\n    avgörs av n0\n"
        way = [f"e{number}", *(f"e{number}/{each + 1}" for each in range(count)), f"e{number}/avgörs"]
        names += way
        expected += list(pairwise(way))
    boxes, arrows = both(text, "eskalering")
    assert boxes == Counter(names)
    assert arrows == Counter(expected)


@slowly
@given(st.lists(st.lists(st.integers(0, 8), min_size=1, max_size=3, unique=True), min_size=1, max_size=12))
def test_delegation_has_everybody_who_decides_with_every_point(points: list[list[int]]) -> None:
    text = 'nämnd n0 "Nämnd"\n' + "".join(f'roll r{n} "Roll {n}"\n    slag anställd\n' for n in range(9))
    text += 'delegationsordning n0 "Ordning"\n    gäller från 2026-01-01\n'
    for number, deciders in enumerate(points, 1):
        cases = [f"när belopp högst {each + 1} 000 kr" for each in range(len(deciders))]
        rows = [f"r{who} {case}" for who, case in zip(deciders, cases, strict=True)]
        text += (
            f'punkt {number} "Ärende {number}"\n    delegat '
            + "\n            ".join([*rows, "nämnden annars"])
            + "\n"
        )
    boxes, arrows = both(text, "delegation", "n0")
    who = {each for deciders in points for each in deciders}
    assert boxes == Counter(["n0", *(f"n0/r{each}" for each in who)])
    assert arrows == Counter(("n0", f"n0/r{each}") for each in who)
    told = drawn(kit.rules(text, organisation="").index, "delegation", "n0", DAY, Format.MERMAID)
    for each in who:
        box = next(line for line in told.splitlines() if f"<b>Roll {each}</b>" in line)
        assert set(map(int, re.findall(r"• (\d+) Ärende", box))) == {
            number for number, deciders in enumerate(points, 1) if each in deciders
        }
