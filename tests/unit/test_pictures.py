"""Pictures: nothing overlaps, every text fits in its box, what is drawn is also said, and no title breaks the format."""

import re
import sys
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.pictures.drawing import MOST, PICTURES, Format, drawn
from styrregler.exporters.pictures.graph import Arrow, Box, Picture
from styrregler.exporters.pictures.layout import laid_out
from styrregler.exporters.pictures.measure import width, wrapped
from styrregler.exporters.pictures.mermaid import picture_mermaid, timetable_mermaid
from styrregler.exporters.pictures.paper import fits
from styrregler.exporters.pictures.placed import PlacedArrow, PlacedBox
from styrregler.exporters.pictures.svg import picture_svg
from styrregler.exporters.pictures.timetable import Entry, Look, Part, Timetable
from styrregler.exporters.pictures.timetable_svg import timetable_svg
from styrregler.library import QuestionFault, Rules, load
from tests import kit

SVG = "{http://www.w3.org/2000/svg}"
WORDS = (
    "Enheten",
    "för",
    "samhällsbyggnads- och miljötillsynsverksamhet",
    "vård",
    "och",
    "Ö",
    "gymnasieskolans introduktionsprogram",
    "Wiberg & Ågren <drift>",
)
DAY = kit.DAY
EXAMPLE = load(kit.POLICIES / "exempelkommun")


def title(number: int) -> str:
    """Titles from one word to several lines."""
    return " ".join(WORDS[(number + each) % len(WORDS)] for each in range(1 + number % 6)) + f" {number}"


def organisation(count: int) -> str:
    units = [
        f'enhet e{n} "{title(n)}"\n    tillhör           {f"e{(n - 1) // 3}" if n else "nämnden-n"}'
        for n in range(count - 2)
    ]
    return "\n".join(['fullmäktige kf "Kommunfullmäktige"', 'nämnd nämnden-n "Nämnden"', *units])


def delegation(count: int) -> str:
    roles = [f'roll r{n} "{title(n)}"\n    slag              anställd' for n in range(count - 1)]
    head = 'nämnd nämnden-n "Nämnden"\ndelegationsordning nämnden-n "Ordningen"\n    gäller            från 2026-01-01'
    points = [
        f'punkt {n + 1} "{title(n + 3)}"\n    delegat           r{n}   när belopp högst {n + 1} 000 kr\n'
        f"                      r{(n + 1) % (count - 1)}   annars"
        for n in range(count - 1)
    ]
    return "\n".join([*roles, head, *points])


def escalation(count: int) -> str:
    roles = [f'roll r{n} "{title(n)}"\n    slag              anställd' for n in range(count - 2)]
    steps = [
        f"{'    steg              ' if not n else '                      '}r{n}   inom {n + 1} arbetsdagar"
        for n in range(count - 2)
    ]
    path = [
        'eskalering oenighet "Oenighet"',
        "    omfattar          nämnden-n",
        *steps,
        "    avgörs av         nämnden-n",
    ]
    return "\n".join(['nämnd nämnden-n "Nämnden"', *roles, *path])


def way_of_case(count: int) -> str:
    """Phases with ways back and short cuts; the way itself and its end are two of the boxes."""
    last = count - 3
    phases = []
    for n in range(count - 2):
        back = [f'        åter till         f{n - 1} "{title(n)}"'] if n % 4 == 2 else []
        if n % 5 == 1 and n + 2 <= last:
            onward = [
                f"        nästa             f{n + 2}   när brådska",
                f"                          f{n + 1}   annars",
            ]
        else:
            onward = [f"        nästa             {f'f{n + 1}' if n < last else 'slut'}"]
        head = [
            f'    fas f{n} "{title(n)}"',
            "        ansvarig          nämnden",
            f"        inom              {n + 1} arbetsdagar",
        ]
        phases += [*head, *back, *onward]
    fact = 'uppgift brådska "Brådskar det?"\n    svar              ja, nej'
    return "\n".join(
        [
            'nämnd nämnden-n "Nämnden"',
            fact,
            'ärendegång vägen "Vägen"',
            "    omfattar          nämnden-n",
            *phases,
        ]
    )


