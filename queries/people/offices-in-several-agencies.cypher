// id: offices-in-several-agencies
// title: Officials with offices in several agencies
// question: Who held offices in two agencies or more?
// pertanyaan: Siapa yang memegang jabatan di dua instansi atau lebih?
// parameters:
//   least:
//     type: integer
//     default: 2
//     description: In so many agencies at least
// columns:
//   official: Name of the official
//   agencies: Number of agencies
//   names: The agencies, in order of report
//   sentence: Sentence that reports the latest office, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   official_id: Id of the official
//   agency_ids: Ids of the agencies
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0

MATCH (person:Official)-[office:HOLDS_POSITION]->(unit:Agency)
WITH person, unit, office
ORDER BY person.id, coalesce(office.from, office.first_reported, ''), unit.id, office.key
WITH person, collect(DISTINCT unit.name) AS names, collect(DISTINCT unit.id) AS agency_ids, collect(office) AS offices
WHERE size(agency_ids) >= $least
WITH person, names, agency_ids, last(offices) AS office
OPTIONAL MATCH (source:Article {id: coalesce(office.articles[0], '')})
RETURN person.name AS official,
       size(agency_ids) AS agencies,
       names,
       office.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       person.id AS official_id,
       agency_ids,
       source.id AS article_id
ORDER BY agencies DESC, official, official_id
