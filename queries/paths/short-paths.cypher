// id: short-paths
// title: All short paths between two names
// question: By which statements are these two connected on any way of a few steps, leaving out some kinds?
// pertanyaan: Lewat pernyataan apa saja keduanya terhubung pada semua jalan pendek, tanpa jenis tertentu?
// parameters:
//   first:
//     type: thing
//     description: Name or id of a person, agency, place, incident, event or vessel
//   second:
//     type: thing
//     description: Name or id of the other
//   steps:
//     type: integer
//     default: 3
//     description: At most so many steps, up to 4
//   avoid:
//     type: choice
//     choices: [none, HOLDS_POSITION, OCCURRED_AT, HANDLED_BY, ORGANISED, ATTENDED, HELD_AT, ORIGIN, TRANSIT, DESTINATION, ROUTE_TO, SUSPECTED_IN, USED]
//     default: none
//     description: No step of this kind
//   avoid_too:
//     type: choice
//     choices: [none, HOLDS_POSITION, OCCURRED_AT, HANDLED_BY, ORGANISED, ATTENDED, HELD_AT, ORIGIN, TRANSIT, DESTINATION, ROUTE_TO, SUSPECTED_IN, USED]
//     default: none
//     description: Nor of this one
//   paths:
//     type: integer
//     default: 20
//     description: At most so many paths
// columns:
//   path: Number of the path, the shortest first
//   step: Step in the path
//   subject: Where the statement begins
//   relation: What it says (relationship type)
//   object: The other end
//   detail: Office, role, means of travel or status
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $first AS wanted MATCH (here:Official {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Suspect {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Agency {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Location {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Incident {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Event {id: wanted}) RETURN here
  UNION ALL
  UNWIND $first AS wanted MATCH (here:Vessel {id: wanted}) RETURN here
}
CALL {
  UNWIND $second AS wanted MATCH (there:Official {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Suspect {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Agency {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Location {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Incident {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Event {id: wanted}) RETURN there
  UNION ALL
  UNWIND $second AS wanted MATCH (there:Vessel {id: wanted}) RETURN there
}
WITH here, there
WHERE there.id <> here.id
MATCH way = (here)-[
  :HOLDS_POSITION|OCCURRED_AT|HANDLED_BY|ORGANISED|ATTENDED|HELD_AT
  |ORIGIN|TRANSIT|DESTINATION|ROUTE_TO|SUSPECTED_IN|USED*1..4
]-(there)
WHERE length(way) <= $steps
  AND none(link IN relationships(way) WHERE type(link) IN [$avoid, $avoid_too])
  AND all(node IN nodes(way) WHERE size([other IN nodes(way) WHERE other.id = node.id]) = 1)
WITH relationships(way) AS links,
     length(way) AS steps,
     reduce(text = '', node IN nodes(way) | text + node.id + ' ') AS stops,
     reduce(text = '', link IN relationships(way) | text + type(link) + link.key + ' ') AS keys
ORDER BY steps, stops, keys
LIMIT $paths
WITH collect(links) AS ways
UNWIND range(0, size(ways) - 1) AS number
UNWIND range(0, size(ways[number]) - 1) AS position
WITH number, position, ways[number][position] AS link
WITH number, position, link, startNode(link) AS left, endNode(link) AS right
OPTIONAL MATCH (source:Article {id: coalesce(link.articles[0], '')})
RETURN number + 1 AS path,
       position + 1 AS step,
       left.name AS subject,
       type(link) AS relation,
       right.name AS object,
       coalesce(link.title, link.role, link.mode, link.status) AS detail,
       link.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       left.id AS subject_id,
       right.id AS object_id,
       source.id AS article_id
ORDER BY path, step
