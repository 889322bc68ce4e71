"""Verbs of coming together: "sat down", "were in one room", "returned to the table", "gathered"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.talks_parts.around_verb import (
    PRONOUNS,
    are_armies,
    are_several,
    company,
    has_party,
    is_somewhere,
    own_words,
)
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_counterpart, is_pair, is_party
from truceline.understand.grammar import direct_objects, is_negated, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "closeted", "phrase_verbs", also=("bring", "get"))
def comes_together(verb: Token, marked: MarkedReport) -> bool:
    """ "Sat down with", "shook hands", "compared notes": set phrases; "which brings together" is a custom."""
    if (verb.tag_ == "VBZ" and verb.dep_ == "relcl") or (verb.tag_ != "VB" and are_armies(acting(verb))):
        return False
    if says(verb, KIND, "closeted"):
        with_others = any(is_counterpart(token, marked) for token in company(verb, "with"))
        return with_others or (are_several(verb) and has_party(verb, marked))
    if not (says(verb, KIND, "phrase_verbs") or is_bringing_together(verb)) or not has_party(verb, marked):
        return False
    if verb.lemma_ == "bring":
        brought = subjects(verb) if is_passive(verb) else direct_objects(verb)
        return any(is_party(token, marked) or is_pair(token) for token in brought)
    return not is_alone(verb, marked) and not is_struck_deal(verb)


def is_bringing_together(verb: Token) -> bool:
    """ "Brought the Israeli and Syrian ministers together": however far off "together" stands."""
    return verb.lemma_ in {"bring", "get"} and any(token.lower_ == "together" for token in own_words(verb))


def is_struck_deal(verb: Token) -> bool:
    """ "Shook hands on a truce": a deal, wherever it was made; who would not shake hands may have met all the same."""
    hands = [token for token in direct_objects(verb) if lemma_of(token) == "hand"]
    on = [token for one in (verb, *hands) for token in prepositional_objects(one, "on")]
    deal = any(lemma_of(token) in word_set(KIND, "results") for token in on)
    return verb.lemma_ == "shake" and (deal or is_negated(verb))


def is_alone(verb: Token, marked: MarkedReport) -> bool:
    """ "The lawyer finally sat down", "she was shaking hands": one person, with nobody."""
    who = acting(verb)
    one = len(who) == 1 and who[0].tag_ in {"NN", "NNP", "PRP"} and who[0].lower_ not in {"they", "we", "you"}
    if verb.lemma_ not in {"sit", "shake"} or is_negated(verb) or not one:
        return False
    mark = marked.actor_mark_of(who[0])
    others = (token for token in own_words(verb) if token != who[0] and token.dep_ in {"conj", "dobj", "pobj", "nsubj"})
    one = mark is None or mark.kind in {"person", "unspecified"}
    return one and not any(is_party(token, marked) or is_pair(token) or token.tag_ in PRONOUNS for token in others)


def is_in_one_room(verb: Token, marked: MarkedReport) -> bool:
    """ "Found themselves in the same room", "were at one table"."""
    if not verb.sent.forms & word_set(KIND, "rooms"):
        return False
    rooms = (
        token
        for token in own_words(verb)
        if token.dep_ == "pobj" and lemma_of(token) in word_set(KIND, "rooms") and is_step_of(token.head, verb)
    )
    shared = any(child.lower_ in {"same", "one"} for room in rooms for child in room.children)
    return shared and (has_party(verb, marked) or len(acting(verb)) > 1)


def is_step_of(step: Token, verb: Token) -> bool:
    """ "In the same room", "back in the same room"."""
    return step.head == verb or (step.head.pos_ == "ADV" and step.head.head == verb)


@begins_with(KIND, "to_table")
def goes_to_table(verb: Token, marked: MarkedReport) -> bool:
    """ "Return to the negotiating table", "bring the two to one table"."""
    if lemma_of(verb) not in word_set(KIND, "to_table") or (verb.lemma_ == "be" and is_negated(verb)):
        return False
    steps = {verb, *(child for child in verb.children if child.dep_ in {"advmod", "prt"})}
    tables = [token for token in own_words(verb) if is_table(token) and token.head.head in steps]
    asked = direct_objects(verb.head) if tables and verb.dep_ == "xcomp" and verb.tag_ == "VB" else []
    with_party = bool(tables) and (has_party(verb, marked) or any(is_party(one, marked) for one in asked))
    return any(is_table_of_talks(token) for token in tables) or with_party


def is_table(token: Token) -> bool:
    return (
        lemma_of(token) == "table"
        and token.dep_ == "pobj"
        and token.head.lower_ in {"to", "at", "around", "round", "toward", "towards", "into"}
    )


def is_table_of_talks(table: Token) -> bool:
    beside = {child.lower_ for child in table.children}
    return bool(beside & word_set(KIND, "of_tables"))


@begins_with(KIND, also=("gather", "assemble", "converge"))
def gathers(verb: Token, marked: MarkedReport) -> bool:
    """ "Seventy opposition figures gathered in Sochi": those who negotiate, never troops or crowds."""
    if lemma_of(verb) not in {"gather", "assemble", "converge"} or is_passive(verb) or direct_objects(verb):
        return False
    who = [described(token, marked) for token in acting(verb)]
    speak = any(lemma_of(token) in word_set(KIND, "delegations") | word_set(KIND, "gathering") for token in who)
    return speak and any(is_party(token, marked) for token in who) and is_somewhere(verb, marked)
