"""One fact told twice in one report is one claim: the body's, with the headline's words as further evidence."""

from truceline.model.claims import AnyClaim
from truceline.understand.marked_sentence import MarkedReport


def without_repetition(marked: MarkedReport, claims: list[AnyClaim]) -> list[AnyClaim]:
    return claims
