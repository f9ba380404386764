"""Things that hang together, directly or through others."""

from __future__ import annotations

from typing import Generic, TypeVar

Thing = TypeVar("Thing", int, str)


class Groups(Generic[Thing]):
    """Groups of things; each group is led by the first of them in their order."""

    def __init__(self) -> None:
        self._leader: dict[Thing, Thing] = {}

    def add(self, thing: Thing) -> None:
        """Put a thing in, alone unless it is there."""
        self._leader.setdefault(thing, thing)

    def join(self, one: Thing, other: Thing) -> None:
        """Put two things, and what hangs on them, into one group."""
        low, high = sorted((self.leader(one), self.leader(other)))
        self._leader[high] = low

    def leader(self, thing: Thing) -> Thing:
        """Return the first of a thing's group."""
        while self._leader[thing] != thing:
            self._leader[thing] = self._leader[self._leader[thing]]  # the way is half as long the next time
            thing = self._leader[thing]
        return thing

    def all(self) -> list[list[Thing]]:
        """Return the groups, each in the order in which its things were put in.

        >>> groups = Groups[str]()
        >>> for thing in "abcd":
        ...     groups.add(thing)
        >>> groups.join("d", "b")
        >>> groups.all(), groups.leader("d")
        ([['a'], ['b', 'd'], ['c']], 'b')
        """
        found: dict[Thing, list[Thing]] = {}
        for thing in self._leader:
            found.setdefault(self.leader(thing), []).append(thing)
        return list(found.values())
