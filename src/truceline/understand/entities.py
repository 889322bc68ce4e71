"""spaCy's entity recogniser, asked about all words at once; it finds what it finds.

Outside an entity its scores hang on the word alone, inside on the word and on where the entity began. By itself it
goes from word to word and looks at each whether any of its moves is allowed, which takes a third of a parse.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

Whole = NDArray[np.int32]
Truth = NDArray[np.bool_]
Scores = NDArray[np.float32]
NONE = -1


class Layer(Protocol):
    def predict(self, values: NDArray[Any]) -> Scores: ...


class Step(Protocol):
    """From the three words that a state of the recogniser is known by to a score for each move."""

    state2vec: Layer
    vec2scores: Layer


@Language.factory("truceline_entities")
class Entities:
    """Stands for the pipeline's own ``ner``; gives what it gives."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.model = cast(Any, nlp.get_pipe("ner")).model
        moves = moves_of(nlp)
        kinds = np.array([kind for kind, _ in moves])
        number = {move: at for at, move in enumerate(moves)}
        self.labels = [label for _, label in moves]
        self.begins, self.ends_at_once, self.outside = (kinds == kind for kind in ("B", "U", "O"))
        self.inside = np.array([number.get(("I", label), NONE) for label in self.labels])
        self.last = np.array([number.get(("L", label), NONE) for label in self.labels])

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            if any(map(len, batch)):
                self.mark(batch)
            yield from batch

    def mark(self, docs: Sequence[Doc]) -> None:
        step = self.model.predict(docs)
        final = np.concatenate([is_final(doc) for doc in docs])
        moves = self.first_moves(step, final, np.concatenate([doc.to_array("IS_SPACE") > 0 for doc in docs]))
        ends = self.ends_of(step, moves, final).tolist()
        labels = [self.labels[move] for move in moves]
        for doc, offset in zip(docs, accumulate(map(len, docs), initial=0), strict=False):
            doc.set_ents(list(entities(doc, offset, labels, ends)), default="outside")

    def first_moves(self, step: Step, final: Truth, space: Truth) -> Whole:
        """The best move at each word that is in no entity yet."""
        outside = np.full(len(final), NONE)
        scores = scores_of(step, np.arange(len(final)), outside)
        scores[:, ~(self.begins | self.ends_at_once | self.outside)] = -np.inf
        scores[np.ix_(final | space, self.begins)] = -np.inf
        scores[np.ix_(space, self.ends_at_once)] = -np.inf
        return cast(Whole, scores.argmax(axis=1))

    def ends_of(self, step: Step, moves: Whole, final: Truth) -> Whole:
        """Where an entity that began at each word would end, exclusive; the word itself where none began."""
        ends = np.arange(len(moves)) + self.ends_at_once[moves]
        starts = np.flatnonzero(self.begins[moves])
        here = starts + 1
        while len(starts):
            scores, rows, begun = scores_of(step, here, starts), np.arange(len(starts)), moves[starts]
            stops = final[here] | (scores[rows, self.last[begun]] > scores[rows, self.inside[begun]])
            ends[starts[stops]] = here[stops] + 1
            starts, here = starts[~stops], here[~stops] + 1
        return cast(Whole, ends)


def entities(doc: Doc, offset: int, labels: Sequence[str], ends: Sequence[int]) -> Iterator[Span]:
    """``offset``: how many words of the batch stand before the doc."""
    here = offset
    while here < offset + len(doc):
        end = ends[here]
        if end > here:
            yield Span(doc, here - offset, end - offset, label=labels[here])
        here = max(here + 1, end)


def scores_of(step: Step, words: NDArray[Any], starts: NDArray[Any]) -> Scores:
    """Every move's score at words of the batch in entities that began at ``starts``; -1: in none."""
    before = np.where(starts == NONE, NONE, words - 1)
    features = np.stack([words, starts, before], axis=1).astype(np.int32)
    return step.vec2scores.predict(step.state2vec.predict(features))


def is_final(doc: Doc) -> Truth:
    """The words behind which an entity cannot go on: the last of each sentence."""
    starts: Truth = doc.to_array("SENT_START") == 1
    return np.append(starts[1:], len(doc) > 0)[: len(doc)]


def moves_of(nlp: Language) -> list[tuple[str, str]]:
    """Kind (B, I, L, U, O) and label of each; "U" without a label is for words that others have ruled out."""
    moves = cast(Any, nlp.get_pipe("ner")).moves
    names = [moves.get_class_name(number).partition("-") for number in range(moves.n_moves)]
    return [(kind if label or kind == "O" else "", label) for kind, _, label in names]


def can_ask_at_once(nlp: Language) -> bool:
    """The recogniser decides greedily, on the three words named here, and nothing has marked entities before it."""
    if "ner" not in nlp.pipe_names or "entity_ruler" in nlp.pipe_names:
        return False
    ner = cast(Any, nlp.get_pipe("ner"))
    greedy = type(ner).__name__ == "EntityRecognizer" and ner.cfg["beam_width"] == 1
    if not greedy or not ner.model.attrs.get("has_upper") or ner.model.attrs.get("unseen_classes"):
        return False
    known = {kind for kind, _ in moves_of(nlp)} <= {"B", "I", "L", "U", "O", ""}
    return known and ner.model.get_ref("lower").get_dim("nF") == 3
