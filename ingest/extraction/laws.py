"""Articles of statutes: "Pasal 81 jo Pasal 69 UU Nomor 18 Tahun 2017" names two articles of one statute.

Names follow the interchange: "UU 18/2017 Pasal 81", "KUHP Pasal 55 ayat (1) ke-1"; ids "uu-18-2017:81".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.reference.tables import Row
from ingest.extraction.lexicon import rows

ARTICLE = re.compile(
    r"\b(?:Pasal|Ps\.?|Psl\.?)\s*(?P<article>\d+[A-Z]?)"
    r"(?:\s*\(?\s*ayat\s*\(?\s*(?P<paragraph>\d+)\s*\)?)?"
    r"(?:\s*(?:huruf|hurup)\s*(?P<letter>[a-z])\b)?"
    r"(?:\s*(?:ke\s*-?\s*|angka\s+)(?P<item>\d+))?",
    re.IGNORECASE,
)
ADDED = re.compile(
    r"\s*(?:,|dan|jo|junto|juncto|atau|dan/atau)\.?\s+"
    r"(?:(?P<article>\d{1,3}[A-Z]?)\b(?!\s*(?:Tahun|tahun|orang|bulan))|(?=\(?\s*ayat\b|\(\d+\)|ke\s*-\s*\d))"
    r"(?:\s*(?:\(?\s*ayat\b)?\s*\(?\s*(?P<paragraph>(?<=\()\d+(?=\))|(?<=ayat )\d+)\s*\)?)?"
    r"(?:\s*ke\s*-\s*(?P<item>\d+))?",
    re.IGNORECASE,
)
STATUTE = re.compile(
    r"\b(?:(?:Undang\s*-?\s*Undang|UU|UURI)\b(?:\s+(?:Republik\s+Indonesia|R\.?I\.?))?[^.;\d]{0,40}?"
    r"(?:(?:Nomor|No\.?)\s*:?\s*)?(?P<number>\d{1,2})\s*(?:T\s?ahun|Th\.?|/)\s*(?P<year>(?:19|20)\d\d)"
    r"|(?:UU|Undang-Undang)\s+(?P<short>(?:Pemberantasan\s+)?TPPO|Pemberantasan Tindak Pidana Perdagangan Orang|"
    r"PPMI|Pe[lr]lindungan P(?:MI|ekerja Migran(?: Indonesia)?)|Keimigrasian|Perlindungan Anak|ITE|TPKS)\b"
    r"|(?P<code>KUHPidana|KUHP|KUHAP|Kitab Undang-Undang Hukum (?:Acara )?Pidana)(?P<new>\s+(?:baru|nasional))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An article at `[start:end]` of the text, and the statute it belongs to."""

    start: int
    end: int
    name: str
    link: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as printed at `[start:end]` of the text, its statute not yet known."""

    start: int
    end: int
    number: str
    paragraph: str | None
    letter: str | None
    item: str | None

    def followed(self, added: re.Match[str]) -> Article:
        """The article that a joining word adds to this one: what it does not say again is this one's."""
        number, paragraph, item = added["article"], added["paragraph"], added["item"]
        if number is None and paragraph is None:
            paragraph = self.paragraph
        return Article(added.start(), added.end(), number or self.number, paragraph, None, item)


@cache
def statutes() -> dict[tuple[str, str], Row]:
    """The statute lexicon by number and year."""
    return {
        (row["number"], row["year"]): row
        for row in rows("statutes")
        if row["number"] and row["id"] != "kuhap"
    }


def find_laws(text: str) -> Iterator[Found]:
    """Articles with a statute named within the same enumeration; an article of no known statute is left out.

    An article belongs to the next statute named after it, with only other articles, joining words and the
    names of articles' contents between.
    """
    named = list(STATUTE.finditer(text))
    for article in articles(text):
        statute = next((s for s in named if s.start() >= article.end), None)
        if statute is None or not belongs(text[article.end : statute.start()]):
            before = [s for s in named if s.end() <= article.start]
            statute = before[-1] if before and leads_to(text[before[-1].end() : article.start]) else None
        if statute is not None:
            yield law(article, statute)


def articles(text: str) -> Iterator[Article]:
    """Articles, also those that a joining word adds without saying "Pasal", the number or the paragraph again:
    "Pasal 2 dan 4", "Jo. 69", "Pasal 120 ayat (1) dan (2)", "Pasal 363 ayat (1) ke-4 dan ke-5".
    """
    for match in ARTICLE.finditer(text):
        article = Article(match.start(), match.end(), *match.groups())
        yield article
        while (added := ADDED.match(text, article.end)) is not None:
            article = article.followed(added)
            yield article


def leads_to(between: str) -> bool:
    """Whether a statute's name goes before its article: "UU Nomor 21 Tahun 2007 (tentang …) Pasal 4"."""
    return bool(
        re.fullmatch(
            r"[\s,]*(?:tentang [^.;]{0,90})?[\s,:(]*(?:khususnya|yakni|yaitu|dalam|pada)?[\s,]*", between
        )
    )


def belongs(between: str) -> bool:
    """Whether text between an article and a statute still leads to it: articles and short joining words."""
    rest = ARTICLE.sub(" ", between)
    rest = re.sub(
        r"\b(?:jo|junto|juncto|dan|atau|serta|sub|subsider|ayat|huruf|ke|angka|dari|dalam|pada|Jis)\b",
        " ",
        rest,
        flags=re.I,
    )
    return len(re.sub(r"[\W\d]+", "", rest)) <= 2


def law(article: Article, statute: re.Match[str]) -> Found:
    """The law entity of an article under a statute."""
    short, link, title = statute_names(statute)
    name, key = f"Pasal {article.number}", article.number.lower()
    if article.paragraph:
        name, key = f"{name} ayat ({article.paragraph})", f"{key}.{article.paragraph}"
    if article.letter:
        name, key = f"{name} huruf {article.letter.lower()}", f"{key}.{article.letter.lower()}"
    if article.item:
        name, key = f"{name} ke-{article.item}", f"{key}.ke{article.item}"
    return Found(article.start, article.end, f"{short} {name}", f"{link}:{key}", title)


def statute_names(statute: re.Match[str]) -> tuple[str, str, str]:
    """Short name, id and title of the statute matched; the title is empty where the lexicon lacks it."""
    if statute["code"]:
        acara = "acara" in statute["code"].lower() or statute["code"].upper() == "KUHAP"
        if acara:
            return "KUHAP", "kuhap", "Hukum Acara Pidana"
        if statute["new"]:
            return "UU 1/2023", "uu-1-2023", "Kitab Undang-Undang Hukum Pidana"
        return "KUHP", "kuhp", "Kitab Undang-Undang Hukum Pidana"
    if statute["short"]:
        number, year = SHORT_NAMES[re.sub(r"\W.*", "", statute["short"].lower())]
    else:
        number, year = str(int(statute["number"])), statute["year"]
    row = statutes().get((number, year))
    return f"UU {number}/{year}", f"uu-{number}-{year}", row["title"] if row else ""


SHORT_NAMES = {
    "tppo": ("21", "2007"), "pemberantasan": ("21", "2007"), "ppmi": ("18", "2017"), "pelindungan": ("18", "2017"),
    "keimigrasian": ("6", "2011"), "ite": ("19", "2016"), "tpks": ("12", "2022"), "perlindungan": ("23", "2002"),
}  # fmt: skip
"""Number and year of the statutes that are called by a name, by its first word."""
