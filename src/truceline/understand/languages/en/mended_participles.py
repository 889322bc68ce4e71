"""What the English parser gets wrong at participles and helping verbs, hung on the right word."""

import spacy.tokens

from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import FINITE, own_subject
from truceline.understand.languages.en.mends import Mends

mend_participles = Mends()


@mend_participles.of("aux")
def mend_split_helper(helper: spacy.tokens.Token) -> None:
    """ "The army had on 10 May released nine": the subject is that of the verb, and the day too."""
    verb = helper.head
    if helper.i > verb.i or own_subject(helper) is None:
        return
    for child in list(helper.lefts):
        if child.dep_ in SUBJECTS:
            child.head = verb
    for day in [child for child in helper.rights if child.dep_ == "dobj" and child.ent_type_ == "DATE"]:
        step = next((word for word in day.subtree if word.lower_ in {"on", "in"} and word.i < day.i), None)
        if step is not None:
            step.head, step.dep_ = verb, "prep"
            day.head, day.dep_ = step, "pobj"


@mend_participles.of("ROOT")
def mend_participle_as_verb(root: spacy.tokens.Token) -> None:
    """ "The truce agreed by X and Y came into effect": who does it stands behind "by"; another is the main verb."""
    if root.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"aux", "auxpass"} for c in root.lefts):
        return
    agent = next((child for child in root.rights if child.dep_ == "agent"), None)
    subject = own_subject(root)
    if agent is None or subject is None:
        return
    verb = next((child for child in root.rights if child.i > agent.i and is_without_subject(child)), None)
    if verb is None:
        return
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    root.head, root.dep_, root.tag_ = subject, "acl", "VBN"
    for child in list(root.children):
        if child.i < subject.left_edge.i or child.i > verb.i:
            child.head = verb


def is_without_subject(verb: spacy.tokens.Token) -> bool:
    own = SUBJECTS | {"cc", "mark"}
    joined = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text in {",", "and", "but"}
    return verb.dep_ == "ccomp" and verb.tag_ in FINITE and not joined and not any(c.dep_ in own for c in verb.lefts)


@mend_participles.of("pobj")
def mend_name_behind_office(name: spacy.tokens.Token) -> None:
    """ "By General X and rebel chief Y": the chief and his name are one."""
    if name.pos_ != "PROPN" or not name.i or name.left_edge.i == 0:
        return
    office = name.left_edge.nbor(-1)
    first = office.head
    if office.dep_ != "conj" or office.pos_ != "NOUN" or first.dep_ != "pobj" or first.head != name.head:
        return
    for child in list(office.children):
        child.head = name
    office.head, office.dep_ = name, "compound"
    name.head, name.dep_ = first, "conj"


@mend_participles.of("nsubj")
def mend_second_of_two(name: spacy.tokens.Token) -> None:
    """ "A pact signed by X and rebel leader Y took effect", "the truce between X and Y holds": the second of two."""
    if name.left_edge.i == 0:
        return
    joint = name.left_edge.nbor(-1)
    first = joint.head
    earlier = any(child.dep_ in SUBJECTS and child.i < first.i for child in name.head.lefts)
    if joint.dep_ != "cc" or first.dep_ != "pobj" or not earlier:
        return
    if first.head.lower_ == "between" or (first.head.dep_ == "agent" and name.pos_ == "PROPN"):
        name.head, name.dep_ = first, "conj"