MADE = {
    "organisation": (organisation, ""),
    "arendegang": (way_of_case, "vägen"),
    "delegation": (delegation, "nämnden-n"),
    "eskalering": (escalation, "oenighet"),
}


def made(what: str, count: int) -> tuple[Picture, Rules]:
    text, name = MADE[what]
    rules = kit.sound(kit.rules(text(count), organisation=""))
    picture = PICTURES[what](rules.index, name, DAY)
    assert isinstance(picture, Picture)
    return picture, rules


@frozen
class Area:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def area(box: PlacedBox) -> Area:
    return Area(box.x, box.y, box.x + box.width, box.y + box.height)


def along(arrow: PlacedArrow) -> list[tuple[float, float]]:
    """Points on the curve of an arrow."""
    found = []
    for start in range(0, len(arrow.curve) - 1, 3):
        four = arrow.curve[start : start + 4]
        for part in range(21):
            t = part / 20
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            found.append(
                tuple(sum(w * point[axis] for w, point in zip(weights, four, strict=True)) for axis in (0, 1))
            )
    return found


# ---------- measures


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("what", MADE)
def test_no_two_boxes_overlap_and_no_arrow_crosses_one(what: str, count: int) -> None:
    picture, _ = made(what, count)
    assert len(picture.boxes) == count
    layout = laid_out(picture)
    areas = {each.box.name: area(each) for each in layout.boxes}
    names = list(areas)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            assert not areas[one].meets(areas[other]), (one, other)
    for arrow in layout.arrows:
        others = [areas[name] for name in names if name not in (arrow.arrow.source, arrow.arrow.target)]
        for x, y in along(arrow):
            assert not any(each.meets(Area(x, y, x, y)) for each in others), arrow.arrow
    labels = [
        Area(
            each.label[0].x,
            each.label[0].y - each.label[0].size,
            each.label[0].x + max(width(line.text, line.size) for line in each.label),
            each.label[-1].y,
        )
        for each in layout.arrows
        if each.label
    ]
    assert not any(label.meets(box) for label in labels for box in areas.values())
    assert not any(one.meets(other) for at, one in enumerate(labels) for other in labels[at + 1 :])


def of_sixty(ways: list[tuple[int, int]], *, across: bool = False) -> Picture:
    """Boxes of ordinary size."""
    lines = ("ansvarig: Enhetschef, hemtjänst", "tid: inom 5 arbetsdagar")
    boxes = tuple(Box(str(n), f"Yttrande inhämtas från nämnd {n}", lines) for n in range(60))
    return Picture("T", "S", boxes, tuple(Arrow(str(a), str(b)) for a, b in ways), across)


CHAIN = [(n, n + 1) for n in range(59)]


