// id: incidents-of-vessel
// title: Incidents of a vessel or vehicle
// question: In which incidents was this vessel or vehicle used, and by whom?
// pertanyaan: Dalam kejadian apa saja kapal atau kendaraan ini dipakai, dan oleh siapa?
// parameters:
//   vessel:
//     type: vessel
//     description: Name, plate or id of the vessel or vehicle
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   vessel: Name or plate
//   suspects: Suspects in the incident
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   vessel_id: Id of the vessel
//   suspect_ids: Ids of the suspects
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

UNWIND $vessel AS wanted
MATCH (found:Vessel {id: wanted})<-[used:USED]-(affair:Incident)
OPTIONAL MATCH (who:Suspect)-[:SUSPECTED_IN]->(affair)
WITH affair, used, found, who
ORDER BY affair.id, found.id, used.key, who.id
WITH affair, used, found, collect(DISTINCT who.name) AS suspects, collect(DISTINCT who.id) AS suspect_ids
OPTIONAL MATCH (source:Article {id: coalesce(used.articles[0], '')})
RETURN affair.date AS date,
       affair.name AS incident,
       found.name AS vessel,
       suspects,
       used.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       found.id AS vessel_id,
       suspect_ids,
       source.id AS article_id
ORDER BY coalesce(date, ''), incident_id, vessel_id, used.key
