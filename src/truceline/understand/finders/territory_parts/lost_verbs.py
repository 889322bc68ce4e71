"""Verbs of taking that the parse takes for names: "militants overran Loulouni"."""

from functools import cache

from truceline.understand.finders.clause_parts.phrases import word_set
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import KIND, is_ground
from truceline.understand.finders.territory_parts.holders import is_armed, is_side
from truceline.understand.grammar import direct_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

BEFORE, AFTER = 8, 5  # tokens


@cache
def lost_words() -> frozenset[str]:
    """Without one of these no verb is lost."""
    return word_set(KIND, "gained_forms") | word_set(KIND, "controls")


def lost_verb(token: Token, marked: MarkedReport) -> Change | None:
    """A form that is nothing but a verb, forces before it and ground behind it, whatever the parse makes of them."""
    if token.lower_ not in word_set(KIND, "gained_forms") or token.pos_ in {"VERB", "AUX"}:
        return None
    tokens = token.doc.tokens
    before = tokens[max(token.sent.start, token.i - BEFORE) : token.i]
    behind = tokens[token.i + 1 : min(token.sent.end, token.i + 1 + AFTER)]
    holder = next((one for one in reversed(before) if is_armed(one, marked)), None)
    ground = next((one for one in behind if is_ground(one, marked)), None)
    if holder is None or ground is None:
        return None
    return Change("gained", token, (ground,), "lost-verb", (holder,))


def holding_taken_for_noun(token: Token, marked: MarkedReport) -> Change | None:
    """ "The Taliban control or contest half of X": the parse makes one noun of the holder and the first verb."""
    if token.lower_ not in word_set(KIND, "controls") or token.tag_ != "NN" or token.dep_ not in {"ROOT", "conj"}:
        return None
    holder = next((child for child in token.children if child.dep_ == "compound" and is_side(child, marked)), None)
    verb = next((child for child in token.children if child.dep_ == "conj" and child.tag_ in {"VB", "VBP"}), None)
    grounds = [one for one in direct_objects(verb) if is_ground(one, marked)] if verb is not None else []
    return Change("holds", token, tuple(grounds[:1]), "lost-holding", (holder,)) if holder and grounds else None
