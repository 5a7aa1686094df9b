// id: hot-spots
// title: Hot spots
// question: Where did most incidents happen, and how many people were concerned?
// pertanyaan: Di mana kejadian paling banyak terjadi, dan berapa orang yang terlibat?
// parameters:
//   place:
//     type: place
//     default: null
//     description: Name, Kemendagri code or id of the place; what lies within it counts; left out, everywhere
//   from:
//     type: date
//     default: null
//     description: First day, month or year of the period
//   to:
//     type: date
//     default: null
//     description: Last day, month or year of the period, itself included
//   kind:
//     type: choice
//     choices: [trafficking, smuggling_of_migrants, interception, arrest, rescue, repatriation, deportation, other_crime, accident]
//     default: null
//     description: Only incidents of this kind
//   least:
//     type: integer
//     default: 1
//     description: So many incidents at least
// columns:
//   scene: The place
//   incidents: Number of incidents there
//   victims: Victims or migrants in those of them that give a number
//   last_date: Date of the latest
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   place_id: Id of the place
//   incident_ids: Ids of the incidents
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0

CALL {
  UNWIND $place AS area_id
  MATCH (:Location {id: area_id})<-[:WITHIN*0..8]-(scene:Location)
  RETURN DISTINCT scene
  UNION ALL
  UNWIND CASE WHEN $place IS NULL THEN [true] ELSE [] END AS everywhere
  MATCH (scene:Location)
  RETURN scene
}
MATCH (scene)<-[at:OCCURRED_AT]-(affair:Incident)
WHERE ($from IS NULL OR affair.date + '~' >= $from)
  AND ($to IS NULL OR affair.date <= $to + '~')
  AND ($kind IS NULL OR affair.kind = $kind)
WITH scene, affair, at
ORDER BY scene.id, coalesce(affair.date, '') DESC, affair.id, at.key
WITH scene, affair, collect(at)[0] AS at
WITH scene, count(affair) AS incidents, sum(affair.victims_total) AS victims, max(affair.date) AS last_date,
     collect(affair.id) AS incident_ids, collect(at)[0] AS at
WHERE incidents >= $least
OPTIONAL MATCH (source:Article {id: coalesce(at.articles[0], '')})
RETURN scene.name AS scene,
       incidents,
       victims,
       last_date,
       at.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       scene.id AS place_id,
       incident_ids,
       source.id AS article_id
ORDER BY incidents DESC, victims DESC, place_id
