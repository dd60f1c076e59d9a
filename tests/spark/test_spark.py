"""The audit on a real Spark with several workers is, row for row, the one on this machine."""

import os
import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from styrregler.library import QuestionFault, Rules, load
from styrregler.library.audit import RESULTS
from styrregler.model import RuleKind
from styrregler.snapshot.layout import SnapshotFault
from tests.kit import POLICIES

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="Spark is large: `make test-spark` installs it and runs these")
if not shutil.which("java"):
    pytest.skip("Spark needs Java 17, which is not here", allow_module_level=True)

WORKERS = 2
ROWS = 400
ODD = (None, "", "inte ett ärende", "direktupphandling")


@pytest.fixture(scope="module")
def spark() -> Iterator["SparkSession"]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master(f"local[{WORKERS}]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "37")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(POLICIES / "exempelkommun")


def decisions(rules: Rules) -> list[dict[str, Any]]:
    """Decisions on every kind of row, right and wrong, and rows that are none."""
    chance = random.Random(7)
    rows = [
        each
        for order in rules.index.corpus.orders
        for each in order.rules
        if each.kind is not RuleKind.GENERAL
    ]
    roles = ["enhetschef", "förvaltningschef", "rektor", "socialsekreterare", "ordförande"]
    return [
        {
            "id": number,
            "matter": chance.choice(ODD) if chance.random() < 0.1 else chance.choice(rows).matter,
            "belopp": chance.choice([None, 0, 50_000, 99_999, 400_000, 2_000_000]),
            "on": chance.choice([None, date(2026, 1, 1) + timedelta(chance.randrange(300))]),
            "decided_by": chance.choice([*roles, "ingen sådan"]),
        }
        for number in range(ROWS)
    ]  # fmt: skip


def test_several_workers_say_what_one_machine_says(spark: "SparkSession", rules: Rules):
    rows = decisions(rules)
    schema = pa.schema(
        {"id": pa.int64(), "matter": pa.string(), "belopp": pa.int64(), "on": pa.date32(), "decided_by": pa.string()}
    )  # fmt: skip
    table = pa.Table.from_pylist(rows, schema=schema)
    here = [row for batch in rules.check_many(table.to_batches()) for row in batch.to_pylist()]

    frame = spark.createDataFrame(table).repartition(5)
    there = sorted((row.asDict() for row in rules.check_frame(frame).collect()), key=lambda row: row["id"])

    assert there == here
    assert {row["verdict"] for row in there} >= {"right", "wrong_decider", "not_checked"}


def test_the_work_is_spread_over_workers_that_each_build_the_rules_once(spark: "SparkSession", rules: Rules):
    from pyspark.sql.functions import spark_partition_id

    frame = rules.check_frame(spark.createDataFrame(decisions(rules)[:40]).repartition(5))
    assert frame.select(spark_partition_id()).distinct().count() > 1
    assert frame.columns[-len(RESULTS) :] == list(RESULTS)


def test_columns_that_are_no_decisions_are_refused_before_anything_is_read(
    spark: "SparkSession", rules: Rules
):
    with pytest.raises(QuestionFault):
        rules.check_frame(spark.createDataFrame([(1, 2)], ["en", "annan"]))


def test_rules_that_came_through_damaged_are_refused(rules: Rules):
    from styrregler.library.audit.spark import on_worker

    snapshot = rules.snapshot()
    with pytest.raises(SnapshotFault, match="kontrollsumman"):
        list(on_worker(snapshot[:-1] + b"x", "0" * 64, None)([pa.RecordBatch.from_pylist([{"matter": "m"}])]))


def test_parquet_in_and_out(spark: "SparkSession", rules: Rules, tmp_path: Path):
    rows = decisions(rules)[:50]
    spark.createDataFrame(rows).write.parquet(str(tmp_path / "beslut"))
    rules.check_frame(spark.read.parquet(str(tmp_path / "beslut"))).write.parquet(str(tmp_path / "granskade"))
    assert spark.read.parquet(str(tmp_path / "granskade")).count() == len(rows)
