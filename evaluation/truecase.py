"""Small letters for texts that came over the wire in capitals; every character keeps its place.

Each word gets the letters that are likeliest for it and for its neighbour, as mixed-case news has them ("a new
president", "New York"): the best path through three cases. An unknown word is taken for a name, one without vowels
or alone in brackets for an acronym.
"""

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from evaluation.table import data_folder
from truceline.knowledge.files import all_words

WORD = re.compile(r"(?<![A-Za-z0-9'])[A-Za-z]+(?:'[A-Za-z]+)?")
ENDING = re.compile(r"(?<=\d)(?:ST|ND|RD|TH|D|S|MM|KM|KG)\b")
MONTH = re.compile(r"(?<=\d )may\b")
ACRONYM = re.compile(r"[\[(]([A-Z]{2,5})[\])]")
NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{2,}")
BEGINNING = re.compile(r"(?:\A\s*|(?<!\b[A-Z])[.?!]['\")\]]*\s+['\"(\[]*|[,:]\s+\"|(?:^|\n)\s*\n\s*['\"(\[]*)[a-z]")
DATELINE = re.compile(r"\s*(?:[^.]{2,80}?\s--\s+(?:\[[^\]]*\]\s*)*)?[a-z]")
NEWS = ("tempeval3", "polnear", "ecbplus", "geo")
SUFFIXES = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "ness", "ion", "ions", "al")
KNOWN = 3  # readings that a known noun counts for
LOWER, TITLE, UPPER = CASES = range(3)
Shares = Sequence[float]


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each word is written in each case, and how often each case follows each other one."""

    words: Mapping[str, Counter[int]]
    pairs: Counter[tuple[int, int]]

    def shares(self, word: str) -> Shares:
        counts = self.words.get(word) or self.words.get(word.removesuffix("'s"))
        if counts is None:
            return of_unknown(word, self.words)
        return shares_of(counts, smooth=0.1)

    def after(self, before: int) -> Shares:
        return shares_of(Counter({case: self.pairs[before, case] for case in CASES}), smooth=1)

    def at_all(self) -> Shares:
        return shares_of(Counter({case: sum(self.pairs[one, case] for one in CASES) for case in CASES}), smooth=1)


def shares_of(counts: Counter[int], smooth: float) -> Shares:
    total = sum(counts.values()) + smooth * len(CASES)
    return [(counts[case] + smooth) / total for case in CASES]


def of_unknown(word: str, known: Mapping[str, Counter[int]]) -> Shares:
    if NO_VOWEL.fullmatch(word):
        return 0.05, 0.05, 0.9
    stems = (word.removesuffix(ending) for ending in SUFFIXES if word.endswith(ending))
    plain = any(is_small(known.get(form)) for stem in stems for form in (stem, f"{stem}e"))
    return (0.9, 0.09, 0.01) if plain else (0.15, 0.84, 0.01)


def is_small(counts: Counter[int] | None) -> bool:
    return counts is not None and counts[LOWER] > counts[TITLE]


def truecased(text: str) -> str:
    words = list(WORD.finditer(text))
    acronyms = {found.group(1) for found in ACRONYM.finditer(text)} - {word.upper() for word in usage().words}
    cases = likeliest(
        [word.group().lower() for word in words],
        [text[one.end() : other.start()].isspace() for one, other in pairwise(words)],
        usage(),
    )
    letters = list(text)
    for word, case in zip(words, cases, strict=True):
        is_acronym = word.group().removesuffix("'S") in acronyms
        letters[word.start() : word.end()] = written(word.group(), UPPER if is_acronym else case)
    small = MONTH.sub("May", ENDING.sub(lambda ending: ending.group().lower(), "".join(letters)))
    first = DATELINE.match(small)
    return BEGINNING.sub(last_raised, f"{last_raised(first)}{small[first.end() :]}" if first else small)


def last_raised(found: re.Match[str]) -> str:
    return found.group()[:-1] + found.group()[-1].upper()


def written(word: str, case: int) -> str:
    if len(word) == 1 and word != "A":
        return word  # "U.S.", "M-16", "I"
    if case == UPPER and word.endswith("'S"):
        return f"{word[:-2]}'s"
    return (word.lower(), word.capitalize(), word)[case]


def likeliest(words: Sequence[str], beside: Sequence[bool], used: Usage) -> list[int]:
    """The best path. ``beside``: whether the next word follows without a stop between."""
    if not words:
        return []
    alone = used.at_all()
    turns = [[used.after(one)[other] / alone[other] for other in CASES] for one in CASES]
    best = [math.log(share) for share in used.shares(words[0])]
    steps: list[list[int]] = []
    for word, near in zip(words[1:], beside, strict=True):
        gain = [[best[one] + (math.log(turns[one][other]) if near else 0) for one in CASES] for other in CASES]
        steps.append([max(CASES, key=gain[other].__getitem__) for other in CASES])
        shares = used.shares(word)
        best = [gain[other][steps[-1][other]] + math.log(shares[other]) for other in CASES]
    path = [max(CASES, key=best.__getitem__)]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return path[::-1]


@lru_cache(maxsize=1)
def usage() -> Usage:
    words: dict[str, Counter[int]] = {}
    pairs: Counter[tuple[int, int]] = Counter()
    for line in (line for name in NEWS for text in texts_of(name) for line in text.split("\n")):
        found = [(word.start(), word.end(), word.group(), case_of(word.group())) for word in WORD.finditer(line)]
        if is_headline([case for *_, case in found]):
            continue
        for (_, end, _, before), (start, _, word, case) in pairwise(found):
            gap = line[end:start]
            if gap.strip() not in {"", ",", ";", "-"}:
                continue  # behind a full stop or a quotation mark every word has a capital
            words.setdefault(word.lower(), Counter())[case] += 1
            if gap.isspace():
                pairs[before, case] += 1
    for noun in persons():
        words.setdefault(noun, Counter())[LOWER] += KNOWN
    return Usage(words, pairs)


def persons() -> Iterator[str]:
    """What persons are called ("priest", "policemen"): common nouns, rare as some of them are in the news."""
    for noun in filter(str.isalpha, all_words("persons")):
        yield noun
        yield f"{noun[:-3]}men" if noun.endswith("man") else f"{noun}s"


def is_headline(cases: Sequence[int]) -> bool:
    return sum(case != LOWER for case in cases) > len(cases) / 2


def case_of(word: str) -> int:
    return LOWER if word.islower() else UPPER if len(word) > 1 and word.isupper() else TITLE


def texts_of(name: str) -> Iterator[str]:
    file = data_folder() / name / "train.jsonl.gz"
    if file.exists():
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from (str(json.loads(line).get("text", "")) for line in lines)
