"""What an attribution does: states, claims, denies, demands, promises, accuses, keeps silent."""

from itertools import pairwise

from truceline.model.claims.statements import StatementFunction
from truceline.understand.markers.speaker_parts.attribution import Attribution
from truceline.understand.markers.speaker_parts.carried_on import RULE as CARRIED_ON
from truceline.understand.markers.speaker_parts.cue_words import is_withholding
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

CONDITIONS = frozenset({"unless", "until"})


def function_of(found: Attribution) -> StatementFunction:
    if found.function != "statement":
        return found.function
    if found.rule == CARRIED_ON:
        return content_function(found)
    if is_withholding(found.verb) or is_neither_nor(found.verb) or says_nothing(found):
        return "non_disclosure"
    if found.verb.low_lemma == "rule" and found.rule == "object":
        return "denial"  # "ruled out any talks"
    if found.verb.low_lemma == "insist" and asks_for(found):
        return "demand"
    if found.verb.low_lemma == "call" and found.rule == "object":
        return "statement"  # "called the truce a trick" names, "called for a truce" demands
    given = speech_words().functions.get(found.verb.low_lemma, "statement")
    return content_function(found) if given == "statement" else given


def is_neither_nor(verb: Token) -> bool:
    """ "Neither confirmed nor denied the report"."""
    return verb.dep_ == "conj" and any(child.lower_ == "nor" for child in verb.head.rights)


def says_nothing(found: Attribution) -> bool:
    """ "Has said nothing", "said nothing about its losses"."""
    said = [token.lower_ for start, end in found.content for token in found.verb.doc[start:end]]
    return said[:1] == ["nothing"] and (len(said) == 1 or said[1] in {"about", "of", "on"})


def asks_for(found: Attribution) -> bool:
    """ "insisted on a vote", "insists that the prisoners be freed": a bare verb after its subject."""
    if found.rule == "preposition":
        return True
    clause = next((child for child in found.verb.children if child.dep_ == "ccomp"), None)
    if clause is None:
        return False
    first = next((child for child in clause.children if child.dep_ in {"aux", "auxpass"}), clause)
    return first.tag_ == "VB" or first.lower_ in {"must", "should"}


def content_function(found: Attribution) -> StatementFunction:
    """What the said words themselves do, where the cue is neutral."""
    said = [token for start, end in found.content for token in found.verb.doc[start:end]]
    if is_conditional(said):
        return "condition"
    if any(token.lower_ in speech_words().lists["denying_words"] for token in said):
        return "denial"
    return "promise" if is_promise(said) else "statement"


def is_conditional(said: list[Token]) -> bool:
    """What is said holds only on a condition: "only when", "unless", "as long as"."""
    low = [token.lower_ for token in said]
    if any(word in CONDITIONS and not sets_a_day(token) for word, token in zip(low, said, strict=True)):
        return True
    if any(a == "only" and b in {"when", "if", "after", "once"} for a, b in pairwise(low)):
        return True
    return "only" in low and any(token.lower_ in {"when", "if"} and token.dep_ in {"mark", "advmod"} for token in said)


def sets_a_day(step: Token) -> bool:
    """ "Until 31 May": how long, not on what terms."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in step.children)


def is_promise(said: list[Token]) -> bool:
    """ "we will respond": the speakers' own act to come."""
    return any(a.lower_ in {"we", "i"} and b.lower_ in {"will", "shall", "'ll", "’ll"} for a, b in pairwise(said))


def medium_of(found: Attribution) -> str | None:
    """Where it was said, as written: "statement" of "said in a statement"."""
    media = speech_words().lists["media"]
    for child in found.verb.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "on", "at", "by", "via", "through"}:
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.low_lemma in media:
                    return obj.lower_
    return None
