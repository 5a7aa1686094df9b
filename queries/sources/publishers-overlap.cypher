// id: publishers-overlap
// title: Publishers that tell of the same
// question: Which publishers report the same incidents?
// pertanyaan: Penerbit mana yang memberitakan kejadian yang sama?
// parameters:
//   least:
//     type: integer
//     default: 1
//     description: So many incidents in common at least
// columns:
//   first: One publisher
//   second: The other
//   incidents: Number of incidents that both report
//   names: Names of the incidents
//   incident_ids: Ids of the incidents
// picture: network
// since: 0.1.0

MATCH (affair:Incident)-[:REPORTED_IN]->(source:Article)
WITH affair, collect(DISTINCT source.publisher) AS publishers
WHERE size(publishers) > 1
WITH affair, publishers
ORDER BY affair.id
UNWIND publishers AS first
UNWIND publishers AS second
WITH first, second, affair
WHERE first < second
WITH first, second, collect(affair.name) AS names, collect(affair.id) AS incident_ids
WHERE size(incident_ids) >= $least
RETURN first,
       second,
       size(incident_ids) AS incidents,
       names,
       incident_ids
ORDER BY incidents DESC, first, second
