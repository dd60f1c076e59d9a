"""The audit on Spark: a data frame of decisions, and out the same with the columns of the audit beside its own.

In: a Spark data frame and a rule set.  Out: a data frame.  Each worker is given the rules as a snapshot, builds them once,
and goes through its record batches as `check_many` does, so the rows are the same as on one machine.  Needs the extra
``spark`` and Java 17.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from styrregler.library.audit.batches import audited
from styrregler.library.audit.columns import Columns
from styrregler.ruleset import RuleSet
from styrregler.snapshot.layout import SnapshotFault
from styrregler.snapshot.rules import read_snapshot, to_snapshot

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def audited_frame(frame: "DataFrame", rules: RuleSet, columns: Columns | None = None) -> "DataFrame":
    """``frame`` with the columns of the audit. Raises QuestionFault when the columns are not those of decisions.

    Lazy, as all of Spark: nothing is read before somebody asks for the rows. A worker refuses a snapshot whose digest
    is not the one that was sent.
    """
    schema = _result(frame.schema, rules, columns)
    snapshot = to_snapshot(rules)
    return frame.mapInArrow(on_worker(snapshot, hashlib.sha256(snapshot).hexdigest(), columns), schema)


def on_worker(
    snapshot: bytes, digest: str, columns: Columns | None
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What a worker does with its record batches. Raises SnapshotFault there when the snapshot came through damaged."""

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return map(_plain, audited(batches, _rules(digest, snapshot), columns))

    return work


@lru_cache(maxsize=2)
def _rules(digest: str, snapshot: bytes) -> RuleSet:
    """The rules, built once in each worker however many pieces of the data it is given."""
    if hashlib.sha256(snapshot).hexdigest() != digest:
        raise SnapshotFault("reglerna kom inte fram hela till arbetaren: kontrollsumman är en annan")
    return read_snapshot(snapshot)[0]


def _plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch without dictionaries of its texts, which Spark cannot read."""
    columns = [
        each.dictionary_decode() if pa.types.is_dictionary(each.type) else each for each in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _result(schema: StructType, rules: RuleSet, columns: Columns | None) -> StructType:
    """The columns of the result, found by auditing no rows at all."""
    empty = pa.RecordBatch.from_pylist([], schema=to_arrow_schema(schema))
    (told,) = audited([empty], rules, columns)
    return from_arrow_schema(_plain(told).schema)
