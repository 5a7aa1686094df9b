// id: harbour-pairs
// title: Pairs of harbours
// question: Between which harbours, border posts and airports are people taken?
// pertanyaan: Di antara pelabuhan, pos lintas batas, dan bandara mana saja orang dibawa?
// parameters:
//   place:
//     type: place
//     default: null
//     description: Only legs that begin or end in this place
// columns:
//   start: Where the leg begins
//   end: Where it ends
//   mode: "How it is travelled: sea, land or air"
//   incidents: Number of incidents with this leg
//   victims: People taken this way, where documents say so
//   origin: read from a document, or derived from the legs of incidents
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   start_id: Id of the beginning
//   end_id: Id of the end
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0

CALL {
  UNWIND $place AS area_id
  MATCH (:Location {id: area_id})<-[:WITHIN*0..8]-(one:Location)-[leg:ROUTE_TO]-(other:Location)
  WHERE one.kind IN ['port', 'airport', 'border_post']
    AND other.kind IN ['port', 'airport', 'border_post']
  RETURN DISTINCT startNode(leg) AS here, leg, endNode(leg) AS there
  UNION ALL
  UNWIND CASE WHEN $place IS NULL THEN [true] ELSE [] END AS everywhere
  MATCH (here:Location)-[leg:ROUTE_TO]->(there:Location)
  WHERE here.kind IN ['port', 'airport', 'border_post']
    AND there.kind IN ['port', 'airport', 'border_post']
  RETURN here, leg, there
}
OPTIONAL MATCH (source:Article {id: coalesce(leg.articles[0], '')})
RETURN here.name AS start,
       there.name AS end,
       leg.mode AS mode,
       leg.incidents AS incidents,
       leg.victims AS victims,
       leg.origin AS origin,
       leg.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       here.id AS start_id,
       there.id AS end_id,
       source.id AS article_id
ORDER BY coalesce(victims, 0) DESC, coalesce(incidents, 0) DESC, start_id, end_id, leg.key
