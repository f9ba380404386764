"""What a source leaves out of an act that others tell with it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Telling, Told, first_by_article, same_days

_LEAST = 2  # publishers who tell a part; one is enough in the news
_SILENT = ("says nothing of it", "what is kept of it says nothing")
_MANY = 10  # articles: what one of more has further down is something more, and not left out by the others
_DAYS = 2  # an act that takes longer is not told with all that was within it in an excerpt
_FIRST = {"P0", "P1", "P2", "P3"}


def omissions(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield what is within an act (or answers it) and some articles leave out, in one conflict for the same articles.

    Looked at are articles that tell the whole act themselves, not those that only mention it; of an excerpt that holds
    enough, what took place on a day or two is looked at. What one publisher tells counts in the news of the same month.
    """
    tellers = first_by_article(told.asserted)
    whole = {article: t for article, t in tellers.items() if not t.excerpt or (record.enough(t) and told.lasts(_DAYS))}
    left_out: dict[tuple[str, ...], list[Telling]] = {}
    parts = record.parts.get(told.id, [])
    before = {act.id: act for part in parts for act in record.others(part, "FOLLOWS") if act not in parts}
    after = [act for act in record.after.get(told.id, []) if _went_on(told, act) and act not in parts]
    earlier = record.others(told, "FOLLOWS")
    called = [act for act in record.touching.get(told.id, []) if act in earlier]  # what called it
    for part in [*parts, *after, *called, *before.values()]:
        told_by = first_by_article(t for t in part.reports if t.mark != "inferred")
        several = len({t.publisher for t in told_by.values()}) >= _LEAST
        first = any(t.paragraph in _FIRST for t in told_by.values())
        if not several and (part.id in before or (len(tellers) > _MANY and not first)):
            continue
        silent = tuple(
            article
            for article, t in whole.items()
            if not _tells(article, part)
            and (several or (told.within(t, MONTH) and any(_same_month(t, other) for other in told_by.values())))
            and not (t.excerpt and part.act["statement"] and not first)
            and not _covers(told, part, article, record)
        )
        if silent and tellers.keys() & told_by.keys():
            left_out.setdefault(silent, []).extend(told_by.values())
    for articles, tellings in left_out.items():
        nothing = [whole[a].saying(_SILENT[whole[a].excerpt]) for a in articles]
        yield told.conflict("omission", "left out", [*map(_hedged, tellings), *nothing])


def circumstances(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one article says, among its first paragraphs, amid what an act was, and others do not.

    Of an excerpt, what is stored is looked at: amid what it was belongs to the beginning.
    """
    around_it = record.others(told, "DURING")
    for around in around_it:
        if any(wider in around_it for wider in record.others(around, "DURING", "PART_OF")):
            continue  # a part of what it was in
        said = first_by_article(t for t in around.reports if t.paragraph in _FIRST and t.mark != "derived")
        amid = {li["article"] for li in told.links if li["relation"] == "DURING" and li["other"] in around.ids}
        tellers = first_by_article(told.asserted)
        silent = [
            t for a, t in tellers.items() if a not in {r.article for r in around.reports} and told.within(t, MONTH)
        ]
        if said.keys() & amid and silent:
            nothing = [t.saying(f"says nothing of it: {t.value}") for t in silent]
            yield told.conflict("omission", "amid what", [*said.values(), *nothing])


def _covers(told: Told, part: Told, article: str, record: Record) -> bool:
    """Say whether an article tells a part in another way: as what may be the same, by its like, or by its figure."""
    theirs = [other for other in record.parts.get(told.id, []) if other is not part and _tells(article, other)]
    maybe = record.maybe(part)
    if any(_tells(article, other) for other in maybe) or any(_alike(part, other, record) for other in theirs):
        return True
    figures = {(d["attribute"], d["number"]) for d in part.details if d["number"] is not None}
    return any(
        (detail["attribute"], detail["number"]) in figures and part.sides("BY") & set(detail["parties"])
        for whole in (told, *record.others(told, "PART_OF", "DURING"))
        for detail in whole.details
        for telling in detail["tellings"]
        if telling.article == article
    )


def _alike(part: Told, other: Told, record: Record) -> bool:
    """Say whether the other act is of the part's kind, by some of its doers, at no other place, and as much denied.

    Two statements are not alike because somebody speaks in both.
    """
    if part.act["statement"]:
        return False
    if part.act["kind"] not in other.act["kinds"] or bool(part.denied) != bool(other.denied):
        return False
    return bool(part.sides("BY") & other.sides("BY")) and record.meet(part, other, "AT")


def _went_on(told: Told, after: Told) -> bool:
    """Say whether one of an act's doers did something else after it on the same day."""
    return not after.act["statement"] and bool(told.sides("BY") & after.sides("BY")) and same_days(told, after)


def _same_month(one: Telling, other: Telling) -> bool:
    return bool(one.published and other.published and abs((one.published - other.published).days) <= MONTH)


def _hedged(telling: Telling) -> Telling:
    return telling.saying(f"{telling.hedge}: {telling.value}") if telling.hedge else telling


def _tells(article: str, told: Told) -> bool:
    return any(t.article == article for t in told.reports)
