"""Which words of a sentence are a meeting: verbs of meeting, nouns of talks with the verb that governs them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from truceline.knowledge.files import words
from truceline.understand.grammar import direct_objects, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport


@dataclass(frozen=True, slots=True)
class Meeting:
    """``head`` is the word for the meeting, ``governor`` the verb that says what became of it (or the head)."""

    head: Token
    governor: Token
    rule: str


@lru_cache(maxsize=32)
def word_set(name: str) -> frozenset[str]:
    return frozenset(words("talks").get(name, ()))


def meetings(sentence: Span, marked: MarkedReport) -> Iterator[Meeting]:
    """One for each clause that tells a meeting; a noun inside a meeting verb's own words is not told again."""
    if {token.lemma_.lower() for token in sentence} & word_set("other_worlds"):
        return
    taken: set[int] = set()
    for token in sentence:
        made = verb_meeting(token, marked)
        if made is not None:
            yield made
            taken |= {child.i for child in token.subtree}
    clauses: set[int] = set()
    for token in sentence:
        if token.i in taken or not is_talks_noun(token, marked):
            continue
        governor = governor_of(token)
        if governor.i in clauses:
            continue
        clauses.add(governor.i)
        yield Meeting(token, governor, f"noun {token.lemma_.lower()}")


def verb_meeting(verb: Token, marked: MarkedReport) -> Meeting | None:
    if verb.pos_ != "VERB":
        return None
    lemma = verb.lemma_.lower()
    beside = {child.lower_ for child in verb.children}
    if lemma in word_set("meeting_verbs"):
        if lemma == "meet" and direct_objects(verb) and not any(is_party(obj, marked) for obj in direct_objects(verb)):
            return None  # "met the demands", "met with resistance"
        return Meeting(verb, verb, f"verb {lemma}") if parties_near(verb, marked) else None
    if lemma in word_set("speaking_verbs") and is_call(verb, marked):
        return Meeting(verb, verb, f"verb {lemma}")
    if any(lemma == phrase.split()[0] and phrase.split()[1] in beside for phrase in word_set("phrase_verbs")):
        return Meeting(verb, verb, f"verb {lemma}") if parties_near(verb, marked) else None
    return None


def is_call(verb: Token, marked: MarkedReport) -> bool:
    """ "Spoke by phone with", "telephoned X": a talk of two, not a speech."""
    if verb.lemma_ in {"phone", "telephone"}:
        return any(is_party(obj, marked) for obj in direct_objects(verb))
    near = {token.lower_ for token in verb.subtree}
    if not near & {"phone", "telephone", "videoconference", "video"}:
        return False
    return verb.lemma_ in {"speak", "talk"}


def is_party(token: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(token)
    return mark is not None and mark.kind not in {"civilians"}


def parties_near(verb: Token, marked: MarkedReport) -> bool:
    tokens = [*subjects(verb), *direct_objects(verb), *prepositional_objects(verb, "with", "between")]
    return any(
        is_party(token, marked) or token.tag_ in {"WP", "WDT"} or token.pos_ == "PRON" for token in tokens
    ) or verb.dep_ in {"xcomp", "relcl", "acl"}


def is_talks_noun(token: Token, marked: MarkedReport) -> bool:
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or lemma not in word_set("nouns") or token.dep_ == "compound":
        return False
    if lemma == "talk" and token.lower_ != "talks":
        return False
    if lemma not in word_set("weak_nouns"):
        return not is_only_topic(token)
    near = {t.lemma_.lower() for t in token.subtree} | {t.lemma_.lower() for t in token.sent if abs(t.i - token.i) <= 8}
    return (
        bool(near & word_set("signs") - {lemma})
        and lemma not in {"call"}
        or (lemma == "call" and bool(near & {"phone", "telephone"}) | (token.head.lemma_ in {"hold", "have"}))
    )


def is_only_topic(token: Token) -> bool:
    """ "The Karabakh peace talks" in the background of another noun, or "talks process"."""
    return token.dep_ == "nmod"


def governor_of(noun: Token) -> Token:
    """The verb over the noun; a participle right on it ("talks scheduled for Monday") comes first."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in STATUS_WORDS():
            return child
    here = noun
    for up in noun.ancestors:
        here = up
        if up.pos_ in {"VERB", "AUX"}:
            return up
    return here


@lru_cache(maxsize=1)
def STATUS_WORDS() -> frozenset[str]:  # noqa: N802 - a constant that is read once
    names = ("ruled_out", "refused", "cancelled", "postponed", "planned", "proposed", "collapsed")
    return frozenset(word for name in names for word in word_set(name))
