"""What is no story within one paragraph: all of it, some of its sentences, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.report import LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_signs import Signs, signs_of
from truceline.read.plea_words import PleaWords
from truceline.read.sentences import sentences, without_quotations

SHORT_LINE = 400  # code points; navigation, buttons, notes of an editor are no longer
LABELLED = 160  # code points; a label and a headline
LOOKED_AT = 5_000  # code points of a paragraph or sentence; no plea is as long
FEW_WORDS = 6  # a sentence or a button as short as this bears no sign by itself
FAINT = 1.5  # weight of a sentence that bears a sign
LEADING = 2.0  # weight of a sentence that leads to a plea
SHORT_TRAIL = 12  # words
LONGEST_PLEA = 90  # words of one paragraph whose sentences are weak signs
LONGEST_SENTENCE = 40  # words; a longer one holds any sign by chance
# Kinds that speak to the reader: behind such a sentence the story may go on in the same paragraph.
ASKING: tuple[LeftOutKind, ...] = ("plea", "subscription", "newsletter", "share", "advertisement")

TELLS = re.compile(r"(?<=[\w,;] )[A-Z]\w|\w{2,}ed\b(?!-)")

Cut = tuple[int, int, LeftOutKind]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, or a paragraph, with its place, its signs, and what its words alone make of it."""

    start: int
    end: int
    length: int  # words
    signs: Signs
    kind: LeftOutKind | None
    tells: bool  # of named others or of what was done: a report does, a plea hardly

    @property
    def trails(self) -> bool:
        """Short, and of money, of letters or of the outlet: "Every gift counts double this week." """
        return (
            not (self.signs.story or self.tells)
            and (self.signs.weight >= FAINT or self.length <= 4)
            and self.length <= SHORT_TRAIL
        )

    @property
    def leads(self) -> bool:
        """Leads to a plea: "Good reporting costs money, and yours keeps ours going." """
        return (
            not self.tells
            and self.signs.weight >= LEADING
            and bool(self.signs.found & {"outlet", "voice", "reader", "web order"})
        )


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads paragraphs of one text. ``by_signs``: false for a text in which everybody says "we" and "you"."""

    words: PleaWords
    publisher: str | None = None
    by_signs: bool = True

    def signs(self, paragraph: str) -> Signs:
        return signs_of(without_quotations(paragraph[:LOOKED_AT]), self.words, self.publisher)

    def cuts(self, piece: Paragraph) -> list[Cut]:
        """What is no story in a paragraph, as places in the whole text."""
        kind = self.kind_of_line(piece.text) or ("related" if piece.start and self._is_label(piece.text) else None)
        if kind:
            return [(piece.start, piece.end, kind)]
        judged = self.sentences(piece.text)
        kinds = filled(judged, self._together(piece.text, judged) or [sentence.kind for sentence in judged])
        if kinds and all(kinds):
            return [(piece.start, piece.end, kinds[0] or "plea")]
        return [
            (piece.start + sentence.start, piece.start + sentence.end, kind)
            for sentence, kind in zip(judged, kinds, strict=True)
            if kind
        ]

    def kind_of_line(self, paragraph: str) -> LeftOutKind | None:
        """What a line is as a whole or by how it opens."""
        if len(paragraph) > SHORT_LINE:
            return None
        kind = self.words.kind_of_line(paragraph)
        return None if kind in ASKING and len(sentences(paragraph)) > 1 else kind

    def _is_label(self, paragraph: str) -> bool:
        return len(paragraph) <= LABELLED and not self.signs(paragraph).story and self.words.is_labelled(paragraph)

    def sentences(self, paragraph: str) -> list[Judged]:
        own = without_quotations(paragraph)
        return [self._sentence(paragraph[start:end], own[start:end], start, end) for start, end in sentences(paragraph)]

    def _sentence(self, sentence: str, own: str, start: int, end: int) -> Judged:
        signs = signs_of(own[:LOOKED_AT], self.words, self.publisher)
        length = len(sentence.split())
        kind = None if signs.story or len(sentence) > LOOKED_AT else self._kind(sentence, own, signs, length)
        return Judged(start, end, length, signs, kind, bool(TELLS.search(sentence)))

    def _kind(self, sentence: str, own: str, signs: Signs, length: int) -> LeftOutKind | None:
        line = self.words.kind_of_line(sentence)
        kind = (line if line in ASKING else self.words.kind_of_opening(own)) or self.words.kind_of_phrase(own)
        if kind or not self.by_signs or length > LONGEST_SENTENCE:
            return kind
        return kind_by_signs(signs)

    def _together(self, paragraph: str, judged: Sequence[Judged]) -> list[LeftOutKind | None]:
        """A short paragraph whose sentences all bear signs, and enough together; else an empty list."""
        every = all(sentence.signs.weight >= FAINT or sentence.length <= FEW_WORDS for sentence in judged)
        if not self.by_signs or not every or sum(sentence.length for sentence in judged) > LONGEST_PLEA:
            return []
        kind = kind_by_signs(self.signs(paragraph))
        return [kind] * len(judged) if kind else []


def kind_by_signs(signs: Signs) -> LeftOutKind | None:
    if not signs.is_plea:
        return None
    if "privacy" in signs.found and "money" not in signs.found:
        return "cookies"
    return "newsletter" if "letter" in signs.found and "money" not in signs.found else "plea"


def filled(judged: Sequence[Judged], kinds: Sequence[LeftOutKind | None]) -> list[LeftOutKind | None]:
    """A cut sentence takes along those beside it that look the same."""
    found = list(kinds)
    for at in range(1, len(found)):
        found[at] = found[at] or (found[at - 1] if judged[at].signs.is_behind else None)
    for at in range(len(found) - 2, -1, -1):
        found[at] = found[at] or (found[at + 1] if judged[at].signs.is_beside else None)
    _fill_to_the_end(judged, found)
    if len(found) > 1 and all(found[1:]) and judged[0].signs.introduces:
        found[0] = found[0] or found[1]
    rest = [sentence for sentence, kind in zip(judged, found, strict=True) if not kind]
    if found and found[0] and all(sentence.signs.weight or sentence.length <= FEW_WORDS for sentence in rest):
        return [kind or found[0] for kind in found]
    return found


def _fill_to_the_end(judged: Sequence[Judged], found: list[LeftOutKind | None]) -> None:
    """Where a paragraph ends in a plea, the sentences that lead to it need two signs of their own or be very short;
    so do those behind it, up to the end.
    """
    cut = [at for at, kind in enumerate(found) if kind]
    if not cut:
        return
    for at in range(cut[-1] + 1, len(found)):
        if not judged[at].trails:
            return
        found[at] = found[cut[-1]]
    for at in range(len(found) - 2, -1, -1):
        between = at > cut[0] and judged[at].length <= FEW_WORDS and not judged[at].signs.story
        if not found[at] and not (between or judged[at].leads):
            return
        found[at] = found[at] or found[at + 1]
