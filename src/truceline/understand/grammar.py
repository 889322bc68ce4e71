"""English grammar: what the parser gets wrong, mended, and ways to walk a parse."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

import spacy.tokens
from spacy.language import Language

from truceline.knowledge.files import words
from truceline.understand.parsing import Grammar
from truceline.understand.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PASSIVE = frozenset({"auxpass", "nsubjpass"})
OWN = frozenset({"aux", "auxpass", "nsubj"})
OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})
PREPOSITIONS = frozenset({"prep", "agent"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"})


# "ILIGAN, Philippines, Aug 18 (AFP) - Separatists ...": the parse takes the town for whoever acts.
NAMED = r"[A-Z][\w'’.\-]*(?:[ /][A-Z][\w'’.\-]*){0,4}"
DATED = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{2,4})?))?"
AGENCY = r"(?: \([^)\n]{2,40}\))?"
# "19:55 Jan Egeland says": the hour of an entry, which the parse takes for a part of the name.
ENTRY = r"[\[(]?\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|GMT|UTC|CET))?[\])]?(?: ?[-–—:|])? (?=[A-Z\"“'‘])"
DATELINE = re.compile(rf"{ENTRY}|{NAMED}(?:, {NAMED}| \({NAMED}\))?{DATED}{AGENCY} (?:--|[-–—]) (?=[A-Z\d\"“'‘])")
ENGLISH = Grammar(DATELINE, before_parser=("truceline_stops",), last=("truceline_lemmas",))


@Language.factory("truceline_stops")
class Stops:
    """ "At 5 a.m. The rebels ...": a new sentence; "Fr. Bert Layson": none. Before the parse, which heeds it."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        for title in short_titles():
            cast(Any, nlp.tokenizer).add_special_case(f"{title}.", [{"ORTH": f"{title}."}])

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        for token in doc[1:]:
            if token.is_title and token.is_stop and doc[token.i - 1].lower_ in {"a.m.", "p.m."}:
                token.is_sent_start = True
        return doc


@lru_cache(maxsize=1)
def short_titles() -> frozenset[str]:
    return frozenset(words("grammar")["short_titles"])


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
            mend_torn_name(token)
            mend_lost_main_verb(token)
            mend_outcome(token)
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


# Ways to walk a parse. They take and give tokens; none of them knows about conflicts.


def subjects(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, coordination unfolded; a conjoined verb borrows its neighbour's subject."""
    if not SUBJECTS.isdisjoint(verb.child_deps):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        return [part for head in own for part in with_conjuncts(head)]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head)
    if verb.dep_ == "xcomp":
        objects = [child for child in verb.head.children if child.dep_ in {"dobj", "dative"}]
        return [part for head in objects for part in with_conjuncts(head)] or subjects(verb.head)
    return []


def is_passive(verb: Token) -> bool:
    if not PASSIVE.isdisjoint(verb.child_deps):
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has_own_aux(verb) and is_passive(verb.head)


def _has_own_aux(verb: Token) -> bool:
    return not OWN.isdisjoint(verb.child_deps)


def direct_objects(verb: Token) -> list[Token]:
    if OBJECTS.isdisjoint(verb.child_deps):
        return []
    heads = [child for child in verb.children if child.dep_ in OBJECTS]
    return [part for head in heads for part in with_conjuncts(head)]


def by_agents(verb: Token) -> list[Token]:
    """Who did it, in a passive clause: "was shelled by the army and its allies"."""
    if "agent" not in verb.child_deps:
        return []
    heads = [obj for child in verb.children if child.dep_ == "agent" for obj in child.children if obj.dep_ == "pobj"]
    return [part for head in heads for part in with_conjuncts(head)]


def prepositional_objects(token: Token, *prepositions: str) -> list[Token]:
    """Objects of prepositions that hang on ``token``; all prepositions when none is named."""
    found: list[Token] = []
    if PREPOSITIONS.isdisjoint(token.child_deps):
        return found
    for child in token.children:
        if child.dep_ in PREPOSITIONS and (not prepositions or child.lower_ in prepositions):
            found += [part for obj in child.children if obj.dep_ in {"pobj", "pcomp"} for part in with_conjuncts(obj)]
    return found


def with_conjuncts(head: Token) -> list[Token]:
    """A noun and those joined to it, in text order."""
    joined = [head, *(token for token in head.conjuncts if token.i > head.i)] if head.conjuncts else [head]
    return [*owned_before(head), *joined]


def owned_before(head: Token) -> list[Token]:
    """ "Ethiopia's government and Tigray forces": the parse hangs the first of the two on the second."""
    if "nmod" not in head.child_deps:
        return []
    return [
        child
        for child in head.children
        if child.dep_ == "nmod" and child.pos_ == "NOUN" and {"poss", "cc", "conj"} <= child.child_deps
    ]


def is_only_near(verb: Token) -> bool:
    """ "Close to capturing the town", "on the verge of signing": not done yet."""
    if verb.tag_ != "VBG" or verb.i < 2:
        return False
    return f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}" in on_the_point()


@lru_cache(maxsize=1)
def on_the_point() -> frozenset[str]:
    return frozenset(words("grammar")["on_the_point"])


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
    return "neg" in verb.child_deps


def is_done_by_nobody(verb: Token) -> bool:
    """ "No side gave its consent", "neither army withdrew"."""
    return any(child.lower_ in {"neither", "no"} for token in subjects(verb) for child in token.children)


def has_no(noun: Token) -> bool:
    """ "No plans", "no casualties": denied by its own article."""
    return any(child.lower_ == "no" for child in noun.children)


def auxiliaries(verb: Token) -> frozenset[str]:
    return verb.helpers


def clause_head(token: Token) -> Token:
    """The verb (or root) of the innermost clause that holds ``token``."""
    here = token
    while here.dep_ not in CLAUSES or here.pos_ not in {"VERB", "AUX"}:
        if here.head is here:
            return here
        here = here.head
    return here


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
    tokens, start, end = span.doc.tokens, span.start, span.end
    while end > start and (tokens[end - 1].is_space or tokens[end - 1].text in {".", ",", ";", ":"}):
        end -= 1
    while start < end and (tokens[start].is_space or tokens[start].text in {",", ";", ":"}):
        start += 1
    if start == end:
        return span.start_char, span.end_char
    return tokens[start].idx, tokens[end - 1].idx + len(tokens[end - 1].text)


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
