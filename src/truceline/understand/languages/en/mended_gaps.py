"""A second clause that leaves its verb out, which the English parser takes for more of the first one's object."""

import spacy.tokens

from truceline.knowledge.files import word_set
from truceline.knowledge.names import names
from truceline.understand.grammar import ORPHAN
from truceline.understand.languages.en.mend_questions import FINITE, own_subject
from truceline.understand.languages.en.mends import Mends

mend_gaps = Mends()


@mend_gaps.of("cc")
def mend_gapped_taker(joint: spacy.tokens.Token) -> None:
    """ "The army took X and the rebels Y": the rebels are not taken; they took Y."""
    side = side_behind(joint) if joint.lower_ in {"and", "while", "but"} else None
    if side is None or side.i + 1 >= len(side.doc) or side.nbor(1).pos_ != "PROPN":
        return
    verb = verb_of_list(joint)
    name = last_of_name(side.nbor(1))
    if verb is None or not ends_clause(name) or (name.i > side.i + 1 and name.ent_type_ == "PERSON"):
        return
    for word in side.doc[joint.i + 1 : side.i]:
        if word.head in {side, name} or word.head.i > side.i:
            word.head = side
    joint.head = verb
    side.head, side.dep_ = verb, ORPHAN
    name.head, name.dep_ = side, ORPHAN


def side_behind(joint: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "The rebels", "government troops", "the Croats": many men, or the one word for them; a known body's name."""
    if (body := body_behind(joint)) is not None:
        return body
    for word in joint.doc[joint.i + 1 : joint.i + 4]:
        armed = word.lemma_ in word_set("territory", "armed")
        many = word.tag_ in {"NNS", "NNPS"} and (armed or names().one(word.text, "demonym") is not None)
        if many or word.text in word_set("territory", "collectives"):
            return word
        if word.pos_ not in {"DET", "ADJ", "NOUN"}:
            return None
    return None


def body_behind(joint: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "And the Kachin Independence Army Laiza": the longest name of a body that leaves another name behind it."""
    first = joint.nbor(1) if joint.i + 2 < len(joint.doc) else joint
    first = first.nbor(1) if first.dep_ == "det" and first.i + 2 < len(first.doc) else first
    if first.pos_ != "PROPN":
        return None
    last = last_of_name(first)
    if names().one(first.doc[first.i : last.i + 1].text, "group") is not None:
        return None
    for end in range(last.i - 1, first.i - 1, -1):
        if names().one(first.doc[first.i : end + 1].text, "group") is not None:
            return first.doc[end]
    return None


def verb_of_list(joint: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """The verb whose object, or whose day, stands right before the joint."""
    verb = joint.head
    while verb.pos_ != "VERB" and verb.dep_ in {"dobj", "pobj", "prep", "conj", "npadvmod"}:
        verb = verb.head
    told = verb.pos_ == "VERB" and verb.tag_ in FINITE and own_subject(verb) is not None
    return verb if told and any(child.dep_ == "dobj" and child.i < joint.i for child in verb.rights) else None


def last_of_name(first: spacy.tokens.Token) -> spacy.tokens.Token:
    while first.i + 1 < len(first.doc) and first.nbor(1).pos_ == "PROPN":
        first = first.nbor(1)
    return first


def ends_clause(name: spacy.tokens.Token) -> bool:
    """Behind it comes nothing but when or where."""
    after = name.nbor(1) if name.i + 1 < len(name.doc) else None
    if after is None or after.text in {"(", "-"}:
        return after is None
    return after.is_punct or after.is_space or after.pos_ == "ADP" or after.ent_type_ == "DATE"
