"""What acts contradict of a question: another place than the one where it asks, another party, another day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.queries.ask.answer import Value
from communique.queries.ask.items import Item, read_items
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.recorded import Candidate
from communique.queries.ask.support import Support

_WHERE = ("in", "at", "over")
_WHOM = ("with", "against", "at", "toward", "towards")
_SMALL = ("filler", "possessive")
# After these a place is told of what is done, and of no noun.
_DEEDS = ("kind", "aux", "light", "entity", "unit", "prep")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question says of an act (place, party or day), and of what kind of deed it says so."""

    what: str
    ids: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    day: date | None = None


class Contradicted:
    """Compares what a question says of places, parties and days with what acts have."""

    def __init__(self, support: Support, lexicon: Lexicon) -> None:
        self.support, self.lexicon = support, lexicon
        self._of: tuple[str, list[_Asked]] = ("", [])

    @cached_property
    def within(self) -> dict[str, set[str]]:
        """In what each place lies, places and states."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.support.store.read(
            "MATCH (x:Place)-[:LOCATED_IN*1..6]->(y) RETURN DISTINCT x.id AS id, y.id AS outer ORDER BY id, outer"
        ).rows:
            found[row["id"]].add(row["outer"])
        return found

    def kept(self, text: str, values: list[Value]) -> list[Value]:
        """Return the values that rest on an act which contradicts nothing, or on none."""
        if self._of[0] != text:  # asked once for each reading
            self._of = text, list(self._asked(read_items(text, self.lexicon)))
        asked = self._of[1]
        if not asked or not values:
            return values
        return [v for v in values if not (acts := self._acts(v)) or any(self._fits(one, asked) for one in acts)]

    def _acts(self, value: Value) -> list[Candidate]:
        numbers = {n for fact in value.facts for n in self.support.resting.get(fact, ())}
        return [self.support.candidates[n] for n in sorted(numbers)]

    def _asked(self, items: list[Item]) -> Iterator[_Asked]:
        """Yield what is asked: where, with or at whom something is done, and on which day."""
        deed = next((i for i in items if i.has("kind")), None)
        for at, item in enumerate(items[1:], 1):
            if item.type != "prep":
                continue
            then = next((i for i in items[at + 1 :] if i.type not in _SMALL), None)
            before = next((i for i in reversed(items[:at]) if i.type not in (*_SMALL, "date")), items[0])
            if then is None:
                continue
            places, actors = then.ids("place"), then.ids("actor", "demonym")
            states = all(self.lexicon.states.get(a) == a for a in actors)
            held = bool(before.ids("office", "role"))  # "the envoy in Tokyo"
            speaks = held or any(self.lexicon.kinds[k]["statement"] for k in before.ids("kind"))
            kinds = [o for k in before.ids("kind") for o in (k, *self.lexicon.kin.get(k, ()))]
            done = frozenset(f"kind:{k}" for k in kinds)
            if (
                item.words in _WHERE
                and then.type == "entity"
                and places
                and states
                and not speaks
                and before.type in _DEEDS
            ):
                yield _Asked("place", frozenset(places), frozenset() if before is deed else done)
            elif item.words in _WHOM and actors and not (places or speaks) and (done or before.has("unit", "demonym")):
                ids = (*actors, *(o for a in actors for o in self.lexicon.organs.get(a, ())))
                yield _Asked("party", frozenset(f"actor:{i}" for i in ids), done)
            elif item.words == "on" and then.date and then.date.date and then.date.date.precision == "day":
                yield _Asked("day", day=then.date.date.earliest)

    def _fits(self, one: Candidate, asked: list[_Asked]) -> bool:
        told = one.own | one.chain | one.whole
        for part in asked:
            if part.what == "place" and (part.done & one.own or not part.done) and not self._is_there(told, part.ids):
                return False
            direct = one.own | one.chain
            if part.what == "party" and (part.done & one.own or not part.done) and direct.isdisjoint(part.ids):
                return False
            if part.day and one.earliest and one.earliest == one.latest:
                known = {one.earliest, *filter(None, one.published)}
                if part.day not in known:
                    return False
        return True

    def _is_there(self, told: set[str], asked: frozenset[str]) -> bool:
        """Say whether places that are told lie in one that is asked for, or around it; or none is told."""
        places = {t.removeprefix("place:") for t in told if t.startswith("place:")}
        around = asked.union(*(self.within[a] for a in asked))
        return not places or any(p in around or self.within[p] & asked for p in places)
