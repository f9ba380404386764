"""Settles the references between the facts of one article, once all of them are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.loaders.fact_reader import FactReader
from communique.schemas.marked_yaml import Table, Text, Value
from communique.schemas.names import suggestion
from communique.schemas.records import Link


def settle_links(reader: FactReader) -> None:
    """Turn the pending references into links of acts and details; report those that lead nowhere or round."""
    details = {d.id: d for d in reader.article.details}
    by_subject = defaultdict(list)
    for detail in reader.article.details:
        subject = detail.links[0][1]
        by_subject[f"{subject}.{detail.attribute}"].append(detail.id)
    for source, key, at, chain in reader.pending:
        kind = key.upper()
        if at.value in reader.introduced:
            targets = [(at.value, "acts")]
        elif at.value in details:
            targets = [(at.value, "details")]
        elif at.value in by_subject:
            targets = [(d, "details") for d in by_subject[at.value] if d != source]
        elif key in ("refers_to", "than") and (entry := reader.names.one(at, ("places", "actors", "topics"))):
            targets = [(entry.id, entry.section)]
        else:
            right = suggestion(at.value, [*reader.introduced, *by_subject])
            reader.names.problems.add(at, f"{key}: {at.value!r} is no fact of this file", right)
            continue
        for target, section in targets:
            if source in details:
                details[source].links.append((kind, target, section))
            else:
                link = Link(kind, target, section, chain.mark, chain.paragraph, chain.via)
                if link not in reader.acts[source].links:
                    reader.acts[source].links.append(link)
    check_cycles(reader)


def check_cycles(reader: FactReader) -> None:
    """Report statements that claim themselves, and acts that are part of themselves."""
    places: dict[tuple[str, str], Value] = {(a, b): at for a, b, at in reader.claimed if b}
    _report_cycle(places, "claims", reader)
    for kind in ("during", "part_of", "follows", "responds_to"):
        parts: dict[tuple[str, str], Value] = {(s, t.value): t for s, k, t, _ in reader.pending if k == kind}
        _report_cycle(parts, kind, reader)


def _report_cycle(places: dict[tuple[str, str], Value], what: str, reader: FactReader) -> None:
    graph = defaultdict(list)
    for source, target in places:
        graph[source].append(target)
    for (source, target), at in places.items():
        if source == target or _reaches(graph, target, source):
            reader.names.problems.add(at, f"{what}: {source} leads back to itself through {target}", "cut it")
            return


def _reaches(graph: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, queue = {start}, [start]
    while queue:
        for step in graph.get(queue.pop(), []):
            if step == goal:
                return True
            if step not in seen:
                seen.add(step)
                queue.append(step)
    return False


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
