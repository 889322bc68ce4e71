"""Stands that a noun gives: "his offer of talks", "the king's demand", "Tripoli's rejection of any role"."""

from functools import lru_cache

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.position_parts.holders import KIND, can_hold, holder_of, party_speaking
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import grammar_words, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.markers.speaker_parts.noun_cues import is_asked_by_press
from truceline.understand.tokens import Token

NOUNS: tuple[Stance, ...] = ("offer", "demand", "call", "refusal", "acceptance", "threat")
OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
CONTENT = frozenset({"prep", "acl", "relcl", "ccomp", "xcomp"})


def no_without_stand(noun: Token, marked: MarkedReport) -> Stand | None:
    """ "No withdrawal, no negotiations", said by a side."""
    if "no" not in noun.sent.forms or noun.left_edge.lower_ != "no" or noun.i + 2 >= noun.sent.end:
        return None
    comma, no = noun.nbor(1), noun.nbor(2)
    second = no.head if no.lower_ == "no" and no.dep_ == "det" else None
    known = second is not None and {lemma_of(noun), lemma_of(second)} <= word_set(KIND, "refusable")
    party = party_speaking(noun, marked) if comma.text == "," and known else None
    if second is None or party is None:
        return None
    return Stand("condition", noun, "no-without", None, party, (noun, second))


def noun_stand(noun: Token, marked: MarkedReport) -> Stand | None:
    if noun.pos_ != "NOUN":
        return None
    if (terms := no_without_stand(noun, marked)) is not None:
        return terms
    stance = stance_nouns().get(noun.base)
    if stance is None:
        return None
    content = tuple(child for child in noun.children if child.dep_ in CONTENT and child.i > noun.i)
    content = content or infinitive_after(noun)
    beside = {child.lower_ for child in noun.children}
    if not content or beside & word_set(KIND, "calls_otherwise") or is_asked_by_press(noun):
        return None
    owner = owner_noun(noun, marked)
    if stance == "call" and all(child.dep_ == "prep" and child.lower_ in {"by", "from"} for child in content):
        return None  # "following an appeal by the minister"
    if owner is None or (stance == "threat" and all(is_source(child) for child in content)):
        return None
    return Stand(stance, noun, f"{stance}-noun", owner, None, content)


@lru_cache(maxsize=1)
def stance_nouns() -> dict[str, Stance]:
    """Noun to stance; the first list that holds it decides."""
    return {noun: stance for stance in reversed(NOUNS) for noun in word_set(KIND, f"{stance}_nouns")}


def is_source(step: Token) -> bool:
    """ "Threats from X": nothing says what is threatened."""
    return step.dep_ == "prep" and step.lower_ in {"from", "by", "against", "to"}


def infinitive_after(noun: Token) -> tuple[Token, ...]:
    """ "The king's offer to let them": the parse hangs the infinitive elsewhere."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return (after[1],) if len(after) == 2 and after[0].tag_ == "TO" and after[1].tag_ == "VB" else ()


def of_whom(noun: Token, marked: MarkedReport) -> list[Token]:
    """ "The demand of the movement for another mediator": whose, where what is asked stands behind "for" or "that"."""
    asked = any(child.lower_ == "for" or child.dep_ in {"acl", "ccomp"} for child in noun.children)
    whose = prepositional_objects(noun, "of") if asked else []
    return [token for token in whose if marked.actor_mark_of(token) is not None and can_hold(token, marked)]


def makers(noun: Token) -> list[Token]:
    """ "An appeal it had made on Sunday for a truce": who made it."""
    clauses = [child for child in noun.children if child.dep_ == "relcl" and not is_passive(child)]
    made = [clause for clause in clauses if clause.lemma_ in grammar_words("making_of_asking")]
    return [token for clause in made for token in subjects(clause) if token.tag_ not in {"WDT", "WP"}]


def owner_noun(noun: Token, marked: MarkedReport) -> Token | None:
    """The possessor, a nation's adjective, "by X"; else who utters it: "issued an ultimatum"."""
    beside = [child for child in noun.children if child.dep_ in OWNERS and marked.actor_mark_of(child) is not None]
    beside += [token for token in prepositional_objects(noun, "by", "from") if can_hold(token, marked)]
    beside += of_whom(noun, marked)
    beside += [token for token in makers(noun) if can_hold(token, marked)]
    if beside:
        return beside[0]
    verb = noun.head
    own = {child.lower_ for child in noun.children}
    if noun.dep_ == "dobj" and verb.lemma_ in word_set(KIND, "issuing") and not own & {"no"}:
        return holder_of(verb, marked)
    return None
