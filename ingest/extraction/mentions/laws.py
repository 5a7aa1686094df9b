"""Articles of statutes: "Pasal 81 jo Pasal 69 UU Nomor 18 Tahun 2017" names two articles of one statute.

Names follow the interchange: "UU 18/2017 Pasal 81", "KUHP Pasal 55 ayat (1) ke-1"; ids "uu-18-2017:81".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.reference.tables import Row
from ingest.extraction.words.lexicon import rows

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
    r"\b(?P<draft>R(?=UU)|Rancangan\s+(?=Undang))?"
    r"(?:(?:Undang\s*-?\s*Undang|UU|UURI)\b(?:\s+(?:Republik\s+Indonesia|R\.?I\.?))?[^.;\d]{0,40}?"
    r"(?:(?:Nomor|No\.?)\s*:?\s*)?(?P<number>\d{1,2})\s*(?:T\s?ahun|Th\.?|/)\s*(?P<year>(?:19|20)\d\d)"
    r"|(?P<constitution>(?:UUD|Undang\s*-?\s*Undang\s+Dasar)\b(?:\s+[A-Z]\w+){0,4}?\s+1945)"
    r"|(?:UU|Undang\s?-?\s?Undang)\s+(?P<short>(?-i:(?!KUH|Hukum|Nomor|Republik|Dasar|No\b|RI\b)[A-Z]\w+"
    r"(?:\s+(?!Pasal|Nomor|No\b|Tahun)(?:dan\s+)?[A-Z]\w+){0,4}))"
    r"|(?:UU\s+)?(?P<code>KUHPidana|KUHP|KUHAP|Kitab Undang-Undang Hukum (?:Acara )?Pidana)\b"
    r"(?P<new>\s+(?:baru|nasional))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An article or a whole statute at `[start:end]` of the text; `called` names it by the statute's short name."""

    start: int
    end: int
    name: str
    link: str
    title: str
    called: str = ""


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
    """Articles with a statute named within the same enumeration, and statutes named without an article; an article of
    no known statute is left out.

    An article belongs to the next statute named after it, with only other articles, joining words and the
    names of articles' contents between.
    """
    named = list(STATUTE.finditer(text))
    bare = dict.fromkeys(named)
    for article in articles(text):
        statute = next((s for s in named if s.start() >= article.end), None)
        if statute is None or not belongs(text[article.end : statute.start()]):
            before = [s for s in named if s.end() <= article.start]
            statute = before[-1] if before and leads_to(text[before[-1].end() : article.start]) else None
        if statute is not None:
            bare.pop(statute, None)
            yield law(article, statute)
    for statute in bare:
        if not (statute["draft"] or (statute["code"] and statute["code"].upper() != "KUHAP")):
            name, link, title = statute_names(statute)
            yield Found(statute.start(), end_of(statute), name, link, title)


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
    key = article.number.lower()
    if article.paragraph:
        key = f"{key}.{article.paragraph}"
    if article.letter:
        key = f"{key}.{article.letter.lower()}"
    if article.item:
        key = f"{key}.ke{article.item}"
    called = as_called(article, statute)
    return Found(article.start, article.end, f"{short} {named(article)}", f"{link}:{key}", title, called)


def named(article: Article) -> str:
    """The article without its statute: "Pasal 2 ayat (1)"."""
    name = f"Pasal {article.number}"
    if article.paragraph:
        name = f"{name} ayat ({article.paragraph})"
    if article.letter:
        name = f"{name} huruf {article.letter.lower()}"
    return f"{name} ke-{article.item}" if article.item else name


def statute_names(statute: re.Match[str]) -> tuple[str, str, str]:
    """Short name, id and title of the statute matched; the title is empty where the lexicon lacks it."""
    draft = "R" if statute["draft"] else ""
    if statute["constitution"]:
        return "UUD 1945", "uud-1945", "Undang-Undang Dasar Negara Republik Indonesia"
    if statute["code"]:
        if "acara" in statute["code"].lower() or statute["code"].upper() == "KUHAP":
            return (
                ("RUU KUHAP", "ruu-kuhap", "Hukum Acara Pidana")
                if draft
                else ("KUHAP", "kuhap", "Hukum Acara Pidana")
            )
        if statute["new"]:
            return "UU 1/2023", "uu-1-2023", "Kitab Undang-Undang Hukum Pidana"
        return f"{draft and 'RUU '}KUHP", f"{draft and 'ruu-'}kuhp", "Kitab Undang-Undang Hukum Pidana"
    if statute["short"]:
        called, row = called_statute(statute["short"])
        if row is None or draft:
            return f"{draft}UU {called}", f"{draft}uu-{called}".lower().replace(" ", "-"), called
        return f"UU {row['number']}/{row['year']}", row["id"], row["title"]
    number, year = str(int(statute["number"])), statute["year"]
    row = statutes().get((number, year))
    return f"UU {number}/{year}", f"uu-{number}-{year}", row["title"] if row else ""


def called_statute(words: str) -> tuple[str, Row | None]:
    """The longest name of a statute that the words begin with and its row; of none the first word, without row."""
    parts = words.split()
    for length in range(len(parts), 0, -1):
        row = called_statutes().get(" ".join(parts[:length]).lower())
        if row is not None:
            return " ".join(parts[:length]), row
    return parts[0], None


def end_of(statute: re.Match[str]) -> int:
    """Where the name of a statute ends in the text."""
    if not statute["short"]:
        return statute.end()
    called, _ = called_statute(statute["short"])
    last = re.match(r"\s+".join(map(re.escape, called.split())), statute["short"])
    return statute.start("short") + (last.end() if last else len(statute["short"]))


def as_called(article: Article, statute: re.Match[str]) -> str:
    """The article's name by what its statute is called: "UU Tipikor Pasal 3"; "" where it is not called by a name."""
    if not statute["short"]:
        return ""
    return f"UU {called_statute(statute['short'])[0]} {named(article)}"


@cache
def called_statutes() -> dict[str, Row]:
    """Statutes by the names they are called, in lower case: "tppo", "perlindungan anak"."""
    return {
        name.strip().lower(): row
        for row in rows("statutes")
        for name in (row["called"] or "").split(";")
        if name.strip()
    }
