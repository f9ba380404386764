"""Reads the blocks of an annotated article into acts, details and reports; claims nest by indentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.loaders.detail_reader import add_details
from communique.loaders.link_reader import add_series
from communique.loaders.reading import ASSERTING, Chain, Reading
from communique.schemas.article_keys import FACT_KEYS, LINKS, UNSTATED
from communique.schemas.entries import MARKS, ROLES, Kind
from communique.schemas.marked_yaml import Items, Table, Text, Value
from communique.schemas.records import Act, Link

# What an act is said to be where it is introduced, and cannot become where it is referred back to.
_FIRST_ONLY = ("same", "also", "name")


def read_block(reading: Reading, paragraph: str, value: Value) -> None:
    """Read one paragraph's facts; references between facts are left to `settle_links`."""
    for item in _facts(reading, value, f"{paragraph} must be a list of facts"):
        _fact(reading, item, Chain(paragraph))


def _facts(reading: Reading, value: Value, what: str) -> Iterator[Table]:
    for item in value if isinstance(value, Items) else [value]:
        if isinstance(item, Table) and item.entries:
            yield item
        else:
            reading.problems.add(item, what, "write `- criticize: some-id` with its roles below")


def _fact(reading: Reading, table: Table, chain: Chain) -> str:
    """Read one fact and what is nested in it; return the id of its act or thing."""
    first, value = table.entries[0]
    kind = reading.names.vocabulary.kinds.get(first.value)
    if first.value == "see":
        return _seen(reading, table, value, chain)
    if kind is None:
        known = [*reading.names.vocabulary.kinds, "see"]
        right = reading.problems.near(first.value, known) or "the first line of a fact is `kind: id` or `see: id`"
        reading.problems.add(first, f"unknown act kind {first.value!r}", right)
        return ""
    if not isinstance(value, Text):
        reading.problems.add(value, f"the id of {first.value} must be one word", "as flight-2020-12-22")
    act_id = (value.value if isinstance(value, Text) else "") or reading.new_id(chain.paragraph)
    if act_id in reading.acts:
        place = reading.introduced.get(act_id, first)
        reading.problems.add(value, f"{act_id} is there already, line {place.line}", f"see: {act_id}")
        return ""
    act = Act(act_id, kind.id, reading.kinds(table, "also"), reading.flag(table, "same"))
    act.name, act.summary = reading.text(table, "name"), reading.text(table, "summary")
    reading.acts[act_id] = act
    reading.article.acts.append(act)
    _body(reading, act, kind, table, chain)
    _require(reading, act, kind, table)
    return act_id


def _seen(reading: Reading, table: Table, value: Value, chain: Chain) -> str:
    if not isinstance(value, Text) or not value.value:
        reading.problems.add(value, "see: needs the id of a fact or thing")
        return ""
    if value.value not in reading.introduced:
        return _seen_thing(reading, table, value, chain)
    line = reading.introduced[value.value].line
    act = reading.acts.get(value.value)
    if act is None:
        right = f"line {line}: give it there, and refer back"
        reading.problems.add(value, f"{value.value} comes later", right)
        return ""
    for key in (k for k, _ in table if k.value in _FIRST_ONLY):
        reading.problems.add(key, f"{key.value}: belongs where {act.id} is introduced", f"line {line}")
    mentioned = replace(chain, factuality="mentioned", details=chain.factuality)
    _body(reading, act, reading.names.vocabulary.kinds[act.kind], table, mentioned)
    return act.id


def _seen_thing(reading: Reading, table: Table, value: Text, chain: Chain) -> str:
    sections, vocabulary = ("actors", "places", "topics"), reading.names.vocabulary
    if not vocabulary.find(value.value, sections):
        known = [*reading.introduced, *(n for s in sections for n in vocabulary.entries[s])]
        right = reading.problems.near(value.value, known)
        reading.problems.add(value, f"see: {value.value!r} is no fact or thing that is known", right)
        return ""
    entry = reading.names.one(value, sections)
    for key, inner in table.entries[1:] if entry else []:
        assert entry is not None
        if key.value in vocabulary.attributes:
            add_details(reading, entry.id, entry.section, key, inner, reading.own(table, chain))
        elif key.value not in ("is", "mark", "hedge"):
            right = reading.problems.near(key.value, vocabulary.attributes)
            what = f"{key.value!r} is no attribute of {_WITH_ARTICLE[entry.section]}"
            reading.problems.add(key, what, right)
    return entry.id if entry else ""


