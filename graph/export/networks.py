"""Networks as GraphML, GEXF and node-link JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from communique.graph.values import as_json

if TYPE_CHECKING:
    from communique.graph.network import Network

# What Gephi calls these.
_GEPHI = {"label": "name", "start": "earliest", "end": "latest"}


def plain(value: Any) -> Any:
    """Return a value for formats that have texts and numbers only: a day as ISO text, a list as JSON text.

    >>> from datetime import date
    >>> plain(date(2020, 12, 22)), plain(["P1", "P8"]), plain(4.5)
    ('2020-12-22', '["P1", "P8"]', 4.5)
    """
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value


def write_graphml(network: Network, file: BinaryIO) -> None:
    """Write GraphML; an edge's key is its attribute `key`, since ids must differ in the whole file."""
    import networkx

    texts, numbered = _plain(network), networkx.MultiDiGraph()
    numbered.add_nodes_from(texts.nodes(data=True))
    edges = enumerate(texts.edges(keys=True, data=True))
    numbered.add_edges_from((one, other, f"e{n}", {**about, "key": key}) for n, (one, other, key, about) in edges)
    networkx.write_graphml_xml(numbered, file)


def write_gexf(network: Network, file: BinaryIO) -> None:
    """Write GEXF; Gephi shows the `name`, and its timeline the days from `earliest` to `latest`."""
    import networkx

    texts = _plain(network)
    for about in (*texts.nodes.values(), *texts.edges.values()):
        about |= {gephi: about[own] for gephi, own in _GEPHI.items() if own in about}
    networkx.write_gexf(texts, file)


def write_json(network: Network, file: BinaryIO) -> None:
    """Write node-link JSON as networkx has it; days are text."""
    import networkx

    text = json.dumps(as_json(networkx.node_link_data(network, edges="edges")), ensure_ascii=False, indent=1)
    file.write(f"{text}\n".encode())


def _plain(network: Network) -> Network:
    """Return a copy whose attributes are texts and numbers."""
    copy = network.copy()
    for about in (*copy.nodes.values(), *copy.edges.values()):
        about.update({key: plain(value) for key, value in about.items()})
    return copy
