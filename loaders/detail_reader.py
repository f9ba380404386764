"""Details of acts and things in an article: ``aircraft: 6 bombers``, ``duration: more than 10 hours``."""

from __future__ import annotations

from collections.abc import Iterator

from communique.loaders.reading import Chain, Reading
from communique.loaders.references import References
from communique.schemas.article_keys import DETAIL_KEYS
from communique.schemas.entries import Attribute
from communique.schemas.marked_yaml import Items, Table, Text, Value
from communique.schemas.quantities import read_quantity
from communique.schemas.records import Detail

_REFERENCES = {"place": ("places", "actors"), "office": ("offices",), "actor": ("actors",)}


def add_details(reading: Reading, subject: str, section: str, key: Text, value: Value, own: Chain) -> None:
    """Add the details under an attribute key, each with its report; what they refer to is settled later."""
    attribute = reading.names.vocabulary.attributes[key.value]
    details = reading.article.details
    for detail, table, place in read_details(subject, section, attribute, value, reading.names):
        named = reading.text(table, "id") if table else ""
        parties = "/".join(t for kind, t, _ in detail.links if kind == "FOR")
        stem = named or f"{reading.article.id}/{subject}.{attribute.id}" + (f"/{parties}" if parties else "")
        taken = reading.counts.get(stem, 0)
        reading.counts[stem] = taken + 1
        if taken and named:
            reading.problems.add(table and table.get("id"), f"{named} is there already", "ids are unique")
        detail.id = f"{stem}#{taken + 1}" if taken else stem
        details.append(detail)
        inner = reading.own(table, own) if table else own
        reading.report(detail.id, True, inner, table)
        for link_key in ("than", "refers_to", "derived_from"):
            for item in reading.names.texts(table and table.get(link_key), link_key):
                reading.pending.append((detail.id, link_key, item, inner))
        if inner.mark == "derived" and not (table and table.get("derived_from")):
            reading.problems.add(place, "a derived detail without its grounds", "add `derived_from:`")


def read_details(
    subject: str, section: str, attribute: Attribute, value: Value, names: References
) -> Iterator[tuple[Detail, Table | None, Value]]:
    """Yield each detail under an attribute key, with the map it was written as (or None) and its place."""
    for item in value if isinstance(value, Items) else [value]:
        table = item if isinstance(item, Table) else None
        for key in (k for k, _ in table or [] if k.value not in DETAIL_KEYS):
            names.problems.add(key, f"unknown key {key.value!r} in a detail", "one of " + ", ".join(DETAIL_KEYS))
        text = table.get("value") if table else item
        if not isinstance(text, Text) or not text.value.strip():
            names.problems.add(item, f"{attribute.id} has no value", "write `value: 6 bombers`")
            continue
        detail = _detail(subject, section, attribute, text, names)
        if table:
            _link_parties(detail, table, names)
        yield detail, table, item


def _detail(subject: str, section: str, attribute: Attribute, text: Text, names: References) -> Detail:
    detail = Detail("", attribute.id, text.value, links=[("OF", subject, section)])
    if attribute.value in _REFERENCES:
        if entry := names.one(text, _REFERENCES[attribute.value]):
            detail.value = entry.name
            detail.links.append(("REFERS_TO", entry.id, entry.section))
    elif attribute.value in ("count", "duration"):
        quantity = read_quantity(text.value)
        if quantity is None:
            right = "write `6 bombers`, `more than 10 hours` or `double`"
            names.problems.add(text, f"{attribute.id}: {text.value!r} holds no figure", right)
            return detail
        detail.number, detail.comparator, detail.ratio = quantity.number, quantity.comparator, quantity.ratio
        if quantity.ratio is None:
            detail.unit = _unit(quantity.rest, text, names)
            if attribute.value == "duration" and not quantity.rest:
                names.problems.add(text, f"{attribute.id}: {text.value!r} has no unit", "as 10 hours")
    return detail


def _unit(rest: str, at: Text, names: References) -> str:
    words = rest.split()
    for start in range(len(words)):
        for stop in range(len(words), start, -1):
            if unit := names.vocabulary.units_by_name.get(" ".join(words[start:stop]).lower()):
                return unit
    if rest:
        names.problems.add(at, f"no known unit in {rest!r}", "add it to `units:` in vocabulary.yaml")
    return ""


def _link_parties(detail: Detail, table: Table, names: References) -> None:
    for key, kind in (("for", "FOR"), ("toward", "TOWARD")):
        for party in names.texts(table.get(key), key):
            if entry := names.one(party, ("actors",)):
                detail.links.append((kind, entry.id, entry.section))
