"""The network of actors: who acted toward whom, how often and in which tone, and where each one is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from communique.errors import UsageError
from communique.graph.network import network_of
from communique.graph.rows import Key, Rows

Row = dict[str, Any]
Position = tuple[float, float]
_WIDTH, _HEIGHT = 1000.0, 560.0
_SEED, _STEPS, _WORK = 7, 200, 10_000_000  # steps at most, and pairs of actors looked at in all of them
_FLAT = 1.4  # names are wide: things side by side need more room than things above each other
_TIE = 3.0  # how strongly those who act for a state are drawn to it, in acts


def pairs(rows: Rows, actors: Mapping[Key, int], acts: Mapping[Key, int]) -> list[Row]:
    """Return who acted toward whom: the `source` and `target`, the `tone`, whether it is `mutual`, and the `acts`.

    Actors and acts are given, and referred to, by their places.
    """
    found: dict[tuple[int, int, str, bool], list[int]] = {}
    for source, target, act, link in network_of(rows, "actors").edges(keys=True, data=True):
        ends = actors["Actor", source], actors["Actor", target]
        found.setdefault((*ends, tone(link.get("quad")), link["role"] == "with"), []).append(acts["Act", act])
    return [
        {"source": source, "target": target, "tone": colour, "mutual": mutual, "acts": places}
        for (source, target, colour, mutual), places in sorted(found.items())
    ]


def tone(quad: int | None) -> str:
    """Return whether a quad class is one of cooperation or of conflict; where there is none, ``neutral``."""
    return "neutral" if not quad else "cooperation" if quad < 3 else "conflict"


def ties(acts: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """Return who acts for which state, each pair once."""
    return sorted({(party, state) for act in acts for party, state in act["for"] if party != state})


def positions(
    sizes: Sequence[int], edges: Iterable[Mapping[str, Any]], tied: Iterable[tuple[int, int]]
) -> list[Position]:
    """Return where each actor is drawn, in pixels of a drawing of 1000 to 560; the same for the same graph.

    `sizes` are the numbers of their acts: who has more gets more room.

    Raises
    ------
    UsageError
        Where numpy is missing, with which networkx computes positions, or scipy from 500 actors on.
    """
    import networkx

    count = max(len(sizes), 1)
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(sizes)))
    for edge in edges:
        _strengthen(graph, edge["source"], edge["target"], len(edge["acts"]))
    for party, state in tied:
        _strengthen(graph, party, state, _TIE)
    for *_, link in graph.edges(data=True):
        link["weight"] **= 0.5
    try:
        placed = networkx.spring_layout(graph, k=3 / count**0.5, iterations=_steps(count), seed=_SEED)
    except ModuleNotFoundError as error:
        raise UsageError(f"kg page needs {error.name} (pip install 'communique[page]')") from None
    return _apart([placed[n] for n in range(len(sizes))], sizes)


def _steps(count: int) -> int:
    """Return how often positions are made better: less often where there are many."""
    return max(10, min(_STEPS, _WORK // count**2))


def _strengthen(graph: Any, one: int, other: int, weight: float) -> None:
    graph.add_edge(one, other, weight=weight + graph.get_edge_data(one, other, {"weight": 0.0})["weight"])


def _apart(placed: Sequence[Any], sizes: Sequence[int]) -> list[Position]:
    """Return positions that use the whole drawing, and pushed apart until each actor has room for a name."""
    import numpy

    count = len(placed)
    if count < 2:
        return [(_WIDTH / 2, _HEIGHT / 2)] * count
    ranks = numpy.argsort(numpy.argsort(numpy.array(placed), axis=0, kind="stable"), axis=0, kind="stable")
    at = (ranks + 0.5) / count * [_WIDTH, _HEIGHT]
    room = numpy.minimum(1, (_WIDTH * _HEIGHT / count) ** 0.5 / 80) * (10 + numpy.minimum(2 * numpy.sqrt(sizes), 22))
    least = room[:, None] + room[None, :] + 8
    for _ in range(_steps(count)):
        between = at[:, None, :] - at[None, :, :]
        distance = numpy.hypot(between[..., 0], between[..., 1] * _FLAT) + numpy.eye(count) * 1e9
        push = numpy.clip(least - distance, 0, None) / numpy.maximum(distance, 1e-6) / 4
        at = numpy.clip(at + (between * push[..., None]).sum(axis=1), 0, [_WIDTH, _HEIGHT])
    return [(round(float(x), 1), round(float(y), 1)) for x, y in at]
