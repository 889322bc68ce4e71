"""One reading of a sentence as CAMEO coders read it: who acts, and on whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.understand.grammar import by_agents, is_passive, subjects
from truceline.understand.marked_sentence import MarkedReport, covering
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.tokens import Token

MUTUAL = frozenset(
    {
        "agree", "sign", "meet", "discuss", "clash", "fight", "hold", "resume", "exchange", "gather", "negotiate",
        "conclude", "begin", "start", "establish", "restore", "reach", "talk", "sit", "conduct", "launch", "open",
    }
)  # fmt: skip
WITH_EACH_OTHER = frozenset({"meet", "talk", "gather", "hold", "negotiate", "sit", "confer"})
MEETINGS = frozenset(
    {"talk", "meeting", "summit", "conversation", "discussion", "negotiation", "phone", "call", "consultation"}
)
INSIDE_PHRASE = frozenset({"of", "in", "at", "to", "from", "by", "for", "with", "near"})
# Nouns that only carry a deed: on whom it was done stands behind them.
LIGHT = frozenset(
    {
        "attack", "strike", "talk", "condolence", "concern", "sanction", "visit", "support", "aid", "assistance", "ban",
        "meeting", "optimism", "pessimism", "hope", "ceasefire", "truce", "siege", "state", "restriction", "threat",
        "pressure", "assault", "offensive", "blockade", "investigation", "statement", "tie", "relation", "embargo",
        "help", "operation", "curfew", "solidarity", "regret", "desire", "readiness", "willingness", "interest", "raid",
        "agreement", "deal", "contact", "war", "protest", "apology", "appeal", "call", "letter", "asylum", "refuge",
        "emergency", "claim", "fire", "rocket", "missile", "troop", "peacekeeper", "trip", "sympathy",
    }
)  # fmt: skip
HUMAN = frozenset(
    {
        "man", "woman", "child", "girl", "boy", "person", "people", "student", "prisoner", "family", "demonstrator",
        "suspect", "hostage", "migrant", "passenger", "member", "dozen", "hundred", "thousand", "score", "detainee",
    }
)  # fmt: skip
PRONOUNS = frozenset({"PRON", "DET"})


@dataclass(frozen=True, slots=True)
class Roled:
    role: str
    start: int
    end: int


def roles_in(marked: MarkedReport) -> Iterator[Roled]:
    """Of the sentence's main deed; nothing where it has none."""
    root = next(
        (sentence.span.root for sentence in marked.sentences if sentence.span.root.pos_ in {"VERB", "AUX"}), None
    )
    if root is None:
        return
    source, verb = acting_on(root)
    if source is None:
        return
    partners = partners_of(source, verb)
    if partners:
        yield from (roled("reciprocal", first, last) for first, last in partners)
        return
    targets = targets_of(verb, source, marked)
    for one in with_others(source):
        yield roled("source", left_of(one), right_of(one))
    for target in targets:
        for one in with_others(target):
            yield roled("target", left_of(one), right_of(one))


def with_others(head: Token) -> list[Token]:
    """ "A, B and C" are three."""
    others = [child for child in head.children if child.dep_ == "conj"]
    return [head, *(one for other in others for one in with_others(other))]


def acting_on(root: Token) -> tuple[Token | None, Token]:
    """The one who acts and the verb of the deed: in "Z, X said" Z's; in "X says Y did" X's."""
    content = next((child for child in root.children if child.dep_ == "ccomp"), None)
    speaker = next(iter(subjects(root)), None)
    if content is not None and (speaker is None or speaker.i > content.i):
        return acting(content), content
    if content is None or root.lemma_ not in actor_words("speaking_verbs"):
        return acting(root), root
    return speaker, content


def acting(verb: Token) -> Token | None:
    own = by_agents(verb) if is_passive(verb) else subjects(verb)
    return next(iter(own), None)


def partners_of(source: Token, verb: Token) -> list[tuple[Token, Token]]:
    """ "A and B agreed", "A met B", "A held talks with B"."""
    both = [child for child in source.children if child.dep_ == "conj"]
    if both and verb.lemma_ in MUTUAL:
        return [(left_of(source), right_of(both[-1]))]
    if verb.lemma_ not in WITH_EACH_OTHER:
        return []
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    withs = [
        obj
        for holder in (verb, *(one for one in objects if one.lemma_ in MEETINGS))
        for child in holder.children
        if child.lower_ == "with"
        for obj in child.children
        if obj.dep_ == "pobj"
    ]
    other = next(iter(withs), None) or next((one for one in objects if verb.lemma_ == "meet"), None)
    return [(left_of(one), right_of(one)) for one in (source, other)] if other is not None else []


def targets_of(verb: Token, source: Token, marked: MarkedReport) -> list[Token]:
    if is_passive(verb):
        return [token for token in subjects(verb) if token is not source]
    own = next(iter(subjects(verb)), None)
    if own is not None and own is not source and own.pos_ not in PRONOUNS and own.i > source.i:
        return [own]
    direct = next((child for child in verb.children if child.dep_ == "dobj" and child.pos_ not in PRONOUNS), None)
    if direct is not None and direct.lemma_.lower() not in LIGHT and is_about_somebody(direct, marked):
        return [direct]
    return first_after(direct or verb, source, marked)


def first_after(start: Token, source: Token, marked: MarkedReport) -> list[Token]:
    """The next phrase with somebody in it; of a thing named after its maker, the whole."""
    after = [token for token in start.doc if token.i > max(start.i, source.i) and token.sent == start.sent]
    first = next((token for token in after if is_somebody(token, marked)), None)
    while first is not None and first.dep_ == "pobj" and first.head.head.i > start.i and first.head.head.pos_ == "NOUN":
        first = first.head.head
    return [first] if first is not None else []


def is_about_somebody(noun: Token, marked: MarkedReport) -> bool:
    if is_human(noun):
        return True
    return any(
        covering(marked.actors, word.idx) or covering(marked.places, word.idx)
        for word in noun.doc[left_of(noun).i : right_of(noun).i + 1]
    )


def is_human(noun: Token) -> bool:
    return noun.lemma_.lower() in HUMAN or noun.lemma_.lower() in roles()


def is_somebody(token: Token, marked: MarkedReport) -> bool:
    """The head of a noun phrase that an actor or a place stands in."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "amod", "nmod", "poss", "npadvmod"}:
        return False
    words = token.doc[left_of(token).i : token.i + 1]
    return any(covering(marked.actors, word.idx) or covering(marked.places, word.idx) for word in words)


def left_of(head: Token) -> Token:
    first = head
    for child in head.lefts:
        if child.dep_ not in {"prep", "punct", "cc", "advmod", "preconj"} or (
            child.dep_ == "punct" and child.text == "-"
        ):
            first = min(first, child.left_edge, key=lambda token: token.i)
    return first


def right_of(head: Token) -> Token:
    """Over what hangs on the noun: "of X", "in X", an apposition, a bracket; not over clauses and further names."""
    last = head
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in INSIDE_PHRASE and child.i <= last.i + 1:
            last = max((right_of(obj) for obj in child.children if obj.dep_ == "pobj"), default=last, key=lambda t: t.i)
        if child.dep_ == "appos" and child.i - last.i < 12:
            last = right_of(child)
            if last.i + 1 < len(last.doc) and last.nbor().text == ")":
                last = last.nbor()
        if child.dep_ == "case" and child.i == last.i + 1:
            continue
    return last


def roled(role: str, first: Token, last: Token) -> Roled:
    return Roled(role, first.idx, last.idx + len(last))
