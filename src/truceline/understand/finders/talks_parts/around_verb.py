"""Who and what stands around a verb in its own clause: a party, a leader, several, a telephone."""

from collections.abc import Iterator

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_counterpart, is_pair, is_party
from truceline.understand.grammar import direct_objects, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

OTHER_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl", "ccomp"})
COMPLEMENTS = frozenset({"oprd", "xcomp", "ccomp", "attr"})
PRONOUNS = frozenset({"WP", "WDT", "PRP"})


def own_words(verb: Token) -> Iterator[Token]:
    """The words of the verb's own clause."""
    for child in verb.children:
        if child.dep_ not in OTHER_CLAUSES:
            yield from child.subtree


def are_armies(who: list[Token]) -> bool:
    return bool(who) and all(lemma_of(one) in word_set(KIND, "fighting_bodies") for one in who)


def are_several(verb: Token) -> bool:
    who = acting(verb)
    return len(who) > 1 or any(token.tag_ in {"NNS", "NNPS"} or is_pair(token) for token in who)


def is_by_phone(verb: Token) -> bool:
    by = (
        token
        for token in own_words(verb)
        if token.dep_ == "pobj" and token.head.lower_ in word_set(KIND, "to_the_phone")
    )
    return any(words_at(noun) & word_set(KIND, "by_phone") for noun in by)


def words_at(noun: Token) -> set[str]:
    return {noun.lower_, *(child.lower_ for child in noun.children)}


def company(verb: Token, *prepositions: str) -> list[Token]:
    """Objects of "with", "to" anywhere in the clause: the parse hangs them on the telephone."""
    own = prepositional_objects(verb, *prepositions)
    behind = (token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in prepositions)
    return own or [token for token in behind if next_verb(token) in {verb, None}]


def next_verb(token: Token) -> Token | None:
    """ "Spoke about units that belong to the navy": nobody spoke to the navy."""
    return next((up for up in token.ancestors if up.pos_ == "VERB"), None)


def has_leading_party(verb: Token, marked: MarkedReport) -> bool:
    return any(is_party(described(token, marked), marked) or token.tag_ in PRONOUNS for token in acting(verb))


def is_leader(token: Token, marked: MarkedReport) -> bool:
    """A person who may speak for a party, or a delegation."""
    mark = marked.actor_mark_of(token)
    if mark is not None and mark.kind == "person":
        return is_counterpart(token, marked)
    return lemma_of(token) in word_set(KIND, "delegations") and token.pos_ in {"NOUN", "PROPN"}


def is_somewhere(verb: Token, marked: MarkedReport) -> bool:
    placed = prepositional_objects(verb, "in", "at", "for", "to")
    return any(marked.place_mark_of(token) or marked.date_mark_of(token) is None for token in placed)


def has_party(verb: Token, marked: MarkedReport) -> bool:
    tokens = [
        *(described(token, marked) for token in acting(verb)),
        *(side for token in acting(verb) for side in sides_behind(token)),
        *direct_objects(verb),
        *prepositional_objects(verb, "with", "between"),
    ]
    return any(is_party(token, marked) or token.tag_ in PRONOUNS or is_pair(token) for token in tokens)


def sides_behind(token: Token) -> list[Token]:
    """ "Experts of the two sides", "officers from both camps"."""
    if lemma_of(token) not in word_set(KIND, "sent_by_sides"):
        return []
    return [side for side in prepositional_objects(token, "of", "from") if is_pair(side)]
