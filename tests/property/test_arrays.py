"""Whole columns as numbers: the same numbers as one by one, whatever came before."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from styrregler.library.audit.arrays import Coded, Pairs

PAIRS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 9) | st.integers(738_000, 738_020)), max_size=30
)
TEXTS = st.lists(st.none() | st.sampled_from(("", "a", "å", "b" * 40)), max_size=20)


@given(st.lists(PAIRS, max_size=5), st.sampled_from((0, 40, 400, 1 << 23)))
def test_a_pair_has_one_number_however_they_are_kept(
    batches: list[list[tuple[int, int]]], largest: int
) -> None:
    pairs, known = Pairs(largest), dict[tuple[int, int], int]()
    for batch in batches:
        one, other = (np.asarray([each[side] for each in batch], np.int64) for side in (0, 1))
        numbers, new = pairs.numbers(one, other)
        for at in new:
            known[batch[at]] = len(known)
        assert [known[each] for each in batch] == list(numbers)
        assert len(pairs) == len(known) == len(set(known.values()))


@given(st.lists(st.tuples(TEXTS, st.sampled_from((pa.string(), pa.large_string()))), max_size=4))
def test_a_text_has_one_code_in_every_kind_of_column(
    batches: list[tuple[list[str | None], pa.DataType]],
) -> None:
    coded = Coded()
    for texts, kind in batches:
        for column in (pa.array(texts, kind), pa.array(texts, kind).dictionary_encode()):
            assert [coded.values[code] for code in coded.codes(column)] == texts
    assert len(set(coded.values)) == len(coded.values)
