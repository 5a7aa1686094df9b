// id: aliases-of-suspects
// title: Aliases of suspects
// question: Under which names and initials is a suspect known?
// pertanyaan: Dengan nama, inisial, atau alias apa saja seorang tersangka dikenal?
// parameters:
//   person:
//     type: person
//     default: null
//     description: Only this suspect
// columns:
//   suspect: Name or initials of the suspect
//   aliases: Other forms in the documents
//   status: Latest status reported
//   age: Age in years, as last reported
//   nationality: As stated
//   incidents: Number of incidents
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   suspect_id: Id of the suspect
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: table
// since: 0.1.0

MATCH (who:Suspect)
WHERE ($person IS NULL AND size(coalesce(who.aliases, [])) > 0) OR who.id IN $person
OPTIONAL MATCH (who)-[part:SUSPECTED_IN]->(affair:Incident)
WITH who, part, affair
ORDER BY who.id, coalesce(affair.date, ''), affair.id, part.key
WITH who, collect(DISTINCT affair.id) AS incident_ids, collect(part)[0] AS part
OPTIONAL MATCH (source:Article {id: coalesce(part.articles[0], '')})
RETURN who.name AS suspect,
       coalesce(who.aliases, []) AS aliases,
       who.status AS status,
       who.age AS age,
       who.nationality AS nationality,
       size(incident_ids) AS incidents,
       part.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       who.id AS suspect_id,
       incident_ids,
       source.id AS article_id
ORDER BY suspect, suspect_id
