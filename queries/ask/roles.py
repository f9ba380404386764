"""Which roles a word's place in the sentence stands for: the object of a verb, the noun after a preposition."""

from __future__ import annotations

from collections.abc import Iterable

from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import OTHER_ROLES

# Statements of what is not so yet.
CALLING = frozenset(("appeal", "call-for", "demand", "propose", "predict", "expect", "hope", "promise", "intend"))
_OBJECTS = {
    "toward": ("toward", "affects", "about"),
    "to": ("to", "toward"),
    "about": ("about", "toward", "affects", "at"),
    "affects": ("affects", "toward", "about"),
    "at": ("at", "toward", "about"),
    "by": ("by", "toward", "to"),
}
_PLACED = ("at", "toward", "about")
_DEFAULTS = {
    "by": ("by",),
    "with": ("by", "toward", "to"),
    "alongside": ("by",),
    "to": ("to", "toward", "at"),
    "toward": ("toward", "to", "affects", "about"),
    "towards": ("toward", "to", "affects", "about"),
    "against": ("toward", "affects", "about"),
    "about": ("about", "toward"),
    "regarding": ("about", "toward"),
    "concerning": ("about", "toward"),
    "on": ("about", "toward", "at"),
    "over": ("at", "about", "toward"),
    "of": ("toward", "about", "by", "affects", "at"),
    "for": ("toward", "to", "about", "affects"),
    "from": ("by", "at", "to"),
    "between": ("by", "at"),
    "among": ("by", "at"),
    "at": ("at", "toward", "about"),
    "on behalf of": ("by",),
}


def object_roles(kinds: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the roles that the direct object of these kinds' verbs can stand for, the likeliest first."""
    roles: dict[str, None] = {}
    for kind in kinds:
        about = lexicon.kinds[kind]
        first = ("by", "toward", "to") if about["symmetric"] else _OBJECTS[about["object"]]
        roles.update(dict.fromkeys(first))
    return tuple(roles) or OTHER_ROLES


def preposition_roles(
    preposition: str, kinds: Iterable[str], lexicon: Lexicon, *, passive: bool = False, noun: bool = False
) -> tuple[str, ...]:
    """Return the roles that a noun after a preposition can stand for."""
    if preposition == "by":
        return ("by",)
    kinds = list(kinds)
    roles: dict[str, None] = {}
    for kind in kinds:
        about = lexicon.kinds[kind]
        mapped = about["prepositions"].get(preposition)
        if about["symmetric"] and preposition in ("with", "to", "between", "of", "among"):
            roles.update(dict.fromkeys(("by", "toward", "to") if preposition != "between" else ("by",)))
        elif mapped:
            roles[mapped] = None
            if preposition in ("to", "at", "in", "into", "over", "of", "from"):
                roles["at"] = None
            if preposition == "about":
                roles["about"] = None
    if roles:
        return tuple(roles)
    return _DEFAULTS.get(preposition, _PLACED)
