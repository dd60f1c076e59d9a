"""A municipality as large as wanted: one that is small, over and over under other names.

In: the files of a small one, and how many copies.  Out: the files of a large one, the same each time.  The first copy is
the small one as it stands.  Each further one is called after a place of its own («socialnämnden-norrvik», «Hemtjänst i
Norrvik»): its bodies, roles, areas and titles, so all constructs are there in the same proportions, and no two copies
share a matter.  What all boards share is said once: the council, facts, yearly amounts, roles that every unit has.
Refuses to know what the text means.
"""

import re
from collections.abc import Iterable, Mapping

STARTS = (
    "Norr", "Söder", "Väster", "Öster", "Björk", "Gran", "Ek", "Ask", "Lind", "Alm", "Sten", "Sand", "Berg",
    "Dal", "Fors", "Ström", "Lund", "Hag", "Äng", "Åker", "Kvarn", "Kyrk", "Kungs", "Biskops", "Munk",
    "Fisk", "Lax", "Älg", "Varg", "Räv", "Orr", "Tran", "Svan", "Örn", "Hök", "Falk", "Vinter", "Sommar",
    "Höst", "Vår",
)  # fmt: skip
ENDS = (
    "vik", "by", "torp", "berga", "holm", "köping", "stad", "sund", "hamn", "näs", "mark", "lunda", "ryd",
    "löv", "arp", "inge", "hult", "bro", "tuna", "sjö",
)  # fmt: skip

NAMING = (
    "nämnd", "utskott", "presidium", "grupp", "förvaltning", "enhet", "roll", "rollgrupp", "eskalering", "effektmål", "uppdrag",
)  # fmt: skip
"""Blocks whose names are moved; those of other blocks are shared."""
SHARED = (
    "kommun", "fullmäktige", "bolag", "uppgift", "värde", "gräns", "uppdragsvägar", "kanaler", "avvikelse", "uppförandekod",
    "ärendegång",
)  # fmt: skip
AREAS = ("ärende", "ansvarar för")
TITLES = ("delegat", "ersätter", "fråga", "innefattar", "kallas även", "person")
"""Clauses in which a quoted text is what something is called; in others it is said about it."""
IN_EACH = "    finns i varje"

_NAME = re.compile(r"[^\W\d_]\w*(?:[-.]\w+)*")
_QUOTED = re.compile(r'("[^"\n]*")')
_WORD = re.compile(r"[^\W\d_]{2}")
_BLOCK = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_CLAUSE = re.compile(rf" {{4}}({'|'.join((*AREAS, *TITLES))}) ")


def multiplied(files: Mapping[str, str], copies: int) -> dict[str, str]:
    """The files of a municipality that is ``copies`` times as large."""
    blocks = {name: _BLOCK.split(text)[1:] for name, text in files.items()}
    moved, names = _moved_names([block for each in blocks.values() for block in each])
    large = dict(files)
    for number in range(copies - 1):
        place = place_of(number)
        for name, each in blocks.items():
            own = "".join(_moved(block, names, place) for block in each if block in moved)
            if own:
                large[f"{place.lower()}-{name}"] = own
    return large


def copied(files: Mapping[str, str], number: int) -> dict[str, str]:
    """The files of a municipality of the same size, under the names of the place of that number."""
    blocks = {name: _BLOCK.split(text)[1:] for name, text in files.items()}
    moved, names = _moved_names([block for each in blocks.values() for block in each])
    place = place_of(number)
    return {
        name: "".join(_moved(block, names, place) if block in moved else block for block in each)
        for name, each in blocks.items()
    }


def place_of(number: int) -> str:
    """A place name of its own for each number: «Norrvik», «Norrby» …"""
    number, end = divmod(number, len(ENDS))
    again, start = divmod(number, len(STARTS))
    return f"{STARTS[start]}{ENDS[end]}{again or ''}"


def _moved_names(blocks: Iterable[str]) -> tuple[set[str], set[str]]:
    """The blocks of which each copy has its own, and the names that those declare."""
    moved, names, shared = set(), set(), []
    for block in blocks:
        kind, name = (*block.split("\n", 1)[0].split(" ", 2), "")[:2]
        if kind in SHARED or IN_EACH in block:
            shared.append((name, block))
            continue
        moved.add(block)
        if kind in NAMING:
            names.add(name)
    # A fact whose answers are bodies or roles goes with them.
    for name, block in shared:
        if block.startswith("uppgift") and not names.isdisjoint(_NAME.findall(block)):
            moved.add(block)
            names.add(name)
    return moved, names


def _moved(block: str, names: set[str], place: str) -> str:
    """The block under the names of ``place``."""
    head, *lines = block.splitlines()
    if head == "tabell":
        return "\n".join([head, *_moved_table(lines, names, place)]) + "\n"
    kind, rest = head.split(" ", 1)
    moved = [f"{kind} {_named(_titled(rest, place), names, place).replace('(', f'({place.upper()} ')}"]
    clause = ""
    for line in lines:
        if line[4:5].strip():  # a line that continues a clause is indented further
            begins = _CLAUSE.match(line)
            clause = begins[1] if begins else ""
        if clause in TITLES:
            line = _titled(line, place)
        if clause in AREAS:
            keyword = f"    {clause}" if line.startswith(f"    {clause}") else ""
            moved.append(
                keyword + _NAME.sub(lambda area: f"{area[0]}-{place.lower()}", line.removeprefix(keyword))
            )
        else:
            moved.append(_named(line, names, place))
    return "\n".join(moved) + "\n"


def _moved_table(lines: list[str], names: set[str], place: str) -> list[str]:
    title = [cell.strip() for cell in lines[0].split("|")].index("ärende")
    rows = [lines[0]]
    for line in lines[1:]:
        cells = [_named(cell, names, place) for cell in line.split("|")]
        if len(cells) > title:
            cells[title] = f"{line.split('|')[title].rstrip()} i {place} "
        rows.append("|".join(cells))
    return rows


def _titled(line: str, place: str) -> str:
    """What is quoted in a line; a number («4.2 b») stays as it is."""
    return _QUOTED.sub(
        lambda quoted: f'{quoted[0][:-1]} i {place}"' if _WORD.search(quoted[0]) else quoted[0], line
    )


def _named(line: str, names: set[str], place: str) -> str:
    """The names in a line, other than in quoted text."""
    parts = _QUOTED.split(line)
    parts[::2] = [
        _NAME.sub(lambda name: f"{name[0]}-{place.lower()}" if name[0] in names else name[0], part)
        for part in parts[::2]
    ]
    return "".join(parts)
