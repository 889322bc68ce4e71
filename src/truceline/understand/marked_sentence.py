"""Sentences with the marks they carry: what finders are given."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from truceline.model.actor import Actor
from truceline.model.mark import ActorMark, AnyMark, DateMark, Mark, ModalityMark, NumberMark, PlaceMark, SpeakerMark
from truceline.model.report import Report
from truceline.understand.tokens import Answers, Doc, Span, Token

SentenceRole = Literal["body", "headline", "caption", "left_out"]
M = TypeVar("M", bound=Mark)
Pieces = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """One sentence; marks that begin in it, in text order. Finders skip captions and left-out pieces."""

    index: int
    span: Span
    role: SentenceRole
    dates: tuple[DateMark, ...]
    places: tuple[PlaceMark, ...]
    actors: tuple[ActorMark, ...]
    numbers: tuple[NumberMark, ...]
    speakers: tuple[SpeakerMark, ...]
    modalities: tuple[ModalityMark, ...]

    @property
    def start(self) -> int:
        return self.span.start_char

    @property
    def end(self) -> int:
        return self.span.end_char


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A parsed report with all marks, sorted by start."""

    report: Report
    doc: Doc
    sentences: tuple[MarkedSentence, ...]
    dates: tuple[DateMark, ...]
    places: tuple[PlaceMark, ...]
    actors: tuple[ActorMark, ...]
    numbers: tuple[NumberMark, ...]
    speakers: tuple[SpeakerMark, ...]
    modalities: tuple[ModalityMark, ...]
    conflict: str | None = None
    at: "Lookup" = field(init=False, compare=False, repr=False)
    answers: Answers = field(init=False, compare=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", lookup_of(self))

    @property
    def told(self) -> tuple[MarkedSentence, ...]:
        """The sentences that claims may come from: headline and body."""
        return tuple(sentence for sentence in self.sentences if sentence.role in {"body", "headline"})

    def sentence_at(self, offset: int) -> MarkedSentence:
        return self.sentences[max(0, bisect_right(self.at.starts, offset) - 1)]

    def actor_mark_of(self, token: Token) -> ActorMark | None:
        """The smallest actor mark that covers the token."""
        return self.at.actors.get(token.idx)

    def actor_of(self, token: Token) -> Actor | None:
        mark = self.actor_mark_of(token)
        return mark.actor if mark else None

    def place_mark_of(self, token: Token) -> PlaceMark | None:
        """The place at the token, where it is one: a state that acts there is an actor, not a place."""
        place = self.at.places.get(token.idx)
        if place is None or place.use == "associative":
            return None
        acting = self.at.actors.get(token.idx)
        return None if acting is not None and acting.kind in {"state", "government"} else place

    def date_mark_of(self, token: Token) -> DateMark | None:
        return self.at.dates.get(token.idx)

    def speaker_at(self, offset: int) -> SpeakerMark | None:
        """The innermost attribution whose content holds the offset."""
        if offset in self.at.offsets:
            return self.at.speakers.get(offset)
        holding = [mark for mark in self.speakers if any(start <= offset < end for start, end in mark.content)]
        return min(holding, key=lambda mark: (width(mark.content), is_outer(mark)), default=None)

    def modality_at(self, offset: int) -> ModalityMark | None:
        """The modality of the innermost clause that holds the offset; null where nothing marks it: CT+."""
        if offset in self.at.offsets:
            return self.at.modalities.get(offset)
        holding = [mark for mark in self.modalities if mark.scope[0] <= offset < mark.scope[1]]
        return min(holding, key=lambda mark: mark.scope[1] - mark.scope[0], default=None)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Of each word's first code point, the smallest mark of a kind there: asked for many times, made once.

    ``starts`` are those of the sentences, ``offsets`` those of all words.
    """

    starts: tuple[int, ...]
    offsets: frozenset[int]
    dates: dict[int, DateMark]
    places: dict[int, PlaceMark]
    actors: dict[int, ActorMark]
    speakers: dict[int, SpeakerMark]
    sources: dict[int, SpeakerMark]
    modalities: dict[int, ModalityMark]


def lookup_of(marked: MarkedReport) -> Lookup:
    offsets = marked.doc.offsets
    return Lookup(
        tuple(sentence.start for sentence in marked.sentences),
        frozenset(offsets),
        smallest_at(offsets, marked.dates, own_place),
        smallest_at(offsets, marked.places, own_place),
        smallest_at(offsets, marked.actors, own_place),
        smallest_at(offsets, sorted(marked.speakers, key=is_outer), lambda mark: mark.content),
        smallest_at(offsets, marked.speakers, lambda mark: mark.source),
        smallest_at(offsets, marked.modalities, lambda mark: (mark.scope,)),
    )


def own_place(mark: Mark) -> Pieces:
    return ((mark.start, mark.end),)


def width(pieces: Pieces) -> int:
    return sum(end - start for start, end in pieces)


def is_outer(speaker: SpeakerMark) -> bool:
    """Of two that vouch for the same words, who is cited is the inner one, and whose claim it is."""
    return speaker.rule not in {"cited", "noun"}


def smallest_at(offsets: list[int], marks: Sequence[M], pieces_of: Callable[[M], Pieces]) -> dict[int, M]:
    """Of two that are alike, the first. ``offsets`` are in order."""
    known: dict[int, M] = {}
    spread = [(pieces_of(mark), mark) for mark in marks]
    for pieces, mark in sorted(spread, key=lambda one: width(one[0])):
        for start, end in pieces:
            for offset in offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]:
                known.setdefault(offset, mark)
    return known


def covering(marks: Sequence[M], offset: int) -> M | None:
    """The smallest mark that covers the offset. ``marks`` are sorted by start."""
    before = marks[: bisect_right(marks, offset, key=lambda mark: mark.start)]
    return min((mark for mark in before if offset < mark.end), key=lambda mark: mark.end - mark.start, default=None)


def sorted_into(marks: Sequence[M], spans: Sequence[Span]) -> list[tuple[M, ...]]:
    """The marks that begin in each of the spans. ``marks`` are sorted by start."""
    starts = [mark.start for mark in marks]
    bounds = [(bisect_left(starts, span.start_char), bisect_left(starts, span.end_char)) for span in spans]
    return [tuple(marks[low:high]) for low, high in bounds]


def marks_of_kind(marked: MarkedReport, kind: str) -> Sequence[AnyMark]:
    by_kind: dict[str, Sequence[AnyMark]] = {
        "date": marked.dates,
        "place": marked.places,
        "actor": marked.actors,
        "number": marked.numbers,
        "speaker": marked.speakers,
        "modality": marked.modalities,
    }
    return by_kind[kind]
