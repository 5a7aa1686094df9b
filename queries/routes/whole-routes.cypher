// id: whole-routes
// title: From origin over transit to destination
// question: Which whole ways do incidents tell, from where over where to where, with how many people?
// pertanyaan: Jalur utuh apa yang diceritakan, dari mana, lewat mana, ke mana, dan berapa orang?
// parameters:
//   origin:
//     type: place
//     default: null
//     description: Only from here; what lies within it counts
//   transit:
//     type: place
//     default: null
//     description: Only over here; what lies within it counts
//   destination:
//     type: place
//     default: null
//     description: Only to here; what lies within it counts
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   origins: Where the people come from
//   transits: What they pass
//   destinations: Where they are taken
//   victims: Number of victims or migrants
//   sentence: First sentence that tells of it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   origin_ids: Ids of the origins
//   transit_ids: Ids of the transits
//   destination_ids: Ids of the destinations
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0

UNWIND coalesce($origin, ['']) AS starts_id
OPTIONAL MATCH (:Location {id: starts_id})<-[:WITHIN*0..8]-(inside:Location)
WITH collect(DISTINCT inside.id) AS starts
UNWIND coalesce($transit, ['']) AS middles_id
OPTIONAL MATCH (:Location {id: middles_id})<-[:WITHIN*0..8]-(inside:Location)
WITH starts, collect(DISTINCT inside.id) AS middles
UNWIND coalesce($destination, ['']) AS ends_id
OPTIONAL MATCH (:Location {id: ends_id})<-[:WITHIN*0..8]-(inside:Location)
WITH starts, middles, collect(DISTINCT inside.id) AS ends
MATCH (affair:Incident)
WHERE ($origin IS NULL OR any(id IN [(affair)-[:ORIGIN]->(spot:Location) | spot.id] WHERE id IN starts))
  AND ($transit IS NULL OR any(id IN [(affair)-[:TRANSIT]->(spot:Location) | spot.id] WHERE id IN middles))
  AND ($destination IS NULL OR any(id IN [(affair)-[:DESTINATION]->(spot:Location) | spot.id] WHERE id IN ends))
  AND EXISTS { MATCH (affair)-[:ORIGIN|TRANSIT|DESTINATION]->(:Location) }
OPTIONAL MATCH (affair)-[:ORIGIN]->(from:Location)
WITH affair, from ORDER BY affair.id, from.id
WITH affair, collect(DISTINCT from) AS origins
OPTIONAL MATCH (affair)-[:TRANSIT]->(over:Location)
WITH affair, origins, over ORDER BY affair.id, over.id
WITH affair, origins, collect(DISTINCT over) AS transits
OPTIONAL MATCH (affair)-[:DESTINATION]->(to:Location)
WITH affair, origins, transits, to ORDER BY affair.id, to.id
WITH affair, origins, transits, collect(DISTINCT to) AS destinations
OPTIONAL MATCH (affair)-[report:REPORTED_IN]->(source:Article)
WITH affair, origins, transits, destinations, report, source
ORDER BY affair.id, coalesce(source.published_on, '~'), source.id, report.key
WITH affair, origins, transits, destinations, collect(report)[0] AS report, collect(source)[0] AS source
RETURN affair.date AS date,
       affair.name AS incident,
       [place IN origins | place.name] AS origins,
       [place IN transits | place.name] AS transits,
       [place IN destinations | place.name] AS destinations,
       affair.victims_total AS victims,
       report.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       [place IN origins | place.id] AS origin_ids,
       [place IN transits | place.id] AS transit_ids,
       [place IN destinations | place.id] AS destination_ids,
       source.id AS article_id
ORDER BY coalesce(victims, 0) DESC, coalesce(date, ''), incident_id
