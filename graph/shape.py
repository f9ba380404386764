"""The labels and relationship types of the graph, a public interface: people type Cypher against it."""

from __future__ import annotations

from datetime import date

_DAY = date(2000, 1, 1)
# Superlabels, each with the finer labels that its nodes may have besides.
LABELS = {
    "Article": (),
    "Act": ("Statement", "Event"),
    "Detail": (),
    "Actor": ("State", "Person", "Organization", "Group"),
    "Office": (),
    "Place": (),
    "Topic": (),
    "Load": (),
    "Import": (),
    "Graph": (),
    "Migration": (),
}
# What the graph says of itself, not of the world.
RECORDS = ("Load", "Import", "Graph", "Migration")
# Labels of vocabulary nodes, which many facts share.
VOCABULARY = ("Actor", "Office", "Place", "Topic")
# What a vocabulary node owns; the other edges between actors are derived from acts.
VOCABULARY_EDGES = ("PART_OF", "HELD", "OFFICE_OF", "LOCATED_IN", "NAMED_BY", "OWNED_BY")
ROLE_EDGES = {"by": "BY", "to": "TO", "toward": "TOWARD", "affects": "AFFECTS", "about": "ABOUT", "at": "AT"}
# What the reports of an act come to; the first ones hold.
HOLDING = ("asserted", "contested", "habitual")
AHEAD = ("planned", "called_for", "called_against", "predicted", "possible")
STATUSES = (*HOLDING, "inferred", *AHEAD, "denied", "mentioned")
LINK_EDGES = (
    "DURING",
    "PART_OF",
    "RESPONDS_TO",
    "FOLLOWS",
    "AIMS_AT",
    "MOTIVATED_BY",
    "CONDITIONAL_ON",
    "DERIVED_FROM",
    "IN_SERIES",
    "SAME_AS",
    "NOT_SAME_AS",
    "UNSURE",
)
EDGES = (
    *("REPORTS", "CLAIMS", "PUBLISHED_BY", "AGENCY", "DATELINED", "SIDE"),
    *ROLE_EDGES.values(),
    *LINK_EDGES,
    *("OF", "FOR", "THAN", "REFERS_TO"),
    *VOCABULARY_EDGES,
)

# Every property with a value of its type, by superlabel; absent ones are not stored.
PROPERTIES: dict[str, dict[str, object]] = {
    "Article": {
        "headline": "",
        "published": "",
        "earliest": _DAY,
        "latest": _DAY,
        "url": "",
        "note": "",
        "authors": [""],
        "excerpt": True,
    },
    "Act": {
        **dict.fromkeys(("summary", "kind", "status", "date", "precision"), ""),
        **dict.fromkeys(("cameo", "plover", "plover_mode", "dataset", "stance", "mirror", "source", "place"), ""),
        **{key: [""] for key in ("kinds", "pairs", "words", "near", "contexts")},
        **{
            "earliest": _DAY,
            "latest": _DAY,
            "goldstein": 0.5,
            "plover_score": 0.5,
            "strength": 0.5,
            "latitude": 0.5,
            "longitude": 0.5,
            "quad": 1,
            "row": 1,
            "holds": True,
        },
    },
    "Detail": {
        **dict.fromkeys(("attribute", "value", "unit", "comparator"), ""),
        **{"number": 0.5, "ratio": 0.5, "units": [""], "words": [""]},
    },
    "Actor": {"aliases": [""], "iso": "", "unnamed": True},
    "Office": {"aliases": [""], "note": "", "vacant": [""]},
    "Place": {"aliases": [""], "names": [""]},
    "Topic": {"aliases": [""]},
    "Load": {
        **dict.fromkeys(("path", "sha256", "read_by", "facts", "vocabulary"), ""),
        **{"acts": [""], "linked": [""], "uses": [""], "reports": 0, "complete": True},
    },
    "Import": {
        **{"rows": 0, "rejected": 0, "digest": "", "complete": True},
    },
    "Graph": {"revision": ""},
    "Migration": {"checksum": ""},
}

_TEXT = dict.fromkeys
_LINK = {**_TEXT(("article", "paragraph", "mark", "via", "hedge"), ""), "number": 1}
_SAID = _TEXT(("paragraph", "factuality", "hedge", "phrase"), "")
_DAYS = {"earliest": _DAY, "latest": _DAY}
# The same for relationships, by type; derived ones are DERIVED, types that are not listed have no properties.
EDGE_PROPERTIES: dict[str, dict[str, object]] = {
    "REPORTS": {
        **_SAID,
        **_TEXT(("kind", "summary", "mark", "date", "said_date", "via"), ""),
        **{key: [""] for key in ("speakers", "sources", "sides")},
        "holds": True,
    },
    "CLAIMS": {**_SAID, "article": ""},
    "SIDE": _TEXT(("role", "party", "via"), ""),
    "HELD": {"date": "", **_DAYS},
    "NAMED_BY": {"name": ""},
    **{edge: {"articles": [""], **_TEXT(("preposition", "office", "acting_for"), "")} for edge in ROLE_EDGES.values()},
    **dict.fromkeys(LINK_EDGES, _LINK),
}
DERIVED: dict[str, object] = {"act": "", **_DAYS}
