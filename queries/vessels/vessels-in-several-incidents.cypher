// id: vessels-in-several-incidents
// title: Vessels and vehicles in several incidents
// question: Which vessels or vehicles were used in two incidents or more?
// pertanyaan: Kapal atau kendaraan mana yang dipakai dalam dua kejadian atau lebih?
// parameters:
//   least:
//     type: integer
//     default: 2
//     description: In so many incidents at least
//   kind:
//     type: choice
//     choices: [ship, speedboat, car, other]
//     default: null
//     description: Only vessels of this kind
// columns:
//   vessel: Name or plate
//   kind: What kind
//   incidents: Number of incidents
//   names: Names of the incidents
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   vessel_id: Id of the vessel
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

MATCH (found:Vessel)<-[:USED]-(affair:Incident)
WHERE $kind IS NULL OR found.kind = $kind
WITH found, count(DISTINCT affair) AS cases
WHERE cases >= $least
MATCH (found)<-[used:USED]-(affair:Incident)
WITH found, affair, used
ORDER BY found.id, coalesce(affair.date, ''), affair.id, used.key
WITH found, collect(DISTINCT affair.name) AS names, collect(DISTINCT affair.id) AS incident_ids, collect(used)[0] AS used
OPTIONAL MATCH (source:Article {id: coalesce(used.articles[0], '')})
RETURN found.name AS vessel,
       found.kind AS kind,
       size(incident_ids) AS incidents,
       names,
       used.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       found.id AS vessel_id,
       incident_ids,
       source.id AS article_id
ORDER BY incidents DESC, vessel, vessel_id
