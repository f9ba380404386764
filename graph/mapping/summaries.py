"""Short sentences for acts that were given none: "Wang Yi criticized the United States"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from communique.schemas.entries import Kind
from communique.schemas.records import Role

_ARTICLE = re.compile(
    r"^(United (States|Kingdom|Nations|Arab)|Philippines|Netherlands)|"
    r"(Ministry|Sea|Ocean|Strait|Islands|Union|Office|Staff|Council|Assembly|military|army|navy|government)$"
)

_DIRECT = ("toward", "about", "at", "affects")  # roles that follow the verb at once: "undermined multilateralism"
_PREPOSITIONS = "about against at for from of on over to with".split()


@lru_cache(1 << 14)
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


def aimed_or_not(sentence: str) -> tuple[str, str]:
    """Return the sentence of a code as it is with a target, for which `_` stands, and without one.

    Without a target, what is in parentheses is left out, and a `_` outside of them is somebody.

    >>> aimed_or_not("appealed (to _) for aid")
    ('appealed to _ for aid', 'appealed for aid')
    >>> aimed_or_not("accused _ of aggression")
    ('accused _ of aggression', 'accused somebody of aggression')
    """
    return re.sub("[()]", "", sentence), re.sub(r" \([^)]*\)", "", sentence).replace("_", "somebody")


def describe(kind: Kind, roles: Iterable[Role], names: Mapping[str, str]) -> str:
    """Return a sentence for an act from its kind and participants, without a full stop."""
    by_role: dict[str, list[str]] = {}
    for role in roles:
        if role.target in names:
            by_role.setdefault(role.role, []).append(with_article(names[role.target]))
    parts = [join_names(by_role.get("by", ["somebody"]))]
    predicate = kind.past or f"({kind.name})"
    *_, last = predicate.split()
    takes_object = kind.object != "about" or predicate == last or last in _PREPOSITIONS
    if kind.object in _DIRECT and kind.object in by_role and takes_object:
        parts += [predicate, join_names(by_role.pop(kind.object))]
    else:
        parts.append(predicate.removesuffix(f" {last}") if last in _PREPOSITIONS else predicate)
    if kind.object != "toward":
        by_role["about"] = by_role.pop("toward", []) + by_role.get("about", [])
    for preposition in ("to", "about", "at"):
        if by_role.get(preposition):
            parts.append(f"{preposition} {join_names(by_role[preposition])}")
    text = " ".join(parts)
    return text[:1].upper() + text[1:]