_WITH_ARTICLE = {"actors": "an actor", "places": "a place", "topics": "a topic"}


def _body(reading: Reading, act: Act, kind: Kind, table: Table, chain: Chain) -> None:
    own = reading.own(table, chain)
    date, said = reading.date(table)
    attributes = reading.names.vocabulary.attributes
    for key, value in table.entries[1:]:
        if key.value in ROLES:
            if kind.roles.get(key.value) == "none":
                right = "it takes " + ", ".join(r for r in ROLES if kind.roles.get(r) != "none")
                reading.problems.add(key, f"{kind.id} has no role {key.value!r}", right)
            if isinstance(value, Text) and value.value == UNSTATED:
                continue
            roles = reading.names.roles(key.value, value, reading.introduced, date)
            act.roles.extend(role for role in dict.fromkeys(roles) if role not in act.roles)
        elif key.value in LINKS:
            _links(reading, act, key, value, own)
        elif key.value == "series":
            add_series(reading, act, value, own)
        elif key.value in attributes and key.value not in FACT_KEYS:
            chain = replace(own, factuality=own.details or own.factuality)
            add_details(reading, act.id, "acts", key, value, chain)
        elif key.value not in FACT_KEYS or key.value == "see":
            right = (
                reading.problems.near(key.value, [*FACT_KEYS, *attributes]) if key.value != "see" else "it comes first"
            )
            reading.problems.add(key, f"unknown key {key.value!r}", right)
    reading.report(act.id, False, own, table, str(date or ""), said)
    if (claims := table.get("claims")) is not None:
        _claims(reading, act, kind, claims, own)


def _claims(reading: Reading, act: Act, kind: Kind, claims: Value, own: Chain) -> None:
    if not kind.statement:
        reading.problems.add(claims, f"{kind.id} is an event and claims nothing", "use a statement kind")
        return
    actors = reading.names.vocabulary.actors
    voice = " and ".join(actors[r.target].name for r in act.roles if r.role == "by" and r.target in actors)
    inner = Chain(
        own.paragraph,
        "inferred" if own.mark == "inferred" else "attributed",
        kind.claims,
        act.id,
        (*own.speakers, voice or "somebody"),
        own.holds and own.factuality in (*ASSERTING, "mentioned") and own.mark != "inferred",
    )
    for item in _facts(reading, claims, "claims must be a list of facts"):
        reading.claimed.append((act.id, _fact(reading, item, inner), item))


def _links(reading: Reading, act: Act, key: Text, value: Value, own: Chain) -> None:
    for item in value if isinstance(value, Items) else [value]:
        if isinstance(item, Text):
            reading.pending.append((act.id, key.value, item, own))
        elif isinstance(item, Items) or not item.entries:
            reading.problems.add(item, f"{key.value} must be an id, a fact, or a list of them")
        elif len(item.entries) == 1 and isinstance(options := item.entries[0][1], Table) and _only_options(options):
            hedge = reading.text(options, "hedge")
            marked = replace(own, mark=reading.choice(options, "mark", MARKS) or own.mark, hedge=hedge)
            reading.pending.append((act.id, key.value, item.entries[0][0], marked))
        else:
            default = _LINKED.get(key.value, own.factuality)
            target_id = _fact(reading, item, replace(own, factuality=default))
            mark = reading.choice(item, "mark", MARKS) or own.mark
            if target_id in reading.acts:
                link = Link(key.value.upper(), target_id, "acts", mark, own.paragraph, own.via)
                act.links.append(link)


# What an act written out under a link is, unless it says otherwise.
_LINKED = {"aims_at": "planned", "conditional_on": "possible"}


def _only_options(options: Table) -> bool:
    return all(k.value in ("mark", "hedge") for k, _ in options)


def _require(reading: Reading, act: Act, kind: Kind, table: Table) -> None:
    given = {role.role for role in act.roles}
    for role, need in {"by": "required", **kind.roles}.items():
        if need == "required" and role not in given and not act.same and table.get(role) is None:
            what = f"{kind.id} needs `{role}:`"
            reading.problems.add(table, what, "who speaks or acts" if role == "by" else "see its roles")
