// id: officials-of-agency
// title: Officials of an agency
// question: Who holds or held an office at this agency?
// pertanyaan: Siapa yang menjabat atau pernah menjabat di instansi ini?
// parameters:
//   agency:
//     type: agency
//     description: Name, alias, abbreviation or id of the agency (an abbreviation such as Polres means all of them)
//   levels:
//     type: integer
//     default: 0
//     description: How many levels of units below the agency to include; 0 is the agency alone
// columns:
//   official: Name without rank
//   rank: Latest rank reported
//   title: The office as the document calls it
//   acting: Whether an acting holder (Plt., Plh., Pj.)
//   former: Whether reported as former
//   agency: The agency or the unit below it
//   reported_from: First date for which a document reports the office
//   reported_to: Last date for which a document reports the office
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   official_id: Id of the official
//   agency_id: Id of the agency
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

MATCH (asked:Agency)
WHERE toLower(asked.name) = toLower($agency)
   OR toLower(asked.full_name) = toLower($agency)
   OR toLower(asked.abbreviation) = toLower($agency)
   OR any(alias IN coalesce(asked.aliases, []) WHERE toLower(alias) = toLower($agency))
   OR asked.id = $agency
MATCH below = (unit:Agency)-[:PART_OF*0..8]->(asked)
WHERE length(below) <= $levels
MATCH (person:Official)-[office:HOLDS_POSITION]->(unit)
WITH DISTINCT person, office, unit
OPTIONAL MATCH (source:Article)
WHERE source.id = office.articles[0]
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
