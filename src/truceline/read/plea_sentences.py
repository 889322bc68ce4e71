"""What is no story within one paragraph: all of it, some of its sentences, or nothing."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.report import LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_features import features
from truceline.read.plea_signs import Signs, signs_of
from truceline.read.plea_weights import PleaWeights, plea_weights
from truceline.read.plea_words import PleaWords, plea_words
from truceline.read.sentences import sentences, without_quotations

SHORT_LINE = 400  # code points; navigation, buttons, notes of an editor are no longer
LONGEST_ROW = 80  # code points
LABELLED = 160  # code points; a label and a headline
LOOKED_AT = 5_000  # code points of a paragraph or sentence; no plea is as long
FEW_WORDS = 6  # a sentence or a button as short as this bears no sign by itself
FAINT = 1.5  # weight of a sentence that bears a sign
LEADING = 2.0  # weight of a sentence that leads to a plea
# Logarithms of the odds, by learned weights, that a sentence is no story.
PHRASED = -2.0  # enough for a sentence with the words of a plea
SIGNED = -0.5  # enough where its signs are those of a plea
ALONE = 0.0  # enough by itself
PAGES_OWN = 0.2  # enough where its only sign is a word of pages about themselves
QUOTING = -2.0  # what the words of others in it add
FEWEST_UNSIGNED, MOST_UNSIGNED = 3, 16  # words
VAGUE_TELLING = 1.6  # enough where that tells of others
VAGUE = 0.8  # enough for one whose only signs are words of money and giving
UNSIGNED = 1.7  # enough for one without a sign
UNSIGNED_TELLING = 4.5  # enough where that tells of others
UNSIGNED_LINE = 3.0  # enough for one of a word or two, a long one, one with figures
ON_PAGE = 0.9  # enough for each sentence of a whole paragraph on a web page, which has furniture oftener than a text
TOGETHER = 0.0  # enough on the average of a paragraph
BESIDE = -2.0  # enough beside a plea
TELLING = -1.3  # enough there for one that tells of others
FAR = -3.0  # too little there, whatever its signs
SURE = 3.0  # enough in spite of a word of the story
AMID = 3.0  # enough for one with story behind it in its paragraph
STORYS = -4.0  # odds of story, on the average of sentences
SHORT_TRAIL = 12  # words
LONGEST_PLEA = 90  # words of one paragraph whose sentences are weak signs
LONGEST_SENTENCE = 40  # words; a longer one holds any sign by chance
# Kinds that speak to the reader: behind such a sentence the story may go on in the same paragraph.
ASKING: tuple[LeftOutKind, ...] = ("plea", "subscription", "newsletter", "share", "advertisement")

TELLS = re.compile(r"(?<=[\w,;] )[A-Z]\w|\w{2,}ed\b(?!-)")

ATTRIBUTED = re.compile(
    r"[,?!]\s(?:(?:said|says|read|reads|wrote|goes|went|urges|ran|runs)\s(?:the|a|an|one|another|somebody)\b"
    r"|(?:he|she|they|(?:the|a|an|one|his|her|their)\s[\w'’-]+(?:\s[\w'’-]+)?)\s(?:said|says|read|reads|wrote|writes|told"
    r"|shouted|asked|began|went|ran|goes)\b)"
)
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
ADDRESS = re.compile(r"https?\s*:")
FIGURES = re.compile(r"[\d/_{}]")  # of dates, addresses, tables, code

Cut = tuple[int, int, LeftOutKind]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its place in the paragraph, its signs, and the odds that it is no story."""

    text: str
    own: str  # blanks where others are quoted
    start: int
    signs: Signs
    odds: float
    words: frozenset[str]  # that can tie it to other sentences

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def length(self) -> int:
        return len(self.text.split())

    @property
    def tells(self) -> bool:
        """Of named others or of what was done: a report does, a plea hardly."""
        return bool(TELLS.search(self.text))

    @property
    def is_others(self) -> bool:
        """Said by others, without quotation marks: "Give us our sons, the mothers shouted." """
        return bool(ATTRIBUTED.search(self.own))

    @property
    def may_follow(self) -> bool:
        """Is cut where its neighbour is."""
        return self.odds > (TELLING if self.tells else BESIDE) and not self.signs.story and not self.is_others

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
    """Reads paragraphs of one text. ``by_signs``: false for a text in which everybody says "we" and "you";
    ``on_page``: for one that stood on a web page.
    """

    words: PleaWords
    weights: PleaWeights
    publisher: str | None = None
    by_signs: bool = True
    on_page: bool = False
    known: dict[str, Signs] = field(default_factory=dict, compare=False, repr=False)

    def signs(self, paragraph: str) -> Signs:
        return self._signs_of(without_quotations(paragraph[:LOOKED_AT]))

    def _signs_of(self, own: str) -> Signs:
        """Looked for once: many a paragraph is one sentence."""
        if own not in self.known:
            self.known[own] = signs_of(own, self.words, self.publisher)
        return self.known[own]

    def cuts(self, piece: Paragraph, judged: Sequence[Judged]) -> list[Cut]:
        """What is no story in a paragraph, as places in the whole text; ``judged``: its sentences."""
        kind = self._kind_of_program(piece.text)
        is_told = self._is_prose(judged) or any(sentence.is_others for sentence in judged)
        kind = kind or (None if is_told else self.kind_of_line(piece.text))
        kind = kind or ("related" if piece.start and self._is_label(piece.text) else None)
        if kind:
            return [(piece.start, piece.end, kind)]
        kinds = filled(judged, self._together(piece.text, judged) or [self._kind(sentence) for sentence in judged])
        if self.on_page and not all(kinds):
            likely = filled(judged, [self._kind(sentence, ON_PAGE) for sentence in judged])
            kinds = likely if all(likely) else kinds
        if kinds and all(kinds):
            return [(piece.start, piece.end, kinds[0] or "plea")]
        kinds = self._sure_amid_story(judged, kinds)
        return [
            (piece.start + sentence.start, piece.start + sentence.end, kind)
            for sentence, kind in zip(judged, kinds, strict=True)
            if kind
        ]

    def _is_prose(self, judged: Sequence[Judged]) -> bool:
        """One whole sentence that is hardly a plea's, whatever words it opens with."""
        return (
            len(judged) == 1 and judged[0].odds < PHRASED and judged[0].text.endswith(".") and ":" not in judged[0].own
        )

    def kind_of_line(self, paragraph: str) -> LeftOutKind | None:
        """What a line is as a whole or by how it opens."""
        if len(paragraph) > SHORT_LINE:
            return None
        kind = self.words.kind_of_line(paragraph) or self._kind_of_row(paragraph) or kind_of_contact(paragraph)
        return None if kind in ASKING and len(sentences(paragraph)) > 1 else kind

    def _kind_of_row(self, line: str) -> LeftOutKind | None:
        """Of buttons that stood side by side: "FeedbackPrintRSS"."""
        is_glued = len(line) <= LONGEST_ROW and GLUED.search(line)
        return self.words.kind_of_line(GLUED.sub(" | ", line)) if is_glued else None

    def _is_label(self, paragraph: str) -> bool:
        return len(paragraph) <= LABELLED and not self.signs(paragraph).story and self.words.is_labelled(paragraph)

    def sentences(self, paragraph: str) -> list[Judged]:
        own = without_quotations(paragraph)
        return [self._sentence(paragraph[start:end], own[start:end], start) for start, end in sentences(paragraph)]

    def _sentence(self, sentence: str, own: str, start: int) -> Judged:
        signs = self._signs_of(own[:LOOKED_AT])
        found = features(own[:LOOKED_AT], signs.learned)
        odds = self.weights.odds(found) + (0.0 if own == sentence else QUOTING) if own.strip() else -math.inf
        return Judged(sentence, own, start, signs, odds, self.weights.tying(found, self.words.everyday))

    def _kind_of_program(self, words: str) -> LeftOutKind | None:
        return self.words.kind_of_program(words) if len(words) <= SHORT_LINE else None

    def _sure_amid_story(self, judged: Sequence[Judged], kinds: list[LeftOutKind | None]) -> list[LeftOutKind | None]:
        """A plea runs on behind the story: what has story behind it in its paragraph goes only where it is sure."""
        stay = [sentence for sentence, kind in zip(judged, kinds, strict=True) if not kind]
        if not any(kinds) or sum(sentence.odds for sentence in stay) > STORYS * len(stay):
            return kinds
        return [
            kind if sentence.start > stay[-1].start or sentence.odds > AMID else kind and self._kind_by_words(sentence)
            for sentence, kind in zip(judged, kinds, strict=True)
        ]

    def _kind(self, sentence: Judged, most: float = math.inf) -> LeftOutKind | None:
        """``most``: odds that are enough for any."""
        kind = self._kind_by_words(sentence)
        if kind or sentence.is_others or (sentence.signs.story and sentence.odds < SURE):
            return kind
        if not self.by_signs or sentence.length > LONGEST_SENTENCE:
            return None
        return kind_by_subject(sentence.signs) if sentence.odds > min(most, self._enough(sentence)) else None

    def _kind_by_words(self, sentence: Judged) -> LeftOutKind | None:
        """By entries of the word lists."""
        if kind := self._kind_of_program(sentence.text):
            return kind
        if len(sentence.text) > LOOKED_AT or sentence.is_others:
            return None
        if sentence.signs.story and sentence.odds < SURE:
            return self.words.kind_of_opening(sentence.own) if sentence.own.endswith("?") else None
        line = self.words.kind_of_line(sentence.text)
        kind = line if line in ASKING else None
        if not self._is_prose([sentence]):
            kind = kind or self.words.kind_of_opening(sentence.own)
        return kind or self.words.kind_of_phrase(sentence.own)

    def _enough(self, sentence: Judged) -> float:
        if sentence.signs.is_plea:
            return SIGNED
        if sentence.signs.any and not ADDRESS.match(sentence.text):
            if sentence.signs.clear:
                return PAGES_OWN if sentence.signs.is_of_page else ALONE
            return VAGUE_TELLING if sentence.tells else VAGUE
        plain = FEWEST_UNSIGNED <= sentence.length <= MOST_UNSIGNED and not FIGURES.search(sentence.text)
        return UNSIGNED if plain else UNSIGNED_TELLING if sentence.tells else UNSIGNED_LINE

    def _together(self, paragraph: str, judged: Sequence[Judged]) -> list[LeftOutKind | None]:
        """A short paragraph whose sentences all bear signs, and enough together; else an empty list."""
        if not self.by_signs or sum(sentence.length for sentence in judged) > LONGEST_PLEA:
            return []
        signs = self.signs(paragraph)
        odds = sum(sentence.odds for sentence in judged) / max(1, len(judged))
        if any(sentence.is_others for sentence in judged):
            return []
        faint = all(sentence.signs.weight >= FAINT or sentence.length <= FEW_WORDS for sentence in judged)
        likely = signs.clear and odds > TOGETHER and all(sentence.odds > BESIDE for sentence in judged)
        if likely or (faint and signs.is_plea and odds > SIGNED):
            return [kind_by_subject(signs)] * len(judged)
        return []


