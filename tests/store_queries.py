"""Queries for the contract of the stores: those that must be refused, and those that mean the same to both."""

from __future__ import annotations

from typing import Any

WRITES = (
    "CREATE (:Intruder)",
    "MERGE (n:Intruder {id: 'x'}) RETURN n",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n += {name: 'x'} RETURN n.id",
    "MATCH (n) SET n:Intruder",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (n) CALL { CREATE (:Intruder) } RETURN n",
    "MATCH (n) CALL { WITH n SET n.name = 'x' } IN TRANSACTIONS",
    "FOREACH (i IN [1, 2] | CREATE (:Intruder))",
    "/* MATCH */ CREATE (:Intruder) // RETURN 1",
    "MATCH (n) RETURN n UNION CREATE (n) RETURN n",
    "PROFILE CREATE (:Intruder)",
    "EXPLAIN CREATE (:Intruder)",
    "CREATE INDEX intruder FOR (n:Intruder) ON (n.x)",
    "DROP CONSTRAINT tppo_agency_id",
    "CREATE USER intruder SET PASSWORD 'an invented one'",
    "SHOW USERS",
    "CALL db.createLabel('Intruder')",
    "CALL apoc.create.node(['Intruder'], {})",
    "CALL merge.node(['Intruder'], {id: 'x'}, {}) YIELD node RETURN node",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:1/x.csv' AS line RETURN line",
    "MATCH (n) RETURN n; CREATE (:Intruder)",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.shutdown()",
    "CALL dbms.queryJmx('*:*')",
    "CALL dbms.security.createUser('intruder', 'an invented one', false)",
    "CALL db.index.fulltext.createNodeIndex('x', ['Agency'], ['name'])",
    "CALL db.clearQueryCaches()",
    "CALL apoc.load.json('file:///etc/hostname') YIELD value RETURN value",
    "CALL apoc.cypher.doIt('CREATE (:Intruder)', {}) YIELD value RETURN value",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "CALL apoc . export . csv . all('x.csv', {})",
    "CALL `apoc`.`cypher`.`doIt`('CREATE (:Intruder)', {}) YIELD value RETURN value",
    "MATCH (n) RETURN apoc.cypher.runFirstColumnSingle('CREATE (x:Intruder) RETURN x', {}) AS x",
    "MATCH (n) RETURN load.csv('x') AS x",
    "\\u0043REATE (:Intruder)",
    "\\u0043ALL dbms.shutdown()",
    "CALL db\\u006ds.shutdown()",
    "MATCH (n) // just reading\nSET n.name = 'x'",
    "MATCH (n) /* ; */ SET n.name = 'x' /* RETURN n */",
    "MATCH (n) WITH n CALL { WITH n DELETE n } IN TRANSACTIONS OF 1 ROWS",
    "CALL/**/apoc.load.xml('http://127.0.0.1:1/x')",
    "EXPLAIN MATCH (n) DELETE n",
    "MATCH (`'`) CALL apoc.load.json('x') YIELD value RETURN value, '1' AS `'`",
    "RETURN '\\u0027' AS x, apoc.load.json('x') AS y",
    "WITH '\\u0027' AS x CALL dbms.components() YIELD name RETURN name, '' AS y",
)
"""Every way to do more than read that was found; none may change anything."""

TYPICAL: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...] = (
    # a path of any length, with the type in the pattern
    (
        "MATCH (a:Location {id: 'l1'})-[:ROUTE_TO*1..3]->(b) RETURN b.id AS id ORDER BY id",
        (("l2",), ("l3",)),
    ),
    (
        "MATCH p = shortestPath((a:Incident {id: 'i2'})-[:ROUTE_TO|OCCURRED_AT*..6]-(b:Location {id: 'l3'})) "
        "RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS steps",
        ((["i2", "l1", "l2", "l3"], 3),),
    ),
    (
        "MATCH p = shortestPath((a:Agency {id: 'a1'})-[:ROUTE_TO*..6]-(b:Location {id: 'l3'})) RETURN length(p)",
        (),
    ),
    # aggregation: sum of nothing is 0, averages are floats, collect skips null
    (
        "MATCH (l:Location) OPTIONAL MATCH (i:Incident)-[:OCCURRED_AT]->(l) "
        "WITH l.id AS place, i.id AS incident, i.victims_total AS victims ORDER BY place, incident "
        "RETURN place, count(incident) AS n, sum(victims) AS victims, avg(victims) AS mean, "
        "collect(incident) AS incidents ORDER BY place",
        (("l1", 2, 17, 8.5, ["i1", "i2"]), ("l2", 0, 0, None, []), ("l3", 0, 0, None, [])),
    ),
    ("MATCH (n:Agency) RETURN min(n.sources), max(n.sources), count(DISTINCT n.name)", ((1, 3, 2),)),
    # null sorts last, first when descending
    (
        "MATCH (l:Location) RETURN l.id AS id, l.latitude AS latitude ORDER BY latitude, id",
        (("l1", 3.5), ("l2", 4.25), ("l3", None)),
    ),
    (
        "MATCH (l:Location) RETURN l.id AS id ORDER BY l.latitude DESC, id SKIP 0 LIMIT 2",
        (("l3",), ("l2",)),
    ),
    # a missing property is null and no filter lets null through
    ("MATCH (i:Incident) WHERE i.date STARTS WITH '2025' RETURN i.id", (("i1",),)),
    ("MATCH (i:Incident) WHERE NOT i.date STARTS WITH '2025' RETURN i.id", ()),
    # parallel relationships are two rows
    (
        "MATCH (:Official)-[h:HOLDS_POSITION]->(:Agency) RETURN h.title AS title ORDER BY title",
        (("Kapolres",), ("Wakapolres",)),
    ),
    ("MATCH (a:Agency) WHERE EXISTS { (a)-[:PART_OF]->() } RETURN a.id", (("a1",),)),
    ("MATCH (a:Agency) WHERE NOT (a)-[:PART_OF]->() RETURN a.id", (("a2",),)),
    (
        "MATCH (a:Agency) RETURN a.id AS id, [(a)-[:PART_OF]->(b) | b.id] AS parents ORDER BY id",
        (("a1", ["a2"]), ("a2", [])),
    ),
    (
        "MATCH (n) WHERE n.name IS NOT NULL AND toLower(n.name) CONTAINS toLower($part) "
        "RETURN labels(n)[0] AS label, n.id AS id ORDER BY label, id",
        (("Agency", "a1"), ("Location", "l1")),
    ),
    (
        "MATCH (a)-[r]->(b) WHERE type(r) IN ['PART_OF', 'ROUTE_TO'] "
        "RETURN type(r) AS type, startNode(r).id AS start, endNode(r).id AS end ORDER BY type, start",
        (("PART_OF", "a1", "a2"), ("ROUTE_TO", "l1", "l2"), ("ROUTE_TO", "l2", "l3")),
    ),
    (
        "CALL { MATCH (a:Agency) RETURN a.name AS name UNION MATCH (o:Official) RETURN o.name AS name } "
        "RETURN name ORDER BY name",
        (("Polda Tanjung Raya",), ("Polres Karangjati",), ("Raden Wirasakti",)),
    ),
    (
        "UNWIND [3, 1, null, 2] AS x WITH x ORDER BY x RETURN collect(x) AS xs, "
        "reduce(sum = 0, y IN [1, 2] | sum + y) AS sum, CASE WHEN 1 < 2 THEN 'a' ELSE 'b' END AS word",
        (([1, 2, 3], 3, "a"),),
    ),
)
"""The forms that saved queries are made of, on `store_graphs.WORLD`, with the parameter `part` = "karang"."""
