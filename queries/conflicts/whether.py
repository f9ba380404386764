"""Whether it is so: what one source asserts and another denies, of one act or of two that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, same_days

AGAINST = {"deny": "denied", "doubt": "doubted", "reject": "rejected"}


def denials(record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each act that some reports assert, and others deny: it, its like, its whole or a part."""
    denied: dict[str, dict[str, Told]] = {}
    for told in (told for told in record.acts if told.denied):
        for doer in told.sides("BY"):
            denied.setdefault(doer, {})[told.id] = told
    for told in (told for told in record.acts if told.asserted):
        no = [t.saying("denied") for t in told.denied]
        for other in {i: t for doer in sorted(told.sides("BY")) for i, t in denied.get(doer, {}).items()}.values():
            if other is not told and _says_the_same(other, told, record):
                no += [t.saying("denied: " + t.value) for t in other.denied]
        for other in record.maybe(told) if not told.sides("BY") else ():  # it is left open who did it
            no += [t.saying("denied: " + t.value) for t in other.denied if told.alike(other)]
        if no:
            yield told.conflict("denial", "whether it is so", [*(t.saying("asserted") for t in told.asserted), *no])


def rejections(record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each statement that another denies, doubts or rejects as a whole, and not by a claim."""
    for told in record.acts:
        verb = next((said for kind, said in AGAINST.items() if kind in told.act["kinds"]), None)
        if verb is None or any(t.factuality == "denied" for _, t in record.claims.get(told.id, [])):
            continue
        answered = {r["id"] for r in told.roles if r["role"] == "ABOUT"} | told.linked("RESPONDS_TO")
        for other in {record.by_id[i].id: record.by_id[i] for i in sorted(answered & record.by_id.keys())}.values():
            if other.act["statement"] and not told.sides("BY") & other.sides("BY"):
                said = [t.saying("said: " + t.value) for t in other.reports]
                answers = [t.saying(f"{verb}: {t.value}") for t in told.reports]
                yield other.conflict("denial", "what was said", [*said, *answers])


def refusals(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where parties are said to do together what, as others tell, they have turned away.

    What may be the same as either is told with it: a possibility, another word for what they do.
    """
    doing: dict[tuple[str, frozenset[str]], list[Told]] = {}
    for told in (told for told in record.acts if told.asserted and not told.act["statement"]):
        doing.setdefault((str(told.act["kind"]), frozenset(told.states("BY"))), []).append(told)
    for refusal in (told for told in record.acts if "reject" in told.act["kinds"] and told.asserted):
        topics = {r["id"] for r in refusal.roles if r["role"] == "ABOUT"}
        refused = {record.by_id[r["id"]].id for r in refusal.roles if r["role"] == "ABOUT" and r["id"] in record.by_id}
        for act in (record.by_id[i] for i in sorted(refused)):
            parties = frozenset(act.states("BY"))
            for told in doing.get((str(act.act["kind"]), parties), []):
                if len(parties) > 1 and parties <= refusal.states("BY") and told is not act:
                    no = [t.saying(f"turned away: {t.value}") for t in refusal.asserted]
                    maybe = [t.saying(f"{t.hedge or t.factuality}: {t.value}") for t in act.reports if not t.asserts]
                    near = [
                        o for o in record.maybe(told) if topics & {r["id"] for r in o.roles if r["role"] == "ABOUT"}
                    ]
                    like = [t for other in near for t in other.asserted]
                    yield told.conflict("contradiction", "whether they do it", [*told.asserted, *like, *maybe, *no])


def narrower_denials(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where what is denied is less in one place than in another, or of another thing than asserted."""
    for attribute in ("described_as", "model"):
        limited = [t for d in told.details if d["attribute"] == attribute for t in d["tellings"]]
        at = {(t.article, t.paragraph): t for t in limited}
        less = [t.saying(f"denied: {at[place].value}: {t.value}") for t in told.denied if (place := _place(t)) in at]
        whole = [t.saying(f"denied: {t.value}") for t in told.denied if _place(t) not in at]
        if less and whole:
            yield told.conflict("strength", "what is denied", [*less, *whole])
    models = [t for d in told.details if d["attribute"] == "model" for t in d["tellings"]]
    for other in record.maybe(told) if told.asserted else ():
        theirs = [t for d in other.details if d["attribute"] == "model" for t in d["tellings"]]
        if models and theirs and other.denied and not other.asserted and not _values(models) & _values(theirs):
            said = [t.saying(f"denied of {t.value}") for t in theirs]
            yield told.conflict("strength", "what is denied", [*models, *said])


def unanswered(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where somebody declines to comment on what others say."""
    if "decline-comment" not in told.act["kinds"]:
        return
    about = {record.by_id[r["id"]].id for r in told.roles if r["role"] == "ABOUT" and r["id"] in record.by_id}
    said = [t for i in sorted(about) for t in record.by_id[i].asserted]
    if said and told.asserted:
        yield told.conflict(
            "omission", "no comment", [*said, *(t.saying(f"no comment: {t.value}") for t in told.asserted)]
        )


def _place(telling: Telling) -> tuple[str, str]:
    return telling.article, telling.paragraph


def _values(tellings: list[Telling]) -> set[str]:
    return {t.value for t in tellings}


def _says_the_same(denied: Told, asserted: Told, record: Record) -> bool:
    """Say whether what is denied of the one is what is asserted of the other."""
    if record.linked(denied, asserted, "NOT_SAME_AS"):
        return False
    if not {denied.act["kind"], asserted.act["kind"]} & set(denied.act["kinds"]) & set(asserted.act["kinds"]):
        return False
    if record.linked(denied, asserted, "UNSURE", "PART_OF"):
        return True
    doers, others = denied.sides("BY"), asserted.sides("BY")
    if denied.act["kind"] not in asserted.act["kinds"] or not (doers <= others or others <= doers):
        return False
    return same_days(denied, asserted) and record.meet(denied, asserted, "TOWARD", "AT")
