"""How a question about events was read, in words."""

from __future__ import annotations

from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.question import EventQuestion, Pivot

_ASKED = {
    "by": "who (by)",
    "toward": "who (toward)",
    "day": "when",
    "month": "which month",
    "year": "which year",
    "count": "how many",
    "truth": "whether",
}


def read_aloud(question: EventQuestion, actors: Actors, words: EventWords) -> str:
    """Return the reading in one line, with CAMEO's name of the act and its code."""
    parts = [*([question.order] if question.order else []), *_act(question, actors, words)]
    parts += [period.words for period in question.periods]
    parts += [_pivot(pivot, actors, words) for pivot in question.pivots]
    whoever = "those who act for a state count as it" if question.counted == "states" else "any actor counts"
    states = f"; {whoever}" if question.asked in ("by", "toward") else ""
    many = "how many: " if question.counted and question.asked != "count" else ""
    return f"{many}{_ASKED[question.asked]}: {', '.join(parts)}{states}"


def _act(question: EventQuestion, actors: Actors, words: EventWords) -> list[str]:
    kinds = f"{words.codes.get(question.code, question.code)} ({question.code})"
    parts = [kinds]
    if question.mutual and question.by and question.toward:
        return [*parts, f"between {_called(question.by, actors)} and {_called(question.toward, actors)}"]
    if question.by:
        parts.append(f"by {_called(question.by, actors)}")
    if question.toward:
        parts.append(f"toward {_called(question.toward, actors)}")
    return parts


def _called(mention: Mention, actors: Actors) -> str:
    return repr(mention.words) if mention.similar else " or ".join(actors.name(i) for i in mention.ids)


def _pivot(pivot: Pivot, actors: Actors, words: EventWords) -> str:
    if pivot.relation == "excluded":
        return f"without {_called(pivot.actor, actors) if pivot.actor else '?'}"
    relation = pivot.relation if pivot.relation in ("before", "after") else f"in the same {pivot.relation} as"
    if pivot.act:
        act = [*_act(pivot.act, actors, words), *(period.words for period in pivot.act.periods)]
        return f"{relation} ({', '.join(act)})"
    return f"{relation} that of {_called(pivot.actor, actors) if pivot.actor else '?'}"
