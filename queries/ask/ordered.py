"""Questions that compare acts in time: before and after others, and which of two came first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.adjuncts import Sides
from communique.queries.ask.chunks import Chunk, chunk
from communique.queries.ask.clause import read_clause
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Question


def which_first(items: list[Item], reader: Reader) -> list[Question]:
    """Read "which came first, A or B"."""
    comma = next((n for n, i in enumerate(items) if i.type == "comma"), None)
    order = next((i.value for i in items[: comma or 0] if i.type == "order"), None)
    either = next((n for n, i in enumerate(items) if comma and n > comma and i.type == "or"), None)
    if comma is None or either is None or order not in ("first", "last", "previous", "next"):
        return []
    one, other = items[comma + 1 : either], items[either + 1 :]
    words = tuple(" ".join(i.words for i in part if i.words != "the").replace(" 's", "'s") for part in (one, other))
    head = [i for i in items[:comma] if i.type not in ("order", "wh", "aux") and not i.has("light")]
    if order in ("last", "next"):
        words = words[::-1]
    return [
        Question("came_first", replace(a.acts, order=""), other=b.acts, words=words)
        for a in read_clause(chunk([*one, *head], reader.lexicon), reader)
        for b in read_clause(chunk([*other, *head], reader.lexicon), reader)
    ]


def with_pivot(question: Question, sides: Sides, reader: Reader) -> Iterator[Question]:
    """Yield a question with the acts that its own are to be compared with."""
    side, items = sides
    for clause in read_clause(chunk(items, reader.lexicon), reader):
        if not question.acts.kinds and question.form == "date":
            question = replace(question, acts=replace(question.acts, kinds=clause.acts.kinds))
        match side:
            case "before":
                acts = replace(question.acts, before=clause.acts)
            case "after":
                acts = replace(question.acts, after=clause.acts)
            case _:
                acts = replace(question.acts, same=clause.acts)
        yield replace(question, acts=acts)


def orders(first: list[Chunk], second: list[Chunk], reader: Reader) -> Iterator[Question]:
    """Yield the questions which of two acts came first."""
    for one in read_clause(first, reader):
        for other in read_clause(second, reader):
            yield Question("order", one.acts, other=other.acts)
