// id: suspects-in-several-incidents
// title: Suspects in several incidents
// question: Who is suspected in two incidents or more?
// pertanyaan: Siapa yang menjadi tersangka dalam dua kejadian atau lebih?
// parameters:
//   least:
//     type: integer
//     default: 2
//     description: In so many incidents at least
// columns:
//   suspect: Name or initials of the suspect
//   incidents: Number of incidents
//   roles: Parts played
//   status: Latest status reported
//   names: Names of the incidents
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   suspect_id: Id of the suspect
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

MATCH (who:Suspect)-[:SUSPECTED_IN]->(affair:Incident)
WITH who, count(DISTINCT affair) AS cases
WHERE cases >= $least
MATCH (who)-[part:SUSPECTED_IN]->(affair:Incident)
WITH who, affair, part
ORDER BY who.id, coalesce(affair.date, ''), affair.id, part.key
WITH who, collect(DISTINCT affair.name) AS names, collect(DISTINCT affair.id) AS incident_ids,
     collect(DISTINCT part.role) AS roles, collect(part)[0] AS part
OPTIONAL MATCH (source:Article {id: coalesce(part.articles[0], '')})
RETURN who.name AS suspect,
       size(incident_ids) AS incidents,
       roles,
       who.status AS status,
       names,
       part.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       who.id AS suspect_id,
       incident_ids,
       source.id AS article_id
ORDER BY incidents DESC, suspect, suspect_id
