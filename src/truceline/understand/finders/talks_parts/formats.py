"""In which format parties met, and with what outcome, by the words beside."""

import re

from truceline.model.claims.talks import TalksFormat, TalksOutcome, TalksStatus
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.talks_parts.meetings import is_aside
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.tokens import Token

FORMATS: tuple[TalksFormat, ...] = (
    "phone", "video", "letter", "trilateral", "proximity", "separate", "shuttle", "face_to_face", "multilateral",
    "mediation_body",
)  # fmt: skip
OUTCOMES: tuple[TalksOutcome, ...] = (
    "failed", "ceasefire_agreed", "partial_agreement", "process_agreement", "statement_only",
)  # fmt: skip


def format_of(tokens: list[Token]) -> TalksFormat:
    tokens = [token for token in tokens if not (is_opening_adverb(token) or is_of_another(token) or is_aside(token))]
    near = {token.lower_ for token in tokens} | {lemma_of(token) for token in tokens}
    text = re.sub(r"\s*-\s*", "-", " ".join(token.lower_ for token in tokens))
    for name in FORMATS:
        if any(word in near or (not word.isalpha() and word in text) for word in word_set(KIND, f"format_{name}")):
            return name
    return "unknown"


def is_opening_adverb(token: Token) -> bool:
    """ "Separately, talks with the dissidents go on"."""
    return token.is_sent_start and token.pos_ == "ADV" and token.nbor(1).text == ","


def is_of_another(token: Token) -> bool:
    """ "At a separate meeting", "a separate statement": another one, and nobody is kept apart."""
    return token.lower_ == "separate" and token.dep_ == "amod" and token.head.tag_ in {"NN", "NNP"}


def outcome_of(status: TalksStatus, sentence_text: str) -> TalksOutcome:
    if status in {"planned", "proposed", "ongoing"}:
        return "not_yet"
    if status in {"ruled_out", "refused", "cancelled", "postponed", "did_not_take_place", "standing_body"}:
        return "not_applicable"
    text = sentence_text.lower()
    for name in OUTCOMES:
        if any(phrase in text for phrase in word_set(KIND, f"outcome_{name}")):
            return name
    return "failed" if status == "collapsed" else "none_reported"
