"""Questions for where sources disagree: "on what do the sources differ about X", "is it disputed that P"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.chunks import chunk
from communique.queries.ask.clause import read_clause
from communique.queries.ask.items import Item, read_items
from communique.queries.ask.matching import Row
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Question
from communique.schemas.names import straighten

if TYPE_CHECKING:
    from communique.queries.conflicts import Conflict

# Sources that print other words, hedge more or leave something out do not disagree on what is so.
_KINDS = ("denial", "contradiction", "number", "name")
_FEW = 5  # of so many disagreements all reports are shown


def dispute_questions(text: str, reader: Reader, read: Callable[[list[Item]], list[Question]]) -> list[Question]:
    """Return the readings of a question for what sources tell differently; `read` reads a question within it."""
    plain = straighten(text).strip().rstrip("?. ").strip()
    for asks, pattern in reader.lexicon.disputes:
        if found := re.fullmatch(pattern, plain, re.IGNORECASE):
            told = {name: words or "" for name, words in found.groupdict().items()}
            sides = [i.ids("actor") for i in read_items(told.get("who", ""), reader.lexicon) if i.ids("actor")]
            if "who" in told and len(sides) < 2:
                continue
            figures = ("number",) if re.search(r"\b(?:figures|numbers|how many)\b", plain, re.IGNORECASE) else ()
            states = tuple(dict.fromkeys(reader.lexicon.states.get(i, i) for ids in sides for i in ids))
            asked = Question("conflicts", attributes=(asks,), units=figures, entities=states)
            items = read_items(told.get("about", ""), reader.lexicon)
            if not items:
                return [asked]
            clauses = [q.acts for q in read(items)] if items[0].type in ("wh", "asks") else []
            clauses += [c.acts for c in read_clause(chunk(items, reader.lexicon), reader)]
            known = [replace(acts, definite=False, soft=()) for acts in clauses if acts != Acts()]
            return [_about(asked, acts) for acts in dict.fromkeys(known)]
    return []


def _about(asked: Question, acts: Acts) -> Question:
    """Return the question of acts, and of what of them: their duration, which is no word beside them."""
    aspects = {m: [t for t in m.tokens if t.startswith("attribute:")] for m in acts.mentions}
    words = tuple(t.removeprefix("attribute:") for told in aspects.values() for t in told)
    acts = replace(acts, mentions=tuple(m for m, told in aspects.items() if not told))
    return replace(asked, acts=acts, words=words)


def add_conflicts(store: Store, question: Question, rows: list[Row], found: Found) -> None:
    """Add the disagreements of sources on acts and their parts (on all, where none are named), or say if there are."""
    from communique.queries.conflicts import find_conflicts

    every = [c for c in find_conflicts(store) if c.kind in (question.units or _KINDS)]
    every = [c for c in every if all(any(e in t.sides for t in c.tellings) for e in question.entities)]
    if question.words:
        every = [c for c in every if c.aspect in question.words]
    if question.acts != Acts():
        ids = {r["id"] for r in rows}
        ids |= {
            r["id"]
            for r in store.read(
                "MATCH (p:Act)-[:PART_OF*1..3]->(a:Act) WHERE a.id IN $ids RETURN DISTINCT p.id AS id ORDER BY id",
                {"ids": sorted(ids)},
            ).rows
        }
        every = [c for c in every if c.thing in ids]
    asks = question.attributes[0]
    if asks != "list":
        if rows or every:
            differ = bool(every)
            found.add("yes" if differ == (asks == "disagree") else "no", "", *(c.thing for c in every[:_FEW]))
            found.why = "; ".join(map(_told, every[:_FEW]))
        return
    for conflict in every:
        found.add(_told(conflict), "", *([conflict.thing] if len(every) <= _FEW else []))
    if not every and (rows or question.acts == Acts()):
        found.why = "no disagreement is known (kg conflicts lists differences of wording and omissions too)"


def _told(conflict: Conflict) -> str:
    """Return a disagreement in one line, with who says what, and where."""
    sides = []
    for value, tellings in conflict.by_value().items():
        voices = dict.fromkeys(f"{t.voice}, {t.article} {t.paragraph}" for t in tellings)
        sides.append(f"{value} ({'; '.join(voices)})")
    return f"{conflict.summary}: {conflict.aspect}: {' / '.join(sides)}"
