"""Going in, leaving, driving out: "marched into", "pulled out of", "drove the rebels out of"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, phrase_at, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import all_of, doers, done_to
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    is_ground,
    is_named_ground,
    unfolded,
)
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.finders.territory_parts.taken_ground import ground_before
from truceline.understand.grammar import SUBJECTS, direct_objects, is_passive, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def entering(verb: Token, marked: MarkedReport) -> Change | None:
    rest = phrase_at(verb, KIND, "entered") or made_way(verb)
    if rest is None or any(lemma_of(token) != "way" for token in direct_objects(verb)):
        return None  # "marched three women into the forest"
    if any(child.lower_ in {"further", "deeper", "farther"} for child in verb.children):
        return None  # an advance that has not reached its end
    behind = [*prepositional_objects(verb, rest[-1]), *way_into(verb), *behind_manner(verb, rest[-1])]
    if any(token.lower_ == "position" for token in behind):
        return None  # "moved into position around the town"
    grounds = tuple(t for t in behind if is_ground(t, marked) and lemma_of(t) not in word_set(KIND, "homes"))
    holders = sides(all_of(doers(verb)), marked)
    if not grounds or not any(is_armed(token, marked) for token in holders):
        return None
    return Change("gained", verb, grounds[:1], "marched-in", holders)


def behind_manner(verb: Token, preposition: str) -> list[Token]:
    """ "Rumbled unopposed into X": the parse hangs the way on how they came."""
    manners = [child for child in verb.children if child.dep_ in {"acomp", "oprd"}]
    found = [obj for manner in manners for obj in prepositional_objects(manner, preposition)]
    return found or described_by_stranded(verb, preposition)


def described_by_stranded(verb: Token, preposition: str) -> list[Token]:
    """ "The city they marched into": the ground is the noun that the clause describes."""
    stranded = any(
        child.lower_ == preposition and not prepositional_objects(verb, preposition) for child in verb.children
    )
    return [verb.head] if stranded and verb.dep_ == "relcl" else []


def made_way(verb: Token) -> tuple[str, ...] | None:
    """ "Battled their way into the port": whatever the verb."""
    if "way" not in verb.sent.forms:
        return None
    ways = [token for token in direct_objects(verb) if lemma_of(token) == "way"]
    owned = any(child.dep_ == "poss" for way in ways for child in way.children)
    return ("way", "into") if owned else None


def way_into(verb: Token) -> list[Token]:
    """The parse hangs "into" on the way, or on "back" behind it."""
    near = (verb, *verb.children)
    steps = [token for token in verb.subtree if token.lower_ in {"way", "back"} and token.head in near]
    return [obj for step in steps for obj in prepositional_objects(step, "into")]


def moving_out(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Trundled out of X", "snaked out of X": whatever the verb, an armed side that goes out of ground has left it."""
    if "out" not in verb.sent.forms or lemma_of(verb) in word_set(KIND, "out_of_otherwise"):
        return None
    if not {"dobj", "auxpass", "acomp", "attr"}.isdisjoint(verb.child_deps):
        return None
    outs = [child for child in verb.children if child.lower_ == "out" and child.i > verb.i]
    left = [obj for out in outs for obj in prepositional_objects(out, "of") if is_named_ground(obj, marked)]
    holders = tuple(token for token in sides(all_of(doers(verb)), marked) if is_armed(token, marked))
    return Change("withdrew", verb, tuple(unfolded(left, marked)), "moved-out", holders) if left and holders else None


