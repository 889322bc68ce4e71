"""Where dates stand: which words can begin or hold one, and which of several matches is kept."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from truceline.understand.markers.date_parts.holidays import holiday_rules
from truceline.understand.markers.date_parts.lexicon import coded, listed
from truceline.understand.markers.date_parts.rule import Rule
from truceline.understand.markers.date_parts.rules import RULES
from truceline.understand.markers.small_letters import lower
from truceline.understand.tokens import Doc

CAPITAL = frozenset({"month", "weekday"})  # no rule finds one in small letters
ORDINALS = ("st", "nd", "rd", "th")
FAR, NEAR = 12, 8  # words: no date reaches farther from a word of its kind
LONG = frozenset({"month", "weekday", "ordinal", "clock", "hour", "units", "holiday"})  # with lists of days, with names
TOGETHER = 6  # words: two parts of a length of time are no farther apart
SPOTTED_BY_WORDS = ("deictic", "clock", "year-word", "ago", "every", "from-now", "beside")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A match of a rule; offsets count in the report's text."""

    rule: Rule
    match: re.Match[str]
    start: int
    end: int


@lru_cache(maxsize=1)
def triggers() -> dict[str, tuple[str, ...]]:
    """Word in lower case to the kinds of date that it can belong to."""
    kinds: dict[str, set[str]] = {}
    for kind in ("month", "weekday", "season", "part", "unit", "frequency"):
        for word in coded(kind):
            kinds.setdefault(word, set()).add(kind)
            kinds.setdefault(word + ".", set()).add(kind)
            kinds.setdefault(word + "s", set()).add(kind)
    for word in coded("decade"):
        kinds.setdefault(word, set()).add("decade")
    for name in SPOTTED_BY_WORDS:
        for word in listed(f"spots-{name}"):
            kinds.setdefault(word, set()).add(name)
    for name in ("present", "past", "future"):
        for phrase in listed(name):
            kinds.setdefault(phrase.split()[-1], set()).add("reference")
    for phrase in holiday_rules():
        longest_word = max(re.split(r"[\s'-]+", phrase), key=len)  # no match without it
        kinds.setdefault(longest_word, set()).add("holiday")
    return {word: tuple(found) for word, found in kinds.items()}


@lru_cache(maxsize=1)
def small_triggers() -> dict[str, tuple[str, ...]]:
    """Of words that begin with a small letter: "may" is no month."""
    return {word: tuple(kind for kind in kinds if kind not in CAPITAL) for word, kinds in triggers().items()}


def kinds_in(doc: Doc, start: int, end: int) -> dict[str, list[int]]:
    """Kinds of date words among the tokens of a paragraph, and where they stand."""
    known, small = triggers(), small_triggers()
    kinds: dict[str, list[int]] = defaultdict(list)
    for token in doc.tokens[start:end]:
        lower = token.lower_
        if lower in known:
            for kind in known[lower] if token.text != lower else small[lower]:
                kinds[kind].append(token.i)
        if token.is_alpha:
            continue
        if lower not in known and any(map(str.isdigit, lower)):
            for kind in kinds_of_figures(lower):
                kinds[kind].append(token.i)
        if "-" in lower:
            for piece in lower.split("-"):
                for kind in known.get(piece, ()):
                    kinds[kind].append(token.i)
    add_narrower(kinds)
    return kinds


def add_narrower(kinds: dict[str, list[int]]) -> None:
    """Of months and units those that costly rules ask for: a month by itself, units that stand close together."""
    if "month" in kinds:
        kinds["lone-month"] = kinds["month"]
    close = [after for before, after in pairwise(kinds.get("unit", ())) if after - before <= TOGETHER]
    if close:
        kinds["units"] = close


def kinds_of_figures(word: str) -> Iterator[str]:
    """Of a word with figures in it: "21st", "12.5.2021", "10:30", "2020-21", "1990s"."""
    yield "digit"
    yield "clock"
    if word.endswith("s"):
        yield "decade"
    if word.endswith(ORDINALS):
        yield "ordinal"
    if "." in word or "/" in word:
        yield "pointed"
    if ":" in word or "h" in word:
        yield "hour"
    if len(word) > 3 and word[:4].isdigit():
        yield "year"


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """First and last token of each paragraph, end exclusive."""
    begin = 0
    for token in doc:
        if token.is_space and token.text.count("\n") >= 2:
            if token.i > begin:
                yield begin, token.i
            begin = token.i + 1
    if begin < len(doc):
        yield begin, len(doc)


def spot_dates(doc: Doc) -> list[Spotted]:
    """Matches in text order, none overlapping another."""
    spotted: list[Spotted] = []
    small = lower(doc.text)
    for begin, end in paragraphs(doc):
        kinds = kinds_in(doc, begin, end)
        if kinds:
            around = {
                kind: list(stretches(at, begin, end, FAR if kind in LONG else NEAR)) for kind, at in kinds.items()
            }
            spotted += spot_in(doc, small, around)
    return spotted


def stretches(at: list[int], begin: int, end: int, reach: int) -> Iterator[tuple[int, int]]:
    """Tokens of a paragraph around those ``at``, end exclusive; two that touch are one."""
    first, last = max(begin, at[0] - reach), at[0]
    for index in at:
        if index - last > 2 * reach:
            yield first, last + reach + 1
            first = index - reach
        last = index
    yield first, min(end, last + reach + 1)


@lru_cache(maxsize=4096)
def rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """In the order of all rules."""
    return tuple(rule for rule in RULES if rule.trigger in kinds)


def spot_in(doc: Doc, small: str, around: dict[str, list[tuple[int, int]]]) -> list[Spotted]:
    """``small``: the text in small letters. ``around``: for each kind of date words the stretches of tokens that hold
    all dates with one.
    """
    tokens = doc.tokens
    pieces = {
        kind: [(tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1].text)) for first, last in found]
        for kind, found in around.items()
    }
    matches = [
        Spotted(rule, match, *match.span("self" if "self" in rule.pattern.groupindex else 0))
        for rule in rules_for(frozenset(pieces))
        for start, end in pieces[rule.trigger]
        if rule.needs is None or rule.needs.search(small, start, end)
        for match in rule.pattern.finditer(small if rule.in_small_letters else doc.text, start, end)
    ]
    return longest(matches)


def longest(matches: list[Spotted]) -> list[Spotted]:
    """Keep the longest of overlapping matches, the earlier rule where two are equally long."""
    kept: list[Spotted] = []
    for spotted in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(spotted.end <= other.start or other.end <= spotted.start for other in kept):
            kept.append(spotted)
    return sorted(kept, key=lambda one: one.start)
