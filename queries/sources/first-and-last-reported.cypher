// id: first-and-last-reported
// title: First and last reported
// question: When was each thing of a kind first and last reported, and by how many documents?
// pertanyaan: Kapan tiap hal pertama dan terakhir dilaporkan, dan oleh berapa dokumen?
// parameters:
//   label:
//     type: choice
//     choices: [Official, Suspect, Agency, Location, Incident, Event, Vessel]
//     default: Incident
//     description: What kind of thing
//   since:
//     type: date
//     default: null
//     description: Only what was last reported on this day or later
//   before:
//     type: date
//     default: null
//     description: Only what was last reported before this day
// columns:
//   name: Its name
//   first_reported: Publication date of the first document that mentions it
//   last_reported: Publication date of the latest
//   documents: Number of documents that mention it
//   thing_id: Its id
// picture: timeline
// since: 0.1.0

MATCH (known:Official|Suspect|Agency|Location|Incident|Event|Vessel)
WHERE $label IN labels(known)
  AND known.sources > 0
  AND ($since IS NULL OR known.last_reported >= $since)
  AND ($before IS NULL OR known.last_reported < $before)
RETURN known.name AS name,
       known.first_reported AS first_reported,
       known.last_reported AS last_reported,
       known.sources AS documents,
       known.id AS thing_id
ORDER BY coalesce(last_reported, '') DESC, thing_id
