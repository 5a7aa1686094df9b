// id: counts-by-quarter
// title: Counts by quarter
// question: How many incidents, victims and suspects were there in each quarter?
// pertanyaan: Berapa kejadian, korban, dan tersangka tiap triwulan?
// parameters:
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
//   kind:
//     type: choice
//     choices: [trafficking, smuggling_of_migrants, interception, arrest, rescue, repatriation, deportation, other_crime, accident]
//     default: null
//     description: Only incidents of this kind
//   months:
//     type: integer
//     default: 3
//     description: "Months of a part of the year: 1, 3, 4, 6 or 12"
// columns:
//   year: Year of the incidents
//   part: Which part of the year, 1 the first
//   incidents: Number of incidents dated in it
//   victims: Victims or migrants in those of them that give a number
//   suspects: Suspects in those of them that give a number
//   incident_ids: Ids of the incidents
// picture: timeline
// since: 0.1.0
//
// Incidents of which only the year is known belong to no quarter.

CALL {
  UNWIND $place AS area_id
  MATCH (:Location {id: area_id})<-[:WITHIN*0..8]-(:Location)<-[:OCCURRED_AT]-(affair:Incident)
  RETURN DISTINCT affair
  UNION ALL
  UNWIND CASE WHEN $place IS NULL THEN [true] ELSE [] END AS everywhere
  MATCH (affair:Incident)
  RETURN affair
}
WITH affair
WHERE affair.date_precision IN ['day', 'month']
  AND $months > 0
  AND ($kind IS NULL OR affair.kind = $kind)
WITH affair, left(affair.date, 4) AS year, (toInteger(substring(affair.date, 5, 2)) - 1) / $months + 1 AS part
ORDER BY year, part, affair.id
WITH year, part, count(affair) AS incidents, sum(affair.victims_total) AS victims,
     sum(affair.suspects_total) AS suspects, collect(affair.id) AS incident_ids
RETURN year, part, incidents, victims, suspects, incident_ids
ORDER BY year, part
