"""Vows and readiness: "vowed to avenge", "pledged $45 million", "is ready to release"."""

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.position_parts.addressees import addressee_of
from truceline.understand.finders.position_parts.content import content_heads
from truceline.understand.finders.position_parts.fitting import complement, is_two_sided
from truceline.understand.finders.position_parts.holders import KIND, holder_of
from truceline.understand.finders.position_parts.stand import Stand
from truceline.understand.grammar import is_negated, is_passive, prepositional_objects, will_or_may
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "vows")
def by_vow(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Vowed to crush", "vowed not to leave", "pledged $45 million"."""
    if not says(verb, KIND, "vows") or is_passive(verb):
        return None
    holder = holder_of(verb, marked)
    inner = complement(verb, "xcomp", "ccomp")
    if holder is None or is_negated(verb) or (inner is not None and is_told_as_true(inner)):
        return None
    heads = content_heads(verb)
    if inner is None:
        return vowed_thing(verb, holder)
    if is_negated(inner):
        if lemma_of(verb) == "undertake" and is_two_sided(holder):
            return None  # what both undertook are the terms of a deal
        fights = {lemma_of(thing) for thing in done_to(inner)} & word_set(KIND, "warfare")
        peaceful = (
            lemma_of(inner) in word_set(KIND, "harmful")
            or says(inner, KIND, "refusal")
            or (lemma_of(inner) == "launch" and bool(fights))
        )
        stance: Stance = "offer" if peaceful else "refusal"
        return Stand(stance, verb, "vowed-not-to", holder, None, heads)
    is_told = bool({lemma_of(thing) for thing in done_to(inner)} & word_set(KIND, "not_offered"))
    promises = lemma_of(verb) in {"promise", "pledge", "undertake"}
    promised = promises and not is_told and lemma_of(inner) in word_set(KIND, "promised")
    if promised or is_promise_to_stop(verb, inner):
        return Stand("offer", verb, "promised-to", holder, None, heads)
    threatening = {lemma_of(inner), *(lemma_of(child) for child in inner.children if child.dep_ == "xcomp")}
    goes_on = lemma_of(inner) in word_set(KIND, "going_on") and any(
        lemma_of(token) in word_set(KIND, "warfare") for token in inner.subtree
    )
    if goes_on or threatening & word_set(KIND, "threatening"):
        return Stand("threat", verb, "vowed-to", holder, None, heads, addressee_of(inner, "threat", marked))
    return None


def is_promise_to_stop(verb: Token, inner: Token) -> bool:
    """ "Undertook to suspend kidnappings", "swore to stop fighting"; not "vowed to stop the rebels' attacks"."""
    stops = lemma_of(inner) in word_set("ceasefires", "halt_verbs")
    things = [child for child in inner.rights if child.dep_ in {"dobj", "xcomp"}]
    bare = bool(things) and things[0].left_edge == things[0] and things[0].lower_ in word_set("ceasefires", "fighting")
    return stops and (lemma_of(verb) == "undertake" or bare)


def is_told_as_true(inner: Token) -> bool:
    """ "Swore that he had never met them", "vowed that the door was not shut": how things are, no stand."""
    return inner.dep_ == "ccomp" and inner.helpers.isdisjoint(will_or_may())


def vowed_thing(verb: Token, holder: Token) -> Stand | None:
    """ "Pledged $45 million", "promised a harsh response"."""
    things = done_to(verb)
    if {lemma_of(thing) for thing in things} & word_set(KIND, "answers"):
        return Stand("threat", verb, "vowed-answer", holder, None, content_heads(verb))
    is_gift = any(lemma_of(thing) in word_set(KIND, "gifts") or thing.text == "$" for thing in things)
    return Stand("offer", verb, "pledged-help", holder, None, content_heads(verb)) if is_gift else None


@begins_with(KIND, "ready")
def by_readiness(verb: Token, marked: MarkedReport) -> Stand | None:
    """ "Is ready to release", "was willing to talk", "is open to talks"."""
    if lemma_of(verb) not in word_set(KIND, "ready") or verb.dep_ not in {"acomp", "conj", "xcomp"}:
        return None
    if verb.tag_ == "VB":
        return None  # "agreed to open an office in Cairo"
    governor = verb.head
    inner = complement(verb, "xcomp")
    steps = ("to", "for", "in") if is_negated(governor) else ("to", "for")  # "not interested in autonomy"
    if governor.pos_ not in {"AUX", "VERB"} or (inner is None and not prepositional_objects(verb, *steps)):
        return None
    holder = holder_of(governor, marked)
    if holder is None or not (
        marked.actor_mark_of(holder) or holder.tag_ == "PRP" or lemma_of(holder) in word_set(KIND, "holders")
    ):
        return None
    if lemma_of(governor) in {"get", "make"}:
        return None  # "were getting ready to suspend the talks"
    if is_negated(governor):
        return Stand("refusal", verb, "not-ready", holder, None, content_heads(verb))
    if lemma_of(verb) == "committed" and inner is None:
        return Stand("acceptance", verb, "committed-to", holder, None, content_heads(verb))
    fights = inner is not None and lemma_of(inner) in word_set(KIND, "ready_to_fight")
    return Stand("threat" if fights else "offer", verb, "ready-to", holder, None, content_heads(verb))
