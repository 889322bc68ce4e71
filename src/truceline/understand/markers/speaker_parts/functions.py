"""What an attribution does: states, claims, denies, demands, promises, accuses, keeps silent."""

from itertools import pairwise

from truceline.model.claims.statements import StatementFunction
from truceline.understand.markers.speaker_parts.attribution import Attribution
from truceline.understand.markers.speaker_parts.cue_words import is_withholding
from truceline.understand.markers.speaker_parts.speech_words import speech_words

CONDITIONS = frozenset({"unless", "until"})


def function_of(found: Attribution) -> StatementFunction:
    if found.function != "statement":
        return found.function
    if is_withholding(found.verb):
        return "non_disclosure"
    given = speech_words().functions.get(found.verb.lemma_.lower(), "statement")
    if given == "statement" and is_conditional(found):
        return "condition"
    return given


def is_conditional(found: Attribution) -> bool:
    """What is said holds only on a condition: "only when", "unless", "as long as"."""
    for start, end in found.content:
        said = found.verb.doc[start:end]
        low = [token.lower_ for token in said]
        if any(word in CONDITIONS for word in low):
            return True
        if any(a == "only" and b in {"when", "if", "after"} for a, b in pairwise(low)):
            return True
        if "only" in low and any(token.lower_ in {"when", "if"} and token.dep_ in {"mark", "advmod"} for token in said):
            return True
    return False


def medium_of(found: Attribution) -> str | None:
    """Where it was said, as written: "statement" of "said in a statement"."""
    media = speech_words().lists["media"]
    for child in found.verb.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "on", "at", "by", "via", "through"}:
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.lemma_.lower() in media:
                    return obj.lower_
    return None
