"""Takes together what names one actor twice: "Niger's Mahamadou Issoufou", "the UN refugee agency (UNHCR)"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.actors import Actors, Span
from communique.queries.ask.events.tokens import LINKS, POSSESSIVE


def taken_together(tokens: list[str], spans: dict[int, Span], actors: Actors) -> dict[int, Span]:
    """Return the spans by where they start; a name with what says who that is, before it or behind it, is one."""
    left = [spans[at] for at in sorted(spans)]
    out: list[Span] = []
    for span in left:
        start = span.start
        if actors.is_own(span.mention):
            start = _titled(tokens, start, actors)
            if out and _describes(tokens, out[-1], start, span.start, actors):
                start = out.pop().start
        if out and _again(tokens, out[-1], span):
            before = out.pop()
            out.append(Span(before.start, span.stop + 1, before.weight, before.mention))
        else:
            mention = replace(span.mention, own=actors.is_own(span.mention))
            out.append(Span(start, span.stop, span.weight, mention))
    return {s.start: s for s in out}


def _titled(tokens: list[str], start: int, actors: Actors) -> int:
    """Return where a title before a name starts: "Prime Minister Tony Blair"."""
    for at in range(max(0, start - 4), start):
        if " ".join(tokens[at:start]) in actors.titles:
            return at
    return start


def _describes(tokens: list[str], before: Span, start: int, name: int, actors: Actors) -> bool:
    """Say whether the name before says whose a person is, or what: "China's", "the Iranian", "Iraqi minister"."""
    between = [t for t in tokens[before.stop : start] if t not in POSSESSIVE]
    if between or not actors.is_country_or_role(before.mention):
        return False
    plain = before.stop == start == name and not before.mention.words.endswith("'s")
    return not (plain and actors.is_called(before.mention))


def _again(tokens: list[str], before: Span, span: Span) -> bool:
    """Say whether a name in commas or brackets is the one before: "the European Union (EU)"."""
    between = [t for t in tokens[before.stop : span.start] if t not in LINKS]
    behind = tokens[span.stop : span.stop + 1]
    return between == [","] and behind == [","] and bool(set(before.mention.ids) & set(span.mention.ids))
