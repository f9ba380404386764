"""Which articles tell of acts, and who published them."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import THERE, Found
from communique.queries.ask.question import Mention, Question
from communique.queries.ask.recorded import articles_of


class Articles:
    """Reads articles from one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def telling(self, question: Question, facts: list[str], found: Found) -> None:
        """Add who published the articles that tell of facts, or say or deny them; or how many articles these are."""
        rows = self.store.read(
            "MATCH (a:Article)-[r:REPORTS]->(f:Act) WHERE f.id IN $ids AND ($verb = '' "
            "OR ($verb = 'say' AND r.holds) OR ($verb = 'deny' AND r.factuality = 'denied')) "
            "RETURN DISTINCT a.id AS article, f.id AS fact, a.earliest AS earliest, a.latest AS latest "
            "ORDER BY article, fact",
            {"ids": facts, "verb": next(iter(question.roles), "")},
        ).rows
        own, mentions = articles_of(self.store), question.acts.mentions
        rows = [r for r in rows if all(_stands(m, own[r["article"]]) for m in mentions)]
        if question.attributes:
            rows = _published(rows, question.attributes[0], found)
        articles, told = (tuple(dict.fromkeys(r[key] for r in rows)) for key in ("article", "fact"))
        if facts and not articles:
            found.why = (
                f"{THERE}, but no article {'denies it' if question.roles == ('deny',) else 'says that it is so'}"
            )
        elif question.number is not None and len(articles) != question.number:
            found.why = f"articles that tell it: {len(articles)}"
        elif question.units and articles:
            found.add(str(len(articles)), "", *told)
        else:
            self.publishers(articles, found)
            found.facts = list(told)

    def publishers(self, articles: tuple[str, ...], found: Found) -> None:
        """Add who published articles; with the day where one of them published several."""
        found.cypher = (
            "MATCH (a:Article)-[:PUBLISHED_BY]->(x:Actor) WHERE a.id IN $ids "
            "RETURN a.id AS id, x.name AS name, a.published AS published ORDER BY name, published"
        )
        found.params = {"ids": list(articles)}
        rows = self.store.read(found.cypher, found.params).rows
        names = [r["name"] for r in rows]
        for row in rows:
            found.add(row["name"] if names.count(row["name"]) == 1 else f"{row['name']}, {row['published']}", row["id"])


def _published(rows: list[dict[str, Any]], order: str, found: Found) -> list[dict[str, Any]]:
    """Return the rows of the articles that were published first, or last; note those that may have been."""
    first = order == "first"
    spans = {r["article"]: (r["earliest"] or date.min, r["latest"] or date.max) for r in rows}
    ends = [latest if first else earliest for earliest, latest in spans.values()]
    day = (min if first else max)(ends, default=date.min)
    chosen = {i for i, (earliest, latest) in spans.items() if (latest if first else earliest) == day}
    others = {i for i, (earliest, latest) in spans.items() if (earliest < day if first else latest > day)} - chosen
    if others:
        found.why = f"also possible, of its date: {', '.join(sorted(others))}"
    return [r for r in rows if r["article"] in chosen]


def _stands(mention: Mention, words: set[str]) -> bool:
    """Say whether words that are mentioned are there: in any of their senses, or all of their stems."""
    dated = any(t.startswith(("d:", "m:", "md:", "wd:")) for t in mention.tokens)
    return dated or not words.isdisjoint(mention.tokens) or bool(mention.stems and words.issuperset(mention.stems))
