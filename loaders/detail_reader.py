"""Details of acts and things in an article: ``aircraft: 6 bombers``, ``duration: more than 10 hours``."""

from __future__ import annotations

from collections.abc import Iterator

from communique.loaders.references import References
from communique.schemas.article_keys import DETAIL_KEYS
from communique.schemas.entries import Attribute
from communique.schemas.marked_yaml import Items, Table, Text, Value
from communique.schemas.quantities import read_quantity
from communique.schemas.records import Detail

_REFERENCES = {"place": ("places", "actors"), "office": ("offices",), "actor": ("actors",)}


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
        value = table.get(key)
        for party in value if isinstance(value, Items) else [value]:
            if isinstance(party, Text) and (entry := names.one(party, ("actors",))):
                detail.links.append((kind, entry.id, entry.section))
