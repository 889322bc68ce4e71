"""The word lists of ``pleas.yaml``, made into patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from truceline.knowledge.files import words
from truceline.model.report import LeftOutKind

STAND_INS = {
    r"\{name\}": r"(?-i:(?:the\s+)?[A-ZÀ-Ž][^\s.!?:]*)(?:\s+[^\s.!?:]+){0,5}?",
    r"\{number\}": r"\W{0,2}\d[\d.,]*",
    r"\{any\}": r".*",
}
US = re.compile(r"\bus\b")  # "help us" is a plea, "help US troops" is not
TAIL = r"[\s.,:!?…>»›→↓▼|+–—-]*"
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
WORD = r"(?<!\w)(?:%s)(?!\w)"
OPENING = r"(?:^|[.!?:–—]\s+)(?:%s)(?!\w)"
LABEL = r"^(?:[\w'-]+\s+){0,4}?(?:%s)(?:\s+[\w'-]+){0,4}?:\s"  # a label is of few words
SEPARATORS = re.compile(r"\s*[|·•›»>/.]\s+")
BULLETS = " \t•·*▪►▶>»|–—-…"


@dataclass(frozen=True, slots=True)
class PleaWords:
    """One pattern a kind and place: whole line, opening, phrase; and the hint lists."""

    lines: dict[LeftOutKind, re.Pattern[str]]
    openings: dict[LeftOutKind, re.Pattern[str]]
    phrases: dict[LeftOutKind, re.Pattern[str]]
    hint_lists: dict[str, re.Pattern[str]]
    orders: re.Pattern[str]
    past: re.Pattern[str]
    labels: re.Pattern[str]
    story: re.Pattern[str]
    outlet_names: re.Pattern[str]
    notices: re.Pattern[str]

    def kind_of_line(self, line: str) -> LeftOutKind | None:
        """Of a whole short line, of one made up of such lines, or of one that opens in a way that gives it away."""
        plain = straight(line).strip(BULLETS)
        kind = self._whole(plain)
        if kind:
            return kind
        bits = [self._whole(bit.strip(BULLETS)) for bit in SEPARATORS.split(plain) if bit.strip(BULLETS)]
        known = [bit for bit in bits if bit]
        if len(known) > 1 and len(known) >= len(bits) / 2:
            return known[0]
        return next((kind for kind, pattern in self.openings.items() if pattern.match(plain)), None)

    def kind_of_opening(self, sentence: str) -> LeftOutKind | None:
        """Of a sentence in a paragraph that names itself: "Read also: ...", "Editor's note: ..." """
        plain = straight(sentence).strip(BULLETS)
        return next((kind for kind, pattern in self.openings.items() if pattern.match(plain)), None)

    def is_labelled(self, paragraph: str) -> bool:
        """ "More on the siege: Who are the mediators?": a link to another story, without speech and full stop."""
        plain = straight(paragraph).strip(BULLETS)
        return bool(self.labels.match(plain)) and plain[-1:] not in (".", '"')

    def _whole(self, plain: str) -> LeftOutKind | None:
        return next((kind for kind, pattern in self.lines.items() if pattern.fullmatch(plain)), None)

    def kind_of_phrase(self, unquoted: str) -> LeftOutKind | None:
        plain = straight(unquoted)
        return next((kind for kind, pattern in self.phrases.items() if pattern.search(plain)), None)

    def hints(self, unquoted: str) -> set[str]:
        plain = straight(unquoted)
        found = {name for name, pattern in self.hint_lists.items() if pattern.search(plain)}
        if self.orders.search(plain):
            found.add("web order")
        return found | ({"past"} if self.past.search(plain) else set())

    def speaks_story(self, unquoted: str) -> bool:
        return bool(self.story.search(straight(unquoted)))

    def is_notice(self, page: str) -> bool:
        """An error message or a wall in place of a story."""
        return bool(self.notices.match(straight(page)))

    def names_outlet(self, name: str) -> bool:
        return bool(self.outlet_names.search(name))


@lru_cache(maxsize=8)
def plea_words(language: str = "en") -> PleaWords:
    lists = words("pleas", language)
    return PleaWords(
        lines=_by_kind(lists, "line", rf"(?:%s){TAIL}"),
        openings=_by_kind(lists, "opening", r"(?:%s)"),
        phrases=_by_kind(lists, "phrase", WORD),
        hint_lists={
            name.removeprefix("hint "): _pattern(entries, OPENING if name == "hint order" else WORD)
            for name, entries in lists.items()
            if name.startswith("hint ")
        },
        past=re.compile(
            rf"{WORD % '|'.join(map(_entry, lists['past']))}|(?<!\w)(?!need|feed|red|bed)[a-z]{{3,}}ed(?!\w)"
        ),
        labels=_pattern(lists["labels"], LABEL),
        orders=_orders(lists["order verbs"], lists["order goes on"]),
        story=_pattern(lists["story"], WORD),
        notices=_pattern(lists["notices"], WORD),
        outlet_names=_pattern(lists["outlet names"], WORD),
    )


def _by_kind(lists: dict[str, tuple[str, ...]], place: str, frame: str) -> dict[LeftOutKind, re.Pattern[str]]:
    kinds = cast("tuple[LeftOutKind, ...]", get_args(LeftOutKind))
    return {kind: _pattern(lists[f"{kind} {place}"], frame) for kind in kinds if f"{kind} {place}" in lists}


def _pattern(entries: Iterable[str], frame: str) -> re.Pattern[str]:
    return re.compile(frame % "|".join(_entry(entry) for entry in entries), re.IGNORECASE)


def _orders(verbs: Iterable[str], rest: Iterable[str]) -> re.Pattern[str]:
    """ "Get our app", "Never miss a story": a sentence of a report begins with neither."""
    begins, goes_on = ("|".join(map(_entry, words)) for words in (verbs, rest))
    return re.compile(rf"(?:^|[.!?:–—]\s+)(?:{begins})\s+(?:{goes_on})(?!\w)", re.IGNORECASE)


def _entry(entry: str) -> str:
    escaped = re.escape(entry).replace(r"\ ", r"\s+")
    for stand_in, pattern in STAND_INS.items():
        escaped = escaped.replace(stand_in, pattern)
    return US.sub("(?-i:[Uu]s)", escaped)


def straight(text: str) -> str:
    """Straight quotes and plain spaces, so that one spelling in the lists is enough."""
    return text.translate(STRAIGHT)
