"""What was done to answer a question: how long each step took, and each query that was run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any, cast

from communique.graph.store import Parameters, Result, Store
from communique.graph.values import as_json

STEPS = ("opening", "reading", "compiling", "store", "evidence")


@dataclass(frozen=True, slots=True)
class Run:
    """One query that was run, in which step, with its time in seconds and the number of its rows."""

    step: str
    cypher: str
    params: dict[str, Any]
    seconds: float
    rows: int

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values, the time in milliseconds."""
        ms = round(self.seconds * 1000, 2)
        return {"step": self.step, "cypher": self.cypher, "params": as_json(self.params), "rows": self.rows, "ms": ms}


class Steps:
    """The steps from a question to its answer: reading, compiling, store, evidence.

    The time of a step is its own: that of a step inside it does not count. What is read from the store counts to
    the step `store`, for evidence to `evidence`.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.runs: list[Run] = []
        self._now, self._inside = "", 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time until the end of the block to a step."""
        around, before = self._now, self._inside
        self._now, self._inside = name, 0.0
        start = perf_counter()
        try:
            yield
        finally:
            took = perf_counter() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + took - self._inside
            self._now, self._inside = around, before + took

    def read(self, store: Store, cypher: str, parameters: Parameters | None) -> Result:
        """Read from a store, and note it."""
        name = "evidence" if self._now == "evidence" else "store"
        with self.step(name):
            start = perf_counter()
            found = store.read(cypher, parameters)
            took = perf_counter() - start
        self.runs.append(Run(name, cypher, dict(parameters or {}), took, len(found.rows)))
        return found

    def times(self) -> dict[str, float]:
        """Return the milliseconds of each step, in the order of the steps."""
        return {name: round(self.seconds[name] * 1000, 2) for name in STEPS if name in self.seconds}

    def to_json(self) -> dict[str, Any]:
        """Return the queries and the times as JSON values."""
        return {"queries": [run.to_json() for run in self.runs], "times": self.times()}

    def taken(self) -> Steps:
        """Return the steps of the question that was answered; what follows begins anew."""
        done = Steps()
        done.seconds, done.runs = self.seconds, self.runs
        self.seconds, self.runs = {}, []
        return done

    def __add__(self, other: Steps) -> Steps:
        both = Steps()
        for name in (*self.seconds, *other.seconds):
            both.seconds[name] = self.seconds.get(name, 0.0) + other.seconds.get(name, 0.0)
        both.runs = self.runs + other.runs
        return both


class _Watched:
    def __init__(self, store: Store, steps: Steps) -> None:
        self._store, self._steps = store, steps

    def read(self, cypher: str, parameters: Parameters | None = None) -> Result:
        return self._steps.read(self._store, cypher, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def watched(store: Store, steps: Steps) -> Store:
    """Return a store whose queries are noted among the steps."""
    return cast(Store, _Watched(store, steps))