@pytest.mark.parametrize(
    "picture",
    [
        of_sixty(CHAIN),
        of_sixty([*CHAIN, *((n, n - 3) for n in range(5, 60, 7)), *((n, n + 3) for n in range(2, 50, 9))]),
        of_sixty([each for each in CHAIN if each[1] % 5]),
        of_sixty([(0, n) for n in range(1, 60)], across=True),
        of_sixty([((n - 1) // 6, n) for n in range(1, 60)], across=True),
        of_sixty([each for each in CHAIN if each[1] % 2], across=True),
        of_sixty([]),
    ],
    ids=["chain", "chain with ways back", "short chains", "star", "tree", "pairs", "no arrows"],
)
def test_sixty_boxes_can_be_read_on_a_sheet_of_paper(picture: Picture) -> None:
    layout = laid_out(picture)
    letters = 9 * fits((layout.width, layout.height))  # 12 pixels are 9 points
    assert letters * 2**0.5 >= 4.5  # on an A3


def test_columns_are_read_from_the_left() -> None:
    layout = laid_out(of_sixty(CHAIN))
    tops = sorted((box for box in layout.boxes if box.y < 40), key=lambda box: box.x)
    assert len(tops) >= 4
    assert [int(box.box.name) for box in tops] == sorted(int(box.box.name) for box in tops)


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("what", MADE)
def test_every_text_fits_in_its_box(what: str, count: int) -> None:
    picture, rules = made(what, count)
    svg = drawn(rules.index, what, MADE[what][1], DAY, Format.SVG)
    root = ET.fromstring(svg)
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-ruta")]
    assert len(groups) == count
    for group in groups:
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        left, top = float(rect.get("x", "")), float(rect.get("y", ""))
        right, bottom = left + float(rect.get("width", "")), top + float(rect.get("height", ""))
        baselines = [top]
        for text in group.iter(f"{SVG}text"):
            size, x = float(text.get("font-size", "")), float(text.get("x", ""))
            strong = text.get("font-weight") == "bold"
            assert left + 8 <= x
            assert x + width(text.text or "", size, strong=strong) <= right - 8
            baselines.append(float(text.get("y", "")))
            assert baselines[-1] - baselines[-2] >= size
        assert baselines[-1] + 8 <= bottom
    across, down = float(root.get("width", "")), float(root.get("height", ""))
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("x", "")) < across
        assert float(text.get("y", "")) < down
    shown = " ".join(" ".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for box in picture.boxes:
        for word in box.heading.split():
            assert word in shown or "-" in word


@given(st.text(max_size=80), st.booleans())
def test_lines_fit_and_keep_every_word(text: str, strong: bool) -> None:
    lines = wrapped(text, 12, 120, strong=strong)
    assert all(width(line, 12, strong=strong) <= 120.001 for line in lines)
    kept = "".join("".join(lines).split()).replace("-", "")
    assert kept == "".join(text.split()).replace("-", "")


def test_a_figure_is_not_cut() -> None:
    lines = wrapped("Köpa mark, när belopp högst 1 500 000 kr enligt 12 kap. 4 §", 12, 130)
    assert any("1 500 000 kr" in line for line in lines)


def test_a_long_word_is_cut_at_its_hyphen_or_with_one() -> None:
    assert wrapped("samhällsbyggnads-förvaltningen", 12, 150)[0] == "samhällsbyggnads-"
    assert all(line.endswith("-") for line in wrapped("a" * 60, 12, 100)[:-1])


# ---------- what is said


@pytest.mark.parametrize("what", MADE)
def test_what_is_drawn_is_also_said_and_nothing_is_told_by_colour(what: str) -> None:
    picture, rules = made(what, 60)
    svg = drawn(rules.index, what, MADE[what][1], DAY, Format.SVG)
    root = ET.fromstring(svg)
    assert (root.get("role"), root.get("lang")) == ("img", "sv")
    named, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert named is not None and told is not None
    assert root.get("aria-labelledby") == named.get("id")
    assert root.get("aria-describedby") == told.get("id")
    assert named.text == picture.title
    for box in picture.boxes:
        assert box.heading in (told.text or "")
    assert "<script" not in svg and "href" not in svg and "url(" not in svg
    assert re.findall("<style>(.*)</style>", svg) == ["@media print{svg:root{width:100%;height:100vh}}"]
    for colour in re.findall(r"#([0-9a-f]{6})\b", svg):
        assert colour[:2] == colour[2:4] == colour[4:]


def test_a_word_is_cut_as_swedes_cut_it() -> None:
    assert wrapped("miljötillsynsverksamheten", 12, 150) == ("miljötillsyns-", "verksamheten")
    assert wrapped("kommunstyrelsens", 12, 110) == ("kommunstyrel-", "sens")


def test_two_pictures_on_a_page_have_names_of_their_own() -> None:
    one, other = (Picture("Bild", "Om den.", (Box("a", name),)) for name in ("A", "B"))
    ids = [re.findall(r'id="(.+?)"', picture_svg(each, laid_out(each))) for each in (one, other)]
    assert not set(ids[0]) & set(ids[1])
    assert picture_svg(one, laid_out(one)) == picture_svg(one, laid_out(one))


def test_mermaid_takes_no_sign_of_a_title_for_its_own() -> None:
    odd = 'A "B" <b>C</b> [D] {E} |F| `G` #H; & 1. I'
    picture = Picture(odd, odd, (Box("x", odd, (odd,)), Box("end", "x")), (Arrow("x", "end", odd),))
    head, named, told, *lines = picture_mermaid(picture).splitlines()
    assert head == "flowchart TB"
    assert "#" not in named + told and ";" not in named + told
    for line in lines:
        assert line.count('"') in (2, 0)
        inside = line.split('"')[1]
        assert not re.search(r"[`\[\]{}|]|<(?!/?b>|br>)|#(?!\d+;)", inside)
    assert lines[-1].startswith('    r1 -->|"A ')


def test_the_same_rules_give_the_same_boxes_and_arrows_in_both_formats() -> None:
    picture, _ = made("organisation", 60)
    lines = picture_mermaid(picture).splitlines()
    assert sum("-->" in line or "-.->" in line for line in lines) == len(picture.arrows)
    assert len(laid_out(picture).arrows) == len(picture.arrows) == 59
    assert all(one.startswith("    ") for one, _ in pairwise(lines[1:]))


# ---------- plans


def plan(count: int) -> Timetable:
    """Entries of every kind, over some years."""
    entries = []
    for n in range(count):
        first = date(2026, 1, 12) + timedelta(17 * n)
        days = ((first, first), (first, first + timedelta(40)), (None, first), (first, None), (None, None))[
            n % 5
        ]
        entries.append(Entry(title(n), f"tiden {n} enligt beslut, kommande", *days, tuple(Look)[n % 3]))
    return Timetable(
        "Tidplan", "Planen.", (Part("", tuple(entries[:2])), Part(title(5), tuple(entries[2:]))), DAY
    )


@pytest.mark.parametrize("count", [3, 60])
def test_the_rows_of_a_plan_do_not_overlap_and_their_texts_fit(count: int) -> None:
    root = ET.fromstring(timetable_svg(plan(count)))
    across, down = float(root.get("width", "")), float(root.get("height", ""))
    rows = [group for group in root.iter(f"{SVG}g") if group.get("data-rad") is not None]
    assert len(rows) == count
    bottom = 0.0
    for row in rows:
        frame, *bars = row.findall(f"{SVG}rect")
        left, top = float(frame.get("x", "")), float(frame.get("y", ""))
        assert top >= bottom - 0.05  # as written, to a tenth
        bottom = top + float(frame.get("height", ""))
        columns: dict[float, list[float]] = {}
        for text in row.iter(f"{SVG}text"):
            size, x = float(text.get("font-size", "")), float(text.get("x", ""))
            assert left <= x
            strong = text.get("font-weight") == "bold"
            column = columns.setdefault(x, [top])
            assert x + width(text.text or "", size, strong=strong) <= left + (320 if strong else 620)
            column.append(float(text.get("y", "")))
            assert column[-1] - column[-2] >= size
            assert column[-1] + 4 <= bottom
        assert len(columns) == 2 and max(columns) - min(columns) >= 300
        for bar in bars:
            assert left + 620 < float(bar.get("x", ""))
            assert float(bar.get("x", "")) + float(bar.get("width", "")) <= across - 15
    assert bottom < down
    marks = [
        (float(text.get("x", "")), width(text.text or "", 12))
        for text in root.findall(f"{SVG}text")
        if re.fullmatch(r"[a-zåäö]{3} \d{4}", text.text or "")
    ]
    assert len(marks) >= 2
    assert all(one + wide < other for (one, wide), (other, _) in pairwise(marks))
    assert marks[-1][0] + marks[-1][1] < across


@pytest.mark.parametrize("last", [date(2026, 1, 1), date(2026, 12, 31), date(9999, 12, 31)])
def test_a_plan_of_a_day_or_of_ages_is_drawn(last: date) -> None:
    entries = (
        Entry("A", "då", date(2026, 1, 1), last),
        Entry("B", "sist", None, last),
        Entry("C", "nu", date.min),
    )
    for some in (entries[:2], entries[:1], entries, ()):
        made = Timetable("T", "S", (Part("", some),), DAY)
        assert timetable_svg(made).count("data-rad") == len(some)
        assert timetable_mermaid(made).count(" :") == len(some)


def test_a_plan_in_mermaid_says_what_has_no_day() -> None:
    text = timetable_mermaid(plan(5))
    assert f"utan tid: {title(4)}, {title(5)}" in text.splitlines()[3]
    assert text.count("milestone") == 1
    assert "2026-01-12, 2026-01-13" in text
    odd = Timetable("T", "S", (Part("a: b", (Entry("c: d, e#f", "då", DAY, DAY),)),), DAY)
    assert "section a – b\n    c – d, e f :2026-03-02, 2026-03-03" in timetable_mermaid(odd)


# ---------- of the example


def of_example(what: str, name: str = "", form: Format = Format.MERMAID) -> str:
    return drawn(EXAMPLE.index, what, name, DAY, form)


def test_the_organisation_has_who_leads_and_who_owns() -> None:
    text = of_example("organisation")
    assert "<b>Socialförvaltningen</b><br>förvaltning<br>leds av: Socialchef" in text
    assert text.count("-.->") == 2  # the companies
    assert "Granninge" not in text  # nothing belongs to it


def test_a_body_alone_has_its_roles() -> None:
    text = of_example("organisation", "SN")
    assert "• Biståndshandläggare" in text
    assert "Kommunstyrelsen" not in text


def test_delegation_of_a_board_has_every_point_with_its_cases() -> None:
    text = of_example("delegation", "KS")
    assert "• 2.1 Direktupphandling av varor och tjänster, när belopp högst 100 000 kr" in text
    assert "-.->" in text  # passed on
    assert "punkter" in of_example("delegation")


def test_the_way_of_a_case_has_its_ways_back_and_its_ends() -> None:
    text = of_example("arendegang", "nämndärende")
    assert '-.->|"när nämnden återremitterar"|' in text
    assert '[["<b>Ärendet avskrivs utan beslut</b>"]]' in text
    assert "remiss: Kommunstyrelsen inom 2 veckor" in text
    with pytest.raises(QuestionFault, match="flera ärendegångar finns"):
        of_example("arendegang")


def test_a_plan_has_the_steps_of_all_and_those_of_each_board() -> None:
    words = drawn(EXAMPLE.index, "tidplan", "", date(2026, 11, 24), Format.SVG)
    assert "Gemensam uppstart: 2026-06-16 kl 08.30–12.00, klar." in words
    assert "Dialog: vad, för vem och varför: vecka 33–39 2026, försenad, klar i 3 av 4." in words
    assert "Samhällsbyggnadsnämnden:\nVerkstad om roller och arbetsgång: ej fastställd, utan tid." in words
    text = drawn(EXAMPLE.index, "tidplan", "verksamhetsidé-2026", date(2026, 11, 24), Format.MERMAID)
    assert "Nämnden antar sin verksamhetsidé :milestone, 2027-03-31, 0d" in text
    with pytest.raises(QuestionFault, match="inget att rita"):
        drawn(EXAMPLE.index, "tidplan", "", date(1999, 1, 1), Format.SVG)


def test_an_escalation_ends_with_whoever_settles_it() -> None:
    text = of_example("eskalering", "oenighet-vad-hur")
    assert "<b>Steg 1, inom 5 arbetsdagar</b>" in text
    assert '[["<b>Socialnämnden</b><br>avgör, nästa sammanträde"]]' in text
    assert "Kommunstyrelsen" not in text


# ---------- bad input


@pytest.mark.parametrize("what", PICTURES)
def test_an_unknown_name_is_said(what: str) -> None:
    with pytest.raises(QuestionFault, match="hittepå"):
        of_example(what, "hittepå")


def test_nothing_to_draw_and_too_much_to_draw_are_said() -> None:
    empty = kit.rules('kommun prov "Prov"', organisation="").index
    with pytest.raises(QuestionFault, match="inget att rita"):
        drawn(empty, "organisation", "", DAY, Format.MERMAID)
    with pytest.raises(QuestionFault, match="ingen eskalering"):
        drawn(empty, "eskalering", "", DAY, Format.MERMAID)
    with pytest.raises(QuestionFault, match="inget att rita"):
        drawn(EXAMPLE.index, "delegation", "KFN", date(1999, 1, 1), Format.SVG)
    large = kit.rules(organisation(MOST + 1), organisation="").index
    with pytest.raises(QuestionFault, match=f"{MOST + 1} rutor"):
        drawn(large, "organisation", "", DAY, Format.SVG)


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(MissingExtra, match="paketet pygraphviz är inte installerat"):
        of_example("organisation", form=Format.SVG)
    assert of_example("organisation").startswith("flowchart")
