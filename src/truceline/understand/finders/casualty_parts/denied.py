"""None killed, nobody hurt: a nought that the report gives, which silence never is."""

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.harm_words import harm_done, harm_of_subject, noun_harms
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import has_no, is_passive, prepositional_objects
from truceline.understand.tokens import Span, Token

NOBODY = frozenset({"nobody", "none", "anyone", "anybody"})
DENYING = frozenset({"no", "nobody", "none", "without"})  # without one of these nothing is denied
COMPARED = frozenset({"fewer", "more", "less"})  # "no fewer than 176" is a floor
TOLD = frozenset(
    {"report", "be", "suffer", "record", "register", "cause", "sustain", "confirm", "take", "have", "count"}
)


@dataclass(frozen=True, slots=True)
class Denied:
    """``whom``: those of whom none was harmed ("none of its soldiers"), where they are named."""

    harm: Harm
    teller: Token
    start: Token
    whom: Token | None = None


def denied_in(sentence: Span) -> Iterator[Denied]:
    if not sentence.forms & DENYING:
        return
    for token in sentence:
        found = nobody_harmed(token) or no_casualties(token) or without_harming(token)
        if found is not None:
            yield found


def nobody_harmed(token: Token) -> Denied | None:
    """ "no one was injured", "none of its soldiers was hurt", "no civilians were killed"."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or not is_nobody(token):
        return None
    harm = harm_of_subject(token.head)
    if harm not in {"killed", "injured", "missing", "captured"}:
        return None
    return Denied(harm, token.head, token.left_edge, members_of(token))


def is_nobody(token: Token) -> bool:
    if token.lower_ in NOBODY - {"anyone", "anybody"}:
        return True
    has_no = any(child.lower_ == "no" and token.doc[child.i + 1].lower_ not in COMPARED for child in token.children)
    return has_no and (token.lower_ == "one" or is_person(token))


def members_of(token: Token) -> Token | None:
    if is_person(token):
        return token
    inner = (obj for child in token.children if child.lower_ == "of" for obj in child.children if obj.dep_ == "pobj")
    return next(inner, None)


def no_casualties(token: Token) -> Denied | None:
    """ "no casualties were reported", "there were no deaths", "suffered no losses"."""
    harm = noun_harms().get(token.lemma_.lower())
    if harm is None or token.pos_ != "NOUN" or not has_no(token):
        return None
    verb = token.head
    lives = any(whom.low_lemma == "life" for whom in prepositional_objects(token, "of"))
    harm = "killed" if harm == "losses" and lives else harm
    told = verb.lemma_.lower() in TOLD and token.dep_ in {"attr", "dobj", "nsubjpass", "nsubj"}
    headline = token.dep_ == "ROOT"
    return Denied(harm, token, token.left_edge, None) if told or headline else None


def without_harming(token: Token) -> Denied | None:
    """ "without hurting anyone"."""
    harm = harm_done(token) if token.dep_ == "pcomp" and token.head.lower_ == "without" else None
    if harm is None or is_passive(token) or not any(child.lower_ in NOBODY for child in token.children):
        return None
    return Denied(harm, token, token.head)
