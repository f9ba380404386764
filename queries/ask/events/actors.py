"""Finds the actors that words mean: by name, alias, demonym, and role with its country, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.queries.ask.events.actor_index import Index, owner_of
from communique.queries.ask.events.runs import (
    ENDS,
    as_said,
    bag_of,
    is_plural,
    named_twice,
    runs_of,
    skipped,
    windows_of,
)
from communique.queries.ask.events.tokens import LINKS, POSSESSIVE, bag, cut, phrase, root

# What stands between no role and its owner: "the police's Japan", "a delegation to Japan", "China and the police".
_APART = frozenset((*POSSESSIVE, "to", "and", "or", "for", "on", "at"))
_JOINTS = frozenset(("to", "and", "or"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name actors: `ids` are all that they can mean; `similar` where they only resemble the names.

    `own` where it is a name of its own, as a person has, and of no country or role.
    """

    words: str
    ids: tuple[str, ...]
    similar: bool = False
    own: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """A mention with its place among the words, `stop` excluded; `weight` is how many words carry it."""

    start: int
    stop: int
    weight: int
    mention: Mention


class Actors:
    """Looks mentions up in an index."""

    def __init__(self, index: Index) -> None:
        self.exact, self.bags, self.owners = index["exact"], index["bags"], index["owners"]
        self.roles, self.loose = index["roles"], index["loose"]
        self.held, self.names, self.said = index["held"], index["names"], index["said"]
        self.single = frozenset(k for k in self.exact if " " not in k)
        self.titles, self.countries = frozenset(index["titles"]), frozenset(index["countries"])
        self._rare: dict[str, list[str]] = {}
        self._roots: frozenset[str] = index["roots"]

    def name(self, id_: str) -> str:
        """Return the name of an actor."""
        return self.names[id_][0] if id_ in self.names else id_

    def is_own(self, mention: Mention) -> bool:
        """Say whether a mention is a name of its own: of no country, and of no role in one."""
        return not self.is_country_or_role(mention)

    def is_country_or_role(self, mention: Mention) -> bool:
        """Say whether a mention names a country or a role: "China", "Chinese", "the Thai police"."""
        if mention.words in self.owners or mention.words in self.countries:
            return True
        return any(owner_of(self.name(i)) or "@" in i for i in mention.ids)

    def is_called(self, mention: Mention) -> bool:
        """Say whether the words are the name itself, no adjective made from it."""
        return any(mention.words == phrase(self.name(i)) for i in mention.ids)

    def knows(self, word: str) -> bool:
        """Say whether a word is part of some name."""
        return root(word) in self._roots

    def spans(self, words: list[str], known: frozenset[str], acts: Sequence[tuple[int, int]] = ()) -> list[Span]:
        """Return the mentions in a question, none inside another, the longest taken first.

        `known` are the words of the grammar: alone, they name nobody. No name begins inside the name of an act:
        "conventional | military forces of Cambodia".
        """
        found: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
        roots = [root(w) if w not in LINKS and w.isalnum() else "" for w in words]
        windows = list(
            windows_of(words, [r in self._roots if r else w[0] != "\0" for w, r in zip(words, roots, strict=True)])
        )
        for start, stop in windows:
            if stop - start > 1 or words[start] not in known:
                exact = self.exact.get(" ".join(words[start:stop]))
                owned = start > 0 and words[start - 1] in self.owners  # "Iraqi police, Kuwait"
                owned = owned or (words[start] in self.owners and words[start + 1 : start + 2] == [","])
                if "," in words[start:stop] and not exact and (owned or named_twice(roots[start:stop])):
                    continue  # "Iraq, Iraq having ..."
                if exact:
                    found[start, stop].update(dict.fromkeys(exact))
                # "Thai" is no citizen, "Thais" is no country.
                if (not exact or stop - start > 1) and not self._several(words[start:stop]):
                    alike = self.bags.get(bag_of(roots[start:stop]), ())
                    verb = words[start] if stop - start == 2 and words[start] in known else ""
                    if ids := [i for i in alike if not (verb and self._does(verb, i))]:
                        found[start, stop].update(dict.fromkeys(ids))
        for start, stop, ids in self._held_spans(words, roots, windows, known):
            found[start, stop].update(dict.fromkeys(ids))
        spans = [
            Span(
                start,
                stop,
                sum(w not in LINKS for w in words[start:stop]),
                Mention(as_said(words[start:stop]), tuple(ids)),
            )
            for (start, stop), ids in found.items()
            if ids and not any(first < start < last for first, last in acts)
        ]
        taken: list[Span] = []
        for span in sorted(spans, key=lambda s: (-s.weight, s.start - s.stop, s.start)):
            if all(span.stop <= other.start or other.stop <= span.start for other in taken):
                taken.append(span)
        return sorted(taken, key=lambda s: s.start)

    def _several(self, words: list[str]) -> bool:
        """Say whether words name a country and somebody besides: "Iran to the women of Iran", "media and China"."""
        joints = [n for n, w in enumerate(words) if w in _JOINTS]
        return any(" ".join(part) in self.owners for n in joints for part in (words[:n], words[n + 1 :]))

    def _does(self, word: str, id_: str) -> bool:
        """Say whether a word before a country is no role there: "attack Japan" is no attacker."""
        there = cut(self.name(id_))
        return word not in there and word.removesuffix("s") not in there and bool(owner_of(self.name(id_)))

    def _held_spans(
        self, words: list[str], roots: list[str], windows: list[tuple[int, int]], known: frozenset[str]
    ) -> Iterator[tuple[int, int, list[str]]]:
        """Yield mentions of a role with its owner: "Thai police", "police of Thailand", "member of the Thai senate"."""
        roles: dict[tuple[int, int], list[str]] = {}
        owners = [(i, j, ids) for i, j in windows if (ids := self.owners.get(" ".join(words[i:j])))]
        if not owners:
            return
        for i, j in windows:
            # A verb is no role: "did Iraq speak" has no speaker.
            verb = j - i == 1 and words[i] in known and words[i] not in self.said
            if not verb and (names := self.roles.get(bag_of(roots[i:j]))):
                roles[i, j] = names
        for i, j, ids in owners:
            for (first, last), names in roles.items():
                after, before = skipped(words, j), skipped(words, last)
                verb = last - first == 1 and words[first] in known
                did = first == j and i > 0 and words[i - 1] in ("did", "does") and not is_plural(words[first])
                if verb and (last == i or did):
                    continue  # "attack Japan", "did Iran press Japan"
                behind = first == after and not set(words[j:first]) & _JOINTS
                if behind or (before == i and not set(words[last:i]) & _APART):
                    if held := self._held(names, ids):
                        yield min(i, first), max(j, last), held
            for start in range(i - 1, max(0, i - 7) - 1, -1):
                if roots[start] and roots[start] not in self._roots:
                    break
                if words[start] in ENDS:
                    break
                if not roots[start]:
                    continue
                for stop in range(j + 1, min(len(words), j + 5) + 1):
                    if words[stop - 1] in ENDS:
                        break
                    if not roots[stop - 1]:
                        continue
                    if roots[stop - 1] not in self._roots:
                        break
                    names = self.roles.get(bag_of([*roots[start:i], *roots[j:stop]]), [])
                    if names and (held := self._held(names, ids)):
                        yield start, stop, held

    def _held(self, roles: list[str], owners: list[str]) -> list[str]:
        return list(dict.fromkeys(i for r in roles for o in owners for i in self.held.get(f"{r}\t{o}", ())))

    def similar(self, words: list[str]) -> list[str]:
        """Return the actors that words may stand for: by a looser role, then by words shared, the rarest first."""
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
        own: dict[str, bool] = {}
        owner = {
            root(w)
            for run in runs_of(words)
            for o in self.owners.get(run, ())
            for w in cut(self.name(o))
            if w.isalnum()
        }
        scores: dict[str, float] = defaultdict(float)
        for part in wanted | owner:
            sharing = self._rare.get(part, ())
            for id_ in sharing:
                scores[id_] += 1 / len(sharing) ** 0.5
                own[id_] = own.get(id_, False) or part not in owner
        # Who shares no more than the country comes last.
        ranked = sorted(scores, key=lambda i: (not own[i], -scores[i] / (1 + 0.05 * len(cut(self.name(i)))), i))
        return list(dict.fromkeys([*self._loosely(words), *ranked[:40]]))

    def _loosely(self, words: list[str]) -> list[str]:
        for start in range(len(words)):
            for stop in range(start + 1, min(len(words), start + 6) + 1):
                if owners := self.owners.get(" ".join(words[start:stop])):
                    if held := self._held(self.loose.get(bag([*words[:start], *words[stop:]]), []), owners):
                        return held
        return []
