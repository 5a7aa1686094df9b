// id: offices-of-official
// title: An official's offices over time
// question: Which offices does or did this official hold, and when?
// pertanyaan: Jabatan apa saja yang dipegang pejabat ini, dan kapan?
// parameters:
//   official:
//     type: person
//     description: Name (without rank), alias or id of the official
// columns:
//   official: Name without rank
//   reported_from: First date for which a document reports the office
//   reported_to: Last date for which a document reports the office
//   title: The office as the document calls it
//   agency: Where the office is
//   acting: Whether an acting holder (Plt., Plh., Pj.)
//   former: Whether reported as former
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   official_id: Id of the official (two people may share a name)
//   agency_id: Id of the agency
//   article_id: Id of the article with the sentence
// picture: timeline
// since: 0.1.0

MATCH (person:Official)-[office:HOLDS_POSITION]->(unit:Agency)
WHERE toLower(person.name) = toLower($official)
   OR any(alias IN coalesce(person.aliases, []) WHERE toLower(alias) = toLower($official))
   OR person.id = $official
OPTIONAL MATCH (source:Article)
WHERE source.id = office.articles[0]
RETURN person.name AS official,
       office.from AS reported_from,
       office.to AS reported_to,
       office.title AS title,
       unit.name AS agency,
       coalesce(office.acting, false) AS acting,
       coalesce(office.former, false) AS former,
       office.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       person.id AS official_id,
       unit.id AS agency_id,
       source.id AS article_id
ORDER BY official, official_id, coalesce(reported_from, office.first_reported, ''), agency, agency_id, office.key
