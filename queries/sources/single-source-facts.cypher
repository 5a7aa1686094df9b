// id: single-source-facts
// title: Facts from one source only
// question: Which statements rest on a single document?
// pertanyaan: Pernyataan mana yang hanya bersandar pada satu dokumen?
// parameters:
//   about:
//     type: thing
//     description: Name or id of a person, agency, place, incident, event or vessel
// columns:
//   subject: What the statement is about
//   relation: What it says (relationship type)
//   object: The other end
//   confidence: How sure the reading is, between 0 and 1
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $about AS wanted MATCH (known:Official {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Suspect {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Agency {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Location {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Incident {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Event {id: wanted}) RETURN known
  UNION ALL
  UNWIND $about AS wanted MATCH (known:Vessel {id: wanted}) RETURN known
}
MATCH (known)-[fact:HOLDS_POSITION|OCCURRED_AT|HANDLED_BY|ORGANISED|ATTENDED|HELD_AT
  |ORIGIN|TRANSIT|DESTINATION|SUSPECTED_IN|CHARGED_WITH|USED]-()
WHERE fact.sources = 1
WITH DISTINCT fact, startNode(fact) AS left, endNode(fact) AS right
OPTIONAL MATCH (source:Article {id: coalesce(fact.articles[0], '')})
RETURN left.name AS subject,
       type(fact) AS relation,
       right.name AS object,
       fact.confidence AS confidence,
       fact.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       left.id AS subject_id,
       right.id AS object_id,
       source.id AS article_id
ORDER BY confidence, relation, subject_id, object_id, fact.key
