"""Questions about what a place is called: "What does Japan call Dokdo?", "Which articles use the name East Sea?"."""

from __future__ import annotations

from communique.queries.ask.chunks import Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Party, Question

# What a question about names may hold besides names, and what says nothing in it.
_PASSING = ("filler", "aux", "comma")
_OTHER = ("other", "another", "else", "alternative")
_BESIDES = ("wh", "prep", "possessive", "class", "role")
# Groups of words for those who use a name, and what is meant by them.
_USERS = {"articles": "articles", "states": "states", "sources": "sources", "organizations": "sources"}


def naming_questions(items: list[Item], reader: Reader) -> list[Question]:
    """Return the question about the names of a place, if the items ask one and hold nothing else.

    The form is `names` (of a place, as used by the parties, if any; without those in `words`) or `users` (of the
    name in `words`; `units` says whether articles, states or sources are asked for, or anybody).
    """
    is_ = reader.lexicon.is_
    content = [i for i in items if i.type not in _PASSING]
    entities = [i for i in content if i.type == "entity"]
    places = [i for i in entities if i.has("place") and not i.has("actor", "demonym", "office")]
    users = [i for i in entities if i not in places]
    nouns = [n for n, i in enumerate(content) if is_("names", i.words)]
    calls = [i for i in content if is_("naming", i.words)]
    wh = next((n for n, i in enumerate(content[:2]) if i.type == "wh"), None)
    either = [i for i in content if i.type in ("or", "and")] if len(places) > 1 else []
    others = [
        i
        for i in content
        if i not in entities and i not in calls and i not in either and i.type not in _BESIDES
        if not any(is_(group, i.words) for group in ("names", "uses", "articles"))
    ]
    # "The name of" passes as polite: "the Japanese name of Dokdo" is left as two names side by side.
    bare = len(entities) == len(content) - 1 == 2 and content[0].words == "what" and content[1:] == [*users, *places]
    apart = bool(places) and content[1:] == places and any(i.words in _OTHER for i in items)
    bare |= apart and content[0].words == "what"
    if wh is None or others or not places or not (nouns or calls or bare):
        return []
    if content[wh].words in ("what", "how") or (content[wh].words == "which" and nouns == [wh + 1]):
        named = [n for u in users for n in reader.read(Phrase([u])).named]
        parties = (Party(("by",), tuple(i for n in named for i in n.ids), words=named[0].words),) if named else ()
        known = tuple(i.words for i in places if any(i.words in _OTHER for i in items))
        return [Question("names", entities=tuple(places[-1].ids("place")), words=known, acts=Acts(parties=parties))]
    ends_well = content[-1] in places or is_("uses", content[-1].words)
    if users or content[wh].words not in ("who", "whom", "which") or not ends_well:
        return []
    sort = next((sort for group, sort in _USERS.items() if is_(group, content[wh + 1].words)), "")
    return [Question("users", entities=tuple(places[0].ids("place")), words=(places[-1].words,), units=(sort,))]
