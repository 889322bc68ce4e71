"""A mark of the wording alone: copies with other white space, case or punctuation share it."""

import re
from collections.abc import Iterable

from truceline.model.ids import content_id

WORD = re.compile(r"[^\W_]+")


def fingerprint(story: Iterable[str]) -> str:
    """Hash of the story's words, lower case, letters and digits only."""
    return content_id("wording", *(word for piece in story for word in WORD.findall(piece.lower())))
