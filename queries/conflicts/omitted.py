"""What a source leaves out of an act that several others tell with it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.told import Conflict, Record, Telling, Told

_LEAST = 2  # so many publishers must tell it


def omissions(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each act within this one (or in answer to it) that some tell and others leave out.

    Looked at are articles that tell the whole act themselves, not those that only mention it and no excerpts; two
    publishers must tell the part.
    """
    tellers = _by_article(t for t in told.reports if t.asserts)
    for part in record.acts:
        inner = any(
            li["relation"] in ("DURING", "PART_OF", "RESPONDS_TO") and li["other"] in told.ids for li in part.links
        )
        if not inner or part is told:
            continue
        told_by = _by_article(part.reports)
        if len({t.publisher for t in told_by.values()}) < _LEAST:
            continue
        silent = [
            t.saying("says nothing of it") for article, t in tellers.items() if article not in told_by and not t.excerpt
        ]
        if silent and tellers.keys() & told_by.keys():
            yield Conflict("omission", part.summary, told.id, told.summary, (*told_by.values(), *silent))


def _by_article(tellings: Iterator[Telling] | list[Telling]) -> dict[str, Telling]:
    found: dict[str, Telling] = {}
    for telling in tellings:
        found.setdefault(telling.article, telling)
    return found
