// id: contradictions
// title: Contradictions
// question: On which incidents do documents disagree, and what does each say?
// pertanyaan: Pada kejadian mana dokumen saling bertentangan, dan apa kata masing-masing?
// parameters:
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
//   conflicts: Properties on which the documents disagree
//   victims: Victims as this article counts
//   men: Men as this article counts
//   women: Women as this article counts
//   children: Children as this article counts
//   said_date: The date this article gives
//   exploitation: Sector as this article says
//   sentence: First sentence that tells of it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
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
  WHERE size(coalesce(affair.conflicts, [])) > 0
  RETURN affair
}
WITH affair
WHERE size(coalesce(affair.conflicts, [])) > 0
  AND ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
MATCH (affair)-[report:REPORTED_IN]->(source:Article)
RETURN affair.date AS date,
       affair.name AS incident,
       affair.conflicts AS conflicts,
       report.victims_total AS victims,
       report.victims_men AS men,
       report.victims_women AS women,
       report.victims_children AS children,
       report.date AS said_date,
       report.exploitation AS exploitation,
       report.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       source.id AS article_id
ORDER BY coalesce(date, ''), incident_id, coalesce(published_on, '~'), article_id, report.key
