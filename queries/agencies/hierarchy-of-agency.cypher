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
MATCH way = (low:Agency)-[:PART_OF*1..8]->(high:Agency)
WHERE low.id = asked.id OR high.id = asked.id
WITH asked, low, length(way) AS steps, CASE WHEN low.id = asked.id THEN last(relationships(way)) ELSE relationships(way)[0] END AS part
WITH DISTINCT part, startNode(part) AS unit, endNode(part) AS above,
     CASE WHEN low.id = asked.id THEN -steps ELSE steps END AS level
OPTIONAL MATCH (source:Article {id: part.articles[0]})
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
