// id: officials-of-agency
// title: Officials of an agency
// question: Who holds or held an office at this agency?
// pertanyaan: Siapa saja yang memegang atau pernah memegang jabatan di instansi ini?
// parameters:
//   agency:
//     type: agency
//     description: Name, abbreviation or id of the agency
//   levels:
//     type: integer
//     default: 0
//     description: How many levels of units below the agency count too
//   as_of:
//     type: date
//     default: null
//     description: Only who held an office on this day, as the documents have it
// columns:
//   official: Name of the official
//   rank: Latest rank reported
//   title: The office as the documents call it
//   acting: Whether only acting (Plt., Plh., Pj.)
//   former: Whether reported as former
//   agency: Where
//   reported_from: First date for which a document reports the office
//   reported_to: Last date for which a document reports it
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   official_id: Id of the official
//   agency_id: Id of the agency
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0
//
// On a day (as_of) an office is held by whom a document reports in it by then, until a document reports another in the
// same office of the agency.

UNWIND $agency AS wanted
MATCH below = (:Agency {id: wanted})<-[:PART_OF*0..8]-(unit:Agency)
WHERE length(below) <= $levels
MATCH (unit)<-[office:HOLDS_POSITION]-(person:Official)
WHERE $as_of IS NULL
   OR (coalesce(office.from, office.first_reported) <= $as_of + '~' AND NOT EXISTS {
     MATCH (unit)<-[next:HOLDS_POSITION]-(later:Official)
     WHERE next.title = office.title AND later.id <> person.id
       AND next.from > coalesce(office.to, office.from) AND next.from <= $as_of + '~'
   })
WITH DISTINCT person, office, unit
OPTIONAL MATCH (source:Article {id: coalesce(office.articles[0], '')})
RETURN person.name AS official,
       person.rank AS rank,
       office.title AS title,
       coalesce(office.acting, false) AS acting,
       coalesce(office.former, false) AS former,
       unit.name AS agency,
       office.from AS reported_from,
       office.to AS reported_to,
       office.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       person.id AS official_id,
       unit.id AS agency_id,
       source.id AS article_id
ORDER BY agency, agency_id, coalesce(reported_from, ''), official, official_id, office.key
