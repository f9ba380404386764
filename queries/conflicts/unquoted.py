"""Whom a source does not quote, and what of a statement it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Telling, Told, first_by_article

_LEAST = 2  # articles that quote those concerned


def unheard(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where an article quotes others on an act, and nobody of its doers' side, who speak elsewhere."""
    doers = told.sides("BY")
    speaking = first_by_article(t for t in told.reports if t.chain and doers & set(t.sides))
    quoting = first_by_article(t for t in told.asserted if t.chain and t.sides and not t.excerpt)
    silent = [t for article, t in quoting.items() if not doers & record.heard[article]]
    if speaking and silent:
        nothing = [t.saying("quotes others only") for t in silent]
        yield told.conflict("omission", "the doers' word", [*speaking.values(), *nothing])


def one_sided(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where an article quotes only the doers' side on an act, and others quote those concerned."""
    doers = told.states("BY")
    within = [told, *record.parts.get(told.id, [])]
    theirs = first_by_article(
        t for act in within for t in act.reports if t.chain and t.sides and not doers & {*t.sides}
    )
    states = {state for t in theirs.values() for state in t.sides}
    silent = [
        t.saying("quotes the doers' side only")
        for article, t in first_by_article(told.asserted).items()
        if not t.excerpt and doers & record.heard[article] and not states & record.heard[article]
    ]
    told_too = theirs.keys() & {t.article for t in told.reports}
    if len(theirs) >= _LEAST and told_too and silent and not told.act["statement"] and told.within(silent[0], MONTH):
        yield told.conflict("omission", "the others' word", [*theirs.values(), *silent])


def claims_left_out(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles give different parts of one statement.

    The purpose of what an article tells is none: purposes are compared by themselves.
    """
    claims = record.claims.get(told.id, [])
    given = first_by_article(t for _, t in claims)
    whole = {article: t for article, t in given.items() if record.enough(t) and not record.breaks_off(t)}
    lacking: dict[str, list[Telling]] = {}
    for claim, telling in claims:
        meant = [act for act, _ in claims if act.linked("AIMS_AT") & claim.ids]
        told_by = {r.article for act in [claim, *meant] for r in act.reports}
        for article in (a for a, t in whole.items() if not (t.excerpt and claim.act["statement"]) and a not in told_by):
            lacking.setdefault(article, []).append(telling)
    if len(given) > 1 and lacking:
        left_out = dict.fromkeys(t for _, t in claims if any(t in some for some in lacking.values()))
        silent = sorted(lacking)
        reports = first_by_article(told.reports)
        nothing = [reports[a].saying(f"not all of it: {reports[a].value}") for a in silent if a in reports]
        yield told.conflict("omission", "what was said", [*left_out, *nothing])
