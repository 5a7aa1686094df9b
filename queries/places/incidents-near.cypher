// id: incidents-near
// title: Incidents near a place
// question: What happened within so many kilometres of this place?
// pertanyaan: Kejadian apa saja yang terjadi dalam jarak sekian kilometer dari tempat ini?
// parameters:
//   place:
//     type: place
//     description: Name, Kemendagri code or id of the place
//   km:
//     type: integer
//     default: 25
//     description: Distance in kilometres
// columns:
//   km: Distance between the two points, in kilometres
//   uncertain_km: How far the two points may be wrong together
//   scene: Where it happened
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   kind: What happened
//   victims: Number of victims or migrants
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   scene_id: Id of the scene
//   place_id: Id of the place asked for
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0
//
// Great-circle distance (haversine) on a sphere with the mean radius of the earth, 6371 km (IUGG).

UNWIND $place AS wanted
MATCH (here:Location {id: wanted})
MATCH (scene:Location)
WHERE scene.latitude IS NOT NULL AND here.latitude IS NOT NULL
WITH here, scene, radians(here.latitude) AS a, radians(scene.latitude) AS b,
     radians(scene.longitude - here.longitude) AS apart
WITH here, scene, sin((b - a) / 2) AS north, sin(apart / 2) AS east, cos(a) * cos(b) AS width
WITH here, scene, 2 * 6371 * asin(sqrt(north * north + width * east * east)) AS far
WHERE far <= $km
MATCH (affair:Incident)-[at:OCCURRED_AT]->(scene)
OPTIONAL MATCH (source:Article {id: coalesce(at.articles[0], '')})
RETURN toInteger(round(far)) AS km,
       toInteger(round(coalesce(here.uncertainty_km, 0) + coalesce(scene.uncertainty_km, 0))) AS uncertain_km,
       scene.name AS scene,
       affair.date AS date,
       affair.name AS incident,
       affair.kind AS kind,
       affair.victims_total AS victims,
       at.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       scene.id AS scene_id,
       here.id AS place_id,
       source.id AS article_id
ORDER BY km, incident_id, scene_id, place_id, at.key
