// id: document-says
// title: What a document says
// question: What does this document state, sentence by sentence?
// pertanyaan: Apa yang dinyatakan dokumen ini, kalimat demi kalimat?
// parameters:
//   document:
//     type: text
//     description: Title, file name, address (URL), SHA-256 or id of the document
// columns:
//   sentence: The sentence, protected names masked
//   subject: What the statement is about
//   relation: How the two are related
//   object: What it is related to
//   detail: Office, role, status or way of travel where the relation has one
//   people: Number of people where the relation gives one
//   rule: What read the statement
//   confidence: Between 0 and 1
//   publisher: Who published the document
//   published_on: When it was published
//   start: Offset of the sentence in the document's text, in code points
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the document
// picture: network
// since: 0.1.0
//
// Statements read from the document, in the order of its text; what it only names (MENTIONS) is left out.

MATCH (source:Article)
WHERE toLower(source.title) = toLower($document)
   OR toLower(source.name) = toLower($document)
   OR any(alias IN coalesce(source.aliases, []) WHERE toLower(alias) = toLower($document))
   OR toLower(source.file) = toLower($document)
   OR source.url = $document
   OR source.sha256 = toLower($document)
   OR source.id = $document
MATCH (source)-[:MENTIONS|REPORTED_IN]-(known)
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
