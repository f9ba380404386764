"""Reads the blocks of an annotated article into acts, details and reports; claims nest by indentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from communique.loaders.detail_reader import read_details
from communique.loaders.references import References
from communique.schemas.article_keys import FACT_KEYS, LINKS
from communique.schemas.date_words import resolve_date
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.entries import FACTUALITIES, MARKS, ROLES, Kind
from communique.schemas.marked_yaml import Items, Table, Text, Value
from communique.schemas.names import suggestion
from communique.schemas.quantities import read_ordinal
from communique.schemas.records import Act, Article, Link, Report

MAX_QUOTE_WORDS = 8
ASSERTING = ("asserted", "habitual")


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a fact stands: paragraph, the statement around it, the voices so far, what holds by default."""

    paragraph: str
    mark: str = "reported"
    factuality: str = "asserted"
    via: str = ""
    speakers: tuple[str, ...] = ()
    holds: bool = True
    details: str = ""


@dataclass
class FactReader:
    """Fills an article with the facts of its blocks; references between facts are settled by `finish`."""

    article: Article
    published: Edtf
    names: References
    introduced: dict[str, Text]
    acts: dict[str, Act] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[str, str, Text, Chain]] = field(default_factory=list)
    claimed: list[tuple[str, str, Value]] = field(default_factory=list)

    def block(self, paragraph: str, value: Value) -> None:
        """Read one paragraph's facts."""
        for item in self._items(value, f"{paragraph} must be a list of facts"):
            self.fact(item, Chain(paragraph))

    def _items(self, value: Value, what: str) -> Iterator[Table]:
        for item in value if isinstance(value, Items) else [value]:
            if isinstance(item, Table) and item.entries:
                yield item
            else:
                self.names.problems.add(item, what, "write `- criticize: some-id` with its roles below")

    def fact(self, table: Table, chain: Chain) -> str:
        """Read one fact and what is nested in it; return the id of its act or thing."""
        first, value = table.entries[0]
        kind = self.names.vocabulary.kinds.get(first.value)
        if first.value == "see":
            return self._seen(table, value, chain)
        if kind is None:
            known = [*self.names.vocabulary.kinds, "see"]
            right = suggestion(first.value, known) or "the first line of a fact is `kind: id` or `see: id`"
            self.names.problems.add(first, f"unknown act kind {first.value!r}", right)
            return ""
        act_id = value.value if isinstance(value, Text) else ""
        if not isinstance(value, Text):
            self.names.problems.add(value, f"the id of {first.value} must be one word", "as flight-2020-12-22")
        if not act_id:
            self.counts[chain.paragraph] = self.counts.get(chain.paragraph, 0) + 1
            act_id = f"{self.article.id}.{chain.paragraph}.{self.counts[chain.paragraph]}"
        act = Act(act_id, kind.id, self._also(table), self._flag(table, "same"))
        act.name, act.summary = self._text(table, "name"), self._text(table, "summary")
        if act_id in self.acts:
            place = self.introduced[act_id]
            self.names.problems.add(value, f"{act_id} is there already, line {place.line}", f"see: {act_id}")
            return ""
        self.acts[act_id] = act
        self.article.acts.append(act)
        self._body(act, kind, table, chain)
        self._require(act, kind, table)
        return act_id

    def _seen(self, table: Table, value: Value, chain: Chain) -> str:
        if not isinstance(value, Text) or not value.value:
            self.names.problems.add(value, "see: needs the id of a fact or thing")
            return ""
        if value.value in self.introduced:
            act = self.acts.get(value.value)
            if act is None:
                line = self.introduced[value.value].line
                right = f"line {line}: give it there, and refer back"
                self.names.problems.add(value, f"{value.value} comes later", right)
                return ""
            mentioned = replace(chain, factuality="mentioned", details=chain.factuality)
            self._body(act, self.names.vocabulary.kinds[act.kind], table, mentioned)
            return act.id
        sections = ("actors", "places", "topics")
        known = [*self.introduced, *(n for s in sections for n in self.names.vocabulary.entries[s])]
        found = self.names.vocabulary.find(value.value, sections)
        if not found:
            right = suggestion(value.value, known)
            self.names.problems.add(value, f"see: {value.value!r} is no fact or thing that is known", right)
            return ""
        entry = self.names.one(value, sections)
        if entry:
            for key, inner in table.entries[1:]:
                if key.value in self.names.vocabulary.attributes:
                    self._details(entry.id, entry.section, key, inner, self._own(table, chain))
                elif key.value not in ("is", "mark", "hedge"):
                    right = suggestion(key.value, self.names.vocabulary.attributes)
                    self.names.problems.add(key, f"{key.value!r} is no attribute of a {entry.section[:-1]}", right)
        return entry.id if entry else ""

    def _body(self, act: Act, kind: Kind, table: Table, chain: Chain) -> None:
        own = self._own(table, chain)
        date, said = self._date(table)
        for key, value in table.entries[1:]:
            if key.value in ROLES:
                self._roles(act, kind, key, value, date)
            elif key.value in LINKS:
                self._links(act, key, value, own)
            elif key.value == "series":
                self._series(act, value, own)
            elif key.value in self.names.vocabulary.attributes and key.value not in FACT_KEYS:
                self._details(act.id, "acts", key, value, replace(own, factuality=own.details or own.factuality))
            elif key.value not in FACT_KEYS:
                known = [*FACT_KEYS, *self.names.vocabulary.attributes]
                self.names.problems.add(key, f"unknown key {key.value!r}", suggestion(key.value, known))
        self._report(act.id, False, own, table, str(date or ""), said)
        if claims := table.get("claims"):
            self._claims(act, kind, claims, own)

    def _own(self, table: Table, chain: Chain) -> Chain:
        factuality = self._choice(table, "is", FACTUALITIES) or chain.factuality
        mark = self._choice(table, "mark", MARKS) or chain.mark
        return replace(chain, mark=mark, factuality=factuality)

    def _report(self, fact: str, detail: bool, own: Chain, table: Table | None, date: str = "", said: str = "") -> None:
        holds = own.holds and own.factuality in ASSERTING and own.mark != "inferred"
        hedge, phrase = (self._text(table, k) if table else "" for k in ("hedge", "phrase"))
        if phrase and len(phrase.split()) > MAX_QUOTE_WORDS and table:
            right = f"at most {MAX_QUOTE_WORDS}, where the wording itself is the fact"
            self.names.problems.add(table.get("phrase"), f"a phrase of {len(phrase.split())} words", right)
        report = Report(fact, detail, own.paragraph, own.mark, own.factuality, holds, hedge, phrase, date, said)
        self.article.reports.append(replace(report, via=own.via, speakers=own.speakers))

    def _claims(self, act: Act, kind: Kind, claims: Value, own: Chain) -> None:
        if not kind.statement:
            self.names.problems.add(claims, f"{kind.id} is an event and claims nothing", "use a statement kind")
            return
        voice = " and ".join(
            self.names.vocabulary.actors[r.target].name
            for r in act.roles
            if r.role == "by" and r.target in self.names.vocabulary.actors
        )
        inner = Chain(
            own.paragraph,
            "inferred" if own.mark == "inferred" else "attributed",
            kind.claims,
            act.id,
            (*own.speakers, voice or "somebody"),
            own.holds and own.factuality in (*ASSERTING, "mentioned") and own.mark != "inferred",
        )
        for item in self._items(claims, "claims must be a list of facts"):
            self.claimed.append((act.id, self.fact(item, inner), item))

    def _roles(self, act: Act, kind: Kind, key: Text, value: Value, date: Edtf | None) -> None:
        if kind.roles.get(key.value) == "none":
            right = "it takes " + ", ".join(r for r in ROLES if kind.roles.get(r) != "none")
            self.names.problems.add(key, f"{kind.id} has no role {key.value!r}", right)
        for role in self.names.roles(key.value, value, self.introduced, date):
            if role not in act.roles:
                act.roles.append(role)

    def _links(self, act: Act, key: Text, value: Value, own: Chain) -> None:
        for item in value if isinstance(value, Items) else [value]:
            if isinstance(item, Text):
                self.pending.append((act.id, key.value, item, own))
            elif isinstance(item, Items):
                self.names.problems.add(item, f"{key.value}: a list inside a list", "write one list")
            elif len(item.entries) == 1 and isinstance(item.entries[0][1], Table) and _only_mark(item):
                target, options = item.entries[0]
                assert isinstance(options, Table)
                marked = replace(own, mark=self._choice(options, "mark", MARKS) or own.mark)
                self.pending.append((act.id, key.value, target, marked))
            else:
                default = "planned" if key.value == "aims_at" else own.factuality
                target_id = self.fact(item, replace(own, factuality=default))
                mark = self._choice(item, "mark", MARKS) or own.mark
                if target_id:
                    link = Link(key.value.upper(), target_id, "acts", mark, own.paragraph, own.via)
                    act.links.append(link)

    def _series(self, act: Act, value: Value, own: Chain) -> None:
        for topic, number in value if isinstance(value, Table) else []:
            entry = self.names.one(topic, ("topics",))
            count = read_ordinal(number.value) if isinstance(number, Text) else None
            if count is None:
                self.names.problems.add(number, "the place in a series is a number", "as 2 or second")
            elif entry:
                link = Link("IN_SERIES", entry.id, "topics", own.mark, own.paragraph, own.via, count)
                act.links.append(link)
        if not isinstance(value, Table):
            self.names.problems.add(value, "series: needs a topic and a number", "`series: {some-topic: 2}`")

    def _details(self, subject: str, section: str, key: Text, value: Value, own: Chain) -> None:
        attribute = self.names.vocabulary.attributes[key.value]
        for detail, table, place in read_details(subject, section, attribute, value, self.names):
            named = self._text(table, "id") if table else ""
            parties = "/".join(t for kind, t, _ in detail.links if kind == "FOR")
            stem = named or f"{self.article.id}/{subject}.{attribute.id}" + (f"/{parties}" if parties else "")
            taken = sum(d.id == stem or d.id.startswith(stem + "#") for d in self.article.details)
            detail.id = f"{stem}#{taken + 1}" if taken else stem
            self.article.details.append(detail)
            inner = self._own(table, own) if table else own
            self._report(detail.id, True, inner, table)
            for link_key in ("than", "refers_to", "derived_from"):
                target = table.get(link_key) if table else None
                for item in target if isinstance(target, Items) else [target]:
                    if isinstance(item, Text):
                        self.pending.append((detail.id, link_key, item, inner))
            if inner.mark == "derived" and not (table and table.get("derived_from")):
                self.names.problems.add(place, "a derived detail without its grounds", "add `derived_from:`")

    def _date(self, table: Table) -> tuple[Edtf | None, str]:
        value, said = table.get("date"), self._text(table, "said")
        if not isinstance(value, Text):
            return None, said
        try:
            return parse_edtf(value.value), said
        except ValueError as fault:
            if value.value[:4].isdigit():
                self.names.problems.add(value, f"date: {fault}")
                return None, said
        try:
            return resolve_date(value.value, self.published), said or value.value
        except ValueError as fault:
            self.names.problems.add(value, f"date: {fault}")
        return None, said

    def _also(self, table: Table) -> tuple[str, ...]:
        also = table.get("also")
        kinds = []
        for item in also if isinstance(also, Items) else [also]:
            if not isinstance(item, Text):
                continue
            if item.value in self.names.vocabulary.kinds:
                kinds.append(item.value)
            else:
                right = suggestion(item.value, self.names.vocabulary.kinds)
                self.names.problems.add(item, f"unknown act kind {item.value!r}", right)
        return tuple(kinds)

    def _require(self, act: Act, kind: Kind, table: Table) -> None:
        given = {role.role for role in act.roles}
        for role, need in {"by": "required", **kind.roles}.items():
            if need == "required" and role not in given and not act.same and table.get(role) is None:
                what = f"{kind.id} needs `{role}:`"
                self.names.problems.add(table, what, "who speaks or acts" if role == "by" else "see its roles")

    def _text(self, table: Table, key: str) -> str:
        value = table.get(key)
        if value is not None and not isinstance(value, Text):
            self.names.problems.add(value, f"{key} must be one text")
        return " ".join(value.value.split()) if isinstance(value, Text) else ""

    def _flag(self, table: Table, key: str) -> bool:
        text = self._text(table, key)
        if text not in ("", "true", "false"):
            self.names.problems.add(table.get(key), f"{key}: {text!r}", "true or leave it out")
        return text == "true"

    def _choice(self, table: Table, key: str, choices: tuple[str, ...]) -> str:
        text = self._text(table, key)
        if text and text not in choices:
            right = suggestion(text, choices) or "one of " + ", ".join(choices)
            self.names.problems.add(table.get(key), f"{key}: {text!r}", right)
            return ""
        return text


def _only_mark(item: Table) -> bool:
    options = item.entries[0][1]
    return isinstance(options, Table) and all(k.value == "mark" for k, _ in options)
