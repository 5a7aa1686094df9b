// id: incidents-by-area
// title: Incidents by area
// question: How many incidents and victims has each part of this area?
// pertanyaan: Berapa kejadian dan korban di tiap bagian wilayah ini?
// parameters:
//   place:
//     type: place
//     description: A country, province or regency
//   from:
//     type: date
//     default: null
//     description: First day, month or year of the period
//   to:
//     type: date
//     default: null
//     description: Last day, month or year of the period, itself included
// columns:
//   area: A part of the place asked for
//   kind: What kind of place
//   incidents: Number of incidents in it
//   victims: Victims or migrants in those of them that give a number
//   area_id: Id of the part
//   incident_ids: Ids of the incidents
// picture: map
// since: 0.1.0

UNWIND $place AS wanted
MATCH (part:Location)-[:WITHIN]->(:Location {id: wanted})
MATCH (part)<-[:WITHIN*0..8]-(scene:Location)
WITH DISTINCT part, scene
MATCH (scene)<-[:OCCURRED_AT]-(affair:Incident)
WHERE ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
WITH DISTINCT part, affair
ORDER BY part.id, affair.id
WITH part, count(affair) AS incidents, sum(affair.victims_total) AS victims, collect(affair.id) AS incident_ids
RETURN part.name AS area,
       part.kind AS kind,
       incidents,
       victims,
       part.id AS area_id,
       incident_ids
ORDER BY incidents DESC, victims DESC, area_id
