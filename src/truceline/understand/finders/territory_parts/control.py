"""Control and flags: "took control of", "lost its grip on", "gained ground in", "raised its flag over"."""

from truceline.model.claims.territory import TerritoryChange
from truceline.understand.finders.clause_parts.phrases import lemma_of, phrase_at, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import all_of, doers, done_to
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    is_ground,
    unfolded,
)
from truceline.understand.finders.territory_parts.holders import is_armed_or_state, is_side, sides
from truceline.understand.finders.territory_parts.taken_ground import ground_before
from truceline.understand.grammar import has_no, is_passive, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "gaining_control", "holding_control", "losing_control")
def controlling(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Took (full) control of the town", "lost its grip on the city"."""
    lists: tuple[tuple[str, TerritoryChange], ...] = (
        ("gaining_control", "gained"), ("holding_control", "holds"), ("losing_control", "lost"),
    )  # fmt: skip
    for name, change in lists:
        rest = phrase_at(verb, KIND, name)
        if rest is None:
            continue
        control = next((t for t in done_to(verb) if lemma_of(t) in word_set(KIND, "controls")), None)
        grounds = ground_behind(control, marked, "of", "over", "on", "in") if control is not None else ()
        holders = sides(all_of(doers(verb)), marked)
        takers = sides(prepositional_objects(verb, "to"), marked) if change == "lost" and is_passive(verb) else ()
        if grounds and any(is_armed_or_state(token, marked) for token in takers):
            return Change("handed_over", verb, grounds, "handed-to", takers)  # "control of X was handed to the army"
        if control is not None and grounds and is_claimed_by_two(verb, holders):
            return Change("contested", verb, grounds, "both-claim", holders)
        if control is not None and grounds and (holders or is_passive(verb)):
            before = tuple(t for t in prepositional_objects(verb, "from") if is_side(t, marked))
            return Change(change, verb, grounds, f"{change}-control", holders, before)
    return None


def is_claimed_by_two(verb: Token, holders: tuple[Token, ...]) -> bool:
    """ "Both sides claimed control of the town": neither has it for sure."""
    if lemma_of(verb) != "claim":
        return False
    return len(holders) > 1 or any(child.lower_ in {"both", "two"} for one in holders for child in one.children)


@begins_with(KIND, "giving_control")
def given_control(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The seizure of X gave the rebels control of the road": they have it from then on."""
    control = next((t for t in done_to(verb) if lemma_of(t) in word_set(KIND, "controls")), None)
    heirs = sides([child for child in verb.rights if child.dep_ == "dative"], marked)
    if lemma_of(verb) not in word_set(KIND, "giving_control") or control is None or is_passive(verb):
        return None
    grounds = ground_behind(control, marked, "of", "over", "on")
    told = grounds and any(is_armed_or_state(heir, marked) for heir in heirs)
    return Change("gained", verb, grounds, "gave-control", heirs) if told else None


@begins_with(KIND, "restoring_calm")
def restoring_calm(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Restored security and stability to the towns of X and Y", as a government's own news has it."""
    calm = {lemma_of(thing) for token in done_to(verb) for thing in (token, *token.conjuncts)}
    if not calm >= word_set(KIND, "calm_restored"):
        return None
    behind = [*prepositional_objects(verb, "to", "in"), *(t for one in done_to(verb) for t in behind_conjuncts(one))]
    grounds = tuple(token for token in unfolded(behind, marked) if is_ground(token, marked))
    holders = sides(all_of(doers(verb)), marked)
    if not grounds or not any(is_armed_or_state(token, marked) for token in holders):
        return None
    return Change("gained", verb, grounds, "restored-calm", holders)


def behind_conjuncts(noun: Token) -> list[Token]:
    return [token for one in (noun, *noun.conjuncts) for token in prepositional_objects(one, "to", "in")]


def ground_behind(noun: Token, marked: MarkedReport, *prepositions: str) -> tuple[Token, ...]:
    """The ground behind a preposition of the noun, or of the verb above it where the parse put it there."""
    found = prepositional_objects(noun, *prepositions) or prepositional_objects(noun.head, *prepositions)
    return tuple(token for token in unfolded(found, marked) if is_ground(token, marked))


@begins_with(KIND, "gaining_ground", "losing_ground", "holding_ground")
def grounding(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Captured ground within X", "lost territory in the east": a part, and the place stands behind."""
    for name, change in (("gaining_ground", "gained"), ("losing_ground", "lost"), ("holding_ground", "holds")):
        if lemma_of(verb) not in word_set(KIND, name):
            continue
        ground = next((t for t in done_to(verb) if lemma_of(t) in word_set(KIND, "grounds")), None)
        holders = sides(all_of(doers(verb)), marked)
        if (
            ground is None
            or has_no(ground)
            or (change == "holds" and lemma_of(ground) not in word_set(KIND, "footholds"))
        ):
            continue
        if not any(is_armed_or_state(token, marked) for token in holders):
            continue
        where = ground_behind(ground, marked, "in", "within", "inside", "around", "near", "along", "on", "at")
        return Change(change, verb, where or (ground,), f"{change}-ground", holders)  # type: ignore[arg-type]
    return None


@begins_with(KIND, "flagged")
def flagging(verb: Token, marked: MarkedReport) -> Change | None:
    flags = [token for token in done_to(verb) if lemma_of(token) in word_set(KIND, "flags")]
    if not flags and not says(verb, KIND, "flagged"):
        return None
    behind = prepositional_objects(verb, "over", "in", "on", "above", "at")
    behind += [inner for t in done_to(verb) for inner in prepositional_objects(t, "over", "in", "on", "above", "at")]
    grounds = tuple(token for token in unfolded(behind, marked) if is_ground(token, marked) or is_flagged_house(token))
    if not grounds and any(token.lower_ == "it" for token in behind):
        grounds = ground_told_of(verb, marked)
    holders = sides(all_of(doers(verb)), marked)
    if not holders and flags and is_passive(verb):
        holders = sides(owners_of_hands(flags[0]), marked)  # "the Iraqi flag was raised over X"
    return Change("gained", verb, grounds[:1], "raised-flag", holders) if grounds and holders else None


def is_flagged_house(token: Token) -> bool:
    """ "Hoisted its flag over the district office in X": whose flag flies there has X."""
    return lemma_of(token) in word_set(KIND, "flagged_houses")


def ground_told_of(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """ "X changed hands twice, and by dusk they had raised their flag over it"."""
    before = doers(verb.head) if verb.dep_ == "conj" else []
    found = tuple(token for token in unfolded(list(before), marked) if is_ground(token, marked))
    return found or ground_before(verb, marked)


def owners_of_hands(hands: Token) -> list[Token]:
    """ "The hands of the rebels", "rebel hands", "Haftar's hands"."""
    beside = [child for child in hands.children if child.dep_ in {"poss", "amod", "compound", "nmod"}]
    return prepositional_objects(hands, "of") or [child for child in beside if child.lower_ not in {"full", "own"}]
