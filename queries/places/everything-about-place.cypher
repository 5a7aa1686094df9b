// id: everything-about-place
// title: Everything about a place
// question: What is known of this place and what lies within it?
// pertanyaan: Apa saja yang diketahui tentang tempat ini dan yang ada di dalamnya?
// parameters:
//   place:
//     type: place
//     description: Name, Kemendagri code or id of the place; what lies within it counts
// columns:
//   subject: What the statement is about
//   relation: What it says (relationship type)
//   object: The place, or the other end
//   detail: Role or means of travel
//   people: Number of people
//   date: Date of the incident or event
//   origin: read, official or derived
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the article with the sentence
// picture: map
// since: 0.1.0

UNWIND $place AS wanted
MATCH (:Location {id: wanted})<-[:WITHIN*0..8]-(place:Location)
WITH DISTINCT place
MATCH (place)-[fact:OCCURRED_AT|COVERS|WITHIN|ORIGIN|TRANSIT|DESTINATION|ROUTE_TO|MENTIONS]-()
WITH DISTINCT fact, startNode(fact) AS left, endNode(fact) AS right
OPTIONAL MATCH (source:Article {id: coalesce(fact.articles[0], '')})
RETURN left.name AS subject,
       type(fact) AS relation,
       right.name AS object,
       coalesce(fact.role, fact.mode) AS detail,
       CASE WHEN left:Article THEN null ELSE coalesce(fact.victims, fact.count) END AS people,
       left.date AS date,
       fact.origin AS origin,
       fact.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       left.id AS subject_id,
       right.id AS object_id,
       source.id AS article_id
ORDER BY CASE WHEN left:Article THEN 1 ELSE 0 END, relation, subject, object, subject_id, object_id, fact.key
