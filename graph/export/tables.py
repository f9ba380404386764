"""A network as two tables, of nodes and of edges: CSV and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.errors import UsageError
from communique.graph.export.columns import Columns, edge_columns, node_columns
from communique.graph.export.networks import plain

if TYPE_CHECKING:
    from communique.graph.network import Network

Row = dict[str, Any]


def write_csv(network: Network, view: str, folder: Path) -> None:
    """Write ``nodes.csv`` and ``edges.csv``: days as ISO text, lists as JSON text, nothing for what is missing."""
    for name, columns, rows in _tables(network, view):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def write_parquet(network: Network, view: str, folder: Path) -> None:
    """Write ``nodes.parquet`` and ``edges.parquet``: days as date32, lists as lists of strings, nulls as nulls.

    Raises
    ------
    UsageError
        Where pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow (pip install 'communique[tables]')") from None
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    types |= {date: pyarrow.date32(), list: pyarrow.list_(pyarrow.string())}
    for name, columns, rows in _tables(network, view):
        schema = pyarrow.schema([(column, types[kind]) for column, kind in columns.items()])
        parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema), folder / f"{name}.parquet")


def _tables(network: Network, view: str) -> Iterator[tuple[str, Columns, Iterator[Row]]]:
    nodes = ({"node": node, **about} for node, about in network.nodes(data=True))
    yield "nodes", {"node": str, **node_columns(view)}, nodes
    ends = {"source": str, "target": str, "key": str}
    edges = (
        {"source": one, "target": other, "key": key, **about}
        for one, other, key, about in network.edges(keys=True, data=True)
    )
    yield "edges", {**ends, **edge_columns(view)}, edges


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else plain(value)
