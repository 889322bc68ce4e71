"""Verbs of speaking with one another: "spoke by phone", "called", "discussed the truce with"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.talks_parts.around_verb import (
    COMPLEMENTS,
    are_several,
    company,
    has_leading_party,
    is_by_phone,
    is_leader,
    own_words,
)
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_counterpart, is_pair, is_party
from truceline.understand.grammar import (
    SUBJECTS,
    direct_objects,
    grammar_words,
    is_negated,
    is_passive,
    prepositional_objects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SIDES = frozenset({"non_state", "government", "armed_force", "state"})


@begins_with(KIND, "speaking_verbs", also=("phone", "telephone", "ring"))
def speaks_by_phone(verb: Token, marked: MarkedReport) -> bool:
    """ "Spoke by phone with", "telephoned X", "dialled in by video": a talk of two, not with a reporter."""
    if lemma_of(verb) in {"phone", "telephone", "ring"}:
        return any(is_party(obj, marked) or obj.pos_ == "PRON" for obj in direct_objects(verb))
    if lemma_of(verb) not in word_set(KIND, "speaking_verbs") or not is_by_phone(verb):
        return False
    others = company(verb, "with", "to")
    enough = are_several(verb) or lemma_of(verb) in {"dial", "join"}
    return any(is_party(token, marked) or token.pos_ == "PRON" for token in others) or (not others and enough)


@begins_with(KIND, "told_by_phone")
def tells_by_phone(verb: Token, marked: MarkedReport) -> bool:
    """ "Told Blinken by phone that Moscow would not budge", "agreed by telephone to extend it"; not "told AFP"."""
    if lemma_of(verb) not in word_set(KIND, "told_by_phone") or is_passive(verb) or not is_by_phone(verb):
        return False
    whom = [*direct_objects(verb), *company(verb, "with")]
    if lemma_of(verb) == "agree":
        return are_several(verb) and has_leading_party(verb, marked)
    people = (one for one in whom if (mark := marked.actor_mark_of(one)) is not None and mark.kind == "person")
    return any(is_counterpart(one, marked) for one in people) and has_leading_party(verb, marked)


@begins_with(KIND, also=("speak", "talk"))
def speaks_with(verb: Token, marked: MarkedReport) -> bool:
    """ "Trump spoke to Putin on Tuesday", "the government will not talk to the rebels"."""
    if lemma_of(verb) not in {"speak", "talk"} or verb.dep_ in SUBJECTS:
        return False  # "told a rally that talks had brought nothing": a noun that the tagger takes for a verb
    others = [one for one in company(verb, "with", "to") if not is_beside_podium(one)]
    if is_of_each_other(others) and has_leading_party(verb, marked):
        return True
    if is_offer_to_talk(verb, marked) or is_refusal_to_talk(verb, marked):
        return True
    if others:
        return any(is_counterpart(token, marked) for token in others) and has_leading_party(verb, marked)
    lasting = any(lemma_of(token) in word_set(KIND, "lengths") for token in own_words(verb))
    if is_talk_of_two(verb, marked):
        return True
    directly = "directly" in {token.lower_ for token in own_words(verb)}
    now = verb.tag_ == "VBG" and "are" in verb.helpers and not any(c.dep_ in {"prep", "dobj"} for c in verb.children)
    now = now or is_talk_since(verb)
    talk = directly or is_negated(verb) or (lemma_of(verb) == "talk" and (lasting or now))
    return talk and are_several(verb) and has_leading_party(verb, marked)


def is_talk_since(verb: Token) -> bool:
    """ "Have been talking in secret since May", "are talking through intermediaries"; not "about the harvest"."""
    steps = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    going_on = verb.tag_ == "VBG" and bool(verb.helpers & {"are", "been"})
    return going_on and not steps.isdisjoint({"since", "through", "via"}) and steps.isdisjoint({"about", "of", "at"})


def is_beside_podium(other: Token) -> bool:
    """ "Speaking at a news conference with his counterpart": both speak to reporters."""
    return lemma_of(other.head.head) in word_set(KIND, "podiums")


def is_of_each_other(others: list[Token]) -> bool:
    """ "Neither delegation spoke to the other"."""
    return any(one.lower_ in {"other", "another"} for one in others)


def is_offer_to_talk(verb: Token, marked: MarkedReport) -> bool:
    """ "The guerrillas want to talk": a side of the war, and nothing that it would talk about."""
    offered = verb.dep_ == "xcomp" and verb.tag_ == "VB" and says(verb.head, KIND, "proposed")
    if verb.lemma_ != "talk" or not offered or any(child.dep_ in {"prep", "dobj"} for child in verb.children):
        return False
    return is_by_side(verb, marked)


def is_refusal_to_talk(verb: Token, marked: MarkedReport) -> bool:
    """ "The rebels would not talk under threat", "will not talk until the siege is lifted"; not "to reporters"."""
    if verb.lemma_ != "talk" or not is_negated(verb) or verb.helpers.isdisjoint(grammar_words("will")):
        return False
    steps = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    marks = {child.lower_ for clause in verb.children if clause.dep_ == "advcl" for child in clause.lefts}
    on_terms = (steps | marks) & word_set(KIND, "terms_of_talking")
    return bool(on_terms) and steps <= word_set(KIND, "terms_of_talking") and is_by_side(verb, marked)


def is_by_side(verb: Token, marked: MarkedReport) -> bool:
    marks = (marked.actor_mark_of(token) for token in acting(verb))
    return any(mark is not None and mark.kind in SIDES for mark in marks)


def is_talk_of_two(verb: Token, marked: MarkedReport) -> bool:
    """ "Putin and Trump spoke for two hours on Monday": two named leaders, a length or a day, nobody spoken to."""
    who = [token for token in acting(verb) if marked.actor_mark_of(token) is not None]
    named = len(who) == 2 and all(is_counterpart(token, marked) for token in who)
    pair = any(is_pair(token) for token in acting(verb))
    timed = any(
        lemma_of(token) in word_set(KIND, "lengths") or marked.date_mark_of(token) is not None
        for token in own_words(verb)
    )
    elsewhere = prepositional_objects(verb, "at", "on", "before", "about", "of", "against", "out", "from")
    elsewhere = [token for token in elsewhere if marked.date_mark_of(token) is None]
    due = verb.tag_ == "VB" and (verb.head.lemma_ == "be" or bool(verb.helpers & grammar_words("will")))
    return (named or pair) and timed and not elsewhere and (due or verb.tag_ in {"VBD", "VBN", "VBP"})


@begins_with(KIND, also=("call",))
def calls(verb: Token, marked: MarkedReport) -> bool:
    """ "The president called Netanyahu on Thursday"; never "called him a liar", "called for", "called on"."""
    if lemma_of(verb) != "call" or is_passive(verb):
        return False
    if any(
        child.dep_ in COMPLEMENTS or child.lower_ in {"for", "off", "up", "home", "back", "in"}
        for child in verb.children
    ):
        return False
    on = [token for token in prepositional_objects(verb, "on") if marked.date_mark_of(token) is None]
    if on:
        return False
    objects = direct_objects(verb)
    if any(is_quoted_after(obj) for obj in objects):
        return False  # "called the senator 'the next Washington'"
    return len(objects) > 0 and all(is_leader(obj, marked) for obj in objects) and has_leading_party(verb, marked)


def is_quoted_after(noun: Token) -> bool:
    behind = noun.i + 1
    return behind < len(noun.doc) and noun.doc[behind].text in {'"', "“", "‘", "'", "``"}


@begins_with(KIND, "discussing")
def discusses(verb: Token, marked: MarkedReport) -> bool:
    """ "Discussed the truce with the foreign minister", "Putin, Erdogan discuss Syria by phone"."""
    if lemma_of(verb) not in word_set(KIND, "discussing") or is_negated(verb):
        return False
    if any(up.lemma_ in {"decline", "refuse"} for up in verb.ancestors):
        return False
    if any(is_counterpart(token, marked) for token in company(verb, "with")):
        return True
    sides = [token for token in acting(verb) if is_party(described(token, marked), marked)]
    return len(sides) > 1 or (bool(sides) and is_by_phone(verb) and not is_passive(verb))
