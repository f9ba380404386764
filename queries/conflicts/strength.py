"""How surely and how strongly: what one source says flatly and another with a reservation, or in a weaker word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from communique.queries.conflicts.record import Record, vocabulary
from communique.queries.conflicts.told import Conflict, Row, Telling, Told, given, sources

CLAIM, APPEAL = "claim", "appeal"
CALLED = {"called_for", "called_against"}
_RELATIONS = ("FOLLOWS", "RESPONDS_TO", "MOTIVATED_BY", "PART_OF", "DURING")


def certainty_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one source hedges, only claims or only infers what another says flatly."""
    sure, unsure = _how_surely(told, record)
    if sure and unsure and sources(sure) != sources(unsure):
        yield told.conflict("strength", "how surely", [*sure, *unsure])
    else:
        yield from _distance(told, told.reports, record)
    if bool(sure) != bool(unsure):  # what may be the same is sure or not where this is not or is
        others = [_how_surely(other, record) for other in record.unsure.get(told.id, []) if told.alike(other)]
        theirs = [t for flat, held in others for t in (held if sure else flat) if not (flat if sure else held)]
        if theirs:
            yield told.conflict("strength", "how surely, if it is the same", [*sure, *unsure, *theirs])
    values: dict[tuple[str, str], list[Telling]] = {}
    for detail in told.details:
        values.setdefault((detail["attribute"], detail["value"].casefold()), []).extend(detail["tellings"])
    for (attribute, _), tellings in values.items():
        if _whose(tellings):
            told_by = [t.saying(f"{t.value}, from {t.voice}") for t in tellings if t.asserts]
            yield told.conflict("strength", f"whose word ({attribute})", told_by)
        flat = [t for t in tellings if t.asserts and not t.hedge]
        weak = [t.saying(f"{t.hedge}: {t.value}") for t in tellings if t.hedge]
        if flat and weak:
            yield told.conflict("strength", attribute, [*flat, *weak])
        else:
            yield from _distance(told, tellings, record, attribute)
    yield from _uncertain_links(told, record)


def _how_surely(told: Told, record: Record) -> tuple[list[Telling], list[Telling]]:
    """Return the reports that say it flatly, and those with a reservation, which is their value."""
    reserved = [(t, _reservation(t, record)) for t in told.reports if t.factuality != "denied"]
    sure = [t.saying("flatly") for t, reservation in reserved if t.asserts and not reservation]
    return sure, [t.saying(reservation) for t, reservation in reserved if reservation]


def _distance(told: Told, tellings: list[Telling], record: Record, attribute: str = "") -> Iterator[Conflict]:
    """Yield a conflict where somebody says flatly what the article gives with a reservation ("what he called").

    Only of what no other article tells: else theirs is compared, of a detail that of what may be the same act.
    """
    kept = [t for t in tellings if t.chain and t.asserts and t.hedge]
    papers = [replace(t, chain=(), value=f"{t.hedge}: {t.value}") for t in kept]
    articles = {t.article for act in [told, *record.maybe(told)] for t in act.reports if t.mark != "derived"}
    if kept and len(articles) == 1:
        yield told.conflict("strength", "how surely", [*kept, *papers])
    elif kept and attribute:
        flat = [t for other in record.maybe(told) for t in given(other, attribute) if not t.hedge]
        theirs = [t for t in flat if t.article not in {k.article for k in kept}]
        if theirs:
            yield told.conflict("strength", "how surely, if it is the same", [*papers, *theirs])


def _uncertain_links(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one source hedges that an act follows, answers, or was moved by another."""
    links: dict[tuple[str, str], list[Row]] = {}
    for link in (link for link in told.links if link["relation"] in _RELATIONS and link["other"] in record.by_id):
        links.setdefault((link["relation"], record.by_id[link["other"]].id), []).append(link)
    told_at = {(t.article, t.paragraph): t for t in told.reports}
    for (relation, other), some in links.items():
        placed = [
            (told_at[li["article"], li["paragraph"]], li) for li in some if (li["article"], li["paragraph"]) in told_at
        ]
        flat = [t.saying("flatly") for t, li in placed if not li["hedge"] and li["mark"] in ("reported", "attributed")]
        weak = [t.saying(li["hedge"]) for t, li in placed if li["hedge"]]
        if flat and weak and sources(flat) != sources(weak):
            aspect = f"{relation.lower().replace('_', ' ')}: {record.by_id[other].summary}"
            yield told.conflict("strength", aspect, [*flat, *weak])


def word_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where sources use verbs of differing force for the same act, or for two that may be the same."""
    for said in (_verbs(told, told.asserted, record), _verbs(told, told.denied, record)):
        if len({force(kind) for kind, _ in said}) > 1:
            yield told.conflict("strength", "word", (t for _, t in said))
    for other in record.unsure.get(told.id, []):
        verbs = [_verbs(act, [*act.asserted, *act.denied], record) for act in (told, other)]
        forces = [{force(kind) for kind, _ in some} for some in verbs]
        if told.act["statement"] == other.act["statement"] and not _narrower(told, other):
            if all(forces) and not forces[0] & forces[1]:
                yield told.conflict("strength", "word, if it is the same", (t for some in verbs for _, t in some))


def _whose(tellings: list[Telling]) -> bool:
    """Say whether articles give the words that one of them prints to different voices."""
    said = [t for t in tellings if t.asserts and t.chain]
    return any(t.phrase for t in said) and any(
        one.article != other.article and one.voice != other.voice for one, other in combinations(said, 2)
    )


def _verbs(told: Told, reports: list[Telling], record: Record) -> list[tuple[str, Telling]]:
    """Return the kind that each report gives an act, and the report with it as its value.

    Who says plainly what should be done appeals.
    """
    claimed: dict[str, set[str]] = {}
    for _, telling in record.claims.get(told.id, []):
        claimed.setdefault(telling.article, set()).add(telling.factuality)
    kinds = [(t.kind or str(told.act["kind"]), t) for t in reports]
    kinds = [(APPEAL if not force(k) and CALLED & claimed.get(t.article, set()) else k, t) for k, t in kinds]
    return [(kind, t.saying(f"{'' if t.asserts else 'denied: '}{kind}: {t.value}")) for kind, t in kinds]


def _narrower(one: Told, other: Told) -> bool:
    """Say whether either act's kind is the other's or a wider one."""
    kinds = (str(one.act["kind"]), str(other.act["kind"]))
    return kinds[0] in vocabulary().ancestors(kinds[1]) or kinds[1] in vocabulary().ancestors(kinds[0])


def _reservation(telling: Telling, record: Record) -> str:
    """Return what weakens a report: its hedge, the verb "claim", or that the writers infer it."""
    if telling.hedge:
        return telling.hedge
    if telling.mark == "inferred":
        return "" if telling.factuality == "mentioned" else "inferred by the writers"
    statement = record.by_id.get(telling.via)
    if statement is None or not telling.asserts:
        return ""
    verbs = {t.kind or statement.act["kind"] for t in statement.reports if t.article == telling.article}
    return "claimed" if verbs == {CLAIM} else ""


def force(kind: str) -> str:
    """Return what a word says: its CAMEO code, the same for all plain words of speech."""
    entry = vocabulary().kinds.get(kind)
    code = entry.cameo if entry else ""
    return "" if entry and entry.statement and code[:2] in ("", "01") else code or kind
