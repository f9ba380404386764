"""Short sentences for acts that were given none: "Wang Yi criticized the United States"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from communique.schemas.entries import Kind
from communique.schemas.records import Role

_ARTICLE = re.compile(
    r"^(United (States|Kingdom|Nations|Arab)|Philippines|Netherlands)|"
    r"(Ministry|Sea|Ocean|Strait|Islands|Union|Office|Staff|Council|Assembly|military|army|navy|government)$"
)


def with_article(name: str) -> str:
    """Return a name as it stands in a sentence.

    >>> with_article("United States"), with_article("China")
    ('the United States', 'China')
    """
    return f"the {name}" if _ARTICLE.search(name) and not name.lower().startswith("the ") else name


def join_names(names: Iterable[str]) -> str:
    """Return names as a list in words.

    >>> join_names(["China", "Russia", "Japan"])
    'China, Russia and Japan'
    """
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def describe(kind: Kind, roles: Iterable[Role], names: Mapping[str, str]) -> str:
    """Return a sentence for an act from its kind and participants, without a full stop."""
    by_role: dict[str, list[str]] = {}
    for role in roles:
        if role.target in names:
            by_role.setdefault(role.role, []).append(with_article(names[role.target]))
    parts = [join_names(by_role.get("by", ["somebody"])), kind.past or f"({kind.name})"]
    if "toward" in by_role:
        parts.append(join_names(by_role["toward"]))
    for preposition in ("to", "about", "at"):
        if preposition in by_role:
            parts.append(f"{preposition} {join_names(by_role[preposition])}")
    text = " ".join(parts)
    return text[:1].upper() + text[1:]
