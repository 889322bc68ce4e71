"""Evidence in its sentence: the text cut into runs that carry the three marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.model.claims import AnyClaim, Statement

PARAGRAPH = re.compile(r"\n\s*\n")
FAR = 320  # code points kept before and after the evidence: a sentence and its neighbours


@dataclass(frozen=True, slots=True)
class Run:
    """``look``: what, who, cue, or empty for plain words."""

    text: str
    look: str


def runs_of(text: str, claim: AnyClaim, statement: Statement | None) -> list[Run]:
    """The paragraph of the evidence, with what is claimed, who says it and the cue marked."""
    start, end = surroundings(text, claim.evidence.start, claim.evidence.end)
    looks = [""] * (end - start)
    for first, last, look in marks_of(claim, statement):
        for index in range(max(first, start), min(last, end)):
            looks[index - start] = look
    runs: list[Run] = []
    for offset, look in enumerate(looks):
        letter = text[start + offset]
        if runs and runs[-1].look == look:
            runs[-1] = Run(runs[-1].text + letter, look)
        else:
            runs.append(Run(letter, look))
    return runs


def surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    before = [match.end() for match in PARAGRAPH.finditer(text, 0, start)]
    after = PARAGRAPH.search(text, end)
    first = max(before[-1] if before else 0, start - FAR)
    last = min(after.start() if after else len(text), end + FAR)
    return first, last


def marks_of(claim: AnyClaim, statement: Statement | None) -> Iterator[tuple[int, int, str]]:
    """Later marks lie over earlier ones."""
    if not isinstance(claim, Statement):
        yield claim.evidence.start, claim.evidence.end, "what"
    speaks = claim if isinstance(claim, Statement) else statement
    if speaks is None:
        return
    if isinstance(claim, Statement):
        for span in speaks.content_spans:
            yield span.start, span.end, "what"
    if speaks.source_span:
        yield speaks.source_span.start, speaks.source_span.end, "who"
    if speaks.cue_span:
        yield speaks.cue_span.start, speaks.cue_span.end, "cue"
