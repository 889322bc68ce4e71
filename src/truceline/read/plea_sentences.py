"""What is no story within one paragraph: all of it, some of its sentences, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.report import LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_signs import Signs, signs_of
from truceline.read.plea_words import PleaWords
from truceline.read.sentences import sentences, without_quotations

SHORT_LINE = 400  # code points; navigation, buttons, notes of an editor are no longer
FEW_WORDS = 6  # a sentence or a button as short as this bears no sign by itself
FAINT = 1.5  # weight of a sentence that bears a sign
LONGEST_PLEA = 90  # words of one paragraph whose sentences are weak signs
LONGEST_SENTENCE = 40  # words; a longer one holds any sign by chance
# Kinds that speak to the reader: behind such a sentence the story may go on in the same paragraph.
ASKING: tuple[LeftOutKind, ...] = ("plea", "subscription", "newsletter", "share", "advertisement")

Cut = tuple[int, int, LeftOutKind]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, or a paragraph, with its place, its signs, and what its words alone make of it."""

    start: int
    end: int
    length: int  # words
    signs: Signs
    kind: LeftOutKind | None


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads paragraphs of one text. ``by_signs``: false for a text in which everybody says "we" and "you"."""

    words: PleaWords
    publisher: str | None = None
    by_signs: bool = True

    def signs(self, paragraph: str) -> Signs:
        return signs_of(without_quotations(paragraph), self.words, self.publisher)

    def cuts(self, piece: Paragraph) -> list[Cut]:
        """What is no story in a paragraph, as places in the whole text."""
        kind = self.kind_of_line(piece.text)
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

    def sentences(self, paragraph: str) -> list[Judged]:
        own = without_quotations(paragraph)
        return [self._sentence(paragraph[start:end], own[start:end], start, end) for start, end in sentences(paragraph)]

    def _sentence(self, sentence: str, own: str, start: int, end: int) -> Judged:
        signs = signs_of(own, self.words, self.publisher)
        length = len(sentence.split())
        kind = None if signs.story else self._kind(sentence, own, signs, length)
        return Judged(start, end, length, signs, kind)

    def _kind(self, sentence: str, own: str, signs: Signs, length: int) -> LeftOutKind | None:
        line = self.words.kind_of_line(sentence)
        kind = (line if line in ASKING else None) or self.words.kind_of_phrase(own)
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
    return "newsletter" if "letter" in signs.found and "money" not in signs.found else "plea"


def filled(judged: Sequence[Judged], kinds: Sequence[LeftOutKind | None]) -> list[LeftOutKind | None]:
    """A cut sentence takes along those beside it that look the same."""
    found = list(kinds)
    for at in range(1, len(found)):
        found[at] = found[at] or (found[at - 1] if judged[at].signs.is_behind else None)
    for at in range(len(found) - 2, -1, -1):
        found[at] = found[at] or (found[at + 1] if judged[at].signs.is_beside else None)
    if len(found) > 1 and all(found[1:]) and judged[0].signs.introduces:
        found[0] = found[0] or found[1]
    rest = [sentence for sentence, kind in zip(judged, found, strict=True) if not kind]
    if found and found[0] and all(sentence.signs.weight or sentence.length <= FEW_WORDS for sentence in rest):
        return [kind or found[0] for kind in found]
    return found
