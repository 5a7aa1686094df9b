// id: hierarchy-of-agency
// title: Units above and below an agency
// question: Of which agency is this one a unit, and which units has it?
// pertanyaan: Instansi ini bagian dari instansi mana, dan apa saja unit di bawahnya?
// parameters:
//   agency:
//     type: agency
//     description: Name, abbreviation or id of the agency
// columns:
//   level: Steps up (negative) or down from the agency asked for
//   unit: The unit
//   part_of: The agency that it is a unit of
//   origin: read from documents, or official
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   unit_id: Id of the unit
//   part_of_id: Id of the agency above
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

UNWIND $agency AS wanted
MATCH (asked:Agency {id: wanted})
OPTIONAL MATCH up = (asked)-[:PART_OF*1..8]->(:Agency)
WITH asked, collect({level: -length(up), part: last(relationships(up))}) AS above
OPTIONAL MATCH down = (asked)<-[:PART_OF*1..8]-(:Agency)
WITH above, collect({level: length(down), part: last(relationships(down))}) AS below
UNWIND above + below AS found
WITH DISTINCT found.level AS level, found.part AS part
WHERE part IS NOT NULL
WITH level, part, startNode(part) AS unit, endNode(part) AS above
OPTIONAL MATCH (source:Article {id: coalesce(part.articles[0], '')})
RETURN level,
       unit.name AS unit,
       above.name AS part_of,
       part.origin AS origin,
       part.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       unit.id AS unit_id,
       above.id AS part_of_id,
       source.id AS article_id
ORDER BY level, unit_id, part_of_id, part.key
