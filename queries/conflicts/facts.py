"""When, where, who, what for, in which words, how surely: what sources tell differently of one act or thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from communique.queries.conflicts.told import Conflict, Record, Telling, Told
from communique.schemas.dates import parse_edtf
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

# At one place only: two that lie apart cannot both be right. A flight passes many.
AT_ONE_PLACE = {"meet", "consult", "press-conference", "hold-summit", "host-visit", "sign", "vote"}


def date_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where two reports give days that exclude each other."""
    dated = [t.saying(t.date) for t in told.reports if t.date]
    if any(parse_edtf(a.date).contradicts(parse_edtf(b.date)) for a, b in combinations(dated, 2)):
        yield Conflict("contradiction", "date", told.id, told.summary, tuple(dated))


def place_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where an act that has one place has two, named by different articles, that lie apart."""
    places = [r for r in told.roles if r["role"] == "AT"]
    if not AT_ONE_PLACE & set(told.act["kinds"]):
        return
    for one, other in combinations(places, 2):
        apart = not {(one["id"], other["id"]), (other["id"], one["id"])} & record.within
        if apart and one["id"] != other["id"] and not set(one["articles"]) & set(other["articles"]):
            tellings = [t.saying(r["name"]) for r in (one, other) for t in _first_in(told, r["articles"])]
            yield Conflict("contradiction", "place", told.id, told.summary, tuple(tellings))


def party_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles give a role to parties of different states, none to one of the other's."""
    for role in ("BY", "TO", "TOWARD"):
        states: dict[str, set[str]] = {}
        for row in (r for r in told.roles if r["role"] == role and r["state"]):
            for article in row["articles"]:
                states.setdefault(article, set()).add(row["state"])
        for one, other in combinations(sorted(states), 2):
            if not states[one] & states[other]:
                names = {r["id"]: r["name"] for r in told.roles}
                tellings = [
                    t.saying(", ".join(names.get(s, s) for s in sorted(states[article])))
                    for article in (one, other)
                    for t in _first_in(told, [article])
                ]
                yield Conflict("contradiction", f"party ({role.lower()})", told.id, told.summary, tuple(tellings))


def purpose_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where voices give an act different purposes and none of them shares one."""
    aims: dict[str, dict[str, Telling]] = {}
    for link in (li for li in told.links if li["relation"] in ("AIMS_AT", "MOTIVATED_BY")):
        if aimed := record.by_id.get(link["other"]):
            for telling in aimed.reports:
                if telling.article == link["article"] and telling.paragraph == link["paragraph"]:
                    aims.setdefault(telling.voice, {}).setdefault(link["other"], telling)
    camps: list[dict[str, Telling]] = []  # voices that share a purpose stand together
    for given in (aims[voice] for voice in sorted(aims)):
        apart = [c for c in camps if not c.keys() & given.keys()]
        joined = dict(given)
        for camp in (c for c in camps if c.keys() & given.keys()):
            joined |= camp
        camps = [*apart, joined]
    if len(camps) > 1:
        tellings = tuple(telling for camp in camps for telling in camp.values())
        yield Conflict("contradiction", "purpose", told.id, told.summary, tellings)


def strength_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one source hedges or only infers what another says flatly, or uses another word."""
    sure = [t for t in told.reports if t.asserts and not t.hedge]
    unsure = [t for t in told.reports if t.hedge or t.mark == "inferred"]
    unsure = [t for t in unsure if t.factuality not in ("mentioned", "denied")]
    if sure and unsure and _sources(sure) != _sources(unsure):
        tellings = [*(t.saying("flatly") for t in sure), *(t.saying(_how(t)) for t in unsure)]
        yield Conflict("strength", "how surely", told.id, told.summary, tuple(tellings))
    said = [t.saying(f"{t.kind or told.act['kind']}: {t.value}") for t in told.reports if t.asserts]
    if len({_strength(t.kind or told.act["kind"]) for t in said}) > 1:
        yield Conflict("strength", "word", told.id, told.summary, tuple(said))
    for detail in told.details:
        flat = [t for t in detail["tellings"] if t.asserts and not t.hedge]
        weak = [t for t in detail["tellings"] if t.hedge]
        if flat and weak:
            tellings = [*flat, *(t.saying(f"{t.hedge}: {t.value}") for t in weak)]
            yield Conflict("strength", detail["attribute"], told.id, told.summary, tuple(tellings))


def attribution_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one article gives as its own knowledge what another only has from somebody.

    Only where some source doubts or denies it: else to name one's source is care, and no disagreement.
    """
    if not any(t.factuality == "denied" or t.hedge for t in told.reports):
        return
    own = [t for t in told.reports if t.asserts and not t.chain and t.mark == "reported"]
    others = [t for t in told.reports if t.asserts and t.chain and t.article not in {o.article for o in own}]
    if own and others:
        tellings = [*(t.saying("in its own voice") for t in own), *(t.saying(f"from {t.voice}") for t in others)]
        yield Conflict("strength", "whose word", told.id, told.summary, tuple(tellings))


def name_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where sources call a place, thing or act by different names."""
    named = [t for d in told.details if d["attribute"] == "known_as" for t in d["tellings"] if t.asserts]
    if len({t.value for t in named}) > 1 and len({t.voice for t in named}) > 1:
        yield Conflict("name", "known as", told.id, told.summary, tuple(named))


@cache
def _strength(kind: str) -> str:
    """Return what a word says: its CAMEO code, the same for all plain words of speech."""
    entry = _vocabulary().kinds.get(kind)
    code = entry.cameo if entry else ""
    return "" if entry and entry.statement and code[:2] in ("", "01") else code or kind


@cache
def _vocabulary() -> Vocabulary:
    return read_vocabulary()


def _sources(tellings: list[Telling]) -> set[tuple[str, str]]:
    return {(t.article, t.voice) for t in tellings}


def _how(telling: Telling) -> str:
    return telling.hedge or ("inferred by the writers" if telling.mark == "inferred" else telling.factuality)


def _first_in(told: Told, articles: list[str]) -> Iterator[Telling]:
    for article in articles:
        yield from [t for t in told.reports if t.article == article][:1]
