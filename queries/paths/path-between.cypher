// id: path-between
// title: Shortest paths between two names
// question: By which statements are these two connected, on the shortest way?
// pertanyaan: Lewat pernyataan apa saja keduanya terhubung, pada jalan terpendek?
// parameters:
//   first:
//     type: thing
//     description: Name or id of a person, agency, place, incident, event or vessel
//   second:
//     type: thing
//     description: Name or id of the other
//   paths:
//     type: integer
//     default: 5
//     description: At most so many paths of the same length
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
//
// Hierarchies (WITHIN, PART_OF, COVERS), candidates (POSSIBLY_SAME_AS), articles of law and mere mentions make no path: they
// would connect everything with everything.

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
MATCH way = allShortestPaths((here)-[
  :HOLDS_POSITION|OCCURRED_AT|HANDLED_BY|ORGANISED|ATTENDED|HELD_AT
  |ORIGIN|TRANSIT|DESTINATION|ROUTE_TO|SUSPECTED_IN|USED*1..6
]-(there))
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
