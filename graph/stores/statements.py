"""The Cypher text that keeps a store equal to a graph, and the rows for it. Nothing here talks to a store.

Only labels and relationship types stand in the text; every value is a parameter. Each node and relationship
that tppo writes carries the tag of the load that wrote it (`TAG`), so that what the newest load did not touch
can be swept, and what others put into the store is never taken for ours.
"""

from __future__ import annotations

import re

TAG = "tppo_tag"
KEY = "key"
CASE_LABEL = "TppoCase"
NAMED = ("name", "aliases", "full_name", "abbreviation", "file")
"""Properties by which a node is looked up; `aliases` is a list, the others are texts."""

SENTENCES = "sentences"
"""The property of a relationship that lists the sentences behind it."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

READ_CASE = f"""\
MATCH (c:{CASE_LABEL})
RETURN c.id AS id, c.schema_version AS schema_version, c.labels AS labels, c.types AS types,
    c.size AS size, c.complete AS complete, coalesce(c.digest, '') AS digest
ORDER BY id"""

WRITE_CASE = f"MERGE (c:{CASE_LABEL} {{id: $id}}) SET c = $properties"


def constraint(label: str) -> str:
    """The statement that makes `id` unique among the nodes of a label; it may be run again."""
    name = _checked(label)
    return f"CREATE CONSTRAINT tppo_{name.lower()}_id IF NOT EXISTS FOR (n:{name}) REQUIRE n.id IS UNIQUE"


def names_index(label: str) -> str:
    """The name of the full-text index over the names of a label's nodes."""
    return f"tppo_{_checked(label).lower()}_names"


def index_names(label: str) -> str:
    """The statement that makes that index; it may be run again."""
    named = ", ".join(f"n.{name}" for name in NAMED)
    return f"CREATE FULLTEXT INDEX {names_index(label)} IF NOT EXISTS FOR (n:{label}) ON EACH [{named}]"


def sentences_index(kind: str) -> str:
    """The name of the full-text index over the sentences of a type's relationships."""
    return f"tppo_{_checked(kind).lower()}_sentences"


def index_sentences(kind: str) -> str:
    """The statement that makes that index; it may be run again."""
    return (
        f"CREATE FULLTEXT INDEX {sentences_index(kind)} IF NOT EXISTS "
        f"FOR ()-[r:{kind}]-() ON EACH [r.{SENTENCES}]"
    )


FIND_NAMED = f"""\
UNWIND $indexes AS index
CALL {{
    WITH index
    CALL db.index.fulltext.queryNodes(index, $wanted) YIELD node, score
    WITH node, score WHERE node.{TAG} IS NOT NULL
    RETURN node, score ORDER BY score DESC, node.id LIMIT $limit
}}
RETURN index, properties(node) AS properties, score"""
"""The query for the nodes of each index that hold words of `$wanted` (Lucene's syntax), the best of each."""

FIND_SAID = f"""\
UNWIND $indexes AS index
CALL {{
    WITH index
    CALL db.index.fulltext.queryRelationships(index, $wanted) YIELD relationship, score
    WITH relationship, score WHERE relationship.{TAG} IS NOT NULL
    RETURN relationship, score ORDER BY score DESC, relationship.{KEY} LIMIT $limit
}}
WITH index, relationship, score, startNode(relationship) AS a, endNode(relationship) AS b
RETURN index, [label IN labels(a) WHERE label IN $labels][0] AS start_label, a.id AS start,
    [label IN labels(b) WHERE label IN $labels][0] AS end_label, b.id AS end,
    properties(relationship) AS properties, score"""
"""The same for the relationships whose sentences hold them."""


def merge_nodes(label: str) -> str:
    """The statement that makes the nodes of `$rows` (id, properties) exactly so; what a row lacks goes."""
    return f"UNWIND $rows AS row MERGE (n:{_checked(label)} {{id: row.id}}) SET n = row.properties"


def merge_relationships(kind: str, start_label: str, end_label: str) -> str:
    """The same for relationships of one type between two labels: `$rows` of start, end, key, properties."""
    return (
        "UNWIND $rows AS row "
        f"MATCH (a:{_checked(start_label)} {{id: row.start}}) "
        f"MATCH (b:{_checked(end_label)} {{id: row.end}}) "
        f"MERGE (a)-[r:{_checked(kind)} {{{KEY}: row.key}}]->(b) SET r = row.properties"
    )


def foreign_node(label: str) -> str:
    """The query for one node with an id of `$ids` that tppo did not write (column `id`)."""
    return f"MATCH (n:{_checked(label)}) WHERE n.id IN $ids AND n.{TAG} IS NULL RETURN n.id AS id LIMIT 1"


def sweep_nodes(label: str) -> str:
    """The statement that deletes at most `$limit` of our nodes that the load `$tag` did not write."""
    return f"MATCH (n:{_checked(label)}) WHERE n.{TAG} <> $tag WITH n LIMIT $limit DETACH DELETE n"


def sweep_relationships(kind: str) -> str:
    """The statement that deletes at most `$limit` of our relationships that the load `$tag` did not write."""
    return f"MATCH ()-[r:{_checked(kind)}]->() WHERE r.{TAG} <> $tag WITH r LIMIT $limit DELETE r"


def nodes_of(label: str) -> str:
    """The query for all our nodes of a label (column `properties`)."""
    return f"MATCH (n:{_checked(label)}) WHERE n.{TAG} IS NOT NULL RETURN properties(n) AS properties"


def relationships_of(kind: str) -> str:
    """The query for all our relationships of a type (columns `start` and `end`, node ids; `properties`)."""
    return (
        f"MATCH (a)-[r:{_checked(kind)}]->(b) WHERE r.{TAG} IS NOT NULL "
        "RETURN a.id AS start, b.id AS end, properties(r) AS properties"
    )


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name for a label or a relationship type.")
    return name
