"""What a question gets: answers with their evidence, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from communique.graph.values import as_json
from communique.queries.ask.steps import Steps

if TYPE_CHECKING:
    import pandas

# So begins why an act that does not hold is no answer: it is not looked for in a wider sense.
THERE = "there is such an act"
_EVIDENCE = ("fact", "text", "date", "article", "paragraph", "mark", "factuality", "chain", "hedge")


@dataclass(frozen=True, slots=True)
class Value:
    """One answer: what a person would take as it, the node it is, if it is one, and the facts that it rests on."""

    value: str
    id: str = ""
    facts: tuple[str, ...] = field(default=(), compare=False)


@dataclass(slots=True)
class Answer:
    """The answer to a question; `status` is answered, no_fact or not_understood.

    `answers` have a `value` each, and the `id` of the node where it is one. `reading` says how the question was
    understood, `typed` is that as data, `why` what stands in the way of an answer. `facts` are the ids of the acts
    and details on which the answer rests, `evidence` what articles report of them; `steps` are the queries that were
    run, and the times. `nearest` is evidence too, of the facts that are nearest to a question without an answer: they
    share its words, and answer nothing.

    Examples
    --------
    >>> import communique as kg
    >>> with kg.open_graph(".kg") as graph:
    ...     answer = graph.ask("Who criticized Japan?")
    >>> answer.status, answer.why
    ('no_fact', 'none toward Japan')
    """

    question: str
    status: str = "not_understood"
    answers: list[Value] = field(default_factory=list)
    reading: str = ""
    cypher: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    steps: Steps = field(default_factory=Steps)
    facts: list[str] = field(default_factory=list)
    evidence: list[dict[str, Any]] = field(default_factory=list)
    why: str = ""
    suggestions: list[str] = field(default_factory=list)
    nearest: list[dict[str, Any]] = field(default_factory=list)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the evidence as a DataFrame.

        Returns
        -------
        pandas.DataFrame
            A row for each report of a fact on which the answer rests.

        Raises
        ------
        UsageError
            Where pandas is not installed.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     evidence = graph.ask("Who criticized the United States?").to_pandas()
        >>> list(evidence["fact"]), list(evidence["article"].unique())
        (['lavrov-answers-wang', 'wang-criticizes-us'], ['jn-2020-12-25'])
        """
        from communique.graph.frames import frame_of

        return frame_of(_EVIDENCE, self.evidence)

    def to_json(self, *, explained: bool = False) -> dict[str, Any]:
        """Return the answer as JSON values, in the form of `kg ask --json`.

        Parameters
        ----------
        explained
            With the queries that were run and the time of each step, as `--explain` shows them.

        Returns
        -------
        dict
            With the keys that docs/asking.md explains.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     graph.ask("Who phoned Lavrov?").to_json()["answers"]
        [{'value': 'Wang Yi', 'id': 'wang-yi'}]
        """
        return {
            "question": self.question,
            "status": self.status,
            "answers": [{"value": a.value} | ({"id": a.id} if a.id else {}) for a in self.answers],
            "reading": self.reading,
            "cypher": self.cypher,
            "params": as_json(self.params),
            "typed": self.typed,
            "evidence": self.evidence,
            "why": self.why,
            "suggestions": self.suggestions,
            "nearest": self.nearest,
            **(self.steps.to_json() if explained else {}),
        }


@dataclass(slots=True)
class Found:
    """What running one reading gave: the answers, the facts they rest on, the acts that it was asked of where these are
    others, and a remark where nothing was found.
    """

    values: list[Value] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    why: str = ""
    cypher: str = ""
    params: dict[str, Any] = field(default_factory=dict)

    def add(self, value: str, node: str = "", *facts: str) -> None:
        """Add an answer once, with the facts it rests on."""
        there = next((n for n, v in enumerate(self.values) if v.value == value), None)
        if there is not None:
            before = self.values[there]
            self.values[there] = replace(before, facts=(*before.facts, *facts))
        elif value:
            self.values.append(Value(value, node, facts))
        self.facts.extend(f for f in facts if f not in self.facts)

    def of_one(self) -> bool:
        """Say whether there is one answer, or all of several rest on a fact that they share."""
        return len(self.values) == 1 or bool(self.values and set.intersection(*(set(v.facts) for v in self.values)))
