"""Pieces that are no part of the story: pleas for money, newsletter boxes, "Read more", cookie banners.

Words in quotation marks are the story's: "donors should support us monthly", said by somebody, is news.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_sentences import ASKING, BESIDE, FEW_WORDS, LONGEST_SENTENCE, Cut, Judge, Judged
from truceline.read.plea_signs import Signs
from truceline.read.plea_ties import ties_between
from truceline.read.plea_weights import plea_weights
from truceline.read.plea_words import plea_words
from truceline.read.standing import BESIDE_FURNITURE, BESIDE_PLEA, FRAGMENT, Standing
from truceline.read.turns import speaker_of, turns

AMOUNT = re.compile(r"(?:From )?\W{0,2}\d[\d.,]*\W{0,2}(?:\s*[a-z]+){0,3}$")
# What the place of a sentence adds to the odds that it is no story.
FIRST = -1.5  # where a headline stands
FIRST_ON_PAGE = -1.0  # below the headline
NO_REPORT = -1.0  # what is added to the odds on a page that is none
DIARYS = -1.0  # and of those of a diary, a speech; a guide's are higher
REPORTS = -4.0  # odds of a report's sentences in the middle of all
TRAILING = 0.0  # odds of a paragraph with nothing of the story behind it
FURNITURES = 1.0  # odds of a paragraph that hardly belongs to the story
FEWEST_TURNS = 2
AMONG_SPEECH = 1.6  # odds of a paragraph amid an interview, a diary, a speech
ABOVE_MIDDLE = 4.5  # how far over those of its whole sentences in the middle
SMALL_PRINT = -2.0  # what it needs less in italics
LIKELY = 1.0  # odds of a paragraph that shows what its box is
CAPITALS = 0.6  # share of letters
IN_ITALICS = 1.5  # odds of the outlet's own words beside a speech
SPEECH = 0.4  # share of paragraphs in the first or second person above which a text is a speech or an interview
LAST = 3  # paragraphs at the end in which an outlet speaks for itself
FEWEST_FOR_SPEECH = 5  # paragraphs
FEWEST_BARE = 3  # paragraphs in the first or second person that show no other sign of a plea

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
    if is_page and not (manner.is_told or manner.is_spoken or manner.turns):
        judged = [[replace(sentence, odds=sentence.odds + NO_REPORT) for sentence in each] for each in judged]
    judge = replace(judge, on_page=manner.is_told)
    usual = replace(judge, by_signs=not (is_in_capitals(text) or manner.is_spoken))
    between = replace(judge, by_signs=False)
    cuts: list[list[Cut]] = []
    for at, (piece, place, sentences) in enumerate(zip(pieces, places, judged, strict=True)):
        is_outlets = place.is_outside or (place.aside and average_odds(sentences) > IN_ITALICS)
        reads = judge if is_outlets else between if at in manner.turns else usual
        cuts.append([(piece.start, piece.end, place.kind)] if place.kind else reads.cuts(piece, sentences))
    if usual.by_signs:
        _cut_last_words(pieces, signs, cuts)
    _spread_to_neighbours(pieces, places, signs, cuts)
    _cut_outside(pieces, places, judged, cuts)
    if is_page:
        _cut_on_page(pieces, places, judged, cuts, manner)
    _keep_turns(pieces, cuts, manner, fewest=FEWEST_TURNS if is_page else 1)
    found: list[LeftOut] = []
    for start, end, kind in (cut for each in cuts for cut in each):
        _append(found, text, kind, start, end)
    return tuple(found)


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


def _cut_on_page(
    pieces: Sequence[Paragraph],
    places: Sequence[Standing],
    judged: Sequence[Sequence[Judged]],
    cuts: list[list[Cut]],
    manner: Manner,
) -> None:
    is_diary = manner.is_spoken and manner.middle < DIARYS
    _cut_among_speech(pieces, judged, cuts, range(len(pieces)) if is_diary else manner.turns, manner.enough)
    if manner.is_told or manner.turns or is_diary:
        more = manner.enough if manner.is_spoken or manner.turns else 0.0
        _cut_fragments(pieces, places, judged, cuts, more - FRAGMENT)
        _cut_trailing(pieces, places, judged, cuts, more + TRAILING)


def _keep_turns(pieces: Sequence[Paragraph], cuts: list[list[Cut]], manner: Manner, fewest: int) -> None:
    """What begins with who speaks is the story's; ``fewest``: turns of one speaker, for "Weather: clear" is none."""
    speakers = {at: speaker for at in manner.turns if (speaker := speaker_of(pieces[at].text))}
    spoken = Counter(speakers.values())
    for at, speaker in speakers.items():
        cuts[at] = [] if spoken[speaker] >= fewest else cuts[at]


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


