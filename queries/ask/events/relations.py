"""How what follows relates to a clause: before it, after it, on the same day, besides it."""

from __future__ import annotations

from communique.queries.ask.events.elements import Elements, Unread

# Words of time that are without weight where nothing follows.
_LIGHT = ("following", "once", "past", "follow", "follows", "followed", "upon", "succeeded", "beyond")
# What may follow them, before a name: "following those with Kuwait".
_CARRIED = ("name", "act", "pron", "light", "somebody", "prepositions", "mirror", "intents", "ask_for")
_ONCE = (["having"], ["done"])
_JOIN = ("join", "joins", "joined", "joining")
_SAME_TIME = ("in", "on", "at", "of", "during", "within")


def related(sentence: Elements, at: int, own: Elements, asked: str) -> tuple[str, int]:
    """Return how what follows relates to the clause, and where it begins; no relation where it is no comparison."""
    element = sentence[at]
    then = sentence[at + 1] if at + 1 < len(sentence) else None
    if element.type in ("before", "after"):
        if [e.type for e in own[-2:]] == ["prepositions", "unit"] and own[-2].words == "within":
            raise Unread(f"not understood: within a {own[-1].words} {element.words}")
        named = any(e.type == "name" for e in sentence[at + 1 :])
        if element.words in _LIGHT and (then is None or then.type not in _CARRIED or not named):
            if then is None or then.type not in ("name", "act", "pron", "light"):
                return "", at
        return element.type, at + 1
    if element.type in ("when", "then_when") and then is not None and "ing" in then.forms:
        return "", at  # "optimistic when speaking about China"
    if element.type in ("until", "by_the_time"):
        return "before", at + 1
    if element.type == "since" and then is not None and then.type in ("name", "act", "pron"):
        return "after", at + 1
    if element.words == "having" and not own:
        return "after", at + 1
    if element.type == "comma" and [(e.type, e.words) for e in sentence[at + 1 : at + 3]][1:] == [
        ("auxiliary", "having")
    ]:
        if sentence[at + 1].type in ("name", "pron") and any(e.type == "who" for e in own):
            return "after", at + 1  # "who was next, China having visited Japan"
    if element.words == "having" and [e.type for e in own] == ["name"] and any(e.type == "who" for e in sentence[at:]):
        return "after", at + 1  # "China having visited Japan, who ..."
    if element.words == "with" and not own and [e.words for e in sentence[at + 2 : at + 3]] in _ONCE:
        return "after", at + 1  # "with China having criticized Japan", "with China done"
    if element.words in _JOIN and [e.type for e in sentence[at + 1 : at + 3]] == ["name", "prepositions"]:
        if at + 3 < len(sentence) and ("ing" in sentence[at + 3].forms or sentence[at + 3].type == "manner"):
            return "besides", at + 1  # "joined China in criticizing Japan"
    if element.type == "besides":
        return ("besides", at + 1) if then is not None else ("", at)
    if element.type == "excluded":
        return ("excluded", at + 1) if then is not None and then.type in ("name", "pron", "relative") else ("", at)
    if element.type in ("then_when", "when"):
        had = next((e.words for e in sentence[at + 1 :] if e.type in ("auxiliary", "act", "comma", "stop")), "")
        return ("after" if had.split()[:1] == ["had"] and element.type == "when" else "when"), at + 1
    bound = element.type in ("same", "relative") or element.words == "this"
    if bound and then is not None and then.type in ("unit", "time"):
        drop_prepositions(own)
        return then.value if then.type == "unit" else "day", at + 2
    if element.type == "unit" and then is not None and then.type in ("before", "after", "until"):
        if own and own[-1].words in ("within", "inside"):
            raise Unread(f"not understood: {own[-1].words} a {element.words} {then.words}")
        drop_prepositions(own)
        return then.type if then.type != "until" else "before", at + 2  # "in the years before China did"
    if element.type == "unit":
        if then is None and asked == "who" and own and own[-1].words in _SAME_TIME and own[-1].type == "prepositions":
            drop_prepositions(own)
            return element.value, at + 1  # "China wished to visit Iraq; who had the same wish on the day?"
        begins = then is not None and then.type in ("relative", "when", "name", "pron", "prepositions")
        if begins and asked == "who":
            drop_prepositions(own)
            return element.value, at + 1
        if begins or asked != "who" or any(e.type == "who" for e in sentence):
            raise Unread(f"which {element.value} is not clear: {element.words}")
    return "", at


def drop_prepositions(own: Elements) -> None:
    while own and own[-1].type == "prepositions" and own[-1].words in _SAME_TIME:
        own.pop()
