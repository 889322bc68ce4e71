"""Acts that are done by being refused: "the plan was rejected", "they were refused visas"."""

from truceline.model.claim import Factuality
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token


def is_asked(sentence: MarkedSentence) -> bool:
    return sentence.span.text.rstrip(" \n\"”'").endswith("?")


def certainty_of_act(cue: Token, marked: MarkedReport) -> Factuality | None:
    """CT+ where only the word itself made it look undone; null where the marks are right."""
    modality = marked.modality_at(cue.idx)
    return "CT+" if modality is not None and modality.rule == "cancelled" and modality.start == cue.idx else None
