"""What the English parser gets wrong again and again, hung on the right word."""

import spacy.tokens

from truceline.understand.grammar import SUBJECTS


def mend_parse(token: spacy.tokens.Token) -> None:
    """One word with what hangs on it; called for each word of a text in order."""
    mend_torn_name(token)
    mend_lost_main_verb(token)
    mend_outcome(token)


def mend_torn_name(adjective: spacy.tokens.Token) -> None:
    """ "Between the army and the paramilitary Rapid Support Forces took effect": the name belongs to its adjective."""
    if adjective.pos_ != "ADJ" or adjective.dep_ != "conj" or adjective.i + 1 >= len(adjective.doc):
        return
    article = next((child for child in adjective.lefts if child.dep_ == "det"), None)
    after = adjective.nbor(1)
    name = after.head if after.dep_ == "compound" else after
    parted = name.pos_ == "PROPN" and name.dep_ in SUBJECTS and name.left_edge.i == after.i
    if article is None or not parted or adjective.head.pos_ not in {"NOUN", "PROPN"}:
        return
    name.head, name.dep_ = adjective.head, "conj"
    for word in (adjective, article):
        word.head = name
    adjective.dep_ = "amod"


def mend_lost_main_verb(root: spacy.tokens.Token) -> None:
    """ "A calm held across Tripoli, a day after militias agreed": the parse takes "held" for a participle and the
    verb behind "after" for the sentence's own, which then has two subjects.
    """
    if root.dep_ != "ROOT" or root.pos_ != "VERB":
        return
    mark = next((child for child in root.lefts if child.dep_ == "mark" and child.lower_ in {"after", "before"}), None)
    before = [child for child in root.lefts if child.dep_ in SUBJECTS and mark is not None and child.i < mark.i]
    if mark is None or len(before) != 1 or not any(c.dep_ in SUBJECTS and c.i > mark.i for c in root.lefts):
        return
    thing = before[0]
    subject = next((child for child in thing.lefts if child.dep_ in SUBJECTS), thing)  # "the army announced a pause"
    verb = next((child for child in subject.rights if is_finite_participle(child) and child.i < mark.i), None)
    if verb is None:
        return
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    subject.head, subject.dep_ = verb, "nsubj"
    if thing is not subject:
        thing.head, thing.dep_ = verb, "dobj"
    for child in list(root.lefts):
        if child.i < verb.i and child is not subject:
            child.head = verb
    root.head, root.dep_ = verb, "advcl"


def is_finite_participle(token: spacy.tokens.Token) -> bool:
    """What stands behind a noun as its participle and may be its verb as well."""
    by = any(child.dep_ in {"agent", "aux", "auxpass"} for child in token.children)
    return token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"} and not by


def mend_outcome(token: spacy.tokens.Token) -> None:
    """ "Gunmen shot dead two teachers": what became of them, no word of theirs."""
    if token.lower_ != "dead" or not token.i or token.dep_ not in {"amod", "compound", "nmod", "advmod"}:
        return
    before = token.nbor(-1)
    if before.pos_ == "VERB" and before.tag_ in {"VBD", "VBN"}:
        token.head, token.dep_, token.pos_ = before, "oprd", "ADJ"
