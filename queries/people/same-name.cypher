// id: same-name
// title: Same name elsewhere
// question: Who may be the same person under another entry, and what speaks for it?
// pertanyaan: Siapa yang mungkin orang yang sama dengan catatan lain, dan apa dasarnya?
// parameters:
//   person:
//     type: person
//     default: null
//     description: Only candidates for this person
// columns:
//   first: One name
//   second: The other name
//   first_is: What the one is (Official or Suspect)
//   score: How alike they are, between 0 and 1
//   reason: What speaks for and against
//   first_id: Id of the one
//   second_id: Id of the other
// picture: network
// since: 0.1.0
//
// Candidates are never facts: a person has to judge them (`tppo decide`).

CALL {
  UNWIND $person AS wanted
  MATCH (:Official {id: wanted})-[maybe:POSSIBLY_SAME_AS]-(:Official)
  RETURN DISTINCT maybe
  UNION ALL
  UNWIND $person AS wanted
  MATCH (:Suspect {id: wanted})-[maybe:POSSIBLY_SAME_AS]-(:Suspect)
  RETURN DISTINCT maybe
  UNION ALL
  UNWIND CASE WHEN $person IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (:Official|Suspect)-[maybe:POSSIBLY_SAME_AS]->(:Official|Suspect)
  RETURN maybe
}
WITH maybe, startNode(maybe) AS left, endNode(maybe) AS right
RETURN left.name AS first,
       right.name AS second,
       labels(left)[0] AS first_is,
       maybe.score AS score,
       maybe.reason AS reason,
       left.id AS first_id,
       right.id AS second_id
ORDER BY score DESC, first_id, second_id, maybe.key
