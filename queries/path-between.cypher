// id: path-between
// title: Path between two names
// question: How are these two connected, and which sentences say so?
// pertanyaan: Bagaimana keduanya terhubung, dan kalimat mana yang menyatakannya?
// parameters:
//   first:
//     type: text
//     description: Name, alias, code or id of a person, agency, place, incident, event or vessel
//   second:
//     type: text
//     description: Name, alias, code or id of the other
//   paths:
//     type: integer
//     default: 3
//     description: How many paths to show, where several are equally short
// columns:
//   path: Number of the path, from 1
//   step: Number of the step in the path, from 1
//   subject: What the statement is about
//   relation: How the two are related
//   object: What it is related to
//   detail: Office, role, status or way of travel where the relation has one
//   sentence: First sentence that says it, protected names masked
//   publisher: Who published the sentence
//   published_on: When it was published
//   subject_id: Id of the subject
//   object_id: Id of the object
//   article_id: Id of the article with the sentence
// picture: network
// since: 0.1.0
//
// Only what people did or where things happened connects: not the hierarchy of places and agencies, not an article or
// an article of law that two share (these connect everything), and never a candidate (POSSIBLY_SAME_AS).

MATCH (here:Official|Suspect|Agency|Location|Incident|Event|Vessel)
WHERE toLower(here.name) = toLower($first)
   OR toLower(here.full_name) = toLower($first)
   OR any(alias IN coalesce(here.aliases, []) WHERE toLower(alias) = toLower($first))
   OR here.code = $first
   OR here.id = $first
MATCH (there:Official|Suspect|Agency|Location|Incident|Event|Vessel)
WHERE (toLower(there.name) = toLower($second)
   OR toLower(there.full_name) = toLower($second)
   OR any(alias IN coalesce(there.aliases, []) WHERE toLower(alias) = toLower($second))
   OR there.code = $second
   OR there.id = $second)
  AND there.id <> here.id
MATCH way = allShortestPaths((here)-[
  :HOLDS_POSITION|OCCURRED_AT|HANDLED_BY|ORGANISED|ATTENDED|HELD_AT
  |ORIGIN|TRANSIT|DESTINATION|ROUTE_TO|SUSPECTED_IN|USED*1..6
]-(there))
WITH relationships(way) AS links,
     length(way) AS steps,
     reduce(text = '', node IN nodes(way) | text + node.id + ' ') AS stops,
     reduce(text = '', link IN relationships(way) | text + type(link) + link.key + ' ') AS keys
ORDER BY steps, stops, keys
LIMIT $paths
WITH collect(links) AS ways
UNWIND range(0, size(ways) - 1) AS number
UNWIND range(0, size(ways[number]) - 1) AS position
WITH number, position, ways[number][position] AS link
WITH number, position, link, startNode(link) AS left, endNode(link) AS right
OPTIONAL MATCH (source:Article)
WHERE source.id = link.articles[0]
RETURN number + 1 AS path,
       position + 1 AS step,
       left.name AS subject,
       type(link) AS relation,
       right.name AS object,
       coalesce(link.title, link.role, link.mode, link.status) AS detail,
       link.sentences[0] AS sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       left.id AS subject_id,
       right.id AS object_id,
       source.id AS article_id
ORDER BY path, step