def odds_of(text: str) -> float:
    """That it is no story, on the average of its sentences."""
    judged = Judge(plea_words(), plea_weights()).sentences(text)
    return sum(sentence.odds for sentence in judged) / max(1, len(judged))


def kind_of_contact(line: str) -> LeftOutKind | None:
    """A name, an office and where to write to, without a full stop."""
    return "author_box" if len(line) <= LABELLED and MAIL_ADDRESS.search(line) and line[-1] not in '.!?"”' else None


def kind_by_subject(signs: Signs) -> LeftOutKind:
    if not signs.found - {"page", "past", "publisher"}:
        return "other"
    if "privacy" in signs.found and "money" not in signs.found:
        return "cookies"
    return "newsletter" if "letter" in signs.found and "money" not in signs.found else "plea"


def filled(judged: Sequence[Judged], kinds: Sequence[LeftOutKind | None]) -> list[LeftOutKind | None]:
    """A cut sentence takes along those beside it that look the same."""
    found = list(kinds)
    for at in range(1, len(found)):
        found[at] = found[at] or (found[at - 1] if judged[at].signs.is_behind or judged[at].may_follow else None)
    for at in range(len(found) - 2, -1, -1):
        found[at] = found[at] or (found[at + 1] if judged[at].signs.is_beside or judged[at].may_follow else None)
    _fill_to_the_end(judged, found)
    if len(found) > 1 and all(found[1:]) and judged[0].signs.introduces:
        found[0] = found[0] or found[1]
    rest = [sentence for sentence, kind in zip(judged, found, strict=True) if not kind]
    if found and found[0] and all(looks_alike(sentence) for sentence in rest):
        return [kind or found[0] for kind in found]
    return found


def looks_alike(sentence: Judged) -> bool:
    return sentence.odds > FAR and (bool(sentence.signs.weight) or sentence.length <= FEW_WORDS)


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
