"""Which words of a sentence are a meeting: verbs of meeting, nouns of talks with the verb that governs them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.where import named_at
from truceline.understand.finders.clause_parts.who import VERBAL, doers
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_party
from truceline.understand.grammar import direct_objects, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport

BY = frozenset({"by", "on", "over", "via", "through", "in"})
NEAR = 8  # tokens: how far a sign of talks may stand from a noun that needs one


@dataclass(frozen=True, slots=True)
class Meeting:
    """``head`` is the word for the meeting, ``governor`` the verb that says what became of it (or the head)."""

    head: Token
    governor: Token
    rule: str


def meetings(sentence: Span, marked: MarkedReport) -> Iterator[Meeting]:
    """One for each clause that tells a meeting; a noun inside a meeting verb's own words is not told again."""
    if {lemma_of(token) for token in sentence} & word_set(KIND, "other_worlds"):
        return
    taken: set[int] = set()
    for token in sentence:
        if token.pos_ == "VERB" and is_meeting_verb(token, marked):
            yield Meeting(token, token, f"verb {lemma_of(token)}")
            taken |= {token.i, *(inner.i for inner in own_words(token))}
    governors: set[int] = set()
    for token in sentence:
        if token.i in taken or not is_talks_noun(token, marked):
            continue
        governor = governor_of(token)
        if governor.i not in governors and governor.i not in taken:
            governors.add(governor.i)
            yield Meeting(token, governor, f"noun {lemma_of(token)}")


def own_words(verb: Token) -> Iterator[Token]:
    """The words of the verb's own clause."""
    for child in verb.children:
        if child.dep_ not in {"conj", "advcl", "parataxis", "relcl", "ccomp"}:
            yield from child.subtree


def is_meeting_verb(verb: Token, marked: MarkedReport) -> bool:
    lemma = lemma_of(verb)
    if lemma in word_set(KIND, "meeting_verbs"):
        return is_meeting_of_people(verb, marked)
    if lemma in word_set(KIND, "speaking_verbs"):
        return is_call(verb, marked)
    if lemma in word_set(KIND, "shuttling"):
        return any(is_party(token, marked) for token in doers(verb))
    return (says(verb, KIND, "phrase_verbs") or goes_to_table(verb)) and has_party(verb, marked)


def goes_to_table(verb: Token) -> bool:
    """ "Return to the negotiating table", "bring the two to one table"."""
    if lemma_of(verb) not in word_set(KIND, "to_table"):
        return False
    steps = [verb, *(child for child in verb.children if child.lower_ == "back")]
    places = [token for step in steps for token in prepositional_objects(step, "to", "at", "around")]
    return any(lemma_of(token) == "table" for token in places)


def is_meeting_of_people(verb: Token, marked: MarkedReport) -> bool:
    """Not "met the demands", "met with resistance", "negotiated the release"."""
    objects = [token for token in direct_objects(verb) if token.lemma_ != "face"]  # "meet face to face"
    if (
        verb.lemma_ == "meet"
        and objects
        and not any(is_party(obj, marked) or obj.pos_ in {"PRON", "PROPN"} for obj in objects)
    ):
        return False
    with_whom = prepositional_objects(verb, "with")
    if not objects and not with_whom and is_session_of_one_house(verb):
        return False
    if verb.lemma_ == "meet" and with_whom and not any(is_party(token, marked) for token in with_whom):
        return False
    return has_party(verb, marked) or verb.dep_ in {"xcomp", "relcl"}


def is_session_of_one_house(verb: Token) -> bool:
    """ "The parliament met on Sunday"."""
    who = acting(verb)
    return len(who) == 1 and lemma_of(who[0]) in word_set(KIND, "houses")


def is_call(verb: Token, marked: MarkedReport) -> bool:
    """ "Spoke by phone with", "telephoned X": a talk of two, not a speech."""
    if verb.lemma_ in {"phone", "telephone", "ring"}:
        return any(is_party(obj, marked) for obj in direct_objects(verb))
    by = (token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in BY)
    return verb.lemma_ in {"speak", "talk"} and any(beside & word_set(KIND, "by_phone") for beside in map(words_at, by))


def words_at(noun: Token) -> set[str]:
    return {noun.lower_, *(child.lower_ for child in noun.children)}


def has_party(verb: Token, marked: MarkedReport) -> bool:
    tokens = [
        *(described(token, marked) for token in acting(verb)),
        *direct_objects(verb),
        *prepositional_objects(verb, "with", "between"),
    ]
    return any(is_party(token, marked) or token.tag_ in {"WP", "WDT", "PRP"} for token in tokens)


def is_talks_noun(token: Token, marked: MarkedReport) -> bool:
    lemma = "talks" if token.lower_ in {"talks", "peacetalks"} else lemma_of(token)
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "nmod"} or is_of_other_kind(token):
        return False
    if lemma == "call":
        return is_phone_call(token)
    return lemma in word_set(KIND, "nouns") or (lemma in word_set(KIND, "weak_nouns") and is_backed(token, marked))


def is_of_other_kind(token: Token) -> bool:
    """ "A press conference", "a Cabinet meeting"."""
    return any(lemma_of(child) in word_set(KIND, "of_other_kinds") for child in token.children)


def is_backed(token: Token, marked: MarkedReport) -> bool:
    """Something beside a weak noun says that it is talks: a sign, a party, a series, a place it is named after."""
    if has_sign(token) or any(is_party(t, marked) for t in prepositional_objects(token, "with", "between")):
        return True
    return is_next_of_series(token) or is_named_after_place(token, marked) or is_of_sides(token, marked)


def is_of_sides(token: Token, marked: MarkedReport) -> bool:
    """ "The separatists will not attend the conference"."""
    if token.head.lemma_ not in {"attend", "boycott", "skip", "join", "host", "convene"}:
        return False
    marks = (marked.actor_mark_of(other) for other in token.sent)
    return any(mark is not None and mark.kind in {"non_state", "government", "armed_force", "igo"} for mark in marks)


def is_named_after_place(token: Token, marked: MarkedReport) -> bool:
    """ "The Geneva discussions", "the Berlin conference"."""
    beside = [child for child in token.children if child.dep_ in {"compound", "nmod"} and child.pos_ == "PROPN"]
    return token.lemma_ in {"discussion", "conference", "dialogue", "round"} and any(
        named_at(child, marked) is not None for child in beside
    )


def is_next_of_series(token: Token) -> bool:
    """ "A new round", "the next gathering", in a report that speaks of talks."""
    if not {child.lower_ for child in token.children} & word_set(KIND, "in_series"):
        return False
    return any(other.lower_ in {"talks", "negotiations", "mediators"} for other in token.doc)


def is_phone_call(token: Token) -> bool:
    beside = {child.lower_ for child in token.children}
    return bool(beside & word_set(KIND, "by_phone")) or token.head.lemma_ in {"hold", "have"}


def has_sign(token: Token) -> bool:
    around = [other for other in token.sent if other != token and abs(other.i - token.i) <= NEAR]
    return any({other.lower_, lemma_of(other)} & word_set(KIND, "signs") for other in around)


def governor_of(noun: Token) -> Token:
    """The nearest verb over the noun; the noun itself in a sentence without one."""
    return next((up for up in noun.ancestors if up.pos_ in VERBAL), noun)
