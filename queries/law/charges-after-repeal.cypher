// id: charges-after-repeal
// title: Charges under a repealed article
// question: Which incidents after the repeal of an article are still charged under it?
// pertanyaan: Kejadian mana yang terjadi setelah suatu pasal dicabut tetapi masih disangkakan dengan pasal itu?
// parameters:
//   as_of:
//     type: date
//     default: null
//     description: Only charges in documents published by this day
// columns:
//   date: When it happened, as exactly as the documents say
//   incident: Name of the incident
//   law: The article of law
//   valid_to: Until when it was law
//   replaced_by: Id of the article that replaced it
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   incident_id: Id of the incident
//   law_id: Id of the article of law
//   article_id: Id of the article with the sentence
// picture: table
// since: 0.1.0
//
// The last day of validity (valid_to) is itself within it. A date that is only a year or month counts when all of it is later.

MATCH (affair:Incident)-[charge:CHARGED_WITH]->(article:Law)
WHERE article.valid_to IS NOT NULL
  AND affair.date > article.valid_to
  AND ($as_of IS NULL OR charge.first_reported <= $as_of + '~')
OPTIONAL MATCH (source:Article {id: coalesce(charge.articles[0], '')})
RETURN affair.date AS date,
       affair.name AS incident,
       article.name AS law,
       article.valid_to AS valid_to,
       article.replaced_by AS replaced_by,
       charge.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       affair.id AS incident_id,
       article.id AS law_id,
       source.id AS article_id
ORDER BY date, incident_id, law_id, charge.key
