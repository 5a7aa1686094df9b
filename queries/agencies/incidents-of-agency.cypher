// id: incidents-of-agency
// title: What an agency handled
// question: Which incidents did this agency, or a unit of it, handle?
// pertanyaan: Kejadian apa saja yang ditangani instansi ini atau unitnya?
// parameters:
//   agency:
//     type: agency
//     description: Name, abbreviation or id of the agency
//   from:
//     type: date
//     default: null
//     description: First day, month or year of the period
//   to:
//     type: date
//     default: null
//     description: Last day, month or year of the period, itself included
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   role: What the agency did
//   agency: The agency or unit
//   victims: Number of victims or migrants
//   status: Latest stage of the proceedings reported
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   agency_id: Id of the agency or unit
//   article_id: Id of the article with the sentence
// picture: timeline
// since: 0.1.0

UNWIND $agency AS wanted
MATCH (:Agency {id: wanted})<-[:PART_OF*0..8]-(unit:Agency)
WITH DISTINCT unit
MATCH (unit)<-[act:HANDLED_BY]-(affair:Incident)
WHERE ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
OPTIONAL MATCH (source:Article {id: coalesce(act.articles[0], '')})
RETURN affair.date AS date,
       affair.name AS incident,
       act.role AS role,
       unit.name AS agency,
       affair.victims_total AS victims,
       affair.status AS status,
       act.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       unit.id AS agency_id,
       source.id AS article_id
ORDER BY coalesce(date, ''), incident_id, agency_id, act.key
