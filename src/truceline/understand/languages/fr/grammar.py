"""French grammar: where sentences end, what the parser gets wrong, mended, and ways to walk a parse."""

import re
from typing import Any, cast

import spacy.tokens
from spacy.language import Language

from truceline.understand.languages.fr.lists import coded, word_set
from truceline.understand.parsing import Grammar
from truceline.understand.tokens import Span, Token

STOPS = frozenset({".", "!", "?", "…", "..."})
CLOSERS = frozenset({"»", "”", '"', ")", "]"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
OBJECTS = frozenset({"obj", "obl:arg", "obl:mod", "iobj", "xcomp"})

# "GOMA (RDC), 12 mai (AFP) - ", "Bamako (AFP) – "
NAMED = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]*(?:[ /][A-ZÀ-ÖØ-Þ][\w'’.\-]*){0,4}"
DATED = r"(?:,? (?:le )?\d{1,2}(?:er)? [a-zéû]{3,9}\.?(?: \d{4})?)?"
BRACKETS = r"(?: \([^)\n]{2,40}\))?"
DATELINE = re.compile(rf"{NAMED}{BRACKETS}{DATED}{BRACKETS} (?:--|[-–—]) (?=[A-ZÀ-ÖØ-Þ\d\"“«])")


@Language.component("truceline_french_sentences")
def end_sentences_at_stops(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """The small parser breaks sentences before a subject that follows its verb ("a annoncé mardi / l'armée")."""
    for token in doc[1:]:
        token.is_sent_start = is_start(doc, token.i)
    return doc


def is_start(doc: spacy.tokens.Doc, index: int) -> bool:
    before = index - 1
    while before > 0 and (doc[before].is_space or doc[before].text in CLOSERS):
        before -= 1
    return doc[before].text in STOPS and doc[index].text not in STOPS | CLOSERS and not doc[index].is_space


@Language.factory("truceline_french_words")
class MendedWords:
    """Words that the tokenizer takes apart ("état-major"), participles taken for nouns, and wrong base forms."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        tokenizer = cast(Any, nlp.tokenizer)
        for word in word_set("grammar", "one_word"):
            tokenizer.add_special_case(word, [{"ORTH": word}])

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        for token in doc:
            base = coded("lemmas", "").get(token.lower_)
            if base is not None and is_verb(token):
                token.lemma_, token.pos_ = base, "VERB"
            elif token.lower_ in word_set("grammar", "no_verbs") and token.pos_ == "VERB":
                token.pos_ = "ADJ"
            elif is_lost_verb(token):
                token.lemma_, token.pos_ = f"{token.lower_}r", "VERB"
        return doc


def is_lost_verb(token: spacy.tokens.Token) -> bool:
    """ "L'armée annonce un cessez-le-feu": no noun has a subject and an object."""
    roles = {child.dep_ for child in token.children}
    return token.pos_ == "NOUN" and token.lower_.endswith("e") and {"nsubj", "obj"} <= roles


def is_verb(token: spacy.tokens.Token) -> bool:
    return token.pos_ == "VERB" or token.lower_ in word_set("grammar", "sure_verbs") or has_auxiliary(token)


def has_auxiliary(token: spacy.tokens.Token) -> bool:
    return any(child.lower_ in word_set("grammar", "auxiliaries") for child in token.lefts)


FRENCH_GRAMMAR = Grammar(DATELINE, ("truceline_french_sentences",), ("truceline_french_words",))


def with_conjuncts(head: Token) -> list[Token]:
    """A noun and those joined to it behind it."""
    return [head, *(token for token in head.conjuncts if token.i > head.i and token.pos_ not in {"VERB", "AUX"})]


def subjects(verb: Token) -> list[Token]:
    """Of a verb, or of the one that it is joined to or hangs on ("affirme avoir tué")."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own or verb.dep_ not in {"conj", "xcomp"} or verb.head is verb:
        return [part for head in own for part in with_conjuncts(head)]
    return subjects(verb.head)


def objects(verb: Token) -> list[Token]:
    return [part for child in verb.children if child.dep_ in OBJECTS for part in with_conjuncts(child)]


def agents(verb: Token) -> list[Token]:
    """ "par l'armée", whatever relation the parser gives it."""
    heads = [child for child in verb.children if child.dep_.startswith("obl") and "par" in steps_of(child)]
    return [part for head in heads for part in with_conjuncts(head)]


def steps_of(noun: Token) -> set[str]:
    """The prepositions of a noun."""
    return {child.lower_ for child in noun.children if child.dep_ in {"case", "fixed", "mark"}}


def is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children) or has_been(verb)


def has_been(verb: Token) -> bool:
    """ "a été tué", "sont tués": by the words before it."""
    words = [token.lower_ for token in verb.doc.tokens[max(0, verb.i - 4) : verb.i]]
    return "été" in words


def is_negated(verb: Token) -> bool:
    """ "n'a pas", "aucune victime", "sans faire": by the words of its own clause."""
    own = {child.lower_ for child in verb.children} | {
        word.lower_ for child in verb.children if child.dep_ in OBJECTS | SUBJECTS for word in child.children
    }
    ne = any(child.lower_ in {"ne", "n'", "n’"} and child.i < verb.i for child in verb.children)
    return (ne and bool(word_set("grammar", "negations") & own)) or "sans" in steps_of(verb)


def phrase_of(head: Token) -> Span:
    """A noun with what belongs to it, up to a clause or a comma."""
    last = head
    for child in head.rights:
        if child.dep_ in {"amod", "nmod", "flat:name", "appos", "flat:foreign"} and not is_cut(head, child):
            last = child.right_edge if child.dep_ != "amod" else child
    first = head.left_edge if not any(one.dep_ == "acl:relcl" for one in head.lefts) else head
    return head.doc[first.i : last.i + 1]


def is_cut(head: Token, child: Token) -> bool:
    between = head.doc.tokens[head.i + 1 : child.i]
    return any(token.text in {",", ":", ";", "(", "«"} for token in between)
