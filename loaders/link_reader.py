"""Settles the references between the facts of one article, once all of them are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from communique.loaders.reading import Chain, Reading
from communique.schemas.article_keys import IDENTITY
from communique.schemas.marked_yaml import Table, Text, Value
from communique.schemas.quantities import read_ordinal
from communique.schemas.records import Act, Link


def add_series(reading: Reading, act: Act, value: Value, own: Chain) -> None:
    """Link an act to the series it is one of: ``{joint-air-patrols: second}``."""
    if not isinstance(value, Table):
        reading.problems.add(value, "series: needs a topic and a number", "`series: {some-topic: 2}`")
        return
    for topic, number in value:
        entry = reading.names.one(topic, ("topics",))
        count = read_ordinal(number.value) if isinstance(number, Text) else None
        if count is None:
            reading.problems.add(number, "the place in a series is a number", "as 2 or second")
        elif entry:
            link = Link("IN_SERIES", entry.id, "topics", own.mark, own.paragraph, own.via, count)
            act.links.append(link)


_ELSEWHERE = re.compile(r"(?P<article>[^\s/]+)/(?P<act>[^\s/]+)")
_THINGS = ("places", "actors", "topics")


def settle_links(reading: Reading) -> None:
    """Turn the pending references into links of acts and details; report those that lead nowhere or round."""
    details = {d.id: d for d in reading.article.details}
    by_subject = defaultdict(list)
    for detail in reading.article.details:
        subject = detail.links[0][1]
        by_subject[f"{subject}.{detail.attribute}"].append(detail.id)
    for source, key, at, chain in reading.pending:
        kind = key.upper()
        if key in IDENTITY and source in reading.acts and (elsewhere := _ELSEWHERE.fullmatch(at.value)):
            link = Link(kind, elsewhere["act"], "acts", chain.mark, chain.paragraph, chain.via, None, chain.hedge)
            reading.acts[source].links.append(replace(link, article=elsewhere["article"]))
            reading.elsewhere.append((at, elsewhere["article"], elsewhere["act"]))
            continue
        if at.value in reading.introduced:
            targets = [(at.value, "acts")]
        elif at.value in details:
            targets = [(at.value, "details")]
        elif at.value in by_subject:
            targets = [(d, "details") for d in by_subject[at.value] if d != source]
        elif key in ("refers_to", "than") and len(found := reading.names.vocabulary.find(at.value, _THINGS)) == 1:
            targets = [(found[0].id, found[0].section)]
        else:
            right = reading.problems.near(at.value, [*reading.introduced, *by_subject])
            right = right or ("an act of another file is article-id/act-id" if key in IDENTITY else "")
            reading.problems.add(at, f"{key}: {at.value!r} is no fact of this file", right)
            continue
        if source not in details and key != "derived_from" and any(s == "details" for _, s in targets):
            reading.problems.add(at, f"{key}: {at.value!r} is a detail, not an act", "name the act")
            continue
        for target, section in targets:
            if source in details:
                details[source].links.append((kind, target, section))
            else:
                link = Link(kind, target, section, chain.mark, chain.paragraph, chain.via, None, chain.hedge)
                if link not in reading.acts[source].links:
                    reading.acts[source].links.append(link)
    check_cycles(reading)


def check_cycles(reading: Reading) -> None:
    """Report statements that claim themselves, and acts that are part of themselves."""
    places: dict[tuple[str, str], Value] = {(a, b): at for a, b, at in reading.claimed if b}
    _report_cycle(places, "claims", reading)
    for kind in ("during", "part_of", "follows", "responds_to", "derived_from", "motivated_by", "conditional_on"):
        parts: dict[tuple[str, str], Value] = {(s, t.value): t for s, k, t, _ in reading.pending if k == kind}
        _report_cycle(parts, kind, reading)


def _report_cycle(places: dict[tuple[str, str], Value], what: str, reading: Reading) -> None:
    graph: dict[str, list[str]] = defaultdict(list)
    for source, target in places:
        graph[source].append(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        trail = error.args[1]
        back = set(zip(trail[1:], trail, strict=False))
        source, target = next(edge for edge in places if edge in back)
        what = f"{what}: {source} leads back to itself through {target}"
        reading.problems.add(places[source, target], what, "cut it")


def introduced_ids(values: Iterable[Value], kinds: Iterable[str]) -> dict[str, Text]:
    """Return the ids that facts in these values introduce, with the place of the first."""
    known, found = frozenset(kinds), dict[str, Text]()
    queue = list(values)[::-1]
    while queue:
        value = queue.pop()
        if isinstance(value, Table):
            first, name = value.entries[0] if value.entries else (Text("", 0, 0), None)
            if first.value in known and isinstance(name, Text) and name.value:
                found.setdefault(name.value, name)
            queue.extend(inner for _, inner in reversed(value.entries))
        elif not isinstance(value, Text):
            queue.extend(reversed(value.values))
    return found
