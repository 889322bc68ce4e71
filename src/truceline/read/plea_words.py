"""The word lists of ``pleas.yaml``, made into patterns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast, get_args

from truceline.knowledge.files import words
from truceline.model.report import LeftOutKind
from truceline.read.phrases import WHOLE, PhraseLists, Phrases, Plain, alternative, needed_of, phrases, plain, straight

TAIL = r"[\s.,:!?…>»›→↓▼|+–—-]*"
WORD = WHOLE
OPENING = r"(?:^|[.!?:–—]\s+)(?:%s)(?!\w)"
LABEL = r"^(?:[\w'-]+\s+){0,4}?(?:%s)(?:\s+[\w'-]+){0,4}?:\s"  # a label is of few words
SEPARATORS = re.compile(r"\s*[|·•›»>/.]\s+")
BULLETS = " \t•·*▪►▶>»|–—-…"


@dataclass(frozen=True, slots=True)
class PleaWords:
    """One pattern a kind and place: whole line, opening, phrase; and the hint lists."""

    lines: PhraseLists[LeftOutKind]
    openings: PhraseLists[LeftOutKind]
    sentences: PhraseLists[LeftOutKind]
    phrases: PhraseLists[LeftOutKind]
    hint_lists: PhraseLists[str]
    orders: Phrases
    past: re.Pattern[str]
    labels: Phrases
    story: Phrases
    outlet_names: Phrases
    notices: Phrases
    everyday: frozenset[str]

    def kind_of_line(self, line: str) -> LeftOutKind | None:
        """Of a whole short line, of one made up of such lines, or of one that opens in a way that gives it away."""
        asked = plain(line)
        stripped = asked.text.strip(BULLETS)
        lines = [(kind, listed.pattern) for kind, listed in self.lines.likely(asked.words)]
        if lines:
            kind = whole(stripped, lines)
            if kind:
                return kind
            bits = [whole(bit.strip(BULLETS), lines) for bit in SEPARATORS.split(stripped) if bit.strip(BULLETS)]
            known = [bit for bit in bits if bit]
            if len(known) > 1 and len(known) >= len(bits) / 2:
                return known[0]
        return self._opening(asked)

    def kind_of_opening(self, sentence: str) -> LeftOutKind | None:
        """Of a sentence in a paragraph that names itself: "Read also: ...", "Editor's note: ..." """
        return self._opening(plain(sentence))

    def _opening(self, asked: Plain) -> LeftOutKind | None:
        stripped = asked.text.strip(BULLETS)
        likely = self.openings.likely(asked.words)
        return next((kind for kind, listed in likely if listed.pattern.match(stripped)), None)

    def kind_of_program(self, sentence: str) -> LeftOutKind | None:
        """ "The post 30 killed in raid appeared first on The Wire": written by no reporter."""
        return next(self.sentences.standing(plain(sentence)), None)

    def is_labelled(self, paragraph: str) -> bool:
        """ "More on the siege: Who are the mediators?": a link to another story, without speech and full stop."""
        asked = plain(paragraph)
        stripped = asked.text.strip(BULLETS)
        found = self.labels.may_be_in(asked.words) and self.labels.pattern.match(stripped)
        return bool(found) and stripped[-1:] not in (".", '"')

    def kind_of_phrase(self, unquoted: str) -> LeftOutKind | None:
        return next(self.phrases.standing(plain(unquoted)), None)

    def hints(self, unquoted: str) -> set[str]:
        asked = plain(unquoted)
        found = set(self.hint_lists.standing(asked))
        if self.orders.stand_in(asked):
            found.add("web order")
        return found | ({"past"} if self.past.search(asked.text) else set())

    def speaks_story(self, unquoted: str) -> bool:
        return self.story.stand_in(plain(unquoted))

    def is_notice(self, page: str) -> bool:
        """An error message or a wall in place of a story."""
        return bool(self.notices.pattern.match(straight(page)))

    def names_outlet(self, name: str) -> bool:
        return bool(self.outlet_names.pattern.search(name))


def whole(line: str, lines: Sequence[tuple[LeftOutKind, re.Pattern[str]]]) -> LeftOutKind | None:
    return next((kind for kind, pattern in lines if pattern.fullmatch(line)), None)


@lru_cache(maxsize=8)
def plea_words(language: str = "en") -> PleaWords:
    lists = words("pleas", language)
    return PleaWords(
        lines=_by_kind(lists, "line", rf"(?:%s){TAIL}"),
        openings=_by_kind(lists, "opening", r"(?:%s)", open_end=True),
        sentences=_by_kind(lists, "sentence", rf"^(?:%s){TAIL}$"),
        phrases=_by_kind(lists, "phrase", WORD),
        hint_lists=PhraseLists(
            {
                name.removeprefix("hint "): phrases(entries, OPENING if name == "hint order" else WORD)
                for name, entries in lists.items()
                if name.startswith("hint ")
            }
        ),
        past=re.compile(
            rf"{WORD % '|'.join(map(alternative, lists['past']))}|(?<!\w)(?!need|feed|red|bed)[a-z]{{3,}}ed(?!\w)"
        ),
        labels=phrases(lists["labels"], LABEL),
        orders=_orders(lists["order verbs"], lists["order goes on"]),
        story=phrases(lists["story"], WORD),
        notices=phrases(lists["notices"], WORD),
        outlet_names=phrases(lists["outlet names"], WORD),
        everyday=frozenset(lists["everyday"]),
    )


def _by_kind(
    lists: dict[str, tuple[str, ...]], place: str, frame: str, open_end: bool = False
) -> PhraseLists[LeftOutKind]:
    kinds = cast("tuple[LeftOutKind, ...]", get_args(LeftOutKind))
    return PhraseLists(
        {kind: phrases(lists[f"{kind} {place}"], frame, open_end) for kind in kinds if f"{kind} {place}" in lists}
    )


def _orders(verbs: Sequence[str], rest: Sequence[str]) -> Phrases:
    """ "Get our app", "Never miss a story": a sentence of a report begins with neither."""
    begins, goes_on = ("|".join(map(alternative, words)) for words in (verbs, rest))
    pattern = re.compile(rf"(?:^|[.!?:–—]\s+)(?:{begins})\s+(?:{goes_on})(?!\w)", re.IGNORECASE)
    return Phrases(pattern, needed_of(verbs))
