// id: offices-of-official
// title: Offices of an official over time
// question: Which offices has this official held, since when and until when?
// pertanyaan: Jabatan apa saja yang pernah dipegang pejabat ini, sejak dan sampai kapan?
// parameters:
//   official:
//     type: person
//     description: Name, alias or id of the official
// columns:
//   official: Name of the official
//   reported_from: First date for which a document reports the office
//   reported_to: Last date for which a document reports it
//   title: The office as the documents call it
//   agency: Where
//   acting: Whether only acting (Plt., Plh., Pj.)
//   former: Whether reported as former
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   official_id: Id of the official
//   agency_id: Id of the agency
//   article_id: Id of the article with the sentence
// picture: timeline
// since: 0.1.0

UNWIND $official AS wanted
MATCH (person:Official {id: wanted})-[office:HOLDS_POSITION]->(unit:Agency)
OPTIONAL MATCH (source:Article {id: coalesce(office.articles[0], '')})
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