@begins_with(KIND, "going")
def gone(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Confirmed that they had left", "its men were gone": an armed side, from the ground told of before."""
    if lemma_of(verb) not in word_set(KIND, "going") or is_passive(verb) or not is_done(verb) or goes_elsewhere(verb):
        return None
    holders = sides(all_of(doers(verb)), marked)
    if not any(is_armed(token, marked) for token in holders):
        return None
    left = ground_before(verb, marked)
    return Change("withdrew", verb, left[:1], "gone", holders) if left else None


def is_done(verb: Token) -> bool:
    """ "Had gone", "were gone", "left"; "went" may be to anywhere."""
    if verb.tag_ == "VBN":
        return not verb.helpers.isdisjoint({"has", "have", "had", "are", "were", "is", "was"})
    return verb.tag_ == "VBD" and lemma_of(verb) != "go"


def goes_elsewhere(verb: Token) -> bool:
    """ "Left a note", "left for the capital", "had gone to the market", "had moved in"."""
    behind = [child for child in verb.children if child.i > verb.i]
    if any(child.dep_ in {"dobj", "xcomp", "oprd", "acomp", "ccomp", "attr", "dative"} for child in behind):
        return True
    ways = [child for child in behind if child.dep_ in {"prep", "prt", "advmod", "agent"}]
    places = {
        "to",
        "into",
        "on",
        "up",
        "through",
        "down",
        "back",
        "ahead",
        "in",
        "by",
        "over",
        "off",
        "toward",
        "towards",
    }
    if any(way.lower_ in places and not is_of_time(way) for way in ways):
        return True
    goals = prepositional_objects(verb, "for")
    return any(goal.pos_ == "PROPN" for goal in goals)


def is_of_time(step: Token) -> bool:
    return any(child.ent_type_ in {"DATE", "TIME"} for child in step.children)


@begins_with(KIND, "withdrew")
def withdrawing(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Withdrew (its troops) from X", "pulled out of X", "withdrew to its barracks"."""
    if not says(verb, KIND, "withdrew") or drags_out(verb, marked):
        return None
    who = done_to(verb) if is_passive(verb) else doers(verb)
    holders = sides(all_of(who), marked)
    if any(lemma_of(token) in word_set(KIND, "unarmed") for token in (*holders, *direct_objects(verb))):
        return None
    if not any(is_armed(token, marked) or marked.actor_mark_of(token) for token in holders):
        return None
    behind = [described_by_which(token) for token in out_of(verb)]
    left = [token for token in behind if is_ground(token, marked)]
    is_of_town = any(token.lower_ == "it" for token in behind) or (not behind and is_joined_to_taking(verb))
    if not left and is_of_town:
        left = list(ground_before(verb, marked))  # "took the town and withdrew (from it)"
    if not left and any(is_talks(token) for token in verb.subtree if token.dep_ == "pobj" and token.i > verb.i):
        return None  # "pulled out of talks"
    if not left and (verb.dep_ in {"advcl", "pcomp", "relcl"} or not any(is_armed(t, marked) for t in holders)):
        return None
    if not behind and is_done(verb):
        left = left or list(ground_before(verb, marked))  # "said they had pulled out"
    return Change("withdrew", verb, tuple(unfolded(left, marked)), "withdrew", holders)


def is_joined_to_taking(verb: Token) -> bool:
    """ "Occupied X in 2012 but withdrew": from there."""
    taking = verb.head
    joined = verb.dep_ == "conj" and SUBJECTS.isdisjoint(verb.child_deps)
    return joined and any(says(taking, KIND, name) for name in ("gained", "holds"))


def described_by_which(token: Token) -> Token:
    """ "The enclave, from which the army withdrew in 1998": the enclave, not what it is "as large as"."""
    clause = token.head.head
    described = token.tag_ == "WDT" and clause.dep_ == "relcl" and clause.head.head.lower_ != "as"
    return clause.head if described else token


def drags_out(verb: Token, marked: MarkedReport) -> bool:
    """ "Pulled him out of the crowd": somebody else, not its own men."""
    for token in direct_objects(verb):
        mark = marked.actor_mark_of(token)
        if token.lower_ in {"him", "her", "me"} or (mark is not None and mark.kind in {"person", "civilians"}):
            return True
        if mark is None and token.pos_ == "PROPN" and token.ent_type_ == "PERSON":
            return True
    return False


def out_of(verb: Token) -> list[Token]:
    """Objects of "from", "out of", "out from"; of "redeployed outside X"."""
    found = prepositional_objects(verb, "from")
    if phrase_at(verb, KIND, "withdrew") == ("outside",):
        return prepositional_objects(verb, "outside")
    for child in verb.children:
        if child.lower_ in {"out", "back", "away"}:
            found += prepositional_objects(child, "of", "from")
            found += [obj for inner in child.children if inner.dep_ == "prep" for obj in prepositional_objects(inner)]
    return found or prepositional_objects(verb, "of")


@begins_with(KIND, "driven")
def driving(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Drove the rebels out of X": the driver gains, the driven held it before."""
    if not says(verb, KIND, "driven"):
        return None
    driven = [token for token in all_of(done_to(verb)) if is_side(token, marked) and not is_place_only(token, marked)]
    running = [child for token in (verb, *driven) for child in token.children if child.tag_ == "VBG"]
    left = [*out_of(verb), *(obj for step in running for obj in prepositional_objects(step, "from"))]
    left = left or [obj for token in driven for obj in prepositional_objects(token, "from")]
    grounds = [token for token in left if is_ground(token, marked)]
    ways = word_set(KIND, "directions")
    grounds = [token for token in grounds if lemma_of(token) not in ways] or grounds  # "their pocket east of X"
    holders = sides(all_of(doers(verb)), marked)
    if not driven or not grounds or not any(is_driven_side(token, marked) for token in driven):
        return None
    if not holders:
        return Change("lost", verb, tuple(grounds), "driven-out", tuple(driven))
    return Change("gained", verb, tuple(unfolded(grounds, marked)), "drove-out", holders, tuple(driven))


def is_driven_side(token: Token, marked: MarkedReport) -> bool:
    return is_armed_or_state(token, marked) or token.lower_ in {"they", "them"}


def is_place_only(token: Token, marked: MarkedReport) -> bool:
    return marked.actor_mark_of(token) is None and is_ground(token, marked)


def is_talks(token: Token) -> bool:
    return bool({token.lower_, token.low_lemma} & word_set("talks", "nouns"))
