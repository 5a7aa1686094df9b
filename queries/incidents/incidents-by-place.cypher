// id: incidents-by-place
// title: Incidents by place and period
// question: Which incidents happened in this place in this period?
// pertanyaan: Kejadian apa saja yang terjadi di tempat ini pada kurun waktu ini?
// parameters:
//   place:
//     type: place
//     description: Name, Kemendagri code or id of the place; what lies within it counts
//   from:
//     type: date
//     default: null
//     description: First day, month or year of the period
//   to:
//     type: date
//     default: null
//     description: Last day, month or year of the period, itself included
//   kind:
//     type: choice
//     choices: [trafficking, smuggling_of_migrants, interception, arrest, rescue, repatriation, deportation, other_crime, accident]
//     default: null
//     description: Only incidents of this kind
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   kind: What happened
//   places: Where, all scenes that lie in the place asked for
//   victims: Number of victims or migrants, the agreed value
//   reported: The number that each article gives, with its publisher and date
//   conflicts: Properties on which the documents disagree
//   status: Latest stage of the proceedings reported
//   sentence: First sentence that says where it happened, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   place_ids: Ids of the scenes
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0
//
// Dates are ISO text and may be partial. An incident is found when it may lie in the period: "2025-09" is in 2025,
// and in a period that begins on 2025-09-10. "~" sorts after every digit and dash, so d + "~" is the end of d.
// An incident without any date is found only when no period is asked for.

UNWIND $place AS wanted
MATCH (:Location {id: wanted})<-[:WITHIN*0..8]-(scene:Location)
WITH DISTINCT scene
MATCH (scene)<-[at:OCCURRED_AT]-(affair:Incident)
WHERE ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
  AND ($kind IS NULL OR affair.kind = $kind)
WITH affair, at, scene
ORDER BY affair.id, scene.id, at.key
WITH affair, collect(at)[0] AS at, collect(scene.name) AS places, collect(scene.id) AS place_ids
OPTIONAL MATCH (affair)-[report:REPORTED_IN]->(told:Article)
WITH affair, at, places, place_ids, report, told
ORDER BY affair.id, coalesce(told.published_on, '~'), told.id, report.key
WITH affair, at, places, place_ids,
     collect(coalesce(told.publisher, told.name) + coalesce(' ' + told.published_on, '')
             + ': ' + toString(report.victims_total)) AS reported
OPTIONAL MATCH (source:Article {id: coalesce(at.articles[0], '')})
RETURN affair.date AS date,
       affair.name AS incident,
       affair.kind AS kind,
       places,
       affair.victims_total AS victims,
       reported,
       coalesce(affair.conflicts, []) AS conflicts,
       affair.status AS status,
       at.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       place_ids,
       source.id AS article_id
ORDER BY coalesce(date, ''), incident_id
