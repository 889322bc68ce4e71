"""How a text speaks: a report, an interview, a diary, a guide; and how likely a paragraph of it is furniture."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from truceline.read.plea_sentences import FEW_WORDS, Judged
from truceline.read.plea_signs import Signs
from truceline.read.standing import Standing

REPORTS = -4.0  # odds of a report's sentences in the middle of all
FURNITURES = 1.0  # odds of a paragraph that hardly belongs to the story
AMONG_SPEECH = 1.0  # odds of a paragraph amid an interview, a diary, a speech
ABOVE_MIDDLE = 3.8  # how far over those of its whole sentences in the middle
CAPITALS = 0.6  # share of letters
SPEECH = 0.4  # share of paragraphs in the first or second person above which a text is a speech or an interview
FEWEST_FOR_SPEECH = 5  # paragraphs
FEWEST_BARE = 3  # paragraphs in the first or second person that show no other sign of a plea


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text speaks. ``turns``: its paragraphs from the first turn of an interview to the last; ``is_spoken``:
    everybody says "we" and "you"; ``is_told``: it is a page with a report; ``middle``: odds in the middle of those of
    its whole sentences.
    """

    turns: range
    is_spoken: bool
    is_told: bool
    middle: float

    @property
    def enough(self) -> float:
        """Odds that are enough for a paragraph amid speech."""
        return max(AMONG_SPEECH, self.middle + ABOVE_MIDDLE)


def manner_of(
    judged: Sequence[Sequence[Judged]],
    signs: Sequence[Signs],
    places: Sequence[Standing],
    spoken: range,
    *,
    is_page: bool,
) -> Manner:
    """Around a report its furniture, which says "we" and "you" too, tells nothing of the story's manner."""
    middle = middle_odds(judged)
    is_told = is_page and middle < REPORTS
    among = [
        each
        for at, (each, place) in enumerate(zip(signs, places, strict=True))
        if not place.is_outside and at not in spoken and not (is_told and average_odds(judged[at]) > FURNITURES)
    ]
    return Manner(spoken, is_speech(among), is_told, middle)


def middle_odds(judged: Sequence[Sequence[Judged]]) -> float:
    """Of the whole sentences of a text: a guide, a brochure, a tale speaks as furniture does, a report does not."""
    return median([sentence.odds for each in judged for sentence in each if sentence.length > FEW_WORDS] or [0.0])


def is_in_capitals(text: str) -> bool:
    """Old wires and transcripts: in them a line in capitals is no button."""
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) > CAPITALS * letters


def is_speech(signs: Sequence[Signs]) -> bool:
    """Where everybody says "we" and "you", these words are no sign of a plea."""
    personal = sum(bool(each.found & {"reader", "voice"}) for each in signs)
    bare = sum(each.is_bare for each in signs)
    return bare >= FEWEST_BARE or (len(signs) >= FEWEST_FOR_SPEECH and personal > SPEECH * len(signs))


def average_odds(judged: Sequence[Judged]) -> float:
    return sum(sentence.odds for sentence in judged) / max(1, len(judged))


def is_likely(judged: Sequence[Judged], enough: float) -> bool:
    """On the average, and without a word of the story."""
    return average_odds(judged) > enough and not any(sentence.signs.story for sentence in judged)
