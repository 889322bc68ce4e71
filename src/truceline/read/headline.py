"""The headline of a plain text: its first line, where it looks like one."""

import re
from collections.abc import Sequence

from truceline.read.paragraphs import Paragraph

LONGEST_HEADLINE = 200  # code points
MOST_WORDS = 30
FEWEST_BODY_WORDS = 8  # a body has at least one sentence of this length
ENDS_SENTENCE = re.compile(r"[.;,:…]['\"”’)\]]*$")
BODY_ENDS = re.compile(r"[.!?…][\s'\"”’»)\]]*$")


def headline_of(story: Sequence[Paragraph]) -> Paragraph | None:
    """The first paragraph of the story, if it is short, has no final full stop and a body follows."""
    if len(story) < 2 or not looks_like_headline(story[0].text):
        return None
    follows = any(len(piece.text.split()) >= FEWEST_BODY_WORDS and BODY_ENDS.search(piece.text) for piece in story[1:])
    return story[0] if follows else None


def looks_like_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or not 2 <= len(line.split()) <= MOST_WORDS or "\n" in line:
        return False
    return not (_ends_sentence(line) or (line[0] in '-–—•*"“' and line.rstrip()[-1] in '"”'))


def _ends_sentence(line: str) -> bool:
    """A full stop of an abbreviation (U.S., Gen.) ends no sentence."""
    return bool(ENDS_SENTENCE.search(line)) and not re.search(r"\b(?:[A-Z]\.){2,}$", line)
