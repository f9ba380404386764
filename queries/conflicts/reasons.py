"""Why and through whom: causes that nobody shares, or that another account leaves no room for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Telling, Told, given

_HOSTILE = {"attack", "invade"}


def cause_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one voice explains an act that, as those who did it say, did not happen so.

    Their word is a denial, or another account of what may be the same act.
    """
    causes = given(told, "cause")
    doers = told.states("BY")
    near = {other.id: other for act in record.maybe(told) for other in [act, *record.maybe(act)] if other is not told}
    word = [
        t.saying(t.value if t.asserts else f"denied: {t.value}")
        for other in near.values()
        for t in other.reports
        if t.chain
        and doers & record.speaks_for(t)
        and (t.factuality == "denied" or (t.asserts and not other.alike(told)))
    ]
    if causes and word:
        yield told.conflict("contradiction", "how it came about", [*causes, *word])


def why_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles of one month give causes that they do not share for how a matter goes.

    Compared is what the same states do about one topic.
    """
    caused: dict[tuple[str, str], list[Telling]] = {}
    names: dict[str, str] = {}
    for told in record.acts:
        causes = [t.saying(f"{t.value}: {told.summary}") for t in given(told, "cause")]
        for row in (r for r in told.roles if causes and r["role"] == "ABOUT" and "Topic" in r["labels"]):
            names[row["id"]] = row["name"]
            for state in told.states("BY"):
                caused.setdefault((row["id"], state), []).extend(causes)
    for topic in sorted(names):
        groups = [said for (about, _), said in caused.items() if about == topic]
        for said in (said for said in groups if any(_other_cause(a, b) for a, b in combinations(said, 2))):
            yield Conflict("contradiction", "why", topic, names[topic], tuple(said))


def _other_cause(one: Telling, other: Telling) -> bool:
    """Say whether two articles of one month differ in a cause."""
    near = one.published and other.published and abs((one.published - other.published).days) <= MONTH
    return bool(near) and one.article != other.article and one.value.split(": ")[0] != other.value.split(": ")[0]


def blame_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each topic of which one side is said to have attacked, and others are accused."""
    attacked: dict[str, list[Told]] = {}
    accused: dict[str, list[Told]] = {}
    names: dict[str, str] = {}
    for told in record.acts:
        about = {r["id"]: r["name"] for r in told.roles if r["role"] == "ABOUT" and "Topic" in r["labels"]}
        if _HOSTILE & {*told.act["kinds"]} and told.states("BY") and told.asserted:
            acts = attacked
        elif "accuse" in told.act["kinds"] and told.states("TOWARD"):
            acts = accused
        else:
            continue
        names |= about
        for topic in about:
            acts.setdefault(topic, []).append(told)
    for topic in sorted(attacked.keys() & accused.keys()):
        doers = {state for told in attacked[topic] for state in told.states("BY")}
        others = [told for told in accused[topic] if not doers & told.states("TOWARD")]
        if others:
            said = [t for told in attacked[topic] for t in told.asserted]
            said += [t for told in others for t in told.reports]
            yield Conflict("contradiction", "whose doing it is", topic, names[topic], tuple(said))
