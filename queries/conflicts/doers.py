"""Who did it or said it: what one source leaves open, of whom it names more, and whom it names for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, first_by_article

Named = dict[str, dict[str, tuple[str, str, bool]]]  # article: id of who does it, its name, state, whether a person


def doer_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one article leaves open who does an act, names more of the states, or another speaker.

    Of two acts that may be the same, those who do the one and the other are compared as well.
    """
    tellers = _tellers(told)
    named = _named(told, tellers)
    if not tellers:
        return
    if named and tellers.keys() - named.keys() - _elsewhere(told, record):
        yield told.conflict("omission", "by whom", _saying(tellers, named))
    if _some_left_out(named):
        yield told.conflict("omission", "by whom: not all", _saying(tellers, named))
    if told.act["statement"] and any(_others(named, named, told)):
        yield told.conflict("strength", "who says so", _saying(tellers, named))
    yield from _if_the_same(told, named, tellers, record)


def _if_the_same(told: Told, named: Named, tellers: dict[str, Telling], record: Record) -> Iterator[Conflict]:
    """Compare an act with those of other articles that may be it, each pair once."""
    left_open, others = [], []
    for other in record.unsure.get(told.id, []):
        theirs = _tellers(other)
        doers = _named(other, theirs)
        if not told.alike(other) and not (told.act["statement"] and other.act["statement"]):
            continue
        same = {t.source for t in tellers.values()} & {t.source for t in theirs.values()}
        if len(tellers.keys() | theirs.keys()) == 1 or (same and told.act["statement"]):
            continue
        if bool(named) != bool(doers):
            left_open += _saying(theirs, doers)
        elif named and all(_others(named, doers, told)) and not _one_side(named, doers, told):
            others += _saying(theirs, doers)
    if left_open:
        yield told.conflict("omission", "by whom, if it is the same", [*_saying(tellers, named), *left_open])
    if others:
        yield told.conflict("strength", "by whom, if it is the same", [*_saying(tellers, named), *others])


def _tellers(told: Told) -> dict[str, Telling]:
    return first_by_article(
        t
        for t in told.reports
        if t.mark != "derived" and t.factuality != "denied" and (t.factuality != "mentioned" or t.hedge)
    )


def _named(told: Told, tellers: dict[str, Telling]) -> Named:
    """Return whom each of some articles names as doing an act."""
    named: Named = {}
    for row in (r for r in told.roles if r["role"] == "BY"):
        for article in (a for a in row["articles"] if a in tellers):
            named.setdefault(article, {})[row["id"]] = (row["name"], row["state"] or "", "Person" in row["labels"])
    return named


def _elsewhere(told: Told, record: Record) -> set[str]:
    """Return the articles that name those who do an act as doing what it is a part of."""
    doers = told.sides("BY")
    wholes = record.wholes(told)
    return {a for w in wholes for r in w.roles if r["role"] == "BY" and r["state"] in doers for a in r["articles"]}


def _some_left_out(named: Named) -> bool:
    """Say whether an article names states that another one, which names some of them too, leaves out."""
    states = [{state for _, state, _ in doers.values() if state} for doers in named.values()]
    return any(a & b and a != b and len(a | b) > 1 for a, b in combinations(states, 2))


def _others(named: Named, others: Named, told: Told) -> list[bool]:
    """Return of each two articles whether nobody whom the one names is named by the other.

    Of speakers, a state agrees with who speaks for it.
    """
    found = []
    for one, other in product(named.values(), others.values()):
        near = {state for doers in (one, other) for _, state, _ in doers.values()} if told.act["statement"] else set()
        found.append(not one.keys() & other.keys() and not near & (one.keys() | other.keys()))
    return found


def _one_side(named: Named, others: Named, told: Told) -> bool:
    """Say whether bodies of one state speak, or one and a person: a minister and his ministry may be one voice.

    So may officials of whom nobody says whose they are.
    """
    speakers = [[s for doers in some.values() for s in doers.values()] for some in (named, others)]
    persons = all(person for some in speakers for _, _, person in some)
    states = [{state for _, state, _ in some} for some in speakers]
    return bool(told.act["statement"]) and not persons and (states[0] == states[1] or "" in states[0] | states[1])


def _saying(tellers: dict[str, Telling], named: Named) -> list[Telling]:
    """Return for each article whom it names, or that it names nobody."""
    names = {article: ", ".join(sorted(name for name, _, _ in doers.values())) for article, doers in named.items()}
    return [t.saying(f"{names.get(article, 'left open')}: {t.value}") for article, t in tellers.items()]
