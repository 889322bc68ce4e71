"""Evidence in its sentence: the text cut into runs that carry the three marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
    return runs_between(text, start, end, list(marks_of(claim, statement)))


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


SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The sentence of the evidence in runs, and what stands before and after it in the same paragraph."""

    before: str
    runs: list[Run]
    after: str


def neighbourhood(text: str, claim: AnyClaim, statement: Statement | None) -> Neighbourhood:
    first, last = surroundings(text, claim.evidence.start, claim.evidence.end)
    ends = [match.end() for match in SENTENCE_END.finditer(text, first, claim.evidence.start)]
    after = SENTENCE_END.search(text, max(first, claim.evidence.end - 2), last)
    start = max([first, *(end for end in ends if end <= claim.evidence.start)])
    stop = after.end() if after else last
    before = text[max(first, ends[-2] if len(ends) > 1 else first) : start]
    following = SENTENCE_END.search(text, stop, last)
    return Neighbourhood(
        before.strip(),
        runs_between(text, start, stop, list(marks_of(claim, statement))),
        text[stop : following.end() if following else last].strip(),
    )


def runs_between(text: str, start: int, end: int, marks: list[tuple[int, int, str]]) -> list[Run]:
    """The text cut at the edges of its marks; later marks lie over earlier ones."""
    edges = {start, end, *(min(max(edge, start), end) for first, last, _ in marks for edge in (first, last))}
    ordered = sorted(edges)
    runs: list[Run] = []
    for first, last in pairwise(ordered):
        look = next((name for a, b, name in reversed(marks) if a <= first and last <= b), "")
        runs.append(Run(text[first:last], look))
    return runs
