"""Pieces that are no part of the story: pleas for money, newsletter boxes, "Read more", cookie banners.

Words in quotation marks are the story's: "donors should support us monthly", said by somebody, is news.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_sentences import FEW_WORDS, LONGEST_SENTENCE, Cut, Judge, Judged
from truceline.read.plea_signs import Signs
from truceline.read.plea_ties import ties_between
from truceline.read.plea_weights import plea_weights
from truceline.read.plea_words import plea_words

AMOUNT = re.compile(r"(?:From )?\W{0,2}\d[\d.,]*\W{0,2}(?:\s*[a-z]+){0,3}$")
# What the place of a sentence adds to the odds that it is no story.
APART = 0.8  # in a list, an aside, in italics
FIRST = -1.5  # where a headline stands
CAPITALS = 0.6  # share of letters
SPEECH = 0.4  # share of paragraphs in the first or second person above which a text is a speech or an interview
LAST = 3  # paragraphs at the end in which an outlet speaks for itself
FEWEST_FOR_SPEECH = 5  # paragraphs
FEWEST_BARE = 3  # paragraphs in the first or second person that show no other sign of a plea


def left_out_of(
    text: str, pieces: Sequence[Paragraph], publisher: str | None = None, apart: Container[str] = ()
) -> tuple[LeftOut, ...]:
    """The pieces of a text that are no story, in order; neighbours of one kind are one piece.

    ``apart``: paragraphs that a page sets apart from others.
    """
    judge = Judge(plea_words(), plea_weights(), publisher)
    signs = [judge.signs(piece.text) for piece in pieces]
    if is_in_capitals(text) or is_speech(signs):
        judge = Judge(plea_words(), plea_weights(), publisher, by_signs=False)
    cuts = [judge.cuts(piece, sentences) for piece, sentences in zip(pieces, tied(judge, pieces, apart), strict=True)]
    if judge.by_signs:
        _cut_last_words(pieces, signs, cuts)
    _spread_to_neighbours(pieces, signs, cuts)
    found: list[LeftOut] = []
    for start, end, kind in (cut for each in cuts for cut in each):
        _append(found, text, kind, start, end)
    return tuple(found)


def kind_of_paragraph(paragraph: str) -> LeftOutKind | None:
    """What a paragraph is, where all of it is no story."""
    judge = Judge(plea_words(), plea_weights())
    cuts = judge.cuts(Paragraph(0, len(paragraph), paragraph), judge.sentences(paragraph))
    return cuts[0][2] if cuts and cuts[0][:2] == (0, len(paragraph)) else None


def tied(judge: Judge, pieces: Sequence[Paragraph], apart: Container[str] = ()) -> list[list[Judged]]:
    """The sentences of each paragraph; what one shares with others of the text lowers its odds, a place apart raises
    them.
    """
    judged = [judge.sentences(piece.text) for piece in pieces]
    ties = ties_between(sentence.words for each in judged for sentence in each)
    places = [APART if piece.text in apart else FIRST if piece.start == 0 else 0.0 for piece in pieces]
    return [
        [replace(sentence, odds=sentence.odds + ties.odds(sentence.words) + place) for sentence in each]
        for each, place in zip(judged, places, strict=True)
    ]


def is_in_capitals(text: str) -> bool:
    """Old wires and transcripts: in them a line in capitals is no button."""
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) > CAPITALS * letters


def is_speech(signs: Sequence[Signs]) -> bool:
    """Where everybody says "we" and "you", these words are no sign of a plea."""
    personal = sum(bool(each.found & {"reader", "voice"}) for each in signs)
    bare = sum(each.is_bare for each in signs)
    return bare >= FEWEST_BARE or (len(signs) >= FEWEST_FOR_SPEECH and personal > SPEECH * len(signs))


def _cut_last_words(pieces: Sequence[Paragraph], signs: Sequence[Signs], cuts: list[list[Cut]]) -> None:
    """Behind a story, "we" and "you" in one paragraph are the outlet and its reader."""
    for at in range(max(1, len(pieces) - LAST), len(pieces)):
        short = len(pieces[at].text.split()) <= LONGEST_SENTENCE and not pieces[at].text.isupper()
        if short and not cuts[at] and {"reader", "voice"} <= signs[at].found and not signs[at].story:
            cuts[at] = [(pieces[at].start, pieces[at].end, "plea")]


def _spread_to_neighbours(pieces: Sequence[Paragraph], signs: Sequence[Signs], cuts: list[list[Cut]]) -> None:
    """A paragraph beside a plea needs fewer signs of its own."""
    for order in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            beside = cuts[at - step]
            near = beside[-1 if step > 0 else 0][2] if beside else None
            if near in ("plea", "newsletter", "other") and not cuts[at] and _belongs(pieces[at].text, signs[at]):
                cuts[at] = [(pieces[at].start, pieces[at].end, near)]


def _belongs(paragraph: str, signs: Signs) -> bool:
    """Speaks as a plea does, or is a button under it: "Give $5"."""
    if signs.story:
        return False
    if len(paragraph.split()) <= FEW_WORDS and paragraph[-1] not in ".?":
        return bool(signs.found & {"money", "giving", "ease"} or AMOUNT.match(paragraph) or signs.is_beside)
    return signs.is_beside


def _append(found: list[LeftOut], text: str, kind: LeftOutKind, start: int, end: int) -> None:
    """Join a piece to the one before where only white space is between and both are one thing.

    The button under a plea is part of the plea.
    """
    if found and not text[found[-1].end : start].strip():
        before = found[-1]
        if kind == before.kind or (before.kind == "plea" and kind in ("read_more", "subscription")):
            kind, start = before.kind, found.pop().start
    found.append(LeftOut(kind=kind, start=start, end=end, text=text[start:end]))
