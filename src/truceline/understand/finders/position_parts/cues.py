"""Stands that a verb gives: "demanded that", "called on X to", "refused to", "threatened to"."""

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import first_said
from truceline.understand.finders.position_parts.addressees import addressee_of
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.fitting import FITS, complement
from truceline.understand.finders.position_parts.holders import KIND, holder_of
from truceline.understand.finders.position_parts.set_phrases import by_going_to, by_out_of_question, by_set_phrase
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.finders.position_parts.vows import by_readiness, by_vow
from truceline.understand.finders.position_parts.will import by_no, by_threatening_will, by_warned_aside, by_will_not
from truceline.understand.grammar import (
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

STANCES: tuple[Stance, ...] = ("refusal", "demand", "call", "offer", "acceptance", "threat")


def verb_stand(verb: Token, marked: MarkedReport) -> Stand | None:
    if verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return by_misread_noun(verb, marked)
    for reading in (
        by_set_phrase,
        by_list,
        by_going_to,
        by_out_of_question,
        by_vow,
        by_readiness,
        by_will_not,
        by_no,
        by_threatening_will,
        by_warned_aside,
    ):
        found = reading(verb, marked)
        if found is not None:
            return found
    return None


def by_list(verb: Token, marked: MarkedReport) -> Stand | None:
    stance = first_said(verb, KIND, STANCES)
    holder = holder_of(verb, marked) if stance is not None else None
    if stance is None or holder is None or not fits(verb, stance, holder, marked):
        return None
    if is_negated(verb):
        return negated(verb, stance, holder)
    rule = f"{stance}-verb"
    if stance == "threat":
        stance, rule = threat_or_call(verb)
    return Stand(stance, verb, rule, holder, None, contents(verb), addressee_of(verb, stance, marked))


def negated(verb: Token, stance: Stance, holder: Token) -> Stand | None:
    """ "Did not accept" refuses; "did not rule out" or "is not asking for" takes no stand."""
    if stance not in {"acceptance"}:
        return None
    return Stand("refusal", verb, "not-accepted", holder, None, contents(verb))


def contents(verb: Token) -> tuple[Token, ...]:
    if is_passive(verb) and subjects(verb):
        return (*subjects(verb)[:1], *content_heads(verb))
    return content_heads(verb)


def fits(verb: Token, stance: Stance, holder: Token, marked: MarkedReport) -> bool:
    check = FITS.get(stance)
    return check is None or check(verb, holder, marked)


def threat_or_call(verb: Token) -> tuple[Stance, str]:
    """ "Warned X to stay away" asks for something; "warned that it would" threatens."""
    inner = complement(verb, "xcomp")
    against = bool(prepositional_objects(verb, "against"))
    if verb.lemma_ in {"warn", "caution"} and (inner is not None or against):
        return "call", "warned-to"
    return "threat", "threat-verb"


def by_misread_noun(token: Token, marked: MarkedReport) -> Stand | None:
    """ "Damascus demands that ...": the parse takes the verb for a plural noun."""
    stance = MISREAD.get(token.lower_)
    if stance is None or token.tag_ not in {"NNS", "NNP", "NNPS"} or token.dep_ not in {"ROOT", "ccomp", "conj"}:
        return None
    before = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.i < token.i]
    content = tuple(child for child in token.children if child.dep_ in {"relcl", "ccomp", "acl", "prep", "dobj"})
    if not before or not content or marked.actor_mark_of(before[-1]) is None:
        return None
    return Stand(stance, token, f"{stance}-verb", before[-1], None, content)


MISREAD: dict[str, Stance] = {
    "demands": "demand", "calls": "call", "urges": "call", "offers": "offer", "rejects": "refusal",
    "appeals": "call", "threatens": "threat", "refuses": "refusal",
}  # fmt: skip