def _cut_last_words(pieces: Sequence[Paragraph], signs: Sequence[Signs], cuts: list[list[Cut]]) -> None:
    """Behind a story, "we" and "you" in one paragraph are the outlet and its reader."""
    for at in range(max(1, len(pieces) - LAST), len(pieces)):
        short = len(pieces[at].text.split()) <= LONGEST_SENTENCE and not pieces[at].text.isupper()
        if short and not cuts[at] and signs[at].is_to_reader:
            cuts[at] = [(pieces[at].start, pieces[at].end, "plea")]


def _spread_to_neighbours(
    pieces: Sequence[Paragraph], places: Sequence[Standing], signs: Sequence[Signs], cuts: list[list[Cut]]
) -> None:
    """A paragraph beside a plea needs fewer signs of its own, unless a page lays it out otherwise."""
    for order in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            beside = cuts[at - step] if places[at].is_like(places[at - step]) else None
            near = beside[-1 if step > 0 else 0][2] if beside else None
            if near in ("plea", "newsletter", "other") and not cuts[at] and _belongs(pieces[at].text, signs[at]):
                cuts[at] = [(pieces[at].start, pieces[at].end, near)]


def _cut_outside(
    pieces: Sequence[Paragraph], places: Sequence[Standing], judged: Sequence[Sequence[Judged]], cuts: list[list[Cut]]
) -> None:
    """Behind the story, and in a box that holds a plea or a button, most of what is laid out unlike it goes."""
    kinds: dict[int, LeftOutKind] = {}
    for place, sentences, found in zip(places, judged, cuts, strict=True):
        if place.box is not None and (found or is_likely(sentences, LIKELY)):
            kinds[place.box] = found[0][2] if found else "other"
    for at, (piece, place) in enumerate(zip(pieces, places, strict=True)):
        kind = kinds.get(place.box) if place.box is not None else None
        beside = BESIDE_PLEA if kind in ASKING else BESIDE_FURNITURE if kind or place.furnished else 0.0
        if not cuts[at] and (place.is_behind or beside) and is_likely(judged[at], -beside):
            cuts[at] = [(piece.start, piece.end, kind or "other")]


def _cut_fragments(
    pieces: Sequence[Paragraph],
    places: Sequence[Standing],
    judged: Sequence[Sequence[Judged]],
    cuts: list[list[Cut]],
    enough: float,
) -> None:
    for at, (piece, place) in enumerate(zip(pieces, places, strict=True)):
        if place.fragment and not cuts[at] and all(sentence.odds > enough for sentence in judged[at]):
            cuts[at] = [(piece.start, piece.end, "other")]


def _cut_among_speech(
    pieces: Sequence[Paragraph],
    judged: Sequence[Sequence[Judged]],
    cuts: list[list[Cut]],
    which: range,
    enough: float,
) -> None:
    """Where everybody says "we" and "you" no sign tells, but the odds of a whole paragraph do."""
    for at in which:
        is_sure = is_likely(judged[at], enough) and all(sentence.odds > 0.0 for sentence in judged[at])
        if is_sure and not cuts[at]:
            cuts[at] = [(pieces[at].start, pieces[at].end, "other")]


def _cut_trailing(
    pieces: Sequence[Paragraph],
    places: Sequence[Standing],
    judged: Sequence[Sequence[Judged]],
    cuts: list[list[Cut]],
    likely: float,
) -> None:
    """From the end of a page up to its story: there furniture stands more often than story, most of all in italics."""
    for at in range(len(pieces) - 1, 0, -1):
        enough = likely + (SMALL_PRINT if places[at].aside else 0.0)
        if sum(end - start for start, end, _ in cuts[at]) < len(pieces[at].text) - len(judged[at]):
            each = all(sentence.odds > enough + BESIDE for sentence in judged[at])
            if cuts[at] or not each or not is_likely(judged[at], enough):
                return
            cuts[at] = [(pieces[at].start, pieces[at].end, "other")]


def average_odds(judged: Sequence[Judged]) -> float:
    return sum(sentence.odds for sentence in judged) / max(1, len(judged))


def is_likely(judged: Sequence[Judged], enough: float) -> bool:
    """On the average, and without a word of the story."""
    return average_odds(judged) > enough and not any(sentence.signs.story for sentence in judged)


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
