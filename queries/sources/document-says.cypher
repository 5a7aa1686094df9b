// id: document-says
// title: What a document says
// question: Which statements were read from this document, with their sentences?
// pertanyaan: Pernyataan apa saja yang terbaca dari dokumen ini, beserta kalimatnya?
// parameters:
//   document:
//     type: document
//     description: Title, file, address, SHA-256 or id of the document
// columns:
//   sentence: The sentence that says it, protected names masked
//   subject: What the statement is about
//   relation: What it says (relationship type)
//   object: The other end
//   detail: Office, role, means of travel or status
//   people: Number of people
//   rule: What read it
//   confidence: How sure the reading is, between 0 and 1
//   publisher: Who published the document
//   published_on: When it was published
//   start: Offset of the sentence in the text, in code points
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the document
// picture: network
// since: 0.1.0

UNWIND $document AS wanted
MATCH (source:Article {id: wanted})-[:MENTIONS|REPORTED_IN]-(known)
WITH DISTINCT source, known
MATCH (known)-[fact:HOLDS_POSITION|PART_OF|COVERS|OCCURRED_AT|HANDLED_BY|ORGANISED|ATTENDED|HELD_AT
  |ORIGIN|TRANSIT|DESTINATION|ROUTE_TO|SUSPECTED_IN|CHARGED_WITH|USED|REPORTED_IN]-()
WHERE fact.origin = 'read' AND source.id IN fact.articles
WITH DISTINCT source, fact, startNode(fact) AS left, endNode(fact) AS right
UNWIND range(0, size(fact.articles) - 1) AS nth
WITH source, fact, left, right, nth
WHERE fact.articles[nth] = source.id
RETURN fact.sentences[nth] AS sentence,
       left.name AS subject,
       type(fact) AS relation,
       right.name AS object,
       coalesce(fact.title, fact.role, fact.mode, fact.status) AS detail,
       coalesce(fact.victims_total, fact.victims, fact.count) AS people,
       fact.rules[nth] AS rule,
       fact.confidence AS confidence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       fact.starts[nth] AS start,
       left.id AS subject_id,
       right.id AS object_id,
       source.id AS article_id
ORDER BY article_id, start, relation, subject_id, object_id, fact.key, nth
