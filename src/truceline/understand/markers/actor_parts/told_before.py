"""Whom "it" stands for where a body speaks: who tells the sentence before, or says the clause around it."""

from truceline.knowledge.files import all_words
from truceline.model.actor import Actor
from truceline.understand.grammar import noun_phrase, subjects
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.tokens import Token

SINGULAR = frozenset({"NN", "NNP"})


def teller_before(it: Token, mentions: Mentions) -> Actor | None:
    """ "The raid took place in X, which borders Y, a military statement said. It said a captain was among the dead"."""
    speech, opens = it.head, it.i == it.sent.start and it.dep_ == "nsubj"
    if not opens or not it.i or speech.low_lemma not in actor_words("telling_verbs"):
        return None
    before = it.doc.tokens[it.i - 1].sent.root
    teller = next(iter(subjects(before)), None) if before.low_lemma in actor_words("telling_verbs") else None
    return body_told_of(teller, mentions) if teller is not None else None


def who_calls_it_so(it: Token, mentions: Mentions) -> Actor | None:
    """ "The Front suspended it over what it says is the government's failure": the Front says so."""
    if it.dep_ != "nsubj" or not it.i or it.nbor(-1).lower_ != "what":
        return None
    deed = next((up for up in it.head.ancestors if up.pos_ == "VERB"), None)
    doer = next(iter(subjects(deed)), None) if deed is not None else None
    actor = mentions.at(doer) if doer is not None and doer.i < it.i else None
    return actor if actor is not None and actor.kind != "person" else None


def body_told_of(teller: Token, mentions: Mentions) -> Actor | None:
    """Null for a person and for several; a body that no list knows stands for itself, and so does a statement."""
    if teller.tag_ not in SINGULAR or teller.ent_type_ == "PERSON" or teller.low_lemma in all_words("persons"):
        return None
    actor = mentions.at(teller)
    if actor is not None:
        return actor if actor.kind != "person" else None
    words = teller.doc.words(first_word(teller), last_word(teller))
    return Actor(entity_text=words, entity_name=words)


def first_word(head: Token) -> int:
    return next(word.i for word in noun_phrase(head) if word.dep_ != "det")


def last_word(head: Token) -> int:
    """ "The Conference of Bishops": with what a name is of."""
    of = next((child for child in head.rights if child.lower_ == "of" and child.i == head.i + 1), None)
    return of.right_edge.i if of is not None and head.tag_ == "NNP" and of.right_edge.i <= head.i + 4 else head.i
