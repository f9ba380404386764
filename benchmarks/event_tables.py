"""The events as plain tables, and the catalogue's questions over them in SQL (sqlite3 with indexes) and in pandas.

A question is the same in all three: its answer is a list of tuples, which the benchmark compares. Tables: act (one row
an event), role (who takes part, as party and as state, and whether it acts), pair (states in the order of the
alphabet), kind (an act's kinds with their parents).
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.graph.mapping.events import CodedMapper
from communique.loaders.events import EventReader, read_events
from communique.schemas.vocabulary import read_vocabulary

Answer = list[tuple[Any, ...]]
COLUMNS = {
    "act": ("id", "day", "number", "target", "goldstein", "plover", "quad", "mirror"),
    "role": ("act", "actor", "acting"),
    "pair": ("act", "one", "other"),
    "kind": ("act", "kind"),
}
INDEXES = ("act (id)", "role (actor, act, acting)", "role (act)", "pair (one, other)", "pair (act)", "kind (act, kind)")
FOUND = (
    "SELECT a.act AS act, max(a.acting) AS one_acts, max(b.acting) AS other_acts FROM role a JOIN role b USING (act) "
    "WHERE a.actor = :one AND b.actor = :other GROUP BY a.act HAVING max(a.acting) OR max(b.acting)"
)
SQL = {
    "intensity": f"SELECT substr(day, 1, 7) AS period, count(*), sum(one_acts AND NOT other_acts), "
    "sum(other_acts AND NOT one_acts), tenth(avg(goldstein)), tenth(avg(plover)), sum(quad = 1), sum(quad = 2), "
    f"sum(quad = 3), sum(quad = 4) FROM ({FOUND}) JOIN act ON id = act GROUP BY period ORDER BY period",
    "timeline-of-a-pair": f"SELECT id FROM ({FOUND}) JOIN act ON id = act ORDER BY day, id LIMIT 500",
    "who-initiates": f"WITH found AS MATERIALIZED (SELECT number, one_acts, quad > 2 AS conflict FROM ({FOUND}) "
    "JOIN act ON id = act WHERE one_acts <> other_acts AND quad IS NOT NULL), "
    "days AS MATERIALIZED (SELECT DISTINCT number, one_acts, conflict FROM found) "
    "SELECT conflict, one_acts, count(*), sum(NOT EXISTS (SELECT 1 FROM days b WHERE b.one_acts <> a.one_acts "
    "AND b.conflict = a.conflict AND b.number BETWEEN a.number - 7 AND a.number - 1)), "
    "sum(EXISTS (SELECT 1 FROM days b WHERE b.one_acts <> a.one_acts AND b.conflict = a.conflict "
    "AND b.number BETWEEN a.number + 1 AND a.number + 7)) FROM found a GROUP BY 1, 2 ORDER BY 1, 2",
    "common-targets": "SELECT target, sum(one), sum(other), sum(one AND other) FROM (SELECT act, "
    "max(actor = :one) AS one, max(actor = :other) AS other FROM role WHERE actor IN (:one, :other) AND acting "
    "GROUP BY act) JOIN act ON id = act WHERE target NOT IN (:one, :other) GROUP BY target "
    "HAVING sum(one) AND sum(other) ORDER BY target",
    "acts-of-an-actor": "SELECT DISTINCT id FROM role JOIN act ON id = act WHERE actor = :one AND (acting OR mirror) "
    "ORDER BY day, id LIMIT 500",
    "acts-toward-an-actor": "SELECT DISTINCT id FROM role JOIN act ON id = act WHERE actor = :one "
    "AND (mirror OR NOT acting) "
    "ORDER BY day, id LIMIT 500",
    "acts-by-year of an actor": "SELECT CAST(substr(day, 1, 4) AS INTEGER) AS year, count(*), tenth(avg(goldstein)) "
    "FROM (SELECT DISTINCT act FROM role WHERE actor = :one AND acting) JOIN act ON id = act GROUP BY year "
    "ORDER BY year",
    "largest-changes of an actor": "{changes}",
    "largest-changes": "{changes}",
    "most-active-pairs": "SELECT one, other, count(*) AS acts, tenth(avg(goldstein)) FROM pair JOIN act ON id = act "
    "GROUP BY one, other ORDER BY acts DESC, one, other LIMIT 20",
    "most-active-pairs of a kind": "SELECT one, other, count(*) AS acts, tenth(avg(goldstein)) FROM pair "
    "JOIN act ON id = act WHERE EXISTS (SELECT 1 FROM kind k WHERE k.act = id AND k.kind = 'criticize') "
    "GROUP BY one, other ORDER BY acts DESC, one, other LIMIT 20",
    "acts-by-year": "SELECT CAST(substr(day, 1, 4) AS INTEGER) AS year, count(*), tenth(avg(goldstein)) FROM act "
    "GROUP BY year ORDER BY year",
}
_CHANGES = (
    "WITH span AS (SELECT one, other, substr(day, 1, 4) AS year, count(*) AS acts, avg(goldstein) AS mean FROM pair "
    "JOIN act ON id = act WHERE goldstein IS NOT NULL AND (:one IS NULL OR one = :one OR other = :one) "
    "GROUP BY 1, 2, 3 HAVING acts >= 20), step AS (SELECT one, other, lag(year) OVER w AS earlier, year AS later, "
    "tenth(mean - lag(mean) OVER w) AS change FROM span WINDOW w AS (PARTITION BY one, other ORDER BY year)) "
    "SELECT one, other, earlier, later, change FROM step WHERE earlier IS NOT NULL "
    "ORDER BY abs(change) DESC, later DESC, one, other LIMIT 20"
)


def tenth(value: float | None) -> float | None:
    """Round as the catalogue does."""
    return None if value is None or math.isnan(value) else math.floor(value * 10 + 0.500001) / 10


@dataclass(frozen=True)
class Tables:
    """The rows of every table."""

    rows: dict[str, list[tuple[Any, ...]]]

    def database(self) -> sqlite3.Connection:
        """Return them as a database in memory, with indexes."""
        database = sqlite3.connect(":memory:")
        database.create_function("tenth", 1, tenth, deterministic=True)
        for name, columns in COLUMNS.items():
            database.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            marks = ", ".join("?" * len(columns))
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", self.rows[name])
        for number, index in enumerate(INDEXES):
            database.execute(f"CREATE INDEX index_{number} ON {index}")
        database.execute("ANALYZE")
        return database

    def frames(self) -> dict[str, Any]:
        """Return them as pandas frames."""
        import pandas

        return {name: pandas.DataFrame(rows, columns=COLUMNS[name]) for name, rows in self.rows.items()}


def read_tables(path: Path) -> Tables:
    """Return the events of a file, mapped as the import maps them, each once."""
    vocabulary = read_vocabulary()
    mapper, seen = CodedMapper(vocabulary), set()
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in COLUMNS}
    for row in read_events(path, EventReader("icews", vocabulary).read):
        event = row.event
        if event is None or event.id in seen:
            continue
        seen.add(event.id)
        shared, own = mapper.kind(event).properties, mapper.own(event)
        scores = (shared.get("goldstein"), shared.get("plover_score"), shared.get("quad"), "mirror" in shared)
        rows["act"].append((event.id, own["date"], event.day.toordinal(), event.toward[0].id, *scores))
        sides = {(state, edge["role"] == "by") for state, edge in mapper.sides(event)}
        rows["role"] += [
            (event.id, actor, acting) for actor, acting in {(event.by[0].id, True), (event.toward[0].id, False)} | sides
        ]
        rows["pair"] += [(event.id, *pair.replace("<", ">").split(">")) for pair in own.get("pairs", ())]  # type: ignore[attr-defined]
        rows["kind"] += [(event.id, kind) for kind in shared["kinds"]]  # type: ignore[attr-defined]
    return Tables(rows)


def ask_sqlite(database: sqlite3.Connection, question: str, values: dict[str, str | None]) -> Answer:
    """Return the answer to a question by SQL."""
    return database.execute(SQL[question].format(changes=_CHANGES), {"one": None, **values}).fetchall()


def ask_pandas(frames: dict[str, Any], question: str, values: dict[str, str | None]) -> Answer:
    """Return the answer to a question by pandas."""
    return list(PANDAS[question](frames, values.get("one"), values.get("other")))


def _pair(frames: dict[str, Any], one: str, other: str) -> Any:
    role = frames["role"]
    sides = [
        role[role.actor == actor].groupby("act").acting.max().rename(name)
        for actor, name in ((one, "one_acts"), (other, "other_acts"))
    ]
    both = sides[0].to_frame().join(sides[1], how="inner")
    return frames["act"].merge(both[both.one_acts | both.other_acts], left_on="id", right_index=True)


def _intensity(frames: dict[str, Any], one: str, other: str) -> Iterator[tuple[Any, ...]]:
    found = _pair(frames, one, other)
    for period, acts in found.groupby(found.day.str[:7]):
        yield (period, len(acts), int((acts.one_acts & ~acts.other_acts).sum()),
               int((acts.other_acts & ~acts.one_acts).sum()), tenth(acts.goldstein.mean()), tenth(acts.plover.mean()),
               *(int((acts.quad == quad).sum()) for quad in (1, 2, 3, 4)))  # fmt: skip


def _first(found: Any) -> Iterator[tuple[Any, ...]]:
    yield from ((act,) for act in found.sort_values(["day", "id"]).id.head(500))


def _initiates(frames: dict[str, Any], one: str, other: str) -> Iterator[tuple[Any, ...]]:
    found = _pair(frames, one, other)
    found = found[(found.one_acts != found.other_acts) & found.quad.notna()]
    found = found.assign(conflict=found.quad > 2)
    for (conflict, one_acts), acts in found.groupby(["conflict", "one_acts"]):
        theirs = set(found[(found.conflict == conflict) & (found.one_acts != one_acts)].number)
        first = [all(day - n not in theirs for n in range(1, 8)) for day in acts.number]
        answered = [any(day + n in theirs for n in range(1, 8)) for day in acts.number]
        yield int(conflict), int(one_acts), len(acts), sum(first), sum(answered)


def _targets(frames: dict[str, Any], one: str, other: str) -> Iterator[tuple[Any, ...]]:
    role, act = frames["role"], frames["act"]
    acting = role[role.acting]
    of_one, of_other = (act.id.isin(acting[acting.actor == actor].act) for actor in (one, other))
    found = act.assign(one=of_one, other=of_other)[(of_one | of_other) & ~act.target.isin([one, other])]
    for target, acts in found.groupby("target"):
        if acts.one.any() and acts.other.any():
            yield target, int(acts.one.sum()), int(acts.other.sum()), int((acts.one & acts.other).sum())


def _acts_of(frames: dict[str, Any], actor: str, acting: bool, mirrored: bool = True) -> Any:
    role, act = frames["role"], frames["act"]
    own = role[role.actor == actor]
    return act[act.id.isin(own[own.acting == acting].act) | (mirrored & act.mirror & act.id.isin(own.act))]


def _years(acts: Any) -> Iterator[tuple[Any, ...]]:
    for year, found in acts.groupby(acts.day.str[:4]):
        yield int(year), len(found), tenth(found.goldstein.mean())


def _changes(frames: dict[str, Any], one: str | None, other: str | None) -> Iterator[tuple[Any, ...]]:
    pair = frames["pair"]
    pair = pair if one is None else pair[(pair.one == one) | (pair.other == one)]
    acts = pair.merge(frames["act"], left_on="act", right_on="id")
    acts = acts[acts.goldstein.notna()].assign(year=lambda a: a.day.str[:4])
    spans = acts.groupby(["one", "other", "year"]).goldstein.agg(["size", "mean"]).reset_index()
    spans = spans[spans["size"] >= 20]
    before = spans.groupby(["one", "other"]).shift()
    steps = spans.assign(earlier=before.year, change=(spans["mean"] - before["mean"]).map(tenth)).dropna()
    rows = [(r.one, r.other, r.earlier, r.year, r.change) for r in steps.itertuples()]
    yield from sorted(rows, key=lambda r: (-abs(r[4]), -int(r[3]), r[0], r[1]))[:20]


def _pairs(frames: dict[str, Any], kind: str | None = None) -> Iterator[tuple[Any, ...]]:
    pair, kinds = frames["pair"], frames["kind"]
    pair = pair if kind is None else pair[pair.act.isin(kinds[kinds.kind == kind].act)]
    acts = pair.merge(frames["act"], left_on="act", right_on="id").groupby(["one", "other"]).goldstein
    found = (
        acts.agg(["size", "mean"]).reset_index().sort_values(["size", "one", "other"], ascending=[False, True, True])
    )
    yield from ((r[0], r[1], r[2], tenth(r[3])) for r in found.head(20).itertuples(index=False))


PANDAS: dict[str, Callable[[dict[str, Any], Any, Any], Iterator[tuple[Any, ...]]]] = {
    "intensity": _intensity,
    "timeline-of-a-pair": lambda f, one, other: _first(_pair(f, one, other)),
    "who-initiates": _initiates,
    "common-targets": _targets,
    "acts-of-an-actor": lambda f, one, _: _first(_acts_of(f, one, True)),
    "acts-toward-an-actor": lambda f, one, _: _first(_acts_of(f, one, False)),
    "acts-by-year of an actor": lambda f, one, _: _years(_acts_of(f, one, True, mirrored=False)),
    "largest-changes of an actor": _changes,
    "largest-changes": _changes,
    "most-active-pairs": lambda f, *_: _pairs(f),
    "most-active-pairs of a kind": lambda f, *_: _pairs(f, "criticize"),
    "acts-by-year": lambda f, *_: _years(f["act"]),
}
