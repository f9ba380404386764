"""Finds the actors that words mean: by name, alias, demonym, and role with its country, in any order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.queries.ask.events.tokens import LINKS, POSSESSIVE, bag, cut, phrase, root

_ROLE = re.compile(r"(?P<role>.*\S)\s*\((?P<owner>(?:[^()]|\([^()]*\))+)\)")
_LONGEST = 14
_STOPS = (",", ";", "?")
Index = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name actors: `ids` are all that they can mean; `similar` where they only resemble the names."""

    words: str
    ids: tuple[str, ...]
    similar: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A mention with its place among the words, `stop` excluded; `weight` is how many words carry it."""

    start: int
    stop: int
    weight: int
    mention: Mention


def build_index(
    actors: Iterable[tuple[str, str, Iterable[str]]],
    other_names: Mapping[str, Iterable[str]],
    roles: Mapping[str, Iterable[str]],
) -> Index:
    """Return what mentions are looked up by, as plain data.

    Parameters
    ----------
    actors
        Id, name and aliases of each actor of the store.
    other_names
        Further names by id: those of the vocabulary, and demonyms.
    roles
        Other words for roles, by role as the data set writes it.
    """
    exact: dict[str, list[str]] = defaultdict(list)
    bags: dict[str, list[str]] = defaultdict(list)
    owners: dict[str, list[str]] = defaultdict(list)
    role_bags: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = {}
    by_name: dict[str, str] = {}
    parts: list[tuple[str, str, str]] = []
    for id_, name, aliases in actors:
        names[id_] = [name]
        by_name[phrase(name)] = id_
        every = [name, *aliases, *other_names.get(id_, ())]
        for known in dict.fromkeys(every):
            _add(exact, phrase(known), id_)
            _add(bags, bag(cut(known)), id_)
        if found := _ROLE.fullmatch(name):
            parts.append((id_, found["role"], found["owner"]))
    for id_, role, owner in parts:
        owner_id = id_.partition("@")[2] or by_name.get(phrase(owner), "")
        for known in (owner, *names.get(owner_id, ()), *other_names.get(owner_id, ())):
            _add(owners, phrase(known), owner_id)
        for word in (role, *_alternatives(role), *roles.get(role, ())):
            _add(role_bags, bag(cut(word)), role)
        _add(held, f"{role}\t{owner_id}", id_)
    return {
        "exact": dict(exact),
        "bags": dict(bags),
        "owners": dict(owners),
        "roles": dict(role_bags),
        "held": dict(held),
        "names": names,
    }


def _add(index: dict[str, list[str]], key: str, value: str) -> None:
    if key and value not in index[key]:
        index[key].append(value)


def _alternatives(role: str) -> Iterator[str]:
    """Yield the parts of "Defense / Security Ministry": with each of the words that a stroke parts."""
    if "/" not in role:
        return
    words = role.replace("/", " / ").split()
    tail = words[-1] if len(words) > 1 and words[-2] != "/" else ""
    for part in " ".join(words).split(" / "):
        yield part
        if tail and not part.endswith(tail):
            yield f"{part} {tail}"


class Actors:
    """Looks mentions up in an index."""

    def __init__(self, index: Index) -> None:
        self.exact, self.bags, self.owners = index["exact"], index["bags"], index["owners"]
        self.roles, self.held, self.names = index["roles"], index["held"], index["names"]
        self._rare: dict[str, list[str]] = {}

    def name(self, id_: str) -> str:
        """Return the name of an actor."""
        return self.names[id_][0] if id_ in self.names else id_

    def spans(self, words: list[str], known: frozenset[str]) -> list[Span]:
        """Return the mentions in a question, none inside another, the longest taken first.

        `known` are the words of the grammar: alone, they name nobody.
        """
        found: list[tuple[Span, int]] = []
        for start, stop in _windows(words):
            run = words[start:stop]
            if stop - start == 1 and run[0] in known:
                continue
            joined = " ".join(run)
            weight = sum(w not in LINKS for w in run)
            if ids := self.exact.get(joined):
                found.append((Span(start, stop, weight, Mention(joined, tuple(ids))), 0))
            elif ids := self.bags.get(bag(run)):
                found.append((Span(start, stop, weight, Mention(joined, tuple(ids))), 2))
        found += [(span, 1) for span in self._held_spans(words)]
        taken: list[Span] = []
        for span, _ in sorted(found, key=lambda f: (-f[0].weight, f[0].start - f[0].stop, f[1], f[0].start)):
            if all(span.stop <= other.start or other.stop <= span.start for other in taken):
                taken.append(span)
        return sorted(taken, key=lambda s: s.start)

    def _held_spans(self, words: list[str]) -> Iterator[Span]:
        """Yield the mentions of a role with its owner: "Thai police", "the police of Thailand", "Thailand's police"."""
        owners: dict[int, list[tuple[int, list[str]]]] = defaultdict(list)
        roles: dict[int, list[tuple[int, list[str]]]] = defaultdict(list)
        for start, stop in _windows(words):
            run = words[start:stop]
            if ids := self.owners.get(" ".join(run)):
                owners[start].append((stop, ids))
            if names := self.roles.get(bag(run)):
                roles[start].append((stop, names))
        for first, second, flipped in ((owners, roles, False), (roles, owners, True)):
            for start, ends in first.items():
                for middle, one in ends:
                    joined = middle
                    while joined < len(words) and words[joined] in LINKS:
                        joined += 1
                    if flipped and any(w in POSSESSIVE for w in words[middle:joined]):
                        continue  # "the police 's Thailand" is nobody
                    for stop, other in second.get(joined, ()):
                        pairs = ((r, o) for o in (other if flipped else one) for r in (one if flipped else other))
                        ids = dict.fromkeys(i for r, o in pairs for i in self.held.get(f"{r}\t{o}", ()))
                        if ids:
                            run = words[start:stop]
                            weight = sum(w not in LINKS for w in run)
                            yield Span(start, stop, weight, Mention(" ".join(run), tuple(ids)))

    def similar(self, words: list[str]) -> list[str]:
        """Return the actors whose names share words with these, those that share the rarest first."""
        if not self._rare:
            rare: dict[str, list[str]] = defaultdict(list)
            for key, ids in self.bags.items():
                for part in key.split():
                    rare[part] += [i for i in ids if i not in rare[part]]
            for key, ids in self.owners.items():
                for part in {root(w) for w in key.split() if w not in LINKS}:
                    rare[part] += [i for i in ids if i not in rare[part]]
            self._rare = dict(rare)
        wanted = {root(w) for w in words if w not in LINKS and w.isalnum()}
        owner = {root(w) for run in _runs(words) for o in self.owners.get(run, ()) for w in cut(self.name(o))}
        scores: dict[str, float] = defaultdict(float)
        for part in wanted | owner:
            sharing = self._rare.get(part, ())
            for id_ in sharing:
                scores[id_] += 1 / len(sharing) ** 0.5
        ranked = sorted(scores, key=lambda i: (-scores[i] / (1 + 0.05 * len(cut(self.name(i)))), i))
        return ranked[:40]


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for stop in range(start + 1, min(len(words), start + 5) + 1):
            yield " ".join(words[start:stop])


def _windows(words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs that a name can be: they neither begin nor end with a word that links, nor go past a date."""
    for start, word in enumerate(words):
        if word in LINKS - {"the", "a"} or not word[0].isalnum():
            continue
        for stop in range(start + 1, min(len(words), start + _LONGEST) + 1):
            last = words[stop - 1]
            if last[0] == "\0" or last in (";", "?"):
                break
            if last in LINKS or last in _STOPS:
                continue
            yield start, stop
