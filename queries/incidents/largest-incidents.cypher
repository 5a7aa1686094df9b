// id: largest-incidents
// title: Largest incidents
// question: In which incidents were most people victims or migrants?
// pertanyaan: Kejadian mana dengan korban atau migran terbanyak?
// parameters:
//   least:
//     type: integer
//     default: 10
//     description: So many victims or migrants at least
//   from:
//     type: date
//     default: null
//     description: First day, month or year of the period
//   to:
//     type: date
//     default: null
//     description: Last day, month or year of the period, itself included
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   kind: What happened
//   exploitation: Sector as stated
//   victims: Number of victims or migrants
//   suspects: Number of suspects
//   status: Latest stage of the proceedings reported
//   scenes: Where it happened
//   sentence: First sentence that tells of it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   scene_ids: Ids of the scenes
//   article_id: Id of the article with the sentence
// picture: map
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
WITH affair
WHERE affair.victims_total >= $least
  AND ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
OPTIONAL MATCH (affair)-[:OCCURRED_AT]->(scene:Location)
WITH affair, scene ORDER BY affair.id, scene.id
WITH affair, collect(DISTINCT scene.name) AS scenes, collect(DISTINCT scene.id) AS scene_ids
OPTIONAL MATCH (affair)-[report:REPORTED_IN]->(source:Article)
WITH affair, scenes, scene_ids, report, source
ORDER BY affair.id, coalesce(source.published_on, '~'), source.id, report.key
WITH affair, scenes, scene_ids, collect(report)[0] AS report, collect(source)[0] AS source
RETURN affair.date AS date,
       affair.name AS incident,
       affair.kind AS kind,
       affair.exploitation AS exploitation,
       affair.victims_total AS victims,
       affair.suspects_total AS suspects,
       affair.status AS status,
       scenes,
       report.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       scene_ids,
       source.id AS article_id
ORDER BY victims DESC, incident_id
