"""Pieces that are no part of the story: pleas for money, newsletter boxes, "Read more", cookie banners.

Words in quotation marks are the story's: "donors should support us monthly", said by somebody, is news.
"""

import re
from collections.abc import Sequence

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_signs import Signs, signs_of
from truceline.read.plea_words import PleaWords, plea_words
from truceline.read.sentences import sentences, unquoted

SHORT_LINE = 400  # code points; navigation, buttons, notes of an editor are no longer
LONGEST_BUTTON = 6  # words
AMOUNT = re.compile(r"(?:From )?\W{0,2}\d[\d.,]*\W{0,2}(?:\s*[a-z]+){0,3}$")
SPEECH = 0.4  # share of paragraphs in the first or second person above which a text is a speech or an interview
FEWEST_FOR_SPEECH = 5  # paragraphs

FAINT = 1.5  # weight of a sentence that bears a sign
LONGEST_PLEA = 90  # words of one paragraph whose sentences are weak signs

ASKING: tuple[LeftOutKind, ...] = ("plea", "subscription", "newsletter", "share", "advertisement")

Cut = tuple[int, int, LeftOutKind]


def left_out_of(text: str, pieces: Sequence[Paragraph], publisher: str | None = None) -> tuple[LeftOut, ...]:
    """The pieces of a text that are no story, in order; neighbours of one kind are one piece."""
    words = plea_words()
    signs = [signs_of(piece.text, words, publisher) for piece in pieces]
    by_signs = not is_speech(signs)
    cuts = [cuts_in(piece, words, publisher, by_signs=by_signs) for piece in pieces]
    _spread_to_neighbours(pieces, signs, cuts)
    found: list[LeftOut] = []
    for start, end, kind in (cut for each in cuts for cut in each):
        _append(found, text, kind, start, end)
    return tuple(found)


def is_speech(signs: Sequence[Signs]) -> bool:
    """Where everybody says "we" and "you", these words are no sign of a plea."""
    personal = sum(bool(each.found & {"reader", "voice"}) for each in signs)
    return len(signs) >= FEWEST_FOR_SPEECH and personal > SPEECH * len(signs)


def cuts_in(piece: Paragraph, words: PleaWords, publisher: str | None, *, by_signs: bool) -> list[Cut]:
    """What is no story in a paragraph: all of it, some sentences, or nothing."""
    kind = whole_kind(piece.text, words)
    if kind:
        return [(piece.start, piece.end, kind)]
    spans = sentences(piece.text)
    kinds = [_sentence_kind(piece.text[start:end], words, publisher, by_signs=by_signs) for start, end in spans]
    if by_signs and not all(kinds):
        kinds = _kinds_together(piece.text, spans, words, publisher) or kinds
    kinds = _filled(piece.text, spans, kinds, words, publisher)
    if kinds and all(kinds):
        return [(piece.start, piece.end, kinds[0] or "plea")]
    return [
        (piece.start + start, piece.start + end, kind) for (start, end), kind in zip(spans, kinds, strict=True) if kind
    ]


def whole_kind(paragraph: str, words: PleaWords) -> LeftOutKind | None:
    """What a line is as a whole or by how it opens. Behind a sentence that asks, the story may go on."""
    if len(paragraph) > SHORT_LINE:
        return None
    kind = words.kind_of_line(paragraph)
    return None if kind in ASKING and len(sentences(paragraph)) > 1 else kind


def kind_of_paragraph(paragraph: str, words: PleaWords) -> LeftOutKind | None:
    """What a paragraph is, where all of it is no story."""
    cuts = cuts_in(Paragraph(0, len(paragraph), paragraph), words, None, by_signs=True)
    return cuts[0][2] if cuts and cuts[0][:2] == (0, len(paragraph)) else None


def _sentence_kind(sentence: str, words: PleaWords, publisher: str | None, *, by_signs: bool) -> LeftOutKind | None:
    signs = signs_of(sentence, words, publisher)
    if signs.story:
        return None
    opening = words.kind_of_line(sentence)
    return (
        (opening if opening in ASKING else None)
        or words.kind_of_phrase(unquoted(sentence))
        or (_kind_by_signs(signs) if by_signs else None)
    )


def _kind_by_signs(signs: Signs) -> LeftOutKind | None:
    if not signs.is_plea:
        return None
    return "newsletter" if "letter" in signs.found and "money" not in signs.found else "plea"


def _kinds_together(
    text: str, spans: Sequence[tuple[int, int]], words: PleaWords, publisher: str | None
) -> list[LeftOutKind | None]:
    """A short paragraph whose sentences all bear signs, and enough together; else an empty list."""
    whole = signs_of(text, words, publisher)
    each = [signs_of(text[start:end], words, publisher) for start, end in spans]
    every = all(
        signs.weight >= FAINT or _is_short(text[start:end]) for signs, (start, end) in zip(each, spans, strict=True)
    )
    kind = _kind_by_signs(whole) if every and len(text.split()) <= LONGEST_PLEA else None
    return [kind] * len(spans) if kind else []


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) <= LONGEST_BUTTON


def _filled(
    text: str,
    spans: Sequence[tuple[int, int]],
    kinds: Sequence[LeftOutKind | None],
    words: PleaWords,
    publisher: str | None,
) -> list[LeftOutKind | None]:
    """A cut sentence takes along those beside it that look the same."""
    signs = [signs_of(text[start:end], words, publisher) for start, end in spans]
    filled = list(kinds)
    for at in range(1, len(spans)):
        filled[at] = filled[at] or (filled[at - 1] if signs[at].is_behind else None)
    for at in range(len(spans) - 2, -1, -1):
        filled[at] = filled[at] or (filled[at + 1] if signs[at].is_beside else None)
    if len(filled) > 1 and all(filled[1:]) and _introduces(text[slice(*spans[0])], words, publisher):
        filled[0] = filled[1]
    rest = [at for at, kind in enumerate(filled) if not kind]
    if filled and filled[0] and all(signs[at].weight or _is_short(text[slice(*spans[at])]) for at in rest):
        return [kind or filled[0] for kind in filled]
    return filled


def _introduces(sentence: str, words: PleaWords, publisher: str | None) -> bool:
    """The outlet speaks of itself before it asks."""
    return bool(publisher and publisher in sentence and not words.speaks_story(unquoted(sentence)))


def _spread_to_neighbours(pieces: Sequence[Paragraph], signs: Sequence[Signs], cuts: list[list[Cut]]) -> None:
    """A paragraph beside a plea needs fewer signs of its own."""
    for order in (range(1, len(pieces)), range(len(pieces) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            beside = cuts[at - step]
            near = beside[-1 if step > 0 else 0][2] if beside else None
            if near in ("plea", "newsletter") and not cuts[at] and _belongs(pieces[at].text, signs[at]):
                cuts[at] = [(pieces[at].start, pieces[at].end, near)]


def _belongs(paragraph: str, signs: Signs) -> bool:
    """Speaks as a plea does, or is a button under it: "Give $5"."""
    if signs.story:
        return False
    if len(paragraph.split()) <= LONGEST_BUTTON and paragraph[-1] not in ".?":
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
