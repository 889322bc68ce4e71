"""Who is accused of what, and what is denied: hung on the right word."""

import spacy.tokens

from truceline.knowledge.files import word_set, words
from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mends import Mends

mend_accusations = Mends()


@mend_accusations.of("conj")
def mend_allied(token: spacy.tokens.Token) -> None:
    """ "Warned the army and allied militias against it": no second verb."""
    if token.lower_ not in {"allied", "aligned", "affiliated"} or token.pos_ != "VERB":
        return
    others = described_by(token)
    before = next((child for child in token.head.rights if child.dep_ == "dobj" and child.i < token.i), None)
    if others is not None and before is not None:
        for child in list(others.rights):
            if child.dep_ == "prep" and child.lower_ == "against":
                child.head = token.head
        join_described(token, others, before)


@mend_accusations.of("conj")
def mend_denial(verb: spacy.tokens.Token) -> None:
    """ "Denied that a meeting was planned and accused the army": the accusing is no part of what is denied."""
    denial = verb.head.head
    if verb.head.dep_ != "ccomp" or denial.lemma_ != "deny" or verb.tag_ not in {"VBD", "VBN"}:
        return
    own = any(child.dep_ in {*SUBJECTS, "aux", "auxpass"} for child in verb.children)
    speaking = words("grammar")["accusing"] + words("grammar")["speaking_on"]
    if not own and verb.lemma_ in {*speaking, "blame"}:
        verb.head = denial


@mend_accusations.of(classes=("VERB",))
def mend_accusation(verb: spacy.tokens.Token) -> None:
    """ "Accused the army and its allies of burning villages, killing nine": what they did hangs on the accusing, and
    what came of it on what they did.
    """
    if verb.pos_ != "VERB" or verb.lemma_ not in word_set("grammar", "accusing"):
        return
    step = next((word for word in verb.subtree if word.lower_ == "of" and word.i > verb.i and names_deed(word)), None)
    gather_accused(verb, step.i if step is not None else verb.right_edge.i)
    if step is None:
        return
    deed = step.nbor(1)
    if step.head != verb:
        step.head, step.dep_ = verb, "prep"
    if deed.head != step:
        mend_deed(step, deed)
    for child in list(verb.rights):
        follows = child.i > deed.i and child.tag_ == "VBG" and child.dep_ in {"advcl", "conj"}
        if follows and child.lemma_ not in word_set("grammar", "speaking_on"):
            child.head = deed


def gather_accused(verb: spacy.tokens.Token, end: int) -> None:
    """ "Accused troops and Wagner fighters": the second is accused like the first, not another verb. Who is accused
    stands before the deed: "accused him of arming rebels and demanded sanctions" is two verbs.
    """
    accused = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    for child in list(verb.rights):
        if accused is None or child.dep_ != "conj" or not accused.i < child.i < end:
            continue
        if child.pos_ in {"NOUN", "PROPN"}:
            child.head = accused
        elif (others := described_by(child)) is not None:
            join_described(child, others, accused)


def described_by(participle: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "The army and allied militias": no second verb with an object, as "and rejected the offer" is."""
    after = next((child for child in participle.rights if child.dep_ == "dobj"), None)
    alone = participle.tag_ in {"VBD", "VBN"} and participle.lower_.endswith("ed") and after is not None
    if not alone or after is None or after.left_edge.tag_ in {"DT", "PRP$"}:
        return None
    return after if after.left_edge.i == participle.i + 1 else None


def join_described(participle: spacy.tokens.Token, others: spacy.tokens.Token, first: spacy.tokens.Token) -> None:
    for child in [child for child in participle.rights if child.i > others.right_edge.i]:
        child.head = participle.head
    others.head, others.dep_ = first, "conj"
    participle.head, participle.dep_, participle.pos_ = others, "amod", "ADJ"


def names_deed(step: spacy.tokens.Token) -> bool:
    return step.i + 1 < len(step.doc) and step.nbor(1).tag_ == "VBG"


def mend_deed(step: spacy.tokens.Token, deed: spacy.tokens.Token) -> None:
    """ "Of burning villages": no villages that burn."""
    thing = deed.head
    if thing.head != step or deed.dep_ not in {"amod", "compound"}:
        return
    deed.head, deed.dep_, deed.pos_ = step, "pcomp", "VERB"
    thing.head, thing.dep_ = deed, "dobj"
