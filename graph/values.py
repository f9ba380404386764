"""Values as both engines give them, brought to one form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from math import isfinite
from typing import Any

# kglite adds these to every node's and relationship's properties; the project uses neither name.
_ADDED = ("title", "type")
_PLAIN = frozenset((type(None), str, bool, int, float, date))


def clean(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return properties without what kglite adds and without empty ones."""
    return {k: native(v) for k, v in properties.items() if k not in _ADDED and v is not None}


def native_row(row: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    """Return a row with plain values, in the order of the columns."""
    return {c: v if type(v := row[c]) in _PLAIN else native(v) for c in columns}


def native(value: Any) -> Any:
    """Return a driver's value as plain Python: dates native, nodes, relationships and paths as dicts.

    A relationship in a path says by the `id` of its nodes where it leaves (`from`) and where it leads (`to`).
    """
    if type(value) in _PLAIN or isinstance(value, date):
        return value
    if isinstance(value, (list, tuple)):
        return [v if type(v) in _PLAIN else native(v) for v in value]
    if type(value) is dict:
        return _kglite_dict(value)
    if hasattr(value, "to_native"):
        return value.to_native()
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), "properties": clean(value)}
    if hasattr(value, "relationships"):
        links = [(r, r.start_node.get("id"), r.end_node.get("id")) for r in value.relationships]
        return _path(value.nodes, [_relationship(r.type, r, start, end) for r, start, end in links])
    if hasattr(value, "start_node"):
        return _relationship(value.type, value)
    return value


def _path(nodes: Iterable[Any], relationships: list[dict[str, Any]]) -> dict[str, Any]:
    return {"nodes": [native(n) for n in nodes], "relationships": relationships}


def _relationship(kind: str, properties: Mapping[str, Any], *ends: Any) -> dict[str, Any]:
    return {"type": kind, **dict(zip(("from", "to"), ends, strict=False)), "properties": clean(properties)}


def _kglite_dict(value: Mapping[str, Any]) -> dict[str, Any]:
    keys = set(value)
    if {"labels", "properties", "id"} <= keys:
        return {"labels": sorted(value["labels"]), "properties": clean(value["properties"])}
    if {"type", "properties", "start"} <= keys:
        return _relationship(value["type"], value["properties"])
    if keys == {"nodes", "relationships"} and all("properties" in n for n in value["nodes"]):
        ids = {n["id"]: n["properties"].get("id") for n in value["nodes"]}
        links = value["relationships"]
        return _path(
            value["nodes"], [_relationship(r["type"], r["properties"], ids[r["start"]], ids[r["end"]]) for r in links]
        )
    return {k: native(v) for k, v in value.items()}


def as_json(value: Any) -> Any:
    """Return a value as JSON has it: dates, times, durations, and numbers without end, as text."""
    if isinstance(value, Mapping):
        return {str(k): as_json(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(v) for v in value]
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)
