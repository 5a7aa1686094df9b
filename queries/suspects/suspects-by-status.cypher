// id: suspects-by-status
// title: Suspects by status
// question: Who is wanted, suspected, accused or convicted, and since which report?
// pertanyaan: Siapa yang buron, tersangka, terdakwa, atau terpidana, dan sejak laporan kapan?
// parameters:
//   status:
//     type: choice
//     choices: [terlapor, diamankan, tersangka, terdakwa, terpidana, DPO]
//     default: DPO
//     description: Latest status reported
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
//   as_of:
//     type: date
//     default: null
//     description: Only who had the status by this day, as the documents have it
// columns:
//   suspect: Name or initials of the suspect
//   status: Latest status reported
//   status_date: Publication date of that report
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
WHERE who.status = $status
  AND ($as_of IS NULL OR who.status_date <= $as_of + '~')
OPTIONAL MATCH (source:Article {id: coalesce(part.articles[0], '')})
RETURN who.name AS suspect,
       who.status AS status,
       who.status_date AS status_date,
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
