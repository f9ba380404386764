"""The labels and relationship types of the graph, a public interface: people type Cypher against it."""

from __future__ import annotations

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
}
# What a vocabulary node owns; the other edges between actors are derived from acts.
VOCABULARY_EDGES = ("PART_OF", "HELD", "OFFICE_OF", "LOCATED_IN", "OWNED_BY")
ROLE_EDGES = {"by": "BY", "to": "TO", "toward": "TOWARD", "affects": "AFFECTS", "about": "ABOUT", "at": "AT"}
LINK_EDGES = (
    "DURING",
    "PART_OF",
    "RESPONDS_TO",
    "FOLLOWS",
    "AIMS_AT",
    "MOTIVATED_BY",
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
