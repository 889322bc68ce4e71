"""Verbs of guests and hosts: "received the envoy", "paid a call on him", "turned him away"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.talks_parts.around_verb import COMPLEMENTS, has_leading_party, is_leader, own_words
from truceline.understand.finders.talks_parts.meeting_nouns import is_in_report_of_talks
from truceline.understand.finders.talks_parts.people import KIND, acting, is_pair
from truceline.understand.grammar import direct_objects, is_negated, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "receiving")
def receives(verb: Token, marked: MarkedReport) -> bool:
    """ "The king received the foreign minister", "hosted the rebel leader", "was received by the premier"."""
    if lemma_of(verb) not in word_set(KIND, "receiving") or any(child.dep_ in COMPLEMENTS for child in verb.children):
        return False
    senses = lemma_of(verb) in word_set(KIND, "receiving_by_sense")
    if senses and (is_passive(verb) or any(child.lower_ == "as" for child in verb.children)):
        return False
    if any(child.dep_ == "acl" and child.tag_ == "VBG" for obj in direct_objects(verb) for child in obj.children):
        return False
    guests = done_to(verb)
    known = all(
        is_leader(guest, marked) or is_named_guest(guest, verb, marked) or is_both_sides(guest, verb)
        for guest in guests
    )
    known = known or are_two_sides(guests, verb, marked)
    court = any(lemma_of(host) in word_set(KIND, "houses") for host in acting(verb))
    return bool(guests) and known and not court and has_leading_party(verb, marked)


def are_two_sides(guests: list[Token], verb: Token, marked: MarkedReport) -> bool:
    """ "Would host the government and the rebels": a land alone may be a guest at a game."""
    kinds = [mark.kind if (mark := marked.actor_mark_of(guest)) is not None else "" for guest in guests]
    sides = {"state", "government", "non_state", "armed_force"}
    return lemma_of(verb) == "host" and len(kinds) > 1 and set(kinds) <= sides and "non_state" in kinds


def is_both_sides(guest: Token, verb: Token) -> bool:
    """ "Will host both parties"."""
    return lemma_of(verb) in {"host", "receive"} and is_pair(guest) and lemma_of(guest) not in {"man", "woman"}


def is_named_guest(guest: Token, verb: Token, marked: MarkedReport) -> bool:
    """ "Will host Garang and Bashir": names that only a host makes guests."""
    is_name = guest.pos_ == "PROPN" and marked.place_mark_of(guest) is None and marked.date_mark_of(guest) is None
    mark = marked.actor_mark_of(guest)
    return lemma_of(verb) in {"host", "receive"} and is_name and (mark is None or mark.kind == "person")


@begins_with(KIND, "visiting", "granting")
def visits(verb: Token, marked: MarkedReport) -> bool:
    """ "Paid a call on the rebel leader", "granted an audience to the envoys", "had him to dinner"."""
    if not says(verb, KIND, "visiting") and not says(verb, KIND, "granting"):
        return False
    behind = [token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in {"on", "to", "with"}]
    whom = [token for token in (*behind, *direct_objects(verb)) if marked.date_mark_of(token) is None]
    rest = verb.doc[verb.i : verb.sent.end]
    asks = verb.lemma_ == "call" and any(word.tag_ == "TO" for word in rest)  # "called on the rebels to"
    return not asks and any(is_leader(token, marked) for token in whom) and has_leading_party(verb, marked)


@begins_with(KIND, "recalling")
def recalls(verb: Token, marked: MarkedReport) -> bool:
    """ "Recalled its negotiators from Doha": it breaks off."""
    if not says(verb, KIND, "recalling") or is_negated(verb):
        return False
    if not (is_passive(verb) or has_leading_party(verb, marked)):
        return False
    called = subjects(verb) if is_passive(verb) else direct_objects(verb)  # "its team has been ordered home"
    own = [one for one in called if any(child.dep_ == "poss" for child in one.children)]
    teams = [one for one in own if lemma_of(one) in {"team", "delegation"}]
    sent = any(lemma_of(one) == "negotiator" for one in own) or any(
        is_in_report_of_talks(one) or any(child.lower_ == "negotiating" for child in one.children) for one in teams
    )
    home = any(child.lower_ == "home" for child in verb.children)
    return sent and (home or bool(out_of(verb)))


def out_of(verb: Token) -> list[Token]:
    outs = [verb, *(child for child in verb.children if child.lower_ in {"out", "back", "home"})]
    return [token for one in outs for token in prepositional_objects(one, "from", "of")]


@begins_with(KIND, also=("turn",))
def turns_away(verb: Token, marked: MarkedReport) -> bool:
    """ "Turned the envoy away"."""
    if lemma_of(verb) != "turn" or not any(child.lower_ in {"away", "back"} for child in verb.children):
        return False
    envoys = word_set(KIND, "turned_away")
    return any(lemma_of(token) in envoys for token in done_to(verb)) and has_leading_party(verb, marked)
