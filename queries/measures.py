"""Measures of a network: who joins many, who stands between others, who belongs together (Freeman 1978; Newman 2010).

They describe what documents say, in the documents that were read. Being central says nothing of guilt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store import Rows

if TYPE_CHECKING:
    import networkx as nx

COLUMNS = ("name", "label", "neighbours", "between", "core", "cut", "group", "thing_id")
MEANINGS = {
    "neighbours": "with how many others it is joined directly (degree)",
    "between": "how often it lies on the shortest ways between others, 0 to 1 (betweenness): a go-between, "
    "or just whoever the articles name most",
    "core": "it belongs to a part of the network in which each is joined with at least so many others (k-core)",
    "cut": "without it the network would fall into parts (articulation point)",
    "group": "those with one number are joined with each other more than with the rest (greedy modularity)",
}
"""What each measure means, in plain words."""
CAUTION = (
    "These numbers measure what the documents read so far say, no more. An official who speaks in every article is "
    "central, a recruiter named once is not. Centrality is no sign of guilt: look at the sentences."
)
SAMPLED = 1500
"""From so many nodes on, betweenness is estimated from that many of them (Brandes and Pich 2007)."""
SEED = 1


def measure(network: nx.MultiDiGraph[str]) -> Rows:
    """A row for each node of a network but articles, in the order of betweenness: `COLUMNS`."""
    import networkx as nx

    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(node for node in network if network.nodes[node]["label"] != "Article"))
    plain.add_edges_from(sorted((a, b) for a, b in network.edges() if a != b and a in plain and b in plain))
    sample = SAMPLED if len(plain) > SAMPLED else None
    between = nx.betweenness_centrality(plain, k=sample, seed=SEED)
    core = nx.core_number(plain)
    cuts = set(nx.articulation_points(plain))
    group = groups(plain)
    rows = [
        (
            network.nodes[node]["name"], network.nodes[node]["label"], plain.degree[node], round(between[node], 4),
            core[node], node in cuts, group[node], node,
        )
        for node in plain
    ]  # fmt: skip
    rows.sort(key=lambda row: (-row[3], -row[2], row[7]))
    return Rows(COLUMNS, tuple(rows))


def groups(plain: nx.Graph[str]) -> dict[str, int]:
    """The number of the group of each node, the largest group first; of equals the one with the first id."""
    import networkx as nx

    if plain.number_of_edges() == 0:
        return {node: number for number, node in enumerate(plain, start=1)}
    found = [sorted(each) for each in nx.community.greedy_modularity_communities(plain)]
    found.sort(key=lambda each: (-len(each), each[0]))
    return {node: number for number, each in enumerate(found, start=1) for node in each}
