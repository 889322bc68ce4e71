"""Reports that somebody denies or calls untrue: "brushed off claims that it shelled X", "the charges were false"."""

from truceline.understand.markers.modality_parts.own_words import modal_words
from truceline.understand.tokens import Token

COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})


def denial_of(report: Token) -> Token | None:
    """The word that denies what ``report`` tells."""
    verb = report.head
    lists = modal_words()
    if report.dep_ == "dobj" and verb.lemma_ in lists["denials"]:
        return verb
    if report.dep_ == "pobj" and verb.head.lemma_ in lists["denied_behind"]:
        return verb.head  # "scoffed at reports that", "poured scorn on claims that"
    if report.low_lemma not in lists["reports"]:
        return None
    if report.dep_ == "dobj" and is_waved_away(verb, lists):
        return verb
    return verb if report.dep_ in {"nsubj", "nsubjpass", "dobj"} and is_untrue(verb, lists) else None


def is_waved_away(verb: Token, lists: dict[str, frozenset[str]]) -> bool:
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "prep"}}
    return verb.lemma_ in lists["waved"] and bool(particles & {"off", "away", "aside", "down", "out"})


def is_untrue(verb: Token, lists: dict[str, frozenset[str]]) -> bool:
    """ "Were false", "called a lie", "dismissed as propaganda"."""
    said = [child for child in verb.children if child.dep_ in COMPLEMENTS]
    if verb.lemma_ in modal_words()["calling"]:
        said += [obj for child in verb.children if child.lower_ == "as" for obj in child.children]
    elif verb.lemma_ != "be" and verb.dep_ not in {"ccomp", "ROOT"}:
        return False
    return any(token.low_lemma in lists["untrue"] for token in said)
