"""Stands that a set phrase gives: "turned a deaf ear to", "gave its consent to", "made it conditional on"."""

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.position_parts.addressees import addressee_of
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.fitting import has_if, is_nothing_less
from truceline.understand.finders.position_parts.holders import KIND, can_hold, holder_of, party_speaking
from truceline.understand.finders.position_parts.nouns import owner_noun
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import (
    direct_objects,
    has_no,
    is_done_by_nobody,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

PHRASES: tuple[tuple[str, Stance], ...] = (
    ("condition_phrases", "condition"), ("refusal_phrases", "refusal"), ("acceptance_phrases", "acceptance"),
    ("demand_phrases", "demand"), ("call_phrases", "call"), ("offer_phrases", "offer"), ("threat_phrases", "threat"),
)  # fmt: skip
QUOTES = frozenset({'"', "“", "”", "''", "``"})
PHRASE_LISTS = tuple(name for name, _ in PHRASES)


@begins_with(KIND, *PHRASE_LISTS, also=("condition",))
def by_set_phrase(verb: Token, marked: MarkedReport) -> Stand | None:
    """A phrase that is denied takes no stand, save an acceptance: "has not signed off on" refuses nothing yet."""
    if verb.dep_ in {"aux", "auxpass"}:
        return None  # "has so far met none of them"
    name = first_said(verb, KIND, PHRASE_LISTS)
    stance = dict(PHRASES)[name] if name is not None else None
    if stance is None and is_conditioned(verb):
        stance = "condition"
    if stance is None or is_negated(verb) or is_passive(verb) or is_done_by_nobody(verb):
        return None
    holder = holder_of(verb, marked)
    if holder is None or wants_others_out(verb) or throws_people(verb) or is_no_stand(verb):
        return None
    if stance == "condition" and (any(map(has_no, direct_objects(verb))) or is_of_somebody(verb, marked)):
        return None  # "set no conditions", "linked the army to the raid"
    if stance == "offer" and is_to_fight(verb):
        stance = "threat"
    if stance == "acceptance" and is_nothing_less(verb):
        return Stand("demand", verb, "nothing-less", holder, None, content_heads(verb))
    return Stand(
        stance, verb, f"{stance}-phrase", holder, None, content_heads(verb), addressee_of(verb, stance, marked)
    )


@begins_with(KIND, also=("make",))
def by_making_term(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Made direct talks a precondition for any pullback", "make it a condition for going on"."""
    terms = (child for child in verb.rights if lemma_of(child) in word_set(KIND, "named_terms"))
    term = next((child for child in terms if prepositional_objects(child, "for", "of", "to")), None)
    made = (*direct_objects(verb), *subjects(term)) if term is not None else ()
    named = term is not None and (term.dep_ == "ccomp" or any(thing.i < term.i for thing in made))
    holder = holder_of(verb, marked) if named and not is_negated(verb) and not is_passive(verb) else None
    return Stand("condition", verb, "made-term", holder, None, content_heads(verb)) if holder is not None else None


def is_of_somebody(verb: Token, marked: MarkedReport) -> bool:
    """ "Linked the army to the raid": said of a side; "linked the release to a truce" sets terms."""
    tied = lemma_of(verb) in word_set(KIND, "tying")
    return tied and any(marked.actor_mark_of(thing) is not None for thing in direct_objects(verb))


def is_no_stand(verb: Token) -> bool:
    """ "Turned back six boats", "issued a travel warning", "has no intention of capturing the town"."""
    if lemma_of(verb) == "turn" and verb.nbor(1).lower_ == "back":
        return True
    warned = {lemma_of(word) for thing in direct_objects(verb) for word in (thing, *thing.children)}
    if warned & word_set(KIND, "warnings_of"):
        return True
    unmeant = (word for word in verb.subtree if word.dep_ == "pcomp" and word.head.lower_ == "of")
    return any(lemma_of(deed) in word_set(KIND, "harmful") for deed in unmeant)


def is_to_fight(verb: Token) -> bool:
    """ "Stand ready to resume the offensive"."""
    deed = next((word for word in verb.subtree if word.tag_ == "VB" and word.i > verb.i), None)
    if deed is None:
        return False
    fights = {lemma_of(thing) for thing in direct_objects(deed)} & word_set(KIND, "warfare")
    return lemma_of(deed) in word_set(KIND, "ready_to_fight") or bool(fights)


def wants_others_out(verb: Token) -> bool:
    """ "Wants Ukraine out of the Donbas", "want him out", "wants to walk out": not out itself."""
    others = verb.i + 1 < verb.sent.end and verb.nbor(1).pos_ in {"PROPN", "PRON", "PART"}
    none = {token.lower_ for token in direct_objects(verb)} <= {"nothing", "none", "part", "no"}
    return lemma_of(verb) == "want" and not (none and verb.nbor(1).lower_ != "to") and (others or not none)


def throws_people(verb: Token) -> bool:
    """ "Had thrown the invaders out": driven out, not turned down."""
    objects = {lemma_of(token) for token in done_to(verb) if token.lower_ not in {"that", "which"}}
    if verb.dep_ in {"relcl", "acl"}:
        objects.add(lemma_of(verb.head))
    return (
        lemma_of(verb) == "throw"
        and bool(objects)
        and objects.isdisjoint(word_set(KIND, "plans") | word_set(KIND, "thrown"))
    )


def is_conditioned(verb: Token) -> bool:
    """ "Conditioned the release of the soldiers on a halt": the term stands far behind the verb."""
    if lemma_of(verb) != "condition":
        return False
    steps = [verb, *(child for child in verb.children if child.dep_ == "dobj"), *direct_objects(verb)]
    return any(prepositional_objects(step, "on", "upon") for step in steps)


def is_of_deed(verb: Token) -> bool:
    """ "The strikes on the city are unacceptable", "it is unacceptable that troops shelled a clinic": blamed, not
    refused.
    """
    done = {lemma_of(token) for token in subjects(verb)} & word_set("events", "single_deeds")
    told = (child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i)
    return bool(done) or any(clause.tag_ == "VBD" or "have" in clause.helpers for clause in told)


@begins_with(KIND, "being_bound")
def by_not_bound(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "No longer felt bound by the truce", "do not consider themselves bound by it", "is not bound by it"."""
    if "bound" not in verb.sent.forms or verb.dep_ == "relcl":
        return None
    near = verb.doc.tokens[verb.i : verb.i + 5]
    bound = next((token for token in near if token.lower_ == "bound" and token.nbor(1).lower_ in {"by", "to"}), None)
    denied = is_negated(verb) or any(child.lower_ in word_set(KIND, "no_more") for child in verb.children)
    holder = next(iter(subjects(verb)), None) if denied and bound is not None else None
    if holder is None or not can_hold(holder, marked):
        return None
    return Stand("refusal", verb, "not-bound", holder, None, (verb,))


@begins_with(KIND, also=("be",))
def by_conditional_on(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Their acceptance is conditional on a seat in the army", "its stay, the ministry said, was conditional upon"."""
    terms = (child for child in verb.children if child.dep_ == "acomp" and child.lower_ in word_set(KIND, "on_terms"))
    term = next((child for child in terms if prepositional_objects(child, "on", "upon")), None)
    step = term or next((verb for child in verb.children if child.lower_ in word_set(KIND, "on_terms")), None)
    if step is None or is_negated(verb) or not prepositional_objects(step, "on", "upon"):
        return None
    party, noun = party_speaking(verb, marked), next(iter(subjects(verb)), None)
    owner = owner_noun(noun, marked) if noun is not None and party is None else None
    if party is None and owner is None:
        return None
    return Stand("condition", verb, "conditional-on", owner, party, (*subjects(verb)[:1], verb))


@begins_with(KIND, also=("be",))
def by_end_of_talks(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Talks would be over if the last defenders were killed", said by a side."""
    ended = any(lemma_of(child) in word_set(KIND, "over_if") for child in verb.children)
    things = {lemma_of(token) for token in subjects(verb)}
    if not ended or not things & word_set(KIND, "refusable") or verb.helpers.isdisjoint({"will", "would"}):
        return None
    party = party_speaking(verb, marked)
    if party is None or not has_if(verb):
        return None
    return Stand("threat", verb, "ended-if", None, party, (*subjects(verb)[:1], verb))


@begins_with(KIND, "answering")
def by_flat_no(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Out of the question, replied the minister"."""
    words = [token.lower_ for token in verb.sent[:5] if token.text not in QUOTES]
    opening = " ".join(words[:4])
    phrase = next((one for one in word_set(KIND, "flat_noes") if opening.startswith(one)), None)
    if phrase is None or words[len(phrase.split())] not in {",", ".", "!"}:
        return None
    first = next(token for token in verb.sent if token.text not in QUOTES)
    party = party_speaking(first, marked)
    if party is None or first not in verb.subtree:
        return None
    return Stand("refusal", verb, "flat-no", None, party, (first,))


@begins_with(KIND, "refusing")
def by_going_to(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "We are not going to lay down our arms"."""
    going = verb.head
    if verb.dep_ != "xcomp" or lemma_of(going) != "go" or going.tag_ != "VBG" or not is_negated(going):
        return None
    holder = holder_of(going, marked)
    if holder is None or lemma_of(verb) not in word_set(KIND, "refusing"):
        return None
    return Stand("refusal", verb, "not-going-to", holder, None, content_heads(verb))


@begins_with(KIND, also=("be",))
def by_out_of_question(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "A swap is out of the question", "the border is non-negotiable", said by a side."""
    if verb.lemma_ != "be":
        return None
    behind = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 7)]
    words = " ".join(token.lower_ for token in behind if token.text not in QUOTES)
    phrase = next((one for one in word_set(KIND, "out_of_reach") if words.startswith(one)), None)
    if phrase is None or (is_negated(verb) and not phrase.startswith("not ")):
        return None
    party = party_speaking(verb, marked)
    if party is None or (phrase == "unacceptable" and is_of_deed(verb)):
        return None
    return Stand("refusal", verb, "out-of-question", None, party, (*subjects(verb)[:1], verb))
