// id: suspects-by-status
// title: Suspects by status
// question: Who is wanted, suspected, accused or convicted, and since which report?
// pertanyaan: Siapa yang buron, tersangka, terdakwa, atau terpidana, dan sejak laporan kapan?
// parameters:
//   status:
//     type: choice
//     choices: [terlapor, diamankan, tersangka, terdakwa, terpidana, DPO]
//     default: DPO
//     description: Latest status reported, or latest by the day of as_of
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
//   as_of:
//     type: date
//     default: null
//     description: Who had the status on this day, as documents published by then have it
// columns:
//   suspect: Name or initials of the suspect
//   status: The status
//   status_date: When it was last reported; with as_of, when it was first reported
//   role: Part played
//   incident: Name of the incident
//   date: When it happened
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   suspect_id: Id of the suspect
//   incident_id: Id of the incident
//   article_id: Id of the article with the sentence
// picture: network
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
MATCH (affair)<-[part:SUSPECTED_IN]-(who:Suspect)
WITH affair, part, who, [day IN coalesce(who.status_days, []) WHERE day <= $as_of + '~'] AS days
WITH affair, part, who,
     CASE WHEN $as_of IS NULL THEN who.status WHEN size(days) > 0 THEN who.statuses[size(days) - 1] END AS status,
     CASE WHEN $as_of IS NULL THEN who.status_date ELSE last(days) END AS status_date
WHERE status = $status
OPTIONAL MATCH (source:Article {id: coalesce(part.articles[0], '')})
RETURN who.name AS suspect,
       status,
       status_date,
       part.role AS role,
       affair.name AS incident,
       affair.date AS date,
       part.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       who.id AS suspect_id,
       affair.id AS incident_id,
       source.id AS article_id
ORDER BY coalesce(status_date, ''), suspect, suspect_id, incident_id, part.key
