"""The grammar of a report: one spaCy parse, with paragraph breaks as sentence breaks, and ways to walk it."""

import gc
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import spacy
import spacy.tokens
from spacy.language import Language

from truceline.knowledge.files import words
from truceline.understand.attribute_rules import can_remember
from truceline.understand.taken_over import taken_over
from truceline.understand.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"})
CLOSING = frozenset({'"', "”", "’", "'", "''", "»", ")", "]"})
ON_THE_POINT = frozenset(
    {("close", "to"), ("closer", "to"), ("near", "to"), ("nearer", "to"), ("verge", "of"), ("brink", "of"),
     ("edge", "of"), ("point", "of"), ("risk", "of"), ("short", "of"), ("danger", "of"), ("threshold", "of")}
)  # fmt: skip
WRAPPED = "truceline_wrapped"
AT_ONCE = 64  # paragraphs of one report: read together they take two thirds of the time
HARD_WRAP = (45, 100)  # code points: a text whose inner lines nearly all lie between is wrapped by a machine


@Language.component("truceline_paragraphs")
def start_sentences_at_paragraphs(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """A paragraph break always ends a sentence: headlines and crossheads have no full stop."""
    wrapped = doc.user_data.pop(WRAPPED, False)
    for token in doc[:-1]:
        breaks = token.text.count("\n")
        if token.is_space and (breaks >= 2 or (breaks == 1 and not wrapped)):
            doc[token.i + 1].is_sent_start = True
    for token in doc[1:]:
        if token.text in CLOSING and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space:
            token.is_sent_start = False  # a closing quotation mark belongs to the sentence it closes
    return doc


def is_hard_wrapped(text: str) -> bool:
    lines = [line for block in re.split(r"\n\s*\n", text) for line in block.split("\n")[:-1]]
    if len(lines) < 4:
        return False
    inside = sum(HARD_WRAP[0] <= len(line) <= HARD_WRAP[1] for line in lines)
    return inside >= 0.8 * len(lines)


@Language.factory("truceline_lemmas")
class MendedWords:
    """Verbs that the tagger took for nouns, and base forms that the lemmatizer gets wrong."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.lemmatize: Callable[[spacy.tokens.Token], list[str]] = getattr(nlp.get_pipe("lemmatizer"), "lemmatize")  # noqa: B009

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        known = base_forms()
        for token in doc:
            mend_plural(token)
            if is_lost_verb(token):
                token.tag_, token.pos_ = tag_of_verb(token), "VERB"
                token.lemma_ = self.lemmatize(token)[0]
            if token.pos_ in {"VERB", "AUX"} and token.lower_ in known:
                token.lemma_ = known[token.lower_]
        return doc


def mend_plural(token: spacy.tokens.Token) -> None:
    """ "Damascus demands that X", "Kyiv rejects the plan": no plural noun stands before "that", "the" or a pronoun."""
    if token.tag_ != "NNS" or token.dep_ not in CLAUSES or token.i + 1 >= len(token.doc):
        return
    after = token.nbor(1)
    name = next((c for c in token.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"), None)
    if name is None or name.i != token.i - 1 or not is_object_start(after) or token.lower_ not in verb_plurals():
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lower_.removesuffix("s")
    name.dep_ = "nsubj"
    for child in token.rights:
        if child.dep_ in {"relcl", "acl"}:
            child.dep_ = "ccomp"


def is_object_start(token: spacy.tokens.Token) -> bool:
    return token.lower_ in {"that", "the", "a", "an", "its", "his", "their", "all", "both", "to"}


@lru_cache(maxsize=1)
def verb_plurals() -> frozenset[str]:
    return frozenset(words("lemmas")["verbs_like_plurals"])


def is_lost_verb(token: spacy.tokens.Token) -> bool:
    """ "The army retook Knin", "have overrun the town": no noun has a subject and an object or auxiliary."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ not in CLAUSES:
        return False
    roles = {child.dep_ for child in token.children}
    return bool(roles & {"nsubj", "nsubjpass"}) and bool(roles & {"dobj", "aux", "auxpass"})


def tag_of_verb(token: spacy.tokens.Token) -> str:
    beside = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    if beside & {"have", "has", "had", "is", "are", "was", "were", "been"}:
        return "VBG" if token.lower_.endswith("ing") else "VBN"
    if beside:
        return "VB"
    return "VBZ" if token.lower_.endswith("s") else "VBD"


@lru_cache(maxsize=1)
def base_forms() -> dict[str, str]:
    return {form: base for form, _, base in (pair.partition(" ") for pair in words("lemmas")["verbs"])}


@lru_cache(maxsize=2)
def load_grammar(pipeline: str) -> Language:
    """Load a spaCy pipeline once a process. It needs a tagger, a parser, a lemmatizer and an entity recogniser."""
    nlp = spacy.load(pipeline)
    nlp.add_pipe("truceline_paragraphs", before="parser")
    nlp.add_pipe("truceline_lemmas", last=True)
    if can_remember(nlp):
        nlp.add_pipe("truceline_attributes", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    gc.freeze()  # it lives as long as the process: nobody need look through it for what is not used any more
    return nlp


def parse(text: str, pipeline: str) -> Doc:
    """One parse of the whole text, each paragraph read on its own: a headline without a full stop runs into what
    follows and spoils it otherwise ("Border truce / Thailand and Cambodia agreed": Thailand alone).
    """
    nlp = load_grammar(pipeline)
    wrapped = is_hard_wrapped(text)
    read = list(nlp.pipe((words_of(nlp, piece, wrapped) for piece in paragraphs(text, wrapped)), batch_size=AT_ONCE))
    return taken_over(text, read)


def words_of(nlp: Language, piece: str, wrapped: bool) -> spacy.tokens.Doc:
    """The words of one paragraph, which cannot tell by itself whether its lines were wrapped by a machine."""
    doc = nlp.make_doc(piece)
    doc.user_data[WRAPPED] = wrapped
    return doc


# "ILIGAN, Philippines, Aug 18 (AFP) - Separatists ...": the parse takes the town for whoever acts.
NAMED = r"[A-Z][\w'’.\-]*(?:[ /][A-Z][\w'’.\-]*){0,4}"
DATED = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
DATELINE = re.compile(rf"{NAMED}(?:, {NAMED})?{DATED}(?: \([^)\n]{{2,40}}\))? (?:--|[-–—]) (?=[A-Z\d\"“'‘])")


def paragraphs(text: str, wrapped: bool) -> list[str]:
    """The text cut behind its paragraph breaks and datelines; joined again it is the text."""
    breaks = r"\n\s*\n\s*" if wrapped else r"\s*\n\s*"
    ends = [found.end() for found in re.finditer(breaks, text)]
    datelines = (DATELINE.match(text, start) for start in [0, *ends])
    ends = sorted({*ends, *(found.end() for found in datelines if found is not None)})
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [piece for piece in pieces if piece] or [text]


# Ways to walk a parse. They take and give tokens; none of them knows about conflicts.


def subjects(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, coordination unfolded; a conjoined verb borrows its neighbour's subject."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return [part for head in own for part in with_conjuncts(head)]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head)
    if verb.dep_ == "xcomp":
        objects = [child for child in verb.head.children if child.dep_ in {"dobj", "dative"}]
        return [part for head in objects for part in with_conjuncts(head)] or subjects(verb.head)
    return []


def is_passive(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ in {"auxpass", "nsubjpass"}:
            return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has_own_aux(verb) and is_passive(verb.head)


def _has_own_aux(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.children)


def direct_objects(verb: Token) -> list[Token]:
    heads = [child for child in verb.children if child.dep_ in {"dobj", "attr", "dative", "oprd"}]
    return [part for head in heads for part in with_conjuncts(head)]


def by_agents(verb: Token) -> list[Token]:
    """Who did it, in a passive clause: "was shelled by the army and its allies"."""
    heads = [obj for child in verb.children if child.dep_ == "agent" for obj in child.children if obj.dep_ == "pobj"]
    return [part for head in heads for part in with_conjuncts(head)]


def prepositional_objects(token: Token, *prepositions: str) -> list[Token]:
    """Objects of prepositions that hang on ``token``; all prepositions when none is named."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and (not prepositions or child.lower_ in prepositions):
            found += [part for obj in child.children if obj.dep_ in {"pobj", "pcomp"} for part in with_conjuncts(obj)]
    return found


def with_conjuncts(head: Token) -> list[Token]:
    """A noun and those joined to it, in text order."""
    joined = [head, *(token for token in head.conjuncts if token.i > head.i)] if head.conjuncts else [head]
    return [*owned_before(head), *joined]


def owned_before(head: Token) -> list[Token]:
    """ "Ethiopia's government and Tigray forces": the parse hangs the first of the two on the second."""
    return [
        child
        for child in head.children
        if child.dep_ == "nmod"
        and child.pos_ == "NOUN"
        and {"poss", "cc", "conj"} <= {one.dep_ for one in child.children}
    ]


def is_only_near(verb: Token) -> bool:
    """ "Close to capturing the town", "on the verge of signing": not done yet."""
    return verb.tag_ == "VBG" and verb.i >= 2 and (verb.nbor(-2).lower_, verb.nbor(-1).lower_) in ON_THE_POINT


def is_called_untrue(verb: Token) -> bool:
    """ "It is not true that the town fell", "it would be wrong to say that it fell"."""
    up = verb.head if verb.dep_ == "ccomp" else verb
    up = up.head if up.dep_ == "xcomp" and up.lemma_ in {"say", "claim", "think", "suggest", "report"} else up
    up = up.head if up.pos_ == "ADJ" else up
    if up == verb or up.lemma_ != "be":
        return False
    told = {child.lower_ for child in up.children if child.dep_ in {"acomp", "attr"}}
    return bool(told & {"untrue", "wrong", "false", "incorrect"}) or (is_negated(up) and "true" in told)


def is_joined_to_name(verb: Token) -> bool:
    """ "Went back to Pakistan occupied Kashmir": with its hyphen lost the participle is part of the name."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.i < 2 or verb.i + 1 >= len(verb.doc):
        return False
    step, name, after = verb.nbor(-2), verb.nbor(-1), verb.nbor(1)
    return step.pos_ == "ADP" and name.pos_ == "PROPN" and after.pos_ == "PROPN"


def is_negated(verb: Token) -> bool:
    return "neg" in [child.dep_ for child in verb.children]


def has_no(noun: Token) -> bool:
    """ "No plans", "no casualties": denied by its own article."""
    return any(child.lower_ == "no" for child in noun.children)


def auxiliaries(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def clause_head(token: Token) -> Token:
    """The verb (or root) of the innermost clause that holds ``token``."""
    here = token
    while here.dep_ not in CLAUSES or here.pos_ not in {"VERB", "AUX"}:
        if here.head is here:
            return here
        here = here.head
    return here


def ancestors_and_self(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def noun_phrase(head: Token) -> Span:
    """The words of a noun phrase from its first modifier to its head, without relative clauses or appositions."""
    inner = {"det", "amod", "nummod", "compound", "poss", "case", "nmod", "quantmod", "advmod", "npadvmod", "predet"}
    first = head
    for child in head.lefts:
        if child.dep_ in inner and child.left_edge.i < first.i:
            first = child.left_edge
    return head.doc[first.i : head.i + 1]


def subtree_span(token: Token) -> Span:
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def trimmed(span: Span) -> tuple[int, int]:
    """Code points of a span without surrounding spaces and closing punctuation."""
    start, end = span.start, span.end
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].text in {".", ",", ";", ":"}):
        end -= 1
    while start < end and (span.doc[start].is_space or span.doc[start].text in {",", ";", ":"}):
        start += 1
    if start == end:
        return span.start_char, span.end_char
    return span.doc[start].idx, span.doc[end - 1].idx + len(span.doc[end - 1])


def words_before(doc: Doc, index: int, count: int) -> list[Token]:
    """Up to ``count`` tokens before ``index`` in text order, line breaks and other white space left out."""
    found: list[Token] = []
    while index > 0 and len(found) < count:
        index -= 1
        token = doc.tokens[index]
        if not token.is_space:
            found.append(token)
    return found[::-1]


def words_after(doc: Doc, index: int, count: int) -> list[Token]:
    """Up to ``count`` tokens from ``index`` on, line breaks and other white space left out."""
    tokens = doc.tokens
    near = tokens[index : index + count]
    if len(near) == count and True not in [token.is_space for token in near]:
        return near
    found: list[Token] = []
    while index < len(tokens) and len(found) < count:
        if not tokens[index].is_space:
            found.append(tokens[index])
        index += 1
    return found
