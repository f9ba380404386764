"""Acts as FollowTheMoney entities, one JSON object a line, as `ftm` and OpenAleph read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.graph.rows import Key, Node, Rows
from communique.graph.values import as_json

_SCHEMATA = {"State": "PublicBody", "Person": "Person", "Organization": "Organization"}
_PARTIES = ("BY", "TO", "TOWARD", "AFFECTS")


def write_followthemoney(rows: Rows, file: BinaryIO) -> None:
    """Write an Event for each act, an entity for each party, an Article for each report's article.

    Who acts is the event's `organizer`, the others are `involved`; `proof` leads to the articles.
    """
    for entity in _entities(rows):
        entity["properties"] = {key: values for key, given in entity["properties"].items() if (values := _texts(given))}
        file.write(f"{json.dumps(entity, ensure_ascii=False)}\n".encode())


def _entities(rows: Rows) -> Iterator[dict[str, Any]]:
    ends: dict[tuple[Key, str], list[Key]] = {}
    for one, kind, other in rows.edges:
        ends.setdefault((one, kind), []).append(other)
        ends.setdefault((other, f"<{kind}"), []).append(one)
    for key, node in rows.nodes.items():
        if node.label == "Actor":
            yield _entity(node, _SCHEMATA.get(next(iter(node.finer), ""), "LegalEntity"), _actor(node))
        elif node.label == "Article":
            publishers = [rows.nodes[other].properties["name"] for other in ends.get((key, "PUBLISHED_BY"), [])]
            yield _entity(node, "Article", _article(node) | {"publisher": publishers})
        elif node.label == "Act":
            by, *others = (
                [_id(other) for other in ends.get((key, kind), []) if other[0] == "Actor"] for kind in _PARTIES
            )
            places = [rows.nodes[other].properties["name"] for other in ends.get((key, "AT"), [])]
            proof = [_id(other) for other in ends.get((key, "<REPORTS"), [])]
            linked = {
                "organizer": by,
                "involved": [i for ids in others for i in ids],
                "location": places,
                "proof": proof,
            }
            yield _entity(node, "Event", _act(node) | linked)


def _entity(node: Node, schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {"id": _id(node.key), "schema": schema, "properties": properties}


def _id(key: Key) -> str:
    return f"{key[0].lower()}-{key[1]}"


def _actor(node: Node) -> dict[str, Any]:
    about = node.properties
    return {"name": about["name"], "alias": about.get("aliases"), "weakAlias": about.get("iso")}


def _article(node: Node) -> dict[str, Any]:
    about = node.properties
    return {
        "name": about.get("headline") or about["name"],
        "title": about.get("headline"),
        "publishedAt": about.get("earliest"),
        "sourceUrl": about.get("url"),
        "author": about.get("authors"),
    }


def _act(node: Node) -> dict[str, Any]:
    about = node.properties
    whole = about.get("date", "") if about.get("precision") in ("day", "month", "year") else ""
    return {
        "name": about["name"],
        "summary": about.get("summary"),
        "date": whole.rstrip("?~%"),
        "startDate": about.get("earliest"),
        "endDate": about.get("latest"),
        "keywords": [*about.get("kinds", []), about.get("status")],
        "recordId": node.id,
    }


def _texts(given: Any) -> list[str]:
    return [str(as_json(value)) for value in (given if isinstance(given, list) else [given]) if value not in (None, "")]
