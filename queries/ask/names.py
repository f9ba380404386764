"""Answers who calls a place what, from the catalogue's names of a place."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.question import Question
from communique.queries.catalogue import catalogue, run
from communique.schemas.names import normalize

_QUERY = "names-of-a-place"


class Names:
    """Reads the names of places from one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def answer(self, question: Question, found: Found) -> None:
        """Add the names of a place, or those who use a name, with the details that say so."""
        query = catalogue()[_QUERY]
        found.cypher, found.params = query.cypher, {"place": question.entities[0], "name": None}
        rows = [r for r in run(self.store, query, {"place": question.entities[0]}).rows if r["factuality"] != "denied"]
        if not rows:
            found.why = "no loaded article names this place"
        elif question.form == "names":
            self._names(question, rows, found)
        else:
            self._users(question, rows, found)

    def _names(self, question: Question, rows: list[dict[str, Any]], found: Found) -> None:
        users = {i for p in question.acts.parties for i in p.ids}
        told = {normalize(row["name"]) for row in rows if row["detail"]}
        rows = [r for r in rows if not any(_same(normalize(r["name"]), known) for known in question.words)]
        if question.words:  # of other names, those that are told come before variants that are only used
            rows = [row for row in rows if row["detail"]] or rows
        for row in rows:
            if not row["detail"] and normalize(row["name"]) in told:
                continue
            meant = not users or users & set(row["used_by_id"] or [row["publisher_id"]])
            if meant:
                found.add(row["name"], "", *_fact(row))

    def _users(self, question: Question, rows: list[dict[str, Any]], found: Found) -> None:
        """Add states by their own name where one is that asked for, else by one that holds it; then articles."""
        name, (sort, *_) = normalize(question.words[0]), question.units
        same = [r for r in rows if r["used_by"] and normalize(r["name"]) == name]
        holding = [r for r in rows if f" {name} " in f" {normalize(r['name'])} "]
        for row in same or [r for r in holding if r["used_by"]] if sort in ("", "states") else []:
            for user, user_id in zip(row["used_by"], row["used_by_id"], strict=True):
                found.add(user, user_id, *_fact(row))
        for row in [r for r in holding if not r["used_by"]] if sort != "states" else []:
            if sort == "articles":
                found.add(f"{row['publisher']}, {row['published']}", row["article"], *_fact(row))
            else:
                found.add(row["publisher"], row["publisher_id"], *_fact(row))


def _same(name: str, known: str) -> bool:
    """Say whether a name is one that is known, but for what sort of place it is: "Dokdo", "Dokdo islands"."""
    short, long = sorted((name.split(), known.split()), key=len)
    return long[: len(short)] == short


def _fact(row: dict[str, Any]) -> list[str]:
    return [row["detail"]] if row["detail"] else []
