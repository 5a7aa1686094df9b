"""What of a text is not its own words: menus, share buttons, bylines, captions, teasers, printed page
headers.

Nothing is removed: the parts are named by their offsets. The lists are `data/furniture.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from graph.model import Span
from ingest.reading.lines import Line, is_headline, is_paragraph
from ingest.reading.rules import FurnitureRule, bare, furniture_rules, words

_START_MAX = 240
_TEASER_MAX = 25
_TOKEN = re.compile(r"\S+")
_BACK = 9
"""How many capitalised words before the first small one are looked at for the word that begins the
sentence.
"""


def is_furniture(line: str, *, head: bool = False, verdict: bool = False) -> bool:
    """True if the whole line is furniture by the rules for any place, and for a page's head or a court
    decision.
    """
    stripped = line.strip()
    if bare(stripped) in _whole_lines(head):
        return True
    return any(_matches(rule, stripped) for rule in _line_rules(head, verdict))


def inline_spans(line: Line, *, verdict: bool) -> Iterator[Span]:
    """The parts of one line of running text that are furniture, teasers among them."""
    for rule in _rules_of("inline", verdict):
        for match in rule.pattern.finditer(line.text):
            yield Span(line.start + match.start(), line.start + match.end())
    for rule in _rules_of("teaser", verdict):
        for match in rule.pattern.finditer(line.text):
            end = teaser_end(line.text, match.end())
            yield Span(line.start + match.start(), line.start + end)


def teaser_lines(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that are teasers: a lead-in with its headline, and what stands under a
    heading.
    """
    found: set[int] = set()
    for number, line in enumerate(lines):
        if number in found:
            continue
        lead = is_teaser_lead(line.text)
        if bare(line.text) in _headings() or (lead and bare(line.text.rstrip(":")) in _headings()):
            found.add(number)
            found.update(_following(lines, number + 1))
        elif lead:
            found.add(number)
    return found


def is_teaser_lead(line: str) -> bool:
    """True if the line begins with a teaser's lead-in and goes on with no more than a headline."""
    for rule in _rules_of("teaser", False):
        match = rule.pattern.match(line)
        if match:
            return not is_paragraph(line[match.end() :]) and teaser_end(line, match.end()) == len(line)
    return False


def teaser_end(line: str, start: int) -> int:
    """Where a headline that begins at `start` ends, if the line goes on with the story.

    A headline's words begin with capitals, small words aside. The first word that does not belongs to the
    story; its sentence begins at the last word before it that opens sentences ("Menurut", "Namun"), else at
    an office ("Kapolres"), else at the last capital.
    """
    tokens = list(islice(_TOKEN.finditer(line, start), 2 * _TEASER_MAX))
    for number, token in enumerate(tokens):
        if number and token[0][0] in '"“' and tokens[number - 1][0][-1] not in ",:":
            quote_end = next((t for t in tokens[number:] if t[0].rstrip(",.").endswith(('"', "”"))), None)
            if quote_end is None or quote_end.end() - token.start() > 60:
                return token.start() - 1
        if _is_small(token[0]):
            return tokens[_opening(tokens, number)].start() - 1 if number > 1 else start
        if number >= _TEASER_MAX:
            return token.start() - 1
    return len(line)


def _is_small(token: str) -> bool:
    word = token.strip("\"'“”‘’(),.:;?!")
    return word[:1].islower() and word not in words("headline") and not any(map(str.isupper, word))


def _opening(tokens: Sequence[re.Match[str]], small: int) -> int:
    window = range(small - 1, max(1, small - 1 - _BACK), -1)
    for number in window:
        if tokens[number][0].strip(",") in words("opening"):
            return number
    for number in window:
        if tokens[number][0] in words("office"):
            return number - 1 if tokens[number - 1][0] in words("office") else number
    return next((number for number in window if tokens[number][0][0].isupper()), small)


def _following(lines: Sequence[Line], start: int) -> Iterator[int]:
    """The headlines that stand right under a heading."""
    for number in range(start, len(lines)):
        if is_paragraph(lines[number].text) or not is_headline(lines[number].text.strip("-•* ")):
            return
        yield number


def _matches(rule: FurnitureRule, line: str) -> bool:
    if rule.match == "start":
        return len(line) <= _START_MAX and rule.pattern.match(line) is not None
    return rule.pattern.fullmatch(line) is not None


@cache
def _whole_lines(head: bool) -> frozenset[str]:
    places = ("any", "head") if head else ("any",)
    rows = (rule for rule in furniture_rules() if rule.match == "line" and rule.where in places)
    return frozenset(rule.literal for rule in rows)


@cache
def _headings() -> frozenset[str]:
    return frozenset(rule.literal for rule in furniture_rules() if rule.match == "block")


@cache
def _line_rules(head: bool, verdict: bool) -> tuple[FurnitureRule, ...]:
    places = {"any", *(["head"] if head else []), *(["verdict"] if verdict else [])}
    return tuple(r for r in furniture_rules() if r.match in ("start", "regex") and r.where in places)


@cache
def _rules_of(match: str, verdict: bool) -> tuple[FurnitureRule, ...]:
    places = ("any", "verdict") if verdict else ("any",)
    return tuple(rule for rule in furniture_rules() if rule.match == match and rule.where in places)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same parts in order, those that touch or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
