"""Parquet opens in Spark in local mode; needs pyspark (`make long` installs it)."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from communique.graph.export.tables import write_parquet
from communique.graph.network import network_of
from communique.graph.store import open_store
from communique.queries.networks import selected
from communique.queries.selection import Selection
from tests.conftest import ROOT


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_spark_and_duckdb_count_the_same_acts(corpus_address: str, tmp_path: Path) -> None:
    from pyspark.sql import SparkSession

    with open_store(corpus_address) as store:
        write_parquet(network_of(selected(store, Selection()), "sides"), "sides", tmp_path)
    page = (ROOT / "docs" / "scaling.md").read_text("utf-8")
    by_duckdb, by_spark = (page.split(f"-- {name}\n")[1].split("```")[0] for name in ("DuckDB", "Spark"))
    table = str(tmp_path / "edges.parquet")
    wanted = duckdb.execute(by_duckdb.replace("sides/edges.parquet", table)).fetchall()
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        found = [tuple(row) for row in spark.sql(by_spark.replace("sides/edges.parquet", table)).collect()]
    finally:
        spark.stop()
    assert found == wanted and len(found) > 3
