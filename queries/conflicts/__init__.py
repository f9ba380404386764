"""Where the sources disagree: about whether, how many, when, where, how surely, in what words, what for."""

from communique.queries.conflicts.finding import find_conflicts
from communique.queries.conflicts.told import KINDS, Conflict, Telling

__all__ = ["KINDS", "Conflict", "Telling", "find_conflicts"]
