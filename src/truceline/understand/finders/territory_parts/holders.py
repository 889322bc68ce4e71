"""Who takes, holds or loses ground: armed and ruling actors, never floods, crowds or clubs."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.grammar import by_agents, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

KIND = "territory"
SIDES = frozenset({"state", "government", "armed_force", "non_state", "person", "unspecified", "igo"})


def is_side(token: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(token)
    if mark is not None:
        return mark.kind in SIDES
    if lemma_of(token) in word_set("ceasefires", "truces"):
        return False  # "Truce takes hold in Tripoli"
    return (
        lemma_of(token) in word_set(KIND, "armed")
        or token.lower_ in word_set(KIND, "pronouns")
        or (token.pos_ == "PROPN" and marked.date_mark_of(token) is None)
    )


def is_armed(token: Token, marked: MarkedReport) -> bool:
    """Forces and those that have forces; a person alone takes and leaves no ground."""
    mark = marked.actor_mark_of(token)
    if mark is not None and mark.kind in {"armed_force", "non_state"}:
        return True
    if any(child.lower_ in word_set(KIND, "helping") for child in token.children):
        return False  # "aid convoy"
    if lemma_of(token) in {"convoy", "patrol"}:
        return any(marked.actor_mark_of(child) or is_soldierly(child) for child in token.children)
    return lemma_of(token) in word_set(KIND, "armed")


def is_soldierly(token: Token) -> bool:
    return token.lower_ in {"armoured", "armored", "military"} or lemma_of(token) in word_set(KIND, "armed")


def is_armed_or_state(token: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(token)
    return is_armed(token, marked) or (mark is not None and (mark.country is not None or mark.kind == "government"))


def holders_before(teller: Token, ground: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """ "Seized X from the rebels", "the rebels' base", "a town held by the rebels", "positions vacated by the army"."""
    behind = [*prepositional_objects(teller, "from"), *prepositional_objects(ground, "from")]
    behind += [inner for token in behind for inner in token.children if inner.dep_ == "appos"]
    clauses = [child for child in ground.children if child.dep_ in {"acl", "relcl"}]
    behind += [agent for clause in clauses for agent in by_agents(clause)]
    behind += [taker for clause in clauses if clause.lemma_ == "lose" for taker in prepositional_objects(clause, "to")]
    owners = [child for child in ground.children if child.dep_ in {"poss", "compound"} and child.pos_ != "PRON"]
    owners = [child for child in owners if not is_of_its_name(child, ground, marked)]
    found = [token for token in behind if is_armed_or_state(token, marked) and not is_direction(token)]
    return (*found, *(token for token in owners if is_armed(token, marked)))


def is_direction(noun: Token) -> bool:
    """ "Closed in from three sides", "from all sides": no side of the war."""
    counted = any(child.dep_ == "nummod" or child.lower_ in {"all", "both", "several"} for child in noun.children)
    return noun.low_lemma == "side" and counted


def is_of_its_name(owner: Token, ground: Token, marked: MarkedReport) -> bool:
    """ "The old patrol post": one name of the two."""
    mark = marked.actor_mark_of(owner)
    return mark is not None and mark.start <= ground.idx < mark.end


def sides(tokens: list[Token], marked: MarkedReport) -> tuple[Token, ...]:
    """Those of the nouns that are actors; of "hundreds of gunmen" the gunmen."""
    return tuple(token for token in map(without_number, tokens) if is_side(token, marked))


def without_number(noun: Token) -> Token:
    if lemma_of(noun) not in word_set(KIND, "numbers_of"):
        return noun
    return next(iter(prepositional_objects(noun, "of")), noun)
