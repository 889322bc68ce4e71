"""The exact words that a claim was read from (W3C Web Annotation's quote and position selectors)."""

from typing import Annotated

from pydantic import Field

from truceline.model.noun import Noun

Offset = Annotated[int, Field(ge=0)]
CONTEXT = 20  # code points kept before and after, as the seed's hand-made gold does


class Span(Noun):
    """Words in a report's text: Unicode code points, end exclusive, ``text[start:end] == exact``."""

    start: Offset
    end: Offset
    exact: str


class Evidence(Noun):
    """Words in a report's text with their surroundings and the number of their sentence (from 0)."""

    sentence: int
    start: Offset
    end: Offset
    exact: str
    prefix: str
    suffix: str


def span_of(text: str, start: int, end: int) -> Span:
    return Span.of_checked({"start": start, "end": end, "exact": text[start:end]})


def evidence_of(text: str, sentence: int, start: int, end: int) -> Evidence:
    return Evidence.of_checked(
        {
            "sentence": sentence,
            "start": start,
            "end": end,
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }
    )
