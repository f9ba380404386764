"""Acts as PLOVER events, one JSON object a line; the keys are the columns of POLECAT in lower case."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from communique.graph.evidence import evidence_of, parties_of
from communique.graph.rows import Key, Rows
from communique.graph.values import as_json


def write_plover(rows: Rows, file: BinaryIO) -> None:
    """Write every act, also those for which PLOVER has no type (`event_type` is null); see docs/exports.md."""
    evidence, parties, places = evidence_of(rows), parties_of(rows), _places(rows)
    for key in rows.nodes:
        if key[0] == "Act":
            event = _event(rows, key, parties.get(key, {}), places.get(key, []))
            line = json.dumps(as_json(event | _source(rows, evidence.get(key, {}))), ensure_ascii=False)
            file.write(f"{line}\n".encode())


def _event(rows: Rows, key: Key, parties: dict[str, list[Key]], places: list[str]) -> dict[str, Any]:
    act = rows.nodes[key].properties
    return {
        "event_id": key[1],
        "event_date": act.get("date"),
        "earliest": act.get("earliest"),
        "latest": act.get("latest"),
        "event_type": act.get("plover"),
        "event_mode": act.get("plover_mode"),
        "intensity": act.get("plover_score"),
        "quad_code": act.get("quad"),
        "cameo": act.get("cameo"),
        "event_text": act.get("summary"),
        "actors": [_party(rows, party) for party in parties.get("by", [])],
        "recipients": [_party(rows, party) for role in ("toward", "to") for party in parties.get(role, [])],
        "places": places,
        "status": act.get("status"),
    }


def _party(rows: Rows, key: Key) -> dict[str, Any]:
    node = rows.nodes[key]
    return {"id": key[1], "name": node.properties["name"], "country": node.properties.get("iso")}


def _places(rows: Rows) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for act, kind, place in rows.edges:
        if kind == "AT":
            found.setdefault(act, []).append(rows.nodes[place].properties["name"])
    return found


def _source(rows: Rows, evidence: dict[str, Any]) -> dict[str, Any]:
    articles = [rows.nodes["Article", article] for article in evidence.get("articles", [])]
    return {
        "holds": evidence.get("holds", False),
        "voices": evidence.get("voices", []),
        "sources": [
            {"id": node.id, "headline": node.properties.get("headline"), "published": node.properties.get("published")}
            for node in articles
        ],
    }
