"""What the rows of an answer name, as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import Graph
from graph.picture.selection import named_in
from graph.store import Rows

if TYPE_CHECKING:
    import networkx as nx


def network(graph: Graph, rows: Rows) -> nx.MultiDiGraph[str]:
    """The nodes that rows name, by id with `label`, and the relationships among them with `type` and `key`; both with
    all their properties. Raises `PictureError` when the rows name nothing of the graph.
    """
    import networkx as nx

    part = named_in(graph, rows).part_of(graph)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in part.nodes:
        made.add_node(node.id, label=node.label, **node.properties)
    for link in part.relationships:
        properties = {name: value for name, value in link.properties.items() if name not in ("type", "key")}
        made.add_edge(link.start, link.end, key=f"{link.type}:{link.key}", type=link.type, **properties)
    return made
