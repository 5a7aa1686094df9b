// id: role-chains
// title: Recruiter, transporter, receiver
// question: Who recruited, who transported and who received in the same incident?
// pertanyaan: Siapa perekrut, pengangkut, dan penerima dalam kejadian yang sama?
// parameters:
//   person:
//     type: person
//     default: null
//     description: Only chains with this suspect
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   giver: Who hands on
//   giver_role: Part played
//   taker: Who takes over
//   taker_role: Part played
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   giver_id: Id of the one
//   taker_id: Id of the other
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $person AS wanted
  MATCH (:Suspect {id: wanted})-[:SUSPECTED_IN]->(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $person IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (affair:Incident)
  RETURN affair
}
MATCH (affair)<-[gives:SUSPECTED_IN]-(left:Suspect)
WHERE gives.role IN ['perekrut', 'pengurus', 'transporter', 'tekong']
MATCH (affair)<-[takes:SUSPECTED_IN]-(right:Suspect)
WHERE left.id <> right.id
  AND ((gives.role = 'perekrut' AND takes.role IN ['pengurus', 'transporter', 'tekong', 'majikan', 'pemilik'])
    OR (gives.role = 'pengurus' AND takes.role IN ['transporter', 'tekong', 'majikan', 'pemilik'])
    OR (gives.role IN ['transporter', 'tekong'] AND takes.role IN ['majikan', 'pemilik']))
  AND ($person IS NULL OR left.id IN $person OR right.id IN $person)
OPTIONAL MATCH (source:Article {id: coalesce(takes.articles[0], '')})
RETURN affair.date AS date,
       affair.name AS incident,
       left.name AS giver,
       gives.role AS giver_role,
       right.name AS taker,
       takes.role AS taker_role,
       takes.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       left.id AS giver_id,
       right.id AS taker_id,
       source.id AS article_id
ORDER BY coalesce(date, ''), incident_id, giver_id, taker_id, gives.key, takes.key
