// id: charges-by-province
// title: Charges by province and year
// question: Which articles of law are charged in which province and year, and how often?
// pertanyaan: Pasal apa yang disangkakan di provinsi dan tahun mana, dan berapa kali?
// parameters:
//   place:
//     type: place
//     default: null
//     description: Only this province, or what lies within it
//   law:
//     type: law
//     default: null
//     description: Only this article of law
// columns:
//   province: The province
//   year: Year of the incident
//   law: The article of law
//   incidents: Number of incidents charged under it
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   province_id: Id of the province
//   law_id: Id of the article of law
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: table
// since: 0.1.0

CALL {
  UNWIND $place AS area_id
  MATCH (:Location {id: area_id})<-[:WITHIN*0..8]-(:Location)<-[:OCCURRED_AT]-(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $place IS NULL THEN [true] ELSE [] END AS everywhere
  MATCH (affair:Incident)
  RETURN affair
}
MATCH (affair)-[charge:CHARGED_WITH]->(article:Law)
WHERE ($law IS NULL OR article.id IN $law)
MATCH (affair)-[:OCCURRED_AT]->(:Location)-[:WITHIN*0..8]->(province:Location)
WHERE province.kind = 'province'
WITH DISTINCT province, article, left(affair.date, 4) AS year, affair, charge
ORDER BY province.id, year, article.id, affair.id, charge.key
WITH province, article, year, collect(DISTINCT affair.id) AS incident_ids, collect(charge)[0] AS charge
OPTIONAL MATCH (source:Article {id: coalesce(charge.articles[0], '')})
RETURN province.name AS province,
       year,
       article.name AS law,
       size(incident_ids) AS incidents,
       charge.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       province.id AS province_id,
       article.id AS law_id,
       incident_ids,
       source.id AS article_id
ORDER BY province, province_id, coalesce(year, ''), incidents DESC, law_id
