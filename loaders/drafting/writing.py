"""Writes a skeleton: an article file in YAML, with a comment for each fact that says where it was read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from communique.loaders.drafting.dates import Day, place_date
from communique.loaders.drafting.facts import Fact
from communique.loaders.drafting.metadata import UNKNOWN, Metadata, printable
from communique.loaders.drafting.parties import Party
from communique.schemas.article_keys import UNSTATED
from communique.schemas.dates import Edtf
from communique.schemas.entries import ROLES
from communique.schemas.vocabulary import Vocabulary

_PLAIN = re.compile(r"[A-Za-z0-9_][\w .-]*", re.ASCII)


class Writer:
    """Writes the facts of one article; ids are given to those that others refer back to."""

    def __init__(self, metadata: Metadata, vocabulary: Vocabulary) -> None:
        self.metadata, self.vocabulary = metadata, vocabulary
        self.counts: dict[str, int] = {}

    def write(self, paragraphs: dict[str, list[Fact]]) -> str:
        """Return the file's text."""
        for facts in paragraphs.values():
            for fact in _all(facts):
                if fact.see and not fact.see.id:
                    fact.see.id = self._new_id(fact.see)
        lines = list(self._head())
        for name, facts in paragraphs.items():
            lines.append("")
            if facts:
                lines.append(f"{name}:")
                for fact in facts:
                    lines.extend(self._fact(fact, 2, "asserted"))
            else:
                lines.append(f"# {name}: nothing was recognized")
        return "\n".join(lines) + "\n"

    def _head(self) -> Iterator[str]:
        about = self.metadata
        yield "# A draft: every fact is a proposal. Compare it with the text, mend or delete it; add what is missing."
        yield f"article: {scalar(about.id)}"
        yield f"headline: {json.dumps(about.headline, ensure_ascii=False)}"
        unknown = about.added and about.added[1] == UNKNOWN
        yield f"publisher: {scalar(about.publisher)}{'  # the text does not tell' if unknown else ''}"
        untold = "" if about.published.earliest else "  # the text does not tell"
        yield f"published: {about.published}{untold}"
        if about.dateline:
            yield f"dateline: {listed([scalar(p) for p in about.dateline])}"
        if about.agency:
            yield f"agency: {scalar(about.agency)}"
        if about.url:
            yield f"url: {json.dumps(about.url, ensure_ascii=False)}"
        if about.added:
            named = json.dumps(about.added[1], ensure_ascii=False)
            yield f"vocabulary:\n  actors:\n    {scalar(about.added[0])}: {{is: Organization, name: {named}}}"

    def _fact(self, fact: Fact, indent: int, default: str) -> Iterator[str]:
        lead, inner = " " * indent, " " * (indent + 2)
        yield f"{lead}# draft: {json.dumps(printable(fact.words), ensure_ascii=False)}"
        day = place_date(fact.date, self.metadata.published, fact.factuality) if fact.date else None
        if fact.see:
            yield f"{lead}- see: {fact.see.id}"
        else:
            yield f"{lead}- {fact.kind.id}:{' ' + fact.id if fact.id else ''}"
            yield from (inner + line for line in self._roles(fact, day.date if day else None))
            if fact.factuality and fact.factuality != default:
                yield f"{inner}is: {fact.factuality}"
        yield from (inner + line for line in self._rest(fact, day))
        if fact.claims:
            yield f"{inner}claims:"
            for claim in fact.claims:
                yield from self._fact(claim, indent + 4, fact.kind.claims)

    def _roles(self, fact: Fact, on: Edtf | None) -> Iterator[str]:
        needs = {"by": "required", **fact.kind.roles}
        for role in ROLES:
            values = [self._party(p, on) for p in fact.parties.get(role, [])]
            if role == "about":
                values += [scalar(a) for a in fact.about]
            if values:
                yield f"{role}: {listed(values)}"
            elif role == "at" and fact.places:
                places = {p: listed([scalar(i) for i in dict.fromkeys(ids)]) for p, ids in fact.places.items()}
                yield f"at: {{{', '.join(f'{scalar(p)}: {ids}' for p, ids in places.items())}}}"
            elif needs.get(role) == "required":
                yield f"{role}: {UNSTATED}"

    def _rest(self, fact: Fact, day: Day | None) -> Iterator[str]:
        if day:
            yield f"date: {day.date}"
            yield f"said: {scalar(day.said)}"
        for attribute in dict.fromkeys(a for a, _ in fact.details):
            yield f"{attribute}: {listed([scalar(v) for a, v in fact.details if a == attribute])}"

    def _party(self, party: Party, on: Edtf | None) -> str:
        held = [o.id for o, _ in self.vocabulary.offices_held(party.id, on)]
        offices = [scalar(o) for o in party.offices if o in held]
        return f"{{{scalar(party.id)}: {listed(offices)}}}" if offices else scalar(party.id)

    def _new_id(self, fact: Fact) -> str:
        stem = f"{fact.kind.id}-{re.sub(r'[^a-z0-9]+', '-', self.metadata.id.lower()).strip('-') or 'draft'}"
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return stem if self.counts[stem] == 1 else f"{stem}.{self.counts[stem]}"


def scalar(text: str) -> str:
    """Return a text as YAML writes it: plain where that is safe, else in quotation marks."""
    text = printable(text)
    return text if _PLAIN.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)


def listed(values: list[str]) -> str:
    """Return one value as it is, more as a list."""
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def _all(facts: list[Fact]) -> Iterator[Fact]:
    for fact in facts:
        yield fact
        yield from _all(fact.claims)
