// id: routes
// title: Routes with victim counts
// question: Which ways are migrants or victims taken, in how many incidents and with how many people?
// pertanyaan: Jalur mana yang dilalui migran atau korban, dalam berapa kejadian dan berapa orang?
// parameters:
//   place:
//     type: place
//     default: null
//     description: Only routes that begin or end in this place (name, alias, Kemendagri code or id) or within it
// columns:
//   start: Where the leg begins
//   end: Where the leg ends
//   mode: How the leg is travelled (sea, land, air)
//   incidents: Number of incidents with this leg
//   victims: People taken this way, those of its origin or destination where documents count them; an incident with several origins or destinations and no such count is left out
//   origin: read from a document, or derived from the legs of incidents
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   start_id: Id of the place where it begins
//   end_id: Id of the place where it ends
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0

OPTIONAL MATCH (tip:Location)-[:WITHIN*0..8]->(asked:Location)
WHERE toLower(asked.name) = toLower($place)
   OR any(alias IN coalesce(asked.aliases, []) WHERE toLower(alias) = toLower($place))
   OR asked.code = $place
   OR asked.id = $place
WITH collect(DISTINCT tip.id) AS area
MATCH (here:Location)-[leg:ROUTE_TO]->(there:Location)
WHERE $place IS NULL OR here.id IN area OR there.id IN area
OPTIONAL MATCH (source:Article)
WHERE source.id = leg.articles[0]
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
