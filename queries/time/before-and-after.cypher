// id: before-and-after
// title: Before and after a day
// question: How many incidents of each kind were there before and after this day?
// pertanyaan: Berapa kejadian tiap jenis sebelum dan sesudah hari ini?
// parameters:
//   day:
//     type: date
//     description: The day, month or year that parts before and after; itself after
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
//   kind: What happened
//   before: Incidents before the day
//   after: Incidents from the day on
//   victims_before: Victims or migrants before, where a number is given
//   victims_after: Victims or migrants after, where a number is given
//   incident_ids: Ids of the incidents
// picture: table
// since: 0.1.0

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
WHERE affair.date IS NOT NULL
  AND ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
WITH affair, affair.kind AS kind, CASE WHEN affair.date < $day THEN 1 ELSE 0 END AS early
ORDER BY kind, affair.id
WITH kind,
     sum(early) AS before,
     sum(1 - early) AS after,
     sum(CASE WHEN early = 1 THEN coalesce(affair.victims_total, 0) ELSE 0 END) AS victims_before,
     sum(CASE WHEN early = 0 THEN coalesce(affair.victims_total, 0) ELSE 0 END) AS victims_after,
     collect(affair.id) AS incident_ids
RETURN kind, before, after, victims_before, victims_after, incident_ids
ORDER BY before + after DESC, kind
