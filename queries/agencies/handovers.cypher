// id: handovers
// title: Who hands to whom
// question: Which agency passed people or cases on to which?
// pertanyaan: Instansi mana menyerahkan orang atau perkara kepada instansi mana?
// parameters:
//   agency:
//     type: agency
//     default: null
//     description: Only with this agency
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
// columns:
//   giver: The agency that intercepted, arrested or rescued
//   giver_did: What it did
//   taker: The agency that sheltered, investigated, prosecuted or tried
//   taker_did: What it did
//   incidents: Number of incidents
//   sentence: Sentence about the taker, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   giver_id: Id of the giver
//   taker_id: Id of the taker
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $agency AS wanted
  MATCH (:Agency {id: wanted})<-[:HANDLED_BY]-(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $agency IS NULL THEN $place ELSE [] END AS area_id
  MATCH (:Location {id: area_id})<-[:WITHIN*0..8]-(:Location)<-[:OCCURRED_AT]-(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $agency IS NULL AND $place IS NULL THEN [true] ELSE [] END AS everywhere
  MATCH (affair:Incident)
  RETURN affair
}
WITH affair
WHERE $place IS NULL OR $agency IS NULL
   OR any(id IN [(affair)-[:OCCURRED_AT]->(:Location)-[:WITHIN*0..8]->(area:Location) | area.id] WHERE id IN $place)
MATCH (affair)-[gave:HANDLED_BY]->(giver:Agency)
MATCH (affair)-[took:HANDLED_BY]->(taker:Agency)
WHERE gave.role IN ['intercepted', 'arrested', 'rescued']
  AND took.role IN ['sheltered', 'investigated', 'prosecuted', 'tried']
  AND giver.id <> taker.id
  AND ($agency IS NULL OR giver.id IN $agency OR taker.id IN $agency)
WITH giver, taker, gave.role AS giver_did, took.role AS taker_did, affair, took
ORDER BY giver.id, taker.id, giver_did, taker_did, affair.id, took.key
WITH giver, taker, giver_did, taker_did, collect(took)[0] AS took, collect(DISTINCT affair.id) AS incident_ids
OPTIONAL MATCH (source:Article {id: coalesce(took.articles[0], '')})
RETURN giver.name AS giver,
       giver_did,
       taker.name AS taker,
       taker_did,
       size(incident_ids) AS incidents,
       took.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       giver.id AS giver_id,
       taker.id AS taker_id,
       incident_ids,
       source.id AS article_id
ORDER BY incidents DESC, giver_id, taker_id, giver_did, taker_did
