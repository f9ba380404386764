"""What is kept while one article is read: the facts so far, the chain of voices, and texts with their faults."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from communique.loaders.references import References
from communique.schemas.date_words import resolve_date
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.entries import FACTUALITIES, MARKS
from communique.schemas.marked_yaml import Problems, Table, Text, Value
from communique.schemas.records import Act, Article, Report

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
    hedge: str = ""


@dataclass
class Reading:
    """One article while it is read; `pending` are references between facts, settled once all are known.

    `introduced` are the ids of its acts with their places, `claimed` the claims by statement, `elsewhere` the acts
    of other files that it links to, each with its place, article and id.
    """

    article: Article
    published: Edtf
    names: References
    introduced: dict[str, Text]
    acts: dict[str, Act] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    pending: list[tuple[str, str, Text, Chain]] = field(default_factory=list)
    claimed: list[tuple[str, str, Value]] = field(default_factory=list)
    elsewhere: list[tuple[Text, str, str]] = field(default_factory=list)

    @property
    def problems(self) -> Problems:
        """What is wrong in the file."""
        return self.names.problems

    def new_id(self, paragraph: str) -> str:
        """Return an id for an act that was given none."""
        self.counts[paragraph] = self.counts.get(paragraph, 0) + 1
        return f"{self.article.id}.{paragraph}.{self.counts[paragraph]}"

    def own(self, table: Table, chain: Chain) -> Chain:
        """Return the chain with the mark and factuality that a fact gives itself."""
        factuality = self.choice(table, "is", FACTUALITIES) or chain.factuality
        mark = self.choice(table, "mark", MARKS) or chain.mark
        return replace(chain, mark=mark, factuality=factuality)

    def report(self, fact: str, detail: bool, own: Chain, table: Table | None, date: str = "", said: str = "") -> None:
        """Note that the article gives a fact."""
        holds = own.holds and own.factuality in ASSERTING and own.mark != "inferred"
        hedge, phrase = (self.text(table, k) if table else "" for k in ("hedge", "phrase"))
        if table and len(phrase.split()) > MAX_QUOTE_WORDS:
            right = f"at most {MAX_QUOTE_WORDS}, where the wording itself is the fact"
            self.problems.add(table.get("phrase"), f"a phrase of {len(phrase.split())} words", right)
        report = Report(fact, detail, own.paragraph, own.mark, own.factuality, holds, hedge, phrase, date, said)
        if table and not detail:
            word = table.entries[0][0].value
            kind = word if word in self.names.vocabulary.kinds else ""
            report = replace(report, kind=kind, summary=self.text(table, "summary"))
        self.article.reports.append(replace(report, via=own.via, speakers=own.speakers))

    def date(self, table: Table) -> tuple[Edtf | None, str]:
        """Return a fact's date, and the words that were printed for it."""
        value, said = table.get("date"), self.text(table, "said")
        words = self.text(table, "date")
        if value is None:
            return None, said
        if not isinstance(value, Text):
            return None, said
        written = "/" in words or words[:4].isdecimal()
        try:
            return (parse_edtf(words), said) if written else (resolve_date(words, self.published), said or words)
        except ValueError as fault:
            self.problems.add(value, f"date: {fault}")
            return None, said

    def text(self, table: Table, key: str) -> str:
        """Return the one text of a key, with single spaces."""
        value = table.get(key)
        if value is not None and not isinstance(value, Text):
            self.problems.add(value, f"{key} must be one text")
        return " ".join(value.value.split()) if isinstance(value, Text) else ""

    def flag(self, table: Table, key: str) -> bool:
        """Return whether a key says true."""
        text = self.text(table, key)
        if text not in ("", "true", "false"):
            self.problems.add(table.get(key), f"{key}: {text!r}", "true or leave it out")
        return text == "true"

    def choice(self, table: Table, key: str, choices: tuple[str, ...]) -> str:
        """Return which of the choices a key names, or nothing."""
        text = self.text(table, key)
        if text and text not in choices:
            right = self.problems.near(text, choices) or "one of " + ", ".join(choices)
            self.problems.add(table.get(key), f"{key}: {text!r}", right)
            return ""
        return text

    def kinds(self, table: Table, key: str) -> tuple[str, ...]:
        """Return the act kinds that a key names."""
        known = self.names.vocabulary.kinds
        found = list(self.names.texts(table.get(key), key))
        for item in found:
            if item.value not in known:
                self.problems.add(item, f"unknown act kind {item.value!r}", self.problems.near(item.value, known))
        return tuple(item.value for item in found if item.value in known)
