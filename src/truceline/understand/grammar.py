"""Ways to walk an English parse. They take and give words; none of them knows about conflicts."""

from functools import cache

from truceline.knowledge.files import words
from truceline.understand.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PASSIVE = frozenset({"auxpass", "nsubjpass"})
OWN = frozenset({"aux", "auxpass", "nsubj"})
OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})
PREPOSITIONS = frozenset({"prep", "agent"})
ORPHAN = "orphan"  # of a clause that leaves its verb out, as Universal Dependencies call it; mends alone hang words so
NEITHER = 2  # tokens from a verb to the "neither" of what it denies
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj"})


@cache
def grammar_words(name: str) -> frozenset[str]:
    """Auxiliaries, pronouns and the like, by the name of their list."""
    return frozenset(words("grammar")[name])


@cache
def will_or_may() -> frozenset[str]:
    """Auxiliaries of what is to come or only possible."""
    return grammar_words("will") | grammar_words("may")


def subjects(verb: Token) -> list[Token]:
    """The grammatical subjects of a verb, coordination unfolded; a conjoined verb borrows its neighbour's subject."""
    if not SUBJECTS.isdisjoint(verb.child_deps):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        return [part for head in own for part in with_conjuncts(head)]
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head)
    if verb.dep_ == "xcomp":
        objects = [child for child in verb.head.children if child.dep_ in {"dobj", "dative"}]
        objects = [] if verb.head.lemma_ in grammar_words("used_to_do") else objects  # "used the lull to seize a town"
        return [part for head in objects for part in with_conjuncts(head)] or subjects(verb.head)
    return []


def is_passive_form(verb: Token) -> bool:
    """By its own auxiliary or subject, no neighbour's."""
    return not PASSIVE.isdisjoint(verb.child_deps)


def is_passive(verb: Token) -> bool:
    if is_passive_form(verb):
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
            again = (one for one in child.rights if one.dep_ == "conj" and one.lower_ == child.lower_)
            objects = (obj for step in (child, *again) for obj in step.children if obj.dep_ in {"pobj", "pcomp"})
            found += [part for obj in objects for part in with_conjuncts(obj)]  # "with the army and with the rebels"
    return found


def with_conjuncts(head: Token) -> list[Token]:
    """A noun and those joined to it, in text order."""
    if not head.conjuncts and "nmod" not in head.child_deps:
        return [head]
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
    """ "Close to capturing the town", "came close to collapse", "on the verge of signing", "nearly signed"."""
    if any(child.lower_ in grammar_words("nearly") and child.dep_ == "advmod" for child in verb.lefts):
        return True
    if verb.tag_ not in {"VBG", "VB"} or verb.i < 2:
        return False
    before = f"{verb.nbor(-2).lower_} {verb.nbor(-1).lower_}"
    return before in grammar_words("on_the_point") if verb.tag_ == "VBG" else before in grammar_words("on_the_point_to")


def is_called_untrue(verb: Token) -> bool:
    """ "It is not true that the town fell", "it would be wrong to say that it fell"."""
    up = verb.head if verb.dep_ == "ccomp" else verb
    if up != verb and up.lemma_ in {"mean", "imply", "signify"} and is_negated(up):
        return True  # "it does not mean that it fell"
    up = up.head if up.dep_ == "xcomp" and up.lemma_ in {"say", "claim", "think", "suggest", "report"} else up
    up = up.head if up.pos_ == "ADJ" else up
    if up == verb or up.lemma_ != "be":
        return False
    told = {child.lower_ for child in up.children if child.dep_ in {"acomp", "attr"}}
    return bool(told & grammar_words("untrue")) or (is_negated(up) and "true" in told)


def is_joined_to_name(verb: Token) -> bool:
    """ "Went back to Pakistan occupied Kashmir": with its hyphen lost the participle is part of the name."""
    if verb.tag_ not in {"VBD", "VBN"} or not SUBJECTS.isdisjoint(verb.child_deps):
        return False  # "rebels from Mali attacked Gao"
    step, name, after = verb.nbor(-2), verb.nbor(-1), verb.nbor(1)
    is_day = name.ent_type_ in {"DATE", "TIME"}  # "rebels on Sunday captured Bama"
    return step.pos_ == "ADP" and name.pos_ == "PROPN" and after.pos_ == "PROPN" and not is_day


def is_negated(verb: Token) -> bool:
    return "neg" in verb.child_deps or is_neither(verb)


def is_neither(verb: Token) -> bool:
    """ "Would neither disarm nor leave", "called neither for talks nor for a truce": both are denied."""
    if "neither" not in verb.sent.forms:
        return False
    first = verb.head if verb.dep_ == "conj" else verb
    things = [child for child in verb.rights if child.dep_ in OBJECTS | PREPOSITIONS]
    things += [inner for step in things if step.dep_ in PREPOSITIONS for inner in step.rights]
    behind = [word for thing in things for word in thing.lefts if word.i <= verb.i + NEITHER]
    return any(is_neither_word(word) for word in (*first.lefts, *behind))


def is_neither_word(word: Token) -> bool:
    """ "Neither ... nor"; not the article of "neither side"."""
    return word.lower_ == "neither" and word.dep_ in {"preconj", "advmod", "cc"}


def is_bare(verb: Token) -> bool:
    """ "That the army leave", "that he come": the form in which nothing single tells what it does."""
    single = any(token.tag_ in {"NN", "NNP"} or token.lower_ in grammar_words("one_other") for token in subjects(verb))
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and single)


def is_done_by_nobody(verb: Token) -> bool:
    """ "No side gave its consent", "neither army withdrew", "not one soldier will leave"."""
    own = subjects(verb)
    if any(token.left_edge.lower_ == "not" for token in own):
        return True
    return any(child.lower_ in {"neither", "no"} for token in own for child in token.children)


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


def is_within(token: Token, head: Token) -> bool:
    """The word itself, or one that hangs on it at any depth."""
    return token is head or head in token.ancestors


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
    tokens = doc.tokens
    near = tokens[index - count : index] if index >= count else []
    if len(near) == count and True not in [token.is_space for token in near]:
        return near
    found: list[Token] = []
    while index > 0 and len(found) < count:
        index -= 1
        token = tokens[index]
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
