"""The headline of a plain text: its first line, where it looks like one."""

import re
from collections.abc import Sequence

from truceline.read.paragraphs import Paragraph

LONGEST_HEADLINE = 200  # code points
MOST_WORDS = 30
FEWEST_BODY_WORDS = 8  # a page's story has at least one sentence of this length
FEWEST_WORDS = 3  # of a sentence that makes the line above it a headline
ENDS_SENTENCE = re.compile(r"[.;,:…]['\"”’)\]]*$")
BODY_ENDS = re.compile(r"[.!?…]['\"”’»)\]]*(?:\s+[\"'“‘«]?[A-ZÀ-Ž0-9]|\s*$)")  # a sentence's end, within or last


def headline_of(story: Sequence[Paragraph]) -> Paragraph | None:
    """The first paragraph of the story, if it is short, has no final full stop and a body follows."""
    if len(story) < 2 or not looks_like_headline(story[0].text):
        return None
    follows = any(has_sentence(piece.text, FEWEST_WORDS) for piece in story[1:])
    return story[0] if follows else None


def has_sentence(paragraph: str, fewest_words: int = FEWEST_BODY_WORDS) -> bool:
    return len(paragraph.split()) >= fewest_words and bool(BODY_ENDS.search(paragraph))


def looks_like_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or not 2 <= len(line.split()) <= MOST_WORDS or "\n" in line:
        return False
    return not (_ends_sentence(line) or (line[0] in '-–—•*"“' and line.rstrip()[-1] in '"”'))


def _ends_sentence(line: str) -> bool:
    """A full stop of an abbreviation (U.S., Gen.) ends no sentence."""
    return bool(ENDS_SENTENCE.search(line)) and not re.search(r"\b(?:[A-Z]\.){2,}$", line)
