"""Headlines, which leave words out: who does it, where the English parser takes the row of names for something else."""

import spacy.tokens

from truceline.knowledge.files import word_set
from truceline.understand.languages.en.mended_joints import is_full
from truceline.understand.languages.en.mends import Mends

mend_headlines = Mends()
NAMES = frozenset({"PROPN", "NOUN"})


@mend_headlines.of("ROOT", "advcl", "ccomp", "nsubj", classes=("VERB",))
def mend_truce_as_verb(truce: spacy.tokens.Token) -> None:
    """ "Truce over in Aceh", "Lebanon talks off": what is told of, and nothing that anybody does."""
    off = truce.text == "talks" and truce.i + 1 < len(truce.doc) and truce.nbor().lower_ == "off"
    if not (off or truce.lower_ in word_set("grammar", "words_for_truces")) or is_full(truce.sent):
        return
    truce.pos_, truce.tag_ = "NOUN", "NNS" if off else "NN"
    for child in truce.lefts:
        if child.dep_ == "nsubj" and child.i == truce.i - 1:
            child.dep_ = "compound"  # "Sudan truce in tatters"


@mend_headlines.of("nsubj", "npadvmod", "dep", "advmod", "dobj")
def mend_pair_of_names(first: spacy.tokens.Token) -> None:
    """ "Kyiv, Moscow hold talks": a headline's comma is an "and"."""
    verb = first.head
    if first.pos_ not in NAMES or verb.tag_ not in {"VBP", "VB"} or first.left_edge.i != first.sent.start:
        return
    second = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.i > first.i), None)
    if second is None or first.ent_type_ in {"DATE", "TIME"} or second.pos_ not in NAMES:
        return
    between = [word.text for word in first.doc[first.i + 1 : second.left_edge.i]]
    if between == [","] and not is_full(first.sent):
        first.dep_ = "nsubj"
        second.head, second.dep_ = first, "conj"


@mend_headlines.of("ROOT")
def mend_pair_to_do(first: spacy.tokens.Token) -> None:
    """ "M23, Kinshasa to meet in Luanda": the second name is no other name of the first."""
    second = next((child for child in first.rights if child.dep_ in {"conj", "appos"}), None)
    verb = next((child for child in first.rights if child.dep_ in {"relcl", "acl"} and child.tag_ == "VB"), None)
    if first.pos_ not in NAMES or second is None or verb is None or first.left_edge.i != first.sent.start:
        return
    between = [word.text for word in first.doc[first.i + 1 : second.left_edge.i]]
    to_do = verb.i > second.i and verb.left_edge.lower_ == "to" and verb.left_edge.i == second.right_edge.i + 1
    if between != [","] or not to_do or is_full(first.sent):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    first.head, first.dep_ = verb, "nsubj"
    second.head, second.dep_ = first, "conj"


@mend_headlines.of("ROOT")
def mend_talks_to_come(talks: spacy.tokens.Token) -> None:
    """ "Peace talks to open in Nairobi on Friday": what they are to do."""
    if talks.lower_ not in word_set("grammar", "rounds_of_talks") or talks.pos_ != "NOUN" or is_full(talks.sent):
        return
    aims = (child for child in talks.rights if child.dep_ in {"advcl", "relcl", "acl"} and child.tag_ == "VB")
    verb = next(aims, None)
    if verb is not None and verb.left_edge.lower_ == "to" and verb.left_edge.i == talks.i + 1:
        verb.head, verb.dep_ = verb, "ROOT"
        talks.head, talks.dep_ = verb, "nsubj"


@mend_headlines.of("compound", "nmod")
def mend_verb_as_name(verb: spacy.tokens.Token) -> None:
    """ "Farabundo front cancels talks with army": what it does, and no part of a name."""
    thing = verb.head
    named = verb.tag_ in {"NNS", "NNP", "NNPS"} and verb.text.islower()
    if not named or verb.lower_ not in word_set("lemmas", "verbs_like_plurals") or thing.dep_ != "ROOT":
        return
    before = [child for child in (*thing.lefts, *verb.lefts) if child.i < verb.i]
    if verb.i != thing.i - 1 or not before or before[-1].right_edge.i != verb.i - 1 or is_full(thing.sent):
        return
    doer = before[-1]
    verb.head, verb.dep_, verb.pos_, verb.tag_ = verb, "ROOT", "VERB", "VBZ"
    verb.lemma_ = verb.lower_.removesuffix("s")
    thing.head, thing.dep_ = verb, "dobj"
    doer.head, doer.dep_, doer.pos_, doer.tag_ = verb, "nsubj", "NOUN" if doer.pos_ == "ADJ" else doer.pos_, "NN"
    for child in before[:-1]:
        child.head = doer
