"""Noun phrases that are planned, wished or hedged: "a call for a truce", "ahead of talks", "the so-called accord"."""

from collections.abc import Iterator

from truceline.model.claim import AuxMode, Factuality
from truceline.understand.grammar import has_no, is_negated, subtree_span
from truceline.understand.markers.modality_parts.denied_reports import denial_of
from truceline.understand.markers.modality_parts.own_words import modal_words
from truceline.understand.tokens import Doc, Span, Token

NounJudgement = tuple[Span, Factuality, AuxMode | None, str, Token]
FORWARD = frozenset({"for", "of", "to"})


def noun_judgements(doc: Doc) -> Iterator[NounJudgement]:
    lists = modal_words()
    for token in doc:
        if token.lower_ in lists["hedges"]:
            yield from hedged(token)
        elif token.lower_ == "so" and is_so_called(token):
            yield from hedged(token.nbor(2))
        elif token.pos_ == "ADP" or token.dep_ == "prep":
            yield from behind_preposition(token, lists)
        elif token.dep_ == "dobj":
            yield from wished_object(token, lists)


def is_so_called(token: Token) -> bool:
    return token.nbor(1).text == "-" and token.nbor(2).lower_ == "called"


def hedged(token: Token) -> Iterator[NounJudgement]:
    head = token.head
    if token.dep_ in {"amod", "compound"} and head.pos_ in {"NOUN", "PROPN"} and head.i > token.i:
        yield token.doc[token.i : head.i + 1], "Uu", None, "hedged", token


def behind_preposition(preposition: Token, lists: dict[str, frozenset[str]]) -> Iterator[NounJudgement]:
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if thing is None or thing.ent_type_ in {"DATE", "TIME", "GPE", "PERSON"}:
        return
    governor = preposition.head
    if governor.lower_ == "ahead" and preposition.lower_ == "of":
        yield without_tellings(thing), "PR+", "future", "ahead-of", governor
    elif preposition.lower_ not in FORWARD:
        return
    elif governor.low_lemma in lists["reports"] and (denying := denial_of(governor)) and not is_negated(denying):
        yield subtree_span(thing), "CT-", "negation", "denied", denying
    elif governor.pos_ == "NOUN" and governor.lower_ in lists["wish_nouns"]:
        yield without_tellings(thing), "Uu", "future", "wished", governor
    elif governor.pos_ == "NOUN" and governor.lower_ in lists["plan_nouns"] and has_no(governor):
        yield subtree_span(thing), "CT-", "negation", "no-plan", governor
    elif governor.pos_ == "NOUN" and governor.lower_ in lists["plan_nouns"] - {"agreement", "deal", "pact"}:
        yield without_tellings(thing), "PR+", "future", "planned", governor
    elif governor.pos_ == "VERB" and governor.lemma_ in lists["wishes"] and preposition.lower_ == "for":
        yield without_tellings(thing), "Uu", "future", "wished", governor
    elif governor.pos_ == "NOUN" and governor.lower_ in lists["refused_nouns"] - {"failure"}:
        yield subtree_span(thing), "CT-", "negation", "refused", governor


def wished_object(thing: Token, lists: dict[str, frozenset[str]]) -> Iterator[NounJudgement]:
    """ "demanded a truce", "denied the raid", "rejected talks": what the verb aims at."""
    verb = thing.head
    if verb.lemma_ in lists["object_denials"]:
        yield subtree_span(thing), "CT-", "negation", "denied", verb
    elif verb.lemma_ in lists["object_wishes"]:
        yield without_tellings(thing), "Uu", "future", "wished", verb
    elif verb.lemma_ in lists["object_plans"]:
        yield without_tellings(thing), "PR+", "future", "planned", verb
    elif verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.children):
        yield without_tellings(thing), "CT-", "negation", "ruled-out", verb


def without_tellings(thing: Token) -> Span:
    """Up to a clause that tells more of it: in "ruled out a pullout, which Oslo demands", Oslo demands it."""
    whole = subtree_span(thing)
    tells = next((word for word in whole if word.dep_ == "relcl" and is_told(word) and word.i > thing.i), None)
    return thing.doc[whole.start : tells.left_edge.i] if tells is not None else whole


def is_told(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not any(child.tag_ == "MD" for child in verb.children)
