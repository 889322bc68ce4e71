"""Who harmed them."""

from truceline.model.actor import Actor
from truceline.understand.finders.casualty_parts.counted import lost_in_doing
from truceline.understand.finders.casualty_parts.doers import doers, is_suffered
from truceline.understand.finders.casualty_parts.harm_words import harm_done, word_set
from truceline.understand.finders.casualty_parts.people import is_person, status_of
from truceline.understand.finders.casualty_parts.sides import (
    SIDES,
    first_actor,
    force_beside,
    leaves_behind,
    owner_beside,
    owner_by_pronoun,
)
from truceline.understand.finders.clause_parts.accused import blamed_on
from truceline.understand.finders.clause_parts.two_deeds import may_be_of_other
from truceline.understand.finders.clause_parts.who import words_for
from truceline.understand.grammar import by_agents, direct_objects, is_passive, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

HURTING = frozenset({"killed", "injured", "captured"})
NOMINAL = frozenset({"NOUN", "ADJ", "NUM"})


def perpetrator(teller: Token, marked: MarkedReport) -> Actor | None:
    """Who did it, where the clause says so: its doer, else whose strike it was ("in Israeli strikes")."""
    verb = next((word for word in (teller, *teller.ancestors) if word.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.low_lemma in word_set("counting") or verb.low_lemma in word_set("sending_home"):
        return None
    if may_be_of_other(verb) or verb.low_lemma in word_set("bringing_to_safety") | word_set("owning_up"):
        return None  # "mourned one of its men killed by gunfire"
    if lost_in_doing(teller) is not None:
        return None  # "killed 97 rebels for the loss of eight men": not by those who lost them
    brings = teller.pos_ in NOMINAL and verb.low_lemma in word_set("bringing") and prepositional_objects(verb, "to")
    if leaves_behind(verb) or brings:
        return None  # "fled and left behind 26 bodies": their own; "its troops had taken 23 wounded people to X"
    if verb.pos_ == "AUX" and not any(child.lower_ == "responsible" for child in verb.children):
        return None  # "among the dead are nine nuns"
    if any(up.low_lemma in word_set("hearsay") for up in teller.ancestors if up.i > verb.i and up.pos_ == "NOUN"):
        return None
    if teller.pos_ in NOMINAL and not does_harm(verb):
        return None  # "the clinic received nine bodies", "officials spoke of 500 dead"
    bare = verb.tag_ == "VBN" and not any(child.dep_ in {"aux", "dobj"} for child in verb.children)
    agentive = is_passive(verb) or bare or is_suffered(verb) or verb.lower_ == "missing"  # "one has been missing"
    tokens = [*(by_agents(verb) if agentive else doers(verb)), *weapons(verb), *hands(verb), *attackers(verb)]
    return next((actor for token in tokens if (actor := whose_doing(token, marked)) is not None), None)


def does_harm(verb: Token) -> bool:
    """The verb that a noun for the harmed hangs on: "left nine dead", "ordered the killing of four"."""
    return is_suffered(verb) or harm_done(verb) in HURTING or verb.low_lemma in word_set("doing_harm")


def weapons(verb: Token) -> list[Token]:
    """ "killed in Israeli strikes", "died in an attack by rebels"."""
    return [
        token
        for token in prepositional_objects(verb, "in", "by", "during", "after")
        if token.low_lemma in word_set("causes")
    ]


def hands(verb: Token) -> list[Token]:
    """ "Perished at the hands of the militia"."""
    below = prepositional_objects(verb, "at", "by")
    return [obj for hand in below if hand.low_lemma == "hand" for obj in prepositional_objects(hand, "of")]


def attackers(verb: Token) -> list[Token]:
    """ "Nine were killed when a column blew up their barracks", "and ten hurt when shells fired by rebels fell"; not
    "six were killed after they attacked".
    """
    harming = [verb, *(child for child in verb.children if child.dep_ == "conj" and harm_done(child) in HURTING)]
    clauses = [child for one in harming for child in one.children if child.dep_ == "advcl" and is_attack(child)]
    when = [clause for clause in clauses if any(child.lower_ in {"when", "as", "after"} for child in clause.children)]
    hands = [token for clause in when for token in (by_agents(clause) if is_passive(clause) else doers(clause))]
    return [token for token in hands if token.lower_ not in {"they", "he", "she"}]


def is_attack(clause: Token) -> bool:
    """ "When rebels attacked", "when shells fell", "when soldiers resorted to firing"."""
    told = [*doers(clause), *direct_objects(clause), *prepositional_objects(clause, "to")]
    return clause.low_lemma in word_set("attacking") or any(one.low_lemma in word_set("causes") for one in told)


def whose_doing(token: Token, marked: MarkedReport) -> Actor | None:
    """The doer, the owner of the weapon, the speaker who says "we" or "it"; armed men by their noun alone."""
    if token.pos_ == "PRON" and token.lower_ in {"it", "they", "we", "he", "its"}:
        return marked.actor_of(token) or speaking_of_themselves(token, marked)
    owner = owner_beside(token, marked) or armed_owner(token, marked)
    by = of_those_behind(token, marked)
    mark = marked.actor_mark_of(token)
    if token.low_lemma in word_set("causes"):
        return by or owner or force_beside(token) or owner_by_pronoun(token, marked)
    if mark is not None and mark.kind not in {"civilians", "media", "ngo"}:
        return mark.actor if mark.country or mark.resolution == "named" else by or mark.actor
    pronoun = owner_by_pronoun(token, marked) if is_person(token) or token.low_lemma in word_set("forces") else None
    if by or owner or pronoun:
        return by or owner or pronoun
    armed = status_of(token) == "military" or token.low_lemma in word_set("lawless")
    return Actor(entity_text=words_for(token), kind="non_state", resolution="unresolved") if armed else None


def speaking_of_themselves(pronoun: Token, marked: MarkedReport) -> Actor | None:
    """ "The rebels said they had killed nine", "we killed nine"; not the farmer of "They killed my son," he said."""
    speaker = marked.speaker_at(pronoun.idx)
    if speaker is None or speaker.actor is None or speaker.actor.kind not in SIDES:
        return None
    return speaker.actor if pronoun.lower_ == "we" or speaker.quote_mode == "indirect" else None


def of_those_behind(deed: Token, marked: MarkedReport) -> Actor | None:
    """Who stands behind a strike or a weapon: "by rebels", "by their guns", "planted by rebels", "blamed on them"."""
    told = prepositional_objects(deed, "by", "from")
    for clause in (child for child in deed.children if child.dep_ in {"acl", "relcl"}):
        told += by_agents(clause)
    told += blamed_on(deed)
    found = first_actor(told, marked)
    return found or next((actor for token in told if (actor := whose_doing(token, marked)) is not None), None)


def armed_owner(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "junta warplanes": an armed side without a name."""
    marks = (marked.actor_mark_of(child) for child in noun.children if child.dep_ in {"amod", "compound", "poss"})
    sides = (mark.actor for mark in marks if mark is not None and mark.kind in SIDES - {"person"})
    return next(sides, None)
