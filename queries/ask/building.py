"""Builds acts from phrases: what each names goes into the roles of its place, or must stand near."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from communique.queries.ask.mentions import Named, Read, Reader
from communique.queries.ask.question import Acts, Mention, Party
from communique.queries.ask.windows import date_mentions, put_date
from communique.schemas.stems import stem_words

# What a noun of a class can stand for.
CLASS_LABELS = {
    "states": ("State",),
    "persons": ("Person", "Group"),
    "organizations": ("Organization",),
    "groups": ("Group",),
}
_ANYBODY = ("anyone", "anybody", "someone", "somebody")
_SPATIAL = (
    "over",
    "above",
    "near",
    "in",
    "at",
    "around",
    "through",
    "into",
    "past",
    "within",
    "across",
    "off",
    "inside",
    "throughout",
)


@dataclass(slots=True)
class Building:
    reader: Reader
    kinds: tuple[str, ...]
    parties: list[Party] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    acts: Acts = field(default_factory=Acts)


def own_noun(building: Building, read: Read) -> None:
    """The phrase whose noun is the act itself: who owns it acts, other kinds in it must stand near."""
    for named in read.named:
        if _same_thing(named, read):
            continue
        roles = ("by",) if named.owner or named.ids else ()
        tokens = {t.partition(":")[0] for t in named.tokens}
        if tokens <= {"topic"} or tokens <= {"place"}:
            building.mentions.append(building.reader.mention(named))
        else:
            building.parties.append(replace(building.reader.party(named, roles or ("by",)), tokens=()))
    for item in read.kinds[:-1]:
        building.mentions.append(building.reader.kind_mention(item))
    if read.kinds and not read.kinds[-1].words.endswith("s"):
        determiners = [i.words for i in read.phrase.items if i.type == "filler"]
        stems = tuple(stem_words(read.kinds[-1].words)) if " " in read.kinds[-1].words else ()
        building.acts = replace(building.acts, definite="the" in determiners or "this" in determiners, soft=stems)
    leftovers(building, read)


def _same_thing(named: Named, read: Read) -> bool:
    return bool(read.kinds) and named.words == read.kinds[-1].words


def place(building: Building, read: Read, roles: tuple[str, ...]) -> None:
    """Put what a phrase names into the roles of its place; a phrase about an act or topic must stand near."""
    reader = building.reader
    about_act = bool(read.kinds)
    if about_act and (read.order is not None or read.dates):
        building.acts = replace(building.acts, linked=(*building.acts.linked, _noun_acts(read, reader)))
        return
    either: list[Named] = [n for n in read.named if n.either]
    if len(either) > 1:
        ids = tuple(i for n in either for i in n.ids)
        building.parties.append(
            Party(roles, ids, tuple(o for n in either for o in n.offices), " or ".join(n.words for n in either))
        )
    for named in read.named:
        if len(either) > 1 and named in either:
            continue
        if read.phrase.preposition in _SPATIAL and named.places:
            building.parties.append(Party(("at",), named.places, (), named.words, tokens=named.tokens))
            continue
        sorts = {t.partition(":")[0] for t in named.tokens}
        if named.owner and set(read.classes) & {"organizations", "persons", "groups"} and not read.units:
            building.mentions.append(reader.mention(named))
            words = " ".join(i.words for i in read.phrase.of("class"))
            building.mentions.append(Mention(words, stems=tuple(stem_words(words))))
        elif about_act and "by" in roles and named.owner and _is_text(building, read):
            building.parties.append(replace(reader.party(named, ("by",)), tokens=()))
        elif about_act or sorts == {"topic"} or (named.owner and _has_topic(read)):
            building.mentions.append(reader.mention(named))
        elif named.modifier and "by" not in roles:
            building.mentions.append(reader.mention(named))
        else:
            party = reader.party(named, roles)
            # "The Russian bombers" are a thing of Russia's and not the party itself.
            owned = any(n.owner for n in read.named) and (read.units or read.attributes)
            thing = owned and "by" not in roles
            certain = read.phrase.preposition in ("", "by", "to", "against", "on behalf of") and not thing
            building.parties.append(replace(party, tokens=()) if certain else party)
    for item in read.kinds:
        building.mentions.append(reader.kind_mention(item))
    if any(i.words in _ANYBODY for i in read.phrase.of("class")):
        building.parties.append(Party(roles, (), (), "anybody", ("Person", "Group")))
    elif (
        not (read.named or read.kinds or read.roles or read.units) and read.classes and read.classes[0] in CLASS_LABELS
    ):
        words = " ".join(i.words for i in read.phrase.of("class", "unit"))
        building.parties.append(Party(roles, (), (), words, CLASS_LABELS[read.classes[0]]))
    leftovers(building, read)


def _is_text(building: Building, read: Read) -> bool:
    """Say whether a phrase is of something said that says something: "what does the Chinese statement say"."""
    kinds = building.reader.lexicon.kinds
    return bool(building.kinds) and all(kinds[k]["statement"] for k in (*building.kinds, *read.kind_ids))


def _has_topic(read: Read) -> bool:
    """Say whether a phrase names a topic, whose owner is no party: "the UN's resolution on Ukraine"."""
    return any({t.partition(":")[0] for t in n.tokens} == {"topic"} for n in read.named)


def near(building: Building, read: Read) -> None:
    """Let everything that a phrase names stand near the act, in no certain role."""
    building.mentions.extend(building.reader.mention(named) for named in read.named)
    building.mentions.extend(building.reader.kind_mention(item) for item in read.kinds)
    building.mentions.extend(building.reader.other_mentions(read))
    dated = Acts()
    for date in read.dates:
        dated = put_date(dated, date, read.phrase.preposition)
    building.mentions.extend(date_mentions(dated))


def _noun_acts(read: Read, reader: Reader) -> Acts:
    """Return the acts that a noun phrase of its own describes: "Tuesday's joint flight"."""
    building = Building(reader, read.kind_ids)
    own_noun(building, read)
    return replace(
        building.acts,
        words=read.kinds[-1].words,
        kinds=building.kinds,
        parties=tuple(building.parties),
        mentions=tuple(building.mentions),
    )


def leftovers(building: Building, read: Read) -> None:
    building.mentions.extend(building.reader.other_mentions(read))
    for date in read.dates:
        building.acts = put_date(building.acts, date, read.phrase.preposition)
    if read.order is not None:
        if isinstance(read.order, int):
            building.acts = replace(building.acts, number=read.order)
        else:
            building.acts = replace(building.acts, order=str(read.order))
