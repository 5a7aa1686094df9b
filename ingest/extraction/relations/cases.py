"""Several cases told in one document, each with its own day, people and places.

A document numbers them ("Kasus pertama …", "Perkara II"), announces another one ("perkara lain") or recalls an earlier
conviction ("pada 2019 ia divonis"). The incident that was read from the whole document is divided among them: what
stands in the sentences of a case is that case's; what the document says before and after is said of each case that
tells nothing of the sort itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.extraction.entities.group import Group
from ingest.extraction.mentions.finds import Find
from ingest.extraction.relations.choices import YEAR, choose_day
from ingest.extraction.relations.counts import counts
from ingest.extraction.relations.incidents import (
    OWN_KINDS,
    add_counts,
    add_date,
    add_exploitation,
    triggers,
    usual_kind,
)
from ingest.extraction.relations.story import Draft, Story, Thing, general
from ingest.extraction.words.lexicon import compiled, pattern, rows, stands_in
from ingest.extraction.words.text import Sentence

NOUNS = "|".join(row["pattern"] for row in rows("cues") if row["cue"] == "case-noun")
PEOPLE = "terdakwa|tersangka|pelaku|korban|orang|pria|wanita|perempuan|laki-laki|WNA|WNI|PMI|CPMI"
ORDER = {
    word: number
    for number, words in enumerate(
        (("pertama", "i", "1"), ("kedua", "ii", "2"), ("ketiga", "iii", "3"), ("keempat", "iv", "4"),
         ("kelima", "v", "5"), ("keenam", "vi", "6")), start=1)
    for word in words
}  # fmt: skip
NUMBERED = compiled(rf"(?:{NOUNS})(?: yang)? (?P<order>{'|'.join(ORDER)})(?! (?:{PEOPLE}))")
LISTED = re.compile(r"\W*Yang (?P<order>pertama|kedua|ketiga|keempat|kelima|keenam)\b")
"""How a document numbers its cases: "Kasus kedua", "Perkara II"; "Yang pertama, …" behind "dua kasus". The second of
"penangkapan kedua terdakwa" are two people.
"""


@dataclass(slots=True)
class Case:
    """One of several cases: its sentences, and the incident made of it. `recalled` is an earlier conviction."""

    sentences: list[Sentence] = field(default_factory=list)
    recalled: bool = False
    thing: Thing = field(default_factory=lambda: Thing("Incident", ""))
    numbers: set[int] = field(default_factory=set)
    starts: set[int] = field(default_factory=set)

    def add(self, sentence: Sentence) -> None:
        """Let the sentence tell of the case."""
        self.sentences.append(sentence)
        self.numbers.add(sentence.number)
        self.starts.add(sentence.start)


def tell_apart(story: Story, incident: Thing) -> None:
    """Divide the incident where the document tells of several cases; nothing changes where it tells of one."""
    if story.page.document.kind == "verdict":  # its "kesatu" and "kedua" are ways of charging one deed
        return
    cases = told_cases(story)
    recalled = earlier_cases(story)
    if not cases and not recalled:
        return
    if not cases:
        cases = [Case(thing=incident)]
        own = {number for each in recalled for number in each.numbers}
        for sentence in story.sentences():
            if sentence.number not in own:
                cases[0].add(sentence)
        incident.sentences = [s for s in incident.sentences if s.number not in own]
    cases += recalled
    divide(story, incident, cases)
    for case in cases:
        if case.thing is not incident:
            describe(story, incident, case)
    at = story.things.index(incident)
    story.things[at : at + 1] = [case.thing for case in cases]


def told_cases(story: Story) -> list[Case]:
    """The cases that the document tells one after the other, none where there are not two with something concrete."""
    found: dict[int, Case] = {}
    named: dict[int, Case] = {}
    current: Case | None = None
    opened, several = -1, False
    for sentence in story.sentences():
        several = several or stands_in("several-cases", sentence.text)
        order = order_of(sentence, listed=several)
        if order is None and stands_in("another-case", sentence.text):
            order = max(found, default=1) + 1
        if order is not None and order not in found:
            if order == 2 and not found:  # the first case was told before, without a number
                found[1] = Case()
                for before in story.page.sentences[: sentence.number]:
                    found[1].add(before)
                    named |= {id(g): found[1] for _, g in story.finds(before, "Suspect")}
            found[order] = current = Case()
            opened = sentence.paragraph
        elif order is not None and found[order] is not current:
            found[order].add(sentence)
            current = None
        people = [id(g) for _, g in story.finds(sentence, "Suspect")]
        if current is not None and sentence.paragraph != opened:
            others = any(named.get(each, current) is not current for each in people)
            if others or stands_in("all-cases", sentence.text):
                current = None
        if current is not None:
            current.add(sentence)
            for each in people:
                named.setdefault(each, current)
    cases = [found[order] for order in sorted(found)]
    whole = sorted(found) == list(range(1, len(found) + 1)) and len(found) > 1
    suspects = {id(case) for case in named.values()}
    return cases if whole and all(id(c) in suspects or concrete(story, c) for c in cases) else []


def order_of(sentence: Sentence, *, listed: bool) -> int | None:
    """The number by which the sentence calls the case that it tells of; None where it calls none, or several. Of mere
    "Yang kedua" only where cases are `listed`.
    """
    orders = {ORDER[m["order"].lower()] for m in NUMBERED.finditer(sentence.text)}
    if listed and (item := LISTED.match(sentence.text)):
        orders.add(ORDER[item["order"]])
    return orders.pop() if len(orders) == 1 else None


def concrete(story: Story, case: Case) -> bool:
    """Whether a case has a day or people counted: more than a heading."""
    return any(story.dates(s) for s in case.sentences) or any(True for _ in counts(case.sentences))


def earlier_cases(story: Story) -> list[Case]:
    """Earlier convictions of suspects, told in a sentence with its year: "Pada 2019 ia divonis lima tahun"."""
    latest = (story.page.document.published_on or "9999")[:4]
    found = []
    for sentence in story.sentences():
        years = {m["year"] for m in YEAR.finditer(sentence.text)}
        cue = pattern("convicted-before").search(sentence.text)
        who = (
            convicted(story, sentence, cue.start())
            if cue and len(years) == 1 and max(years) < latest
            else None
        )
        if who is not None:
            case = Case(recalled=True)
            case.add(sentence)
            case.thing.properties["date"] = years.pop()
            case.thing.evidence["date"] = (sentence.evidence,)
            story.say("SUSPECTED_IN", who, case.thing, sentence, "suspect:convicted-before", 0.7)
            found.append(case)
    return found


def convicted(story: Story, sentence: Sentence, cue: int) -> Group | None:
    """Who was convicted in the sentence: the suspect named in it, or the one named last before "ia"."""
    near = [group for _, group in story.finds(sentence, "Suspect")]
    if not near and sentence.number and pattern("he").search(sentence.text[:cue]):
        near = [g for _, g in story.finds(story.page.sentences[sentence.number - 1], "Suspect")]
    return near[-1] if near else None


def divide(story: Story, incident: Thing, cases: list[Case]) -> None:
    """Give each claim about the incident to the cases that it is about."""
    owned = [d for d in story.drafts if incident in (d.start, d.end)]
    story.drafts = [d for d in story.drafts if incident not in (d.start, d.end)]
    told = {id(g): {f.sentence: f for f in reversed(g.finds)} for g in story.groups}
    shared: list[Draft] = []
    spoken = {about: [c for c in cases if not c.numbers.isdisjoint(where)] for about, where in told.items()}
    charged = charged_cases(story, spoken)
    inside = {story.page.sentences[number].start for case in cases for number in case.numbers}
    for draft in owned:
        about = draft.end if draft.start is incident else draft.start
        homes = charged.get(id(about)) or spoken[id(about)]
        if draft.type == "SUSPECTED_IN":  # an earlier conviction names again who is a suspect of today's case
            homes = [case for case in homes if not case.recalled][:1] or cases[:1]
        elif draft.type == "HANDLED_BY" and draft.evidence.start not in inside:
            homes = []
        story.drafts += [given(story, draft, incident, case, told[id(about)]) for case in homes]
        if not homes:
            shared.append(draft)
    known = {(d.type, id(end)) for d in story.drafts for end in (d.start, d.end) if isinstance(end, Thing)}
    for draft in shared:
        for case in cases:
            everybody = draft.type in ("HANDLED_BY", "CHARGED_WITH")
            if not case.recalled and (everybody or (draft.type, id(case.thing)) not in known):
                story.drafts.append(given(story, draft, incident, case, {}))


def given(story: Story, draft: Draft, incident: Thing, case: Case, told: Mapping[int, Find]) -> Draft:
    """The claim as one about the case, with a sentence of the case where one names the entity."""
    evidence = draft.evidence
    if evidence.start not in case.starts:
        own = min(case.numbers.intersection(told), default=None)
        evidence = story.page.sentences[own].evidence if own is not None else evidence
    start = case.thing if draft.start is incident else draft.start
    end = case.thing if draft.end is incident else draft.end
    return replace(draft, start=start, end=end, evidence=evidence)


def charged_cases(story: Story, spoken: Mapping[int, list[Case]]) -> dict[int, list[Case]]:
    """The cases of each law whose charge names the suspects: "ZK dijerat Pasal 81, sedangkan MF dikenakan Pasal 4"."""
    found: dict[int, list[Case]] = {}
    for sentence in story.sentences():
        people: list[Group] = []
        fresh = True
        for _, group in story.finds(sentence, "Suspect", "Law"):
            if group.label == "Suspect":
                people = [*([] if fresh else people), group]
                fresh = False
                continue
            fresh = True
            for who in people:
                home = next((case for case in spoken[id(who)] if not case.recalled), None)
                if home is not None and home not in found.setdefault(id(group), []):
                    found[id(group)].append(home)
    return found


def describe(story: Story, incident: Thing, case: Case) -> None:
    """Kind, day, counts and sector of a case, from its own sentences."""
    thing, sentences = case.thing, [s for s in case.sentences if not general(s)] or case.sentences
    thing.sentences = sentences
    triggered = [s for s in sentences if triggers(s)]
    kind = usual_kind(triggered, sentences) if triggered else ""
    thing.properties["kind"] = kind if kind in OWN_KINDS else incident.properties["kind"]
    thing.evidence["kind"] = ((triggered or sentences)[0].evidence,)
    add_counts(thing, sentences)
    sum_up(thing)
    add_exploitation(thing, sentences)
    if not case.recalled:
        add_date(story, thing, triggered or sentences)
        choose_day(story, thing, case.numbers)
    named = [d for d in story.drafts if d.type == "SUSPECTED_IN" and d.end is thing]
    if named and "suspects_total" not in thing.properties:
        thing.properties["suspects_total"] = len({id(d.start) for d in named})
        thing.evidence["suspects_total"] = tuple(dict.fromkeys(d.evidence for d in named))


def sum_up(thing: Thing) -> None:
    """The victims of a case that only counts men and women: "empat perempuan" are four."""
    parts = [slot for slot in ("victims_men", "victims_women") if slot in thing.properties]
    if parts and "victims_total" not in thing.properties:
        thing.properties["victims_total"] = sum(int(str(thing.properties[slot])) for slot in parts)
        thing.evidence["victims_total"] = tuple(
            dict.fromkeys(each for slot in parts for each in thing.evidence[slot])
        )
