"""Puts what is said inside the statement that says it: after "said that", before ", he said", with "according to"."""

from __future__ import annotations

import itertools

from communique.loaders.drafting.clauses import Grammar
from communique.loaders.drafting.facts import Fact

DEEPEST = 5


def nest(facts: list[Fact], grammar: Grammar) -> list[Fact]:
    """Return the outermost facts of a sentence, with the others as their claims."""
    outer: list[Fact] = []
    chain: list[Fact] = []
    for fact in facts:
        if fact.kind.statement and _sibling(fact, chain, grammar):
            chain.clear()
        if _closes(fact, grammar) and not chain:
            fact.claims, outer = outer, []
        if chain and len(chain) < DEEPEST:
            chain[-1].claims.append(fact)
        else:
            outer.append(fact)
        if fact.kind.statement and not fact.see and _opens(fact, grammar):
            chain.append(fact)
    return outer


def _opens(fact: Fact, grammar: Grammar) -> bool:
    """Say whether what follows a statement is what it says."""
    if grammar.items[fact.at].type == "according":
        return True
    if fact.kind.claims != "asserted":
        return True
    for at in range(fact.at + 1, min(len(grammar.items), fact.at + 12)):
        if grammar.word(at) in ("that", '"', ":", "whether"):
            return True
        if grammar.word(at) in (";",) or (grammar.items[at].type == "act" and fact.kind.id != "say"):
            return fact.kind.id == "say"
    return fact.kind.id == "say"


def _closes(fact: Fact, grammar: Grammar) -> bool:
    """Say whether what stands before a statement is what it says: ", he said"."""
    if not fact.kind.statement or grammar.items[fact.at].type == "according":
        return False
    comma = any(grammar.word(at) in (",", '"') for at in range(max(0, fact.at - 8), fact.at))
    return comma and grammar.word(fact.at + 1) in ("", ".", ",")


def _sibling(fact: Fact, chain: list[Fact], grammar: Grammar) -> bool:
    """Say whether a statement stands beside the last one: "said ..., and he added"."""
    if not chain:
        return False
    begin = max(chain[-1].at + 1, fact.at - 12)
    words = [grammar.word(at) for at in range(begin, fact.at)]
    if "that" in words[-6:] or grammar.items[chain[-1].at].type == "according":
        return ";" in words
    return ";" in words or any(a == "," and b in ("and", "but") for a, b in itertools.pairwise(words))
