// id: agencies-together
// title: Agencies that act together
// question: Which agencies handled the same incidents or took part in the same events?
// pertanyaan: Instansi mana saja yang menangani kejadian atau mengikuti kegiatan yang sama?
// parameters:
//   agency:
//     type: agency
//     default: null
//     description: Only pairs with this agency
// columns:
//   first: One agency
//   second: The other agency
//   incidents: Number of incidents that both handled
//   events: Number of events that both took part in
//   shared: Names of these incidents and events
//   sentence: Sentence about the first agency, protected names masked
//   second_sentence: Sentence about the second agency, protected names masked
//   publisher: Who published the first sentence
//   published_on: When it was published
//   first_id: Id of the one agency
//   second_id: Id of the other
//   shared_ids: Ids of the incidents and events
//   article_id: Id of the article with the first sentence
// picture: network
// since: 0.1.0

CALL {
  UNWIND $agency AS wanted
  MATCH (asked:Agency {id: wanted})
  RETURN asked
  UNION ALL
  UNWIND CASE WHEN $agency IS NULL THEN [true] ELSE [] END AS everyone
  MATCH (asked:Agency)
  RETURN asked
}
MATCH (asked)<-[offices:HOLDS_POSITION*0..1]-(actor)-[act:HANDLED_BY|ORGANISED|ATTENDED|HELD_AT]-(thing:Incident|Event)
WHERE all(office IN offices WHERE NOT coalesce(office.former, false)
                              AND any(article IN office.articles WHERE article IN act.articles))
WITH asked, thing, act
ORDER BY asked.id, thing.id, type(act), act.key
WITH asked, thing, collect(act)[0] AS own_act
MATCH (thing)-[act:HANDLED_BY|ORGANISED|ATTENDED|HELD_AT]-(actor)-[offices:HOLDS_POSITION*0..1]->(unit:Agency)
WHERE unit.id <> asked.id
  AND ($agency IS NOT NULL OR asked.id < unit.id)
  AND all(office IN offices WHERE NOT coalesce(office.former, false)
                              AND any(article IN office.articles WHERE article IN act.articles))
WITH asked, own_act, thing, unit, act
ORDER BY asked.id, thing.id, unit.id, type(act), act.key
WITH asked, own_act, thing, unit, collect(act)[0] AS other_act
WITH thing,
     CASE WHEN asked.id < unit.id THEN asked ELSE unit END AS left,
     CASE WHEN asked.id < unit.id THEN unit ELSE asked END AS right,
     CASE WHEN asked.id < unit.id THEN own_act ELSE other_act END AS left_act,
     CASE WHEN asked.id < unit.id THEN other_act ELSE own_act END AS right_act
WITH DISTINCT thing, left, right, left_act, right_act
ORDER BY left.id, right.id, thing.id
WITH left, right,
     collect(left_act)[0] AS left_act,
     collect(right_act)[0] AS right_act,
     sum(CASE WHEN thing:Incident THEN 1 ELSE 0 END) AS incidents,
     sum(CASE WHEN thing:Event THEN 1 ELSE 0 END) AS events,
     collect(thing.name) AS shared,
     collect(thing.id) AS shared_ids
OPTIONAL MATCH (source:Article {id: coalesce(left_act.articles[0], '')})
RETURN left.name AS first,
       right.name AS second,
       incidents,
       events,
       shared,
       left_act.sentences[0] AS sentence,
       right_act.sentences[0] AS second_sentence,
       source.publisher AS publisher,
       source.published_on AS published_on,
       left.id AS first_id,
       right.id AS second_id,
       shared_ids,
       source.id AS article_id
ORDER BY incidents + events DESC, first_id, second_id
