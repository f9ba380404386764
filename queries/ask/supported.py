"""Questions about the acts that the record bears out best, for a question that no reading by grammar answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.graph.shape import AHEAD, HOLDING, ROLE_EDGES
from communique.graph.store import Store
from communique.queries.ask.elements import NEGATED, Element
from communique.queries.ask.frames import Frame, frames_of, is_whole, of_sides
from communique.queries.ask.question import Acts, Party, Question, Window
from communique.queries.ask.roles import CALLING
from communique.queries.ask.support import Meant, Support
from communique.queries.ask.windows import date_mentions, put_date

# How much of a question acts must bear out.
_LEAST = 0.6
# Acts that bear out nearly as much as the best can answer where it does not (who did something, only the nearest);
# those that bear out as good as the same can be meant as well, and must answer the same.
_NEARLY, _NEAREST, _ALIKE, _SORTED = 0.93, 0.97, 0.96, 0.85
# What is called for or foreseen has not been done.
_AHEAD = {f"kind:{k}" for k in CALLING}
# So many names, kinds of act, dates and figures single out an act; one more where no deed is among them.
_TELLING = 2
# What is known no nearer than to so many days is at no time that tells who held an office.
_OPEN = 62
# More acts than this are no answer, but for a figure.
_MOST = 3


class Supported:
    """Turns readings that found nothing into questions about the acts that are meant, in one store."""

    def __init__(self, store: Store, mutual: tuple[str, ...]) -> None:
        self.store, self.support, self.mutual = store, Support(store), mutual

    def questions(
        self, readings: list[Question], elements: list[Element]
    ) -> Iterator[tuple[Question, tuple[Question, ...]]]:
        """Yield the questions, those of the acts that bear out most first, each with what it would be of other acts
        that can be meant as well; none where the record bears out too little.
        """
        for question in readings:
            if question.form == "office" and not question.acts.windows:
                question = replace(question, acts=replace(question.acts, windows=self._days(elements)))
            if question.form in ("office", "offices") or (question.form == "party" and is_whole(question)):
                yield question, ()
        frames = frames_of(readings)
        telling = [e for e in elements if not e.plain]
        deed = any(e.sort in ("kind", "word") for e in telling)
        speaking = any(f.form == "content" and any(p.roles == ("by",) for p in parties) for f, parties in frames[:1])
        deed |= speaking and any(e.saying for e in elements)
        deed |= any(f.form == "thing" for f, _ in frames)
        if all(e.aside for e in telling):
            return
        if not frames or len(telling) < _TELLING + (not deed) or all(e.sort in ("word", "number") for e in telling):
            return
        if len(telling) == _TELLING and sum(e.sort != "word" for e in telling) < _TELLING:
            return
        meant = [m for m in self.support.meant(elements) if m.share >= _LEAST]
        if all(f.form in ("content", "date") and parties for f, parties in frames):
            meant = [m for m in meant if self._spoken(list(m.ids), elements)]
        best = max((m.share for m in meant), default=0.0)
        sorted_out = any(f.form == "thing" for f, _ in frames)  # the noun tells acts apart too
        sound = [m for m in meant if m.share > best * (_SORTED if sorted_out else _NEARLY) and m.sound]
        if speaking:  # what somebody said of a thing is told by the words, and not by what is near
            sound = [m for m in sound if self.support.tells(m.ids, telling)]
        # Of who did something, acts that are not that deed say nothing.
        doing = max(
            (m.share for m in meant if any(self._is_done(i, elements, speaking=True) for i in m.ids)), default=best
        )
        for at, one in enumerate(sound):
            others = [m for m in sound if m is not one and m.share > one.share * _ALIKE]
            for frame in frames:
                if at and frame[0].form in ("source", "articles", "reason", "date"):
                    continue  # where the best leave open who says so, why or when, others do not tell
                if frame[0].form in ("reason", "content", "date") and one is not meant[0]:
                    continue
                if not _is_near(one, frame[0]):
                    continue
                if frame[0].form == "party" and not one.share > doing * _NEAREST:
                    continue
                near = [m for m in others if m.done or not one.done]
                near = [m for m in near if "model" not in frame[0].attributes or _is_near(m, frame[0])]
                rivals = tuple(q for m in near for q in list(self._of_acts(m, frame, elements))[:1])
                for question in self._of_acts(one, frame, elements):
                    yield question, rivals

    def _spoken(self, acts: list[str], elements: list[Element]) -> list[str]:
        """Return the acts that are the words which a question names, and not what these are of."""
        spoken = [e for e in elements if e.sort == "kind" and e.saying and not (e.plain or e.aside)]
        own = {i: self.support.by_id[i].own for i in acts}
        return [i for i in acts if all("kind:say" in own[i] and (e.tokens | e.kindred) & own[i] for e in spoken)]

    def _days(self, elements: list[Element]) -> tuple[Window, ...]:
        """Return the time of the acts that bear out elements best, where that is known."""
        best = next(iter(self.support.meant(elements)), None)
        acts = [self.support.by_id[i] for i in best.ids] if best is not None else []
        since, until = (
            min((a.earliest for a in acts if a.earliest), default=None),
            max((a.latest for a in acts if a.latest), default=None),
        )
        return (Window(since, until, "then"),) if since and until and (until - since).days < _OPEN else ()

    def _of_acts(self, meant: Meant, framed: Frame, elements: list[Element]) -> Iterator[Question]:
        words = ", ".join(repr(e.words) for e in elements)
        frame, parties = framed
        # Whoever holds the office that is asked for is named by it.
        telling = [e for e in elements if not (e.aside or (e.person and frame.offices))]
        named = {i for e in telling for i in e.ids} - set(frame.of)
        kept = [i for i in meant.ids if not self._reversed(i, parties)]
        figure = (frame.form == "detail" and bool(frame.units)) or frame.form == "thing"
        if not kept or (len(kept) > _MOST and not figure):
            return
        kept, asked = self._voice(frame, kept)
        if asked.form == "party":
            kept = [i for i in kept if self._is_done(i, elements, speaking=asked.roles[:1] == ("by",))]
        if asked.form == "detail" and asked.units and "model" not in asked.attributes:
            kept = [i for i in kept if self._is_that_deed(i, elements)]
        if asked.form == "thing" and asked.roles == ("by",):
            kept = [i for i in kept if self._is_done(i, elements, speaking=True)]
        if asked.form == "party" and asked.roles[:1] == ("by",):
            # Who is expected to do something is not who does it, unless it is asked who is called on to do it.
            ahead = any(e.tokens & _AHEAD for e in elements)
            kept = [i for i in kept if self.support.by_id[i].status in (*HOLDING, *(AHEAD if ahead else ()))]
        if asked.form in ("party", "source", "articles") and not any(NEGATED in e.tokens for e in elements):
            # Who says that something is not so is not who says it.
            kept = [i for i in kept if NEGATED not in self.support.by_id[i].own]
        if asked.form in ("content", "what", "date") and parties:
            kept = self._spoken(kept, elements)
        if not kept or (asked.form == "party" and self._subject_known(asked, parties, kept)):
            return
        acts = Acts(ids=tuple(kept), words=words, speakers=frame.acts.speakers)
        if asked.form == "content":
            acts = replace(acts, mentions=self.support.told_apart(list(meant.ids), elements))
            if any(e.sort == "kind" and NEGATED in e.tokens for e in elements):
                asked = replace(asked, roles=("deny",))  # of what somebody said, what was denied
        if asked.form == "date":  # a day that is known to who asks is no answer
            days = [put_date(Acts(), e.date, "on") for e in elements if e.date]
            acts = replace(acts, mentions=tuple(m for day in days for m in date_mentions(day)))
        if asked.form == "detail" and of_sides(asked):
            acts = replace(acts, parties=tuple(p for p in parties if p.roles == ("by",)))
        if asked.form == "articles":
            articles = self.support.articles(kept, elements)
            if len(articles) in (asked.number or 1, len(articles) if asked.words else 0):
                yield replace(asked, acts=acts, entities=tuple(articles))
            return
        if asked.form == "source" and asked.media:
            articles = self.support.articles(kept, elements)
            yield replace(asked, acts=acts, entities=tuple(articles) if len(articles) == 1 else ())
            return
        if asked.form == "party" and asked.roles[:1] == ("by",) and not self._mutual(kept):
            asked = replace(asked, roles=("by",))  # "with X" is beside X
        asked = replace(asked, entities=tuple(sorted({*asked.entities, *named})))
        yield replace(asked, acts=acts)
        acting = asked.form == "party" and asked.roles[:1] == ("by",)
        if asked.form in ("party", "place", "detail") and not acting and (claimed := self._claimed(kept)):
            voices = tuple(sorted({i for k in kept for i in self.support.by_id[k].sides["BY"]}))
            said = (Party(("by",), voices),) if "model" in asked.attributes and voices else ()
            yield replace(asked, acts=replace(acts, ids=claimed, modal=True, speakers=said))
        if asked.form == "place" and asked.units and (around := self._around(kept)):
            yield replace(asked, acts=replace(acts, ids=around))

    def _subject_known(self, asked: Question, parties: tuple[Party, ...], ids: list[str]) -> bool:
        """Say whether a question for who does something names who does it: only in what both do is the other wanted."""
        if asked.roles != ("by",) or not any(p.roles == ("by",) for p in parties):
            return False
        return not self._mutual(ids)

    def _mutual(self, ids: list[str]) -> bool:
        """Say whether one of these acts is of a kind in which all parties do the same."""
        return any(f"kind:{k}" in self.support.by_id[i].own for i in ids for k in self.mutual)

    def _around(self, ids: list[str]) -> tuple[str, ...]:
        """Return the parts of acts, and of what they are part of: a place of a certain sort may be told of these."""
        rows = self.store.read(
            "MATCH (a:Act)-[:PART_OF|DURING*1..2]-(b:Act) WHERE a.id IN $ids RETURN DISTINCT b.id AS id ORDER BY id",
            {"ids": ids},
        ).rows
        return tuple(r["id"] for r in rows)

    def _claimed(self, ids: list[str]) -> tuple[str, ...]:
        """Return what the acts claim, denials included: whose airspace somebody denies to have entered."""
        rows = self.store.read(
            "MATCH (a:Act)-[:CLAIMS]->(b:Act) WHERE a.id IN $ids RETURN DISTINCT b.id AS id ORDER BY id", {"ids": ids}
        ).rows
        return tuple(r["id"] for r in rows) if len(rows) == 1 else ()

    def _voice(self, frame: Question, ids: list[str]) -> tuple[list[str], Question]:
        """Return the acts and the frame; who says so is, of statements, who makes them."""
        if (
            frame.form == "content"
            and not self.store.read(
                "MATCH (a:Statement) WHERE a.id IN $ids RETURN a.id AS id LIMIT 1", {"ids": ids}
            ).rows
        ):
            # What is only foreseen or reported is its own content; that two met is not what one said.
            return [] if self._mutual(ids) else ids, replace(frame, form="what")
        if frame.form != "source" or frame.media:
            return ids, frame
        query = (
            "MATCH (a:Statement) WHERE a.id IN $ids AND NOT EXISTS { MATCH (a)<-[:CLAIMS]-(:Act) } "
            "RETURN a.id AS id ORDER BY id"
        )
        made = [r["id"] for r in self.store.read(query, {"ids": ids}).rows]
        return made, replace(frame, form="party", roles=("by",))

    def _is_done(self, act: str, elements: list[Element], *, speaking: bool) -> bool:
        """Say whether an act is of one of the kinds that the question names, and does not only speak of them, unless
        who speaks is asked for.
        """
        one = self.support.by_id[act]
        # What an act claims nothing beside is told in its own words: "released a photograph".
        words = one.own if not one.chain else set()
        own = {t for t in one.own if t.startswith("kind:") or t == NEGATED}
        spoken = speaking and "kind:say" in own
        deeds = [e for e in elements if e.sort == "kind" and not e.aside]
        telling = [e for e in deeds if not e.plain]
        if spoken and any(e.saying and not e.aside and (e.sort == "word" or e.borne_out(own)) for e in elements):
            return True
        done = any(e.borne_out(own) or (e.verb and e.borne_out(words)) for e in telling or deeds)
        return done if deeds else "kind:say" not in own

    def _is_that_deed(self, act: str, elements: list[Element]) -> bool:
        """Say whether an act is what a verb of the question says itself, and nothing that is only like it."""
        own = self.support.by_id[act].own
        verbs = [e for e in elements if e.sort == "kind" and e.verb and not (e.aside or e.plain)]
        return not verbs or any(not (e.tokens | e.loose).isdisjoint(own) for e in verbs)

    def _reversed(self, act: str, parties: tuple[Party, ...]) -> bool:
        """Say whether a party stands on another side of an act than the sentence says."""
        candidate = self.support.by_id[act]
        if self._mutual([act]):  # in what both do, whom it is done with does it too
            parties = tuple(p for p in parties if "by" in p.roles or not candidate.sides["BY"] & set(p.ids))
        return any(candidate.stands_otherwise(set(p.ids), {ROLE_EDGES[r] for r in p.roles}) for p in parties)


def _is_near(meant: Meant, frame: Question) -> bool:
    """Say whether acts bear a question out near enough for what it asks: of which craft, person or place an act tells
    is not which of them did what is asked.
    """
    if frame.form == "party" or "model" in frame.attributes:
        return meant.tight and meant.done
    if frame.form in ("reason", "content", "date", "place"):
        return meant.tight
    if frame.form == "detail" and frame.units:
        return meant.named
    return frame.form != "thing" or (meant.tight and meant.named and meant.done)
