"""Pieces that are no part of the story: pleas for money, newsletter boxes, "Read more", cookie banners.

Words in quotation marks are the story's: "donors should support us monthly", said by somebody, is news.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.cut_by_place import CutByPlace
from truceline.read.manner import average_odds, is_in_capitals, manner_of
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_sentences import Cut, Judge, Judged
from truceline.read.plea_ties import ties_between
from truceline.read.plea_weights import plea_weights
from truceline.read.plea_words import plea_words
from truceline.read.standing import Standing
from truceline.read.turns import turns

# What the place of a sentence adds to the odds that it is no story.
FIRST = -1.5  # where a headline stands
FIRST_ON_PAGE = -1.0  # below the headline
NO_REPORT = -2.0  # what is added to the odds on a page that is none
IN_TEXT = -0.5  # what is added in a text that stands alone: a page has furniture oftener
FEWEST_TURNS = 2
IN_ITALICS = 1.5  # odds of the outlet's own words beside a speech

AMONG_OTHERS = Standing()
NOWHERE_ELSE: Mapping[str, Standing] = {}


def left_out_of(
    text: str,
    pieces: Sequence[Paragraph],
    publisher: str | None = None,
    standing: Mapping[str, Standing] = NOWHERE_ELSE,
) -> tuple[LeftOut, ...]:
    """The pieces of a text that are no story, in order; neighbours of one kind are one piece.

    ``standing``: where paragraphs stand that a page lays out unlike the others.
    """
    judge = Judge(plea_words(), plea_weights(), publisher)
    signs = [judge.signs(piece.text) for piece in pieces]
    places = [standing.get(piece.text, AMONG_OTHERS) for piece in pieces]
    is_page = standing is not NOWHERE_ELSE
    judged = tied(judge, pieces, places, FIRST_ON_PAGE if is_page else FIRST)
    manner = manner_of(judged, signs, places, turns(pieces), is_page=is_page)
    is_report = manner.is_told or manner.is_spoken or bool(manner.turns)
    if less := (0.0 if is_report else NO_REPORT) if is_page else IN_TEXT:
        judged = [[replace(sentence, odds=sentence.odds + less) for sentence in each] for each in judged]
    judge = replace(judge, on_page=manner.is_told)
    usual = replace(judge, by_signs=not (is_in_capitals(text) or manner.is_spoken))
    between = replace(judge, by_signs=False)
    cuts: list[list[Cut]] = []
    for at, (piece, place, sentences) in enumerate(zip(pieces, places, judged, strict=True)):
        is_outlets = place.is_outside or (place.aside and average_odds(sentences) > IN_ITALICS)
        reads = judge if is_outlets else between if at in manner.turns else usual
        cuts.append([(piece.start, piece.end, place.kind)] if place.kind else reads.cuts(piece, sentences))
    by_place = CutByPlace(pieces, places, signs, judged, cuts)
    if usual.by_signs:
        by_place.last_words()
    by_place.neighbours()
    by_place.outside()
    if is_page:
        by_place.on_page(manner)
    by_place.keep_turns(manner, fewest=FEWEST_TURNS if is_page else 1)
    found: list[LeftOut] = []
    for start, end, kind in (cut for each in cuts for cut in each):
        _append(found, text, kind, start, end)
    return tuple(found)


def kind_of_paragraph(paragraph: str) -> LeftOutKind | None:
    """What a paragraph is, where all of it is no story."""
    judge = Judge(plea_words(), plea_weights())
    cuts = judge.cuts(Paragraph(0, len(paragraph), paragraph), judge.sentences(paragraph))
    return cuts[0][2] if cuts and cuts[0][:2] == (0, len(paragraph)) else None


def tied(
    judge: Judge, pieces: Sequence[Paragraph], places: Sequence[Standing], first: float = FIRST
) -> list[list[Judged]]:
    """The sentences of each paragraph; what one shares with others of the text lowers its odds, a place apart raises
    them.
    """
    judged = [judge.sentences(piece.text) for piece in pieces]
    ties = ties_between(sentence.words for each in judged for sentence in each)
    odds = [place.odds or (first if piece.start == 0 else 0.0) for piece, place in zip(pieces, places, strict=True)]
    return [
        [replace(sentence, odds=sentence.odds + ties.odds(sentence.words) + own) for sentence in each]
        for each, own in zip(judged, odds, strict=True)
    ]


def _append(found: list[LeftOut], text: str, kind: LeftOutKind, start: int, end: int) -> None:
    """Join a piece to the one before where only white space is between and both are one thing.

    The button under a plea is part of the plea.
    """
    if found and not text[found[-1].end : start].strip():
        before = found[-1]
        if kind == before.kind or (before.kind == "plea" and kind in ("read_more", "subscription")):
            kind, start = before.kind, found.pop().start
    found.append(LeftOut(kind=kind, start=start, end=end, text=text[start:end]))
