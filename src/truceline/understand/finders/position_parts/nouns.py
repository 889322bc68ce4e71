"""Stands that a noun gives: "his offer of talks", "the king's demand", "Tripoli's rejection of any role"."""

from functools import lru_cache

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.position_parts.holders import KIND, can_hold, holder_of, party_speaking
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import by_agents, is_passive, prepositional_objects, subjects
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
    if owner is None or tells_nothing(noun, stance, content):
        return None
    return Stand(stance, noun, f"{stance}-noun", owner, None, content)


def tells_nothing(noun: Token, stance: Stance, content: tuple[Token, ...]) -> bool:
    """ "Following an appeal by the minister": for what is not said; or another word of the clause tells it."""
    if stance == "call" and all(child.dep_ == "prep" and child.lower_ in {"by", "from"} for child in content):
        return True
    if stance == "threat" and all(is_source(child) for child in content):
        return True
    return is_named_by_clause(noun, content) or (stance == "call" and is_no_plea(noun))


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


def behind_the_thing(noun: Token) -> list[Token]:
    """ "The rejection of the plan by the rebels": the parse hangs who rejects it on the plan."""
    if lemma_of(noun) not in word_set(KIND, "refusal_nouns") | word_set(KIND, "acceptance_nouns"):
        return []
    return [token for thing in prepositional_objects(noun, "of") for token in prepositional_objects(thing, "by")]


def makers(noun: Token) -> list[Token]:
    """ "An appeal it had made on Sunday for a truce": who made it."""
    made = [child for child in noun.children if child.dep_ in {"relcl", "acl"} and is_voiced(child)]
    doing = [token for clause in made if not is_passive(clause) for token in subjects(clause)]
    return [token for token in doing if token.tag_ not in {"WDT", "WP"}] + [
        token for clause in made for token in by_agents(clause)
    ]


def is_no_plea(noun: Token) -> bool:
    """ "A call made to his mother", "an appeal lodged against his sentence"."""
    words = noun.doc.tokens[noun.i + 1 : noun.right_edge.i + 1]
    asked = any(word.lower_ == "for" or word.tag_ == "TO" for word in words)
    made = any(child.dep_ in {"acl", "relcl"} and lemma_of(child) == "make" for child in noun.children)
    against = any(word.lower_ == "against" for word in words)
    return not asked and (against or (made and lemma_of(noun) == "call"))


def is_named_by_clause(noun: Token, content: tuple[Token, ...]) -> bool:
    """ "A demand raised by the rebels is autonomy": what is asked is told by the clause, which is read by itself."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    told = lemma_of(above) in word_set(KIND, "holding_terms") and lemma_of(noun) in word_set(KIND, "named_stands")
    return told and all(is_voiced(one) for one in content)


def is_voiced(clause: Token) -> bool:
    """ "A demand raised by the rebels", "an appeal he made"."""
    return lemma_of(clause) in word_set(KIND, "voicing")


def owner_noun(noun: Token, marked: MarkedReport) -> Token | None:
    """The possessor, a nation's adjective, "by X"; else who utters it: "issued an ultimatum"."""
    beside = [child for child in noun.children if child.dep_ in OWNERS and marked.actor_mark_of(child) is not None]
    beside += [token for token in prepositional_objects(noun, "by", "from") if can_hold(token, marked)]
    beside += of_whom(noun, marked)
    beside += [token for token in behind_the_thing(noun) if can_hold(token, marked)]
    beside += [token for token in makers(noun) if can_hold(token, marked)]
    if beside:
        return beside[0]
    verb = noun.head
    own = {child.lower_ for child in noun.children}
    if noun.dep_ == "dobj" and verb.lemma_ in word_set(KIND, "issuing") and not own & {"no"}:
        return holder_of(verb, marked)
    return None
