"""Which paragraphs go for where they stand: behind the story, beside a plea, in a box, amid speech."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from truceline.model.report import LeftOutKind
from truceline.read.manner import Manner, is_likely
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_sentences import ASKING, BESIDE, FEW_WORDS, LONGEST_SENTENCE, Cut, Judged
from truceline.read.plea_signs import Signs
from truceline.read.standing import BESIDE_FURNITURE, BESIDE_PLEA, FRAGMENT, Standing
from truceline.read.turns import speaker_of

AMOUNT = re.compile(r"(?:From )?\W{0,2}\d[\d.,]*\W{0,2}(?:\s*[a-z]+){0,3}$")
DIARYS = -1.0  # odds of the sentences of a diary or a speech in the middle of all; a guide's are higher
SMALL_PRINT = -2.8  # what it needs less in italics
TOLD = 0.5  # what it needs more where every sentence tells of others
LIKELY = 1.0  # odds of a paragraph that shows what its box is
LAST = 3  # paragraphs at the end in which an outlet speaks for itself


@dataclass(frozen=True, slots=True)
class CutByPlace:
    """The paragraphs of a text with what is known of each; ``cuts`` is what of each goes, and grows."""

    pieces: Sequence[Paragraph]
    places: Sequence[Standing]
    signs: Sequence[Signs]
    judged: Sequence[Sequence[Judged]]
    cuts: list[list[Cut]]

    def last_words(self) -> None:
        """Behind a story, "we" and "you" in one paragraph are the outlet and its reader."""
        for at in range(max(1, len(self.pieces) - LAST), len(self.pieces)):
            short = len(self.pieces[at].text.split()) <= LONGEST_SENTENCE and not self.pieces[at].text.isupper()
            if short and not self.cuts[at] and self.signs[at].is_to_reader:
                self._cut(at, "plea")

    def neighbours(self) -> None:
        """A paragraph beside a plea needs fewer signs of its own, unless a page lays it out otherwise."""
        for order in (range(1, len(self.pieces)), range(len(self.pieces) - 2, -1, -1)):
            step = 1 if order.step > 0 else -1
            for at in order:
                beside = self.cuts[at - step] if self.places[at].is_like(self.places[at - step]) else None
                near = beside[-1 if step > 0 else 0][2] if beside else None
                if (
                    near in ("plea", "newsletter", "other")
                    and not self.cuts[at]
                    and _belongs(self.pieces[at].text, self.signs[at])
                ):
                    self._cut(at, near)

    def outside(self) -> None:
        """Behind the story, and in a box that holds a plea or a button, most of what is laid out unlike it goes."""
        kinds: dict[int, LeftOutKind] = {}
        for place, sentences, found in zip(self.places, self.judged, self.cuts, strict=True):
            if place.box is not None and (found or is_likely(sentences, LIKELY)):
                kinds[place.box] = found[0][2] if found else "other"
        for at, place in enumerate(self.places):
            kind = kinds.get(place.box) if place.box is not None else None
            beside = BESIDE_PLEA if kind in ASKING else BESIDE_FURNITURE if kind or place.furnished else 0.0
            if not self.cuts[at] and (place.is_behind or beside) and is_likely(self.judged[at], -beside):
                self._cut(at, kind or "other")

    def on_page(self, manner: Manner) -> None:
        is_diary = manner.is_spoken and manner.middle < DIARYS
        self._among_speech(range(len(self.pieces)) if is_diary else manner.turns, manner.enough)
        if manner.is_told or manner.turns or is_diary:
            more = manner.enough if manner.is_spoken or manner.turns else 0.0
            self._fragments(more - FRAGMENT)
            self._trailing(more)

    def _fragments(self, enough: float) -> None:
        for at, place in enumerate(self.places):
            if place.fragment and not self.cuts[at] and all(sentence.odds > enough for sentence in self.judged[at]):
                self._cut(at, "other")

    def _among_speech(self, which: range, enough: float) -> None:
        """Where everybody says "we" and "you" no sign tells, but the odds of a whole paragraph do."""
        for at in which:
            is_sure = is_likely(self.judged[at], enough) and all(sentence.odds > 0.0 for sentence in self.judged[at])
            if is_sure and not self.cuts[at]:
                self._cut(at, "other")

    def _trailing(self, likely: float) -> None:
        """From the end of a page up to its story: there is more furniture there, above all in italics."""
        for at in range(len(self.pieces) - 1, 0, -1):
            is_told = bool(self.judged[at]) and all(sentence.tells for sentence in self.judged[at])
            enough = likely + (SMALL_PRINT if self.places[at].aside else TOLD if is_told else 0.0)
            if sum(end - start for start, end, _ in self.cuts[at]) < len(self.pieces[at].text) - len(self.judged[at]):
                each = all(sentence.odds > enough + BESIDE for sentence in self.judged[at])
                if self.cuts[at] or not each or not is_likely(self.judged[at], enough):
                    return
                self._cut(at, "other")

    def _cut(self, at: int, kind: LeftOutKind) -> None:
        self.cuts[at] = [(self.pieces[at].start, self.pieces[at].end, kind)]

    def keep_turns(self, manner: Manner, fewest: int) -> None:
        """What begins with who speaks is the story's; ``fewest``: turns of one speaker ("Weather: clear" is none)."""
        speakers = {at: speaker for at in manner.turns if (speaker := speaker_of(self.pieces[at].text))}
        spoken = Counter(speakers.values())
        for at, speaker in speakers.items():
            self.cuts[at] = [] if spoken[speaker] >= fewest else self.cuts[at]


def _belongs(paragraph: str, signs: Signs) -> bool:
    """Speaks as a plea does, or is a button under it: "Give $5"."""
    if signs.story:
        return False
    if len(paragraph.split()) <= FEW_WORDS and paragraph[-1] not in ".?":
        return bool(signs.found & {"money", "giving", "ease"} or AMOUNT.match(paragraph) or signs.is_beside)
    return signs.is_beside
