// id: articles-together
// title: Articles charged together
// question: Which articles of law are charged in the same incidents?
// pertanyaan: Pasal mana yang disangkakan bersama dalam kejadian yang sama?
// parameters:
//   law:
//     type: law
//     default: null
//     description: Only pairs with this article of law
// columns:
//   first: One article
//   second: The other
//   incidents: Number of incidents charged under both
//   sentence: Sentence that says the first is charged, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   first_id: Id of the one
//   second_id: Id of the other
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $law AS wanted
  MATCH (:Law {id: wanted})<-[:CHARGED_WITH]-(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $law IS NULL THEN [true] ELSE [] END AS every_law
  MATCH (affair:Incident)
  RETURN affair
}
MATCH (affair)-[charge:CHARGED_WITH]->(one:Law)
MATCH (affair)-[:CHARGED_WITH]->(other:Law)
WHERE one.id < other.id
  AND ($law IS NULL OR one.id IN $law OR other.id IN $law)
WITH one, other, affair, charge
ORDER BY one.id, other.id, affair.id, charge.key
WITH one, other, collect(DISTINCT affair.id) AS incident_ids, collect(charge)[0] AS charge
OPTIONAL MATCH (source:Article {id: coalesce(charge.articles[0], '')})
RETURN one.name AS first,
       other.name AS second,
       size(incident_ids) AS incidents,
       charge.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       one.id AS first_id,
       other.id AS second_id,
       incident_ids,
       source.id AS article_id
ORDER BY incidents DESC, first_id, second_id
