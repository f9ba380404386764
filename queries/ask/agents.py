"""Questions with a noun for who plays a part: "the claimants to X", "Biden's counterpart", "the target of"."""

from __future__ import annotations

from communique.queries.ask.asked import Asked
from communique.queries.ask.items import BE, Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.roles import object_roles

_ROLES = {"agents": ("by",), "targets": ("toward", "affects", "about"), "recipients": ("to", "toward")}


def agent_questions(items: list[Item], asked: Asked, reader: Reader) -> list[Question]:
    """Return the question for the part that a noun names, where a person, body or country is asked for.

    Where nothing but one name stands beside a noun for a deed, that deed is asked about: "the claimants to X".
    """
    if asked.word not in ("who", "which", "what", "whom") or (asked.noun and not (asked.labels or asked.classes)):
        return []
    lexicon = reader.lexicon
    if asked.word in ("who", "which") and _receives(items, lexicon):
        return [Question("party", roles=_ROLES["recipients"], labels=asked.labels)]
    for item in items:
        word = next((w for w in (item.words, item.words.removesuffix("s")) if _roles(w, lexicon)), "")
        if not word:
            continue
        names = [i for i in items if i.type in ("entity", "topic")]
        others = [
            i for i in items if i.type not in ("entity", "topic", "filler", "aux", "wh", "prep", "possessive", "class")
        ]
        if word in lexicon.deeds and len(names) == 1 and others == [item]:
            kind = lexicon.deeds[word]
            party = reader.party(reader.named(names[0]), object_roles((kind,), lexicon))
            return [Question("party", Acts(kinds=(kind,), parties=(party,)), roles=("by",), labels=asked.labels)]
        return [Question("party", roles=_roles(word, lexicon), labels=asked.labels)]
    return []


def _receives(items: list[Item], lexicon: Lexicon) -> bool:
    """Say whether who gets something is asked for: "who was handed the protest"."""
    at = next((n for n, i in enumerate(items) if i.type == "aux" and i.words in BE), None)
    then = next((i for i in items[at + 1 :] if i.type != "filler"), None) if at is not None else None
    return then is not None and lexicon.is_("giving", then.words.split()[0]) and items[-1].type != "prep"


def _roles(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    return next((roles for group, roles in _ROLES.items() if lexicon.is_(group, word)), ())
