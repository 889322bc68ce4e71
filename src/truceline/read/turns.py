"""Turns of an interview or a broadcast: paragraphs that open with who speaks. "Please give" in one is the story's."""

import re
from collections import Counter
from collections.abc import Sequence

from truceline.read.paragraphs import Paragraph
from truceline.read.plea_words import plea_words

FEWEST = 3  # turns of a text, by two speakers
LONGEST_LABEL = 40  # code points
WHATEVER = "Shells"  # stands behind a label
SPEAKER = re.compile(
    r"""
    (?P<speaker>Q|A|Question|Answer
    |(?:[A-ZÀ-Ž][A-ZÀ-Ž.'’-]*\s?){1,4}  # in capitals
    |(?:[A-ZÀ-Ž][\w.'’-]*\s?){1,4})
    (?:\s?\([^()]{1,40}\))?\s?(?:(?<=[QA])\.|:)\s
    """,
    re.VERBOSE,
)


def turns(pieces: Sequence[Paragraph]) -> range:
    """Numbers of the paragraphs from the first turn to the last; none where a text has no interview in it."""
    speakers = [speaker_of(piece.text) for piece in pieces]
    spoken = Counter(filter(None, speakers))
    told = [number for number, speaker in enumerate(speakers) if speaker and spoken[speaker] > 1]
    voices = {speakers[number] for number in told}
    return range(told[0], told[-1] + 1) if len(told) >= FEWEST and len(voices) > 1 else range(0)


def speaker_of(paragraph: str) -> str | None:
    """Who speaks; null where the words before the colon are those of a link: "Read more:", "Photo:"."""
    match = SPEAKER.match(paragraph[:LONGEST_LABEL])
    if not match:
        return None
    label = f"{match[0]}{WHATEVER}"
    is_furniture = plea_words().kind_of_opening(label) or plea_words().is_labelled(label)
    return None if is_furniture else match["speaker"].strip()
