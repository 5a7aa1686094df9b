// id: successions
// title: Who succeeded whom
// question: Who followed whom in the same office of an agency?
// pertanyaan: Siapa menggantikan siapa pada jabatan yang sama di suatu instansi?
// parameters:
//   agency:
//     type: agency
//     default: null
//     description: Only of this agency
// columns:
//   agency: Where
//   title: The office
//   before: Who held it
//   before_until: Last date for which a document reports that
//   after: Who holds it later
//   after_since: First date for which a document reports that
//   sentence: Sentence that reports the later holder, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   agency_id: Id of the agency
//   before_id: Id of the earlier holder
//   after_id: Id of the later holder
//   article_id: Id of the article with the sentence
// picture: timeline
// since: 0.1.0

CALL {
  UNWIND $agency AS wanted
  MATCH (unit:Agency {id: wanted})
  RETURN unit
  UNION ALL
  UNWIND CASE WHEN $agency IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (unit:Agency)
  RETURN unit
}
MATCH (unit)<-[earlier:HOLDS_POSITION]-(left:Official)
MATCH (unit)<-[later:HOLDS_POSITION]-(right:Official)
WHERE left.id <> right.id
  AND toLower(earlier.title) = toLower(later.title)
  AND earlier.to < later.from
  AND NOT EXISTS {
    MATCH (other:Official)-[between:HOLDS_POSITION]->(unit)
    WHERE toLower(between.title) = toLower(later.title) AND NOT other.id IN [left.id, right.id]
      AND between.from > earlier.to AND between.from < later.from
  }
OPTIONAL MATCH (source:Article {id: coalesce(later.articles[0], '')})
RETURN unit.name AS agency,
       later.title AS title,
       left.name AS before,
       earlier.to AS before_until,
       right.name AS after,
       later.from AS after_since,
       later.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       unit.id AS agency_id,
       left.id AS before_id,
       right.id AS after_id,
       source.id AS article_id
ORDER BY agency, agency_id, title, after_since, before_id, after_id, earlier.key, later.key
