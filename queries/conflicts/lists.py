"""Who belongs to a list: who does the like of a thing, of whom one article names fewer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told

_LIST = 2  # so many make a list
_ANSWER = "respond"


def list_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles name those who claim a thing, violate it or answer it, and one leaves some out.

    An article that names one only has a list where it is no short excerpt.
    """
    likes: dict[tuple[str, str], list[Told]] = {}
    for told in record.acts:
        for key in _keys(told, record):
            likes.setdefault(key, []).append(told)
    listed: set[tuple[Telling, ...]] = set()
    for (kind, thing), acts in ((key, acts) for key, acts in likes.items() if len(acts) > 1):
        named: dict[str, dict[str, Telling]] = {}
        for told in acts:
            for telling in (t for t in told.asserted if t.mark != "derived"):
                for state in told.states("BY"):
                    named.setdefault(telling.article, {}).setdefault(state, telling)
        less = [
            a
            for a, b in combinations(sorted(named, key=lambda n: len(named[n])), 2)
            if named[a].keys() < named[b].keys()
        ]
        short = [a for a in less if len(named[a]) >= _LIST or all(map(record.enough, named[a].values()))]
        if short:
            most = [a for a in named if any(named[b].keys() < named[a].keys() for b in short)]
            tellings = tuple(t for a in dict.fromkeys([*most, *short]) for t in dict.fromkeys(named[a].values()))
            if tellings in listed:
                continue  # of the whole of the act that was answered
            listed.add(tellings)
            if kind == _ANSWER:
                yield record.by_id[thing].conflict("omission", "who answered it: not all of them", tellings)
            else:
                yield acts[0].conflict("omission", "by whom: not all of them", tellings)


def _keys(told: Told, record: Record) -> list[tuple[str, str]]:
    kind = str(told.act["kind"])
    if kind == "claim-territory":
        return [(kind, r["id"]) for r in told.roles if r["role"] == "ABOUT" and "Place" in r["labels"]]
    if kind == "violate-airspace":
        wider = [act for act in record.maybe(told) if told.states("BY") < act.states("BY")]
        return [(kind, act.id) for act in [told, *record.wholes(told), *wider]]
    doers = told.states("BY")
    answered = [act for act in record.others(told, "RESPONDS_TO") if not act.act["statement"] and act.states("BY")]
    wholes = [act for one in answered for act in [one, *record.wholes(one)] if not doers & act.states("BY")]
    return [(_ANSWER, act.id) for act in wholes] if doers else []
