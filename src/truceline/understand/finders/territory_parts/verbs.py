"""Changes that a verb tells: "captured the town", "surrounded the base", "lost the hill"."""

from collections.abc import Iterator

from truceline.understand.asked_once import known_by_marks
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import Readings, begins_with
from truceline.understand.finders.clause_parts.who import (
    all_of,
    doers,
    is_of_noun_above,
    is_past_participle_on_noun,
    is_time_taken,
    takes_time,
    was_able,
)
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.control import (
    controlling,
    flagging,
    given_control,
    grounding,
    restoring_calm,
)
from truceline.understand.finders.territory_parts.declared import declared_taken
from truceline.understand.finders.territory_parts.falls import falling
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    is_ground,
    is_named_ground,
)
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.finders.territory_parts.movement import driving, entering, gone, moving_out, withdrawing
from truceline.understand.finders.territory_parts.presence import presence
from truceline.understand.finders.territory_parts.taken_ground import (
    BY_OBJECT,
    REACH,
    grounds_of,
    has_sure_name,
    has_sure_place,
    is_country,
    is_office_word,
)
from truceline.understand.grammar import (
    ORPHAN,
    auxiliaries,
    direct_objects,
    is_called_untrue,
    is_joined_to_name,
    is_only_near,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

FROM = ("from", "of")
SINCE = 10  # tokens
NOBODY = frozenset({"no", "neither"})


def is_weighed_against(verb: Token) -> bool:
    """ "Rather than withdrawing", "instead of taking the town", "barred them from entering"."""
    before = [token.lower_ for token in verb.doc.tokens[max(0, verb.i - 2) : verb.i]]
    if verb.dep_ == "pcomp" and lemma_of(verb.head.head) in word_set(KIND, "plans"):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from" and lemma_of(verb.head.head) in word_set(KIND, "barring"):
        return True
    return "than" in before or before[-2:] == ["instead", "of"] or before[-1:] == ["without"]


def is_only_aimed_at(verb: Token) -> bool:
    """ "A campaign to seize", "sent troops to retake": an infinitive tells a fact only under a verb that does."""
    if verb.tag_ != "VB" or "to" not in auxiliaries(verb):
        return False
    before = {token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i]}
    if before & {"only", "yet"} or is_of_noun_above(verb):
        return False
    if is_time_taken(verb) or was_able(verb) or is_said_of(verb):
        return False
    return verb.head.pos_ != "VERB" or lemma_of(verb.head) not in word_set(KIND, "coming_true")


def is_said_of(verb: Token) -> bool:
    """ "Are said to have taken the town", "were reported to have left"."""
    said = verb.head
    done = verb.dep_ == "xcomp" and "have" in auxiliaries(verb)
    return done and is_passive(said) and lemma_of(said) in word_set(KIND, "told_to_be")


@begins_with(KIND, *(name for name, _ in BY_OBJECT))
def by_object(verb: Token, marked: MarkedReport) -> Change | None:
    for name, change in BY_OBJECT:
        if not says(verb, KIND, name) or (name == "holds" and is_holding_otherwise(verb)):
            continue
        grounds = grounds_of(verb, marked)
        holders = sides(all_of(doers(verb)), marked)
        if name == "gained" and lemma_of(verb) == "enter" and (is_country(grounds, marked) or keep_peace(holders)):
            continue
        if name == "holds" and (holds_office(verb, grounds) or is_held_before(verb, grounds, marked)):
            continue
        if name == "holds" and is_own_rule(verb, holders) and is_country(grounds, marked):
            continue
        if name == "gained" and (is_taken_otherwise(verb, grounds) or is_rid_of_things(verb, marked)):
            continue
        if name == "gained" and verb.lemma_ == "occupy" and is_standing(verb):
            continue  # "regions occupied by X", "all it occupies" are held
        if name == "lost" and is_passive(verb) and grounds:
            return lost_without_loser(verb, grounds, marked)
        if not grounds or not is_sure(verb, name, grounds, holders, marked):
            continue
        if name == "left" and any(token.lower_ == "yet" for token in verb.doc[max(0, verb.i - 3) : verb.i]):
            return Change("holds", verb, grounds, "yet-to-leave", holders)
        if name == "handed_over" and not holders:
            return Change("handed_over", verb, grounds, "handed-to", receivers(verb, marked))
        if name == "handed_over" and is_given_up(verb):
            return Change("lost", verb, grounds, "gave-up", holders)
        before = tuple(t for t in prepositional_objects(verb, *FROM) if is_side(t, marked) and t not in grounds)
        return Change(change, verb, grounds, f"{name.replace('_', '-')}-verb", holders, before)
    return None


def lost_without_loser(verb: Token, grounds: tuple[Token, ...], marked: MarkedReport) -> Change | None:
    """ "X was lost to the rebels in May": who has it now; "X was lost": a named place, or one that soldiers keep."""
    takers = tuple(token for token in receivers(verb, marked) if is_armed_or_state(token, marked))
    if takers and all(has_sure_place(ground, marked) for ground in grounds):
        return Change("gained", verb, grounds, "lost-to", takers)
    return Change("lost", verb, grounds, "was-lost") if all(has_sure_name(t, marked) for t in grounds) else None


def is_taken_otherwise(verb: Token, grounds: tuple[Token, ...]) -> bool:
    """ "Was taken away by gunmen", "took the road to the capital"."""
    if lemma_of(verb) != "take":
        return False
    if takes_time(verb):
        return True
    roads = [ground for ground in grounds if lemma_of(ground) in word_set(KIND, "ways")]
    leads = any(prepositional_objects(road, "to", "towards") or prepositional_objects(verb, "to") for road in roads)
    return leads or any(child.lower_ == "away" for child in verb.children)


def is_rid_of_things(verb: Token, marked: MarkedReport) -> bool:
    """ "Cleared the square of hawkers", "of mines": nobody held it who is gone."""
    if lemma_of(verb) not in {"clear", "free", "cleanse"}:
        return False
    steps = (verb, *direct_objects(verb))
    rid_of = [thing for step in steps for thing in prepositional_objects(step, "of") if thing.tag_ in {"NNS", "NN"}]
    return bool(rid_of) and not any(is_side(t, marked) for t in rid_of)


def keep_peace(holders: tuple[Token, ...]) -> bool:
    """ "Peacekeepers entered the camp": to take it is not their business."""
    return any(lemma_of(holder) in {"peacekeeper", "helmet", "monitor"} for holder in holders)


def is_own_rule(verb: Token, holders: tuple[Token, ...]) -> bool:
    """ "Niger, which is ruled by a military government": how a state is run."""
    ruling = word_set(KIND, "own_rulers")
    return lemma_of(verb) in {"rule", "govern", "run"} and all(lemma_of(holder) in ruling for holder in holders)


def holds_office(verb: Token, grounds: tuple[Token, ...]) -> bool:
    """ "He held the post of governor in X"."""
    own = any(token.lower_ in {"he", "she", "who"} for token in subjects(verb))
    return own and any(lemma_of(ground) in word_set(KIND, "offices") for ground in grounds)


def is_held_before(verb: Token, grounds: tuple[Token, ...], marked: MarkedReport) -> bool:
    """ "Went back to the positions they held in May", "the town, which had been held by X": no longer."""
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    line = all(lemma_of(ground) in {"position", "line"} and not has_sure_name(ground, marked) for ground in grounds)
    return line if verb.tag_ == "VBD" else {"had", "been"} <= auxiliaries(verb)


def is_standing(verb: Token) -> bool:
    if verb.tag_ == "VBG" and (verb.dep_ == "acl" or "been" in auxiliaries(verb)):
        return True  # "the soldiers occupying Kuwait"
    if is_lasting(verb):
        return True
    return is_past_participle_on_noun(verb) or (verb.tag_ in {"VBZ", "VBP"} and verb.dep_ != "ROOT")


def is_lasting(verb: Token) -> bool:
    """ "Continue to occupy", "still occupies", "has occupied since 1996", "now occupies"."""
    beside = {child.lower_ for child in verb.children}
    before = {token.lower_ for token in verb.doc.tokens[max(verb.sent.start, verb.i - 2) : verb.i]}
    since = "since" in {token.lower_ for token in verb.doc.tokens[verb.i : verb.i + SINCE]}
    under = verb.dep_ == "xcomp" and lemma_of(verb.head) in {"continue", "keep"}
    return (
        under
        or bool((beside | before) & {"still", "now"})
        or (since and bool(auxiliaries(verb) & word_set(KIND, "having")))
    )


def is_given_up(verb: Token) -> bool:
    """ "Gave up the gorge": to nobody in particular."""
    to_somebody = prepositional_objects(verb, "to")
    return lemma_of(verb) in {"give", "relinquish"} and not to_somebody and not is_passive(verb)


def is_owned(ground: Token) -> bool:
    """ "Gave up their Kalashnikovs": no place."""
    return any(child.dep_ == "poss" for child in ground.children)


def is_holding_otherwise(verb: Token) -> bool:
    """ "Held Rwanda responsible", "kept the road open"."""
    after = verb.doc[verb.i + 1 : verb.i + 1 + REACH]
    words = {token.lower_ for token in after}
    if "position" in words and words & word_set(KIND, "of_opinion"):
        return True  # "holds a firm position on"
    told = {token.lower_ for token in after if token.dep_ != "amod" or token.head.i < token.i}  # not "the closed mine"
    return any(child.dep_ in {"oprd", "acomp"} for child in verb.children) or bool(told & word_set(KIND, "not_holding"))


def is_sure(
    verb: Token, name: str, grounds: tuple[Token, ...], holders: tuple[Token, ...], marked: MarkedReport
) -> bool:
    """Everyday verbs ("keep", "take", "leave") need a side that acts on a place."""
    if name == "handed_over" and not holders:
        to_side = any(is_armed_or_state(token, marked) for token in receivers(verb, marked))
        return to_side and all(has_sure_place(ground, marked) for ground in grounds)
    return is_sure_of(verb, name, grounds, holders, marked)


def is_sure_of(
    verb: Token, name: str, grounds: tuple[Token, ...], holders: tuple[Token, ...], marked: MarkedReport
) -> bool:
    if not holders and (name == "encircled" or lemma_of(verb) in {"clear", "free"}) and is_passive(verb):
        return has_sure_place(grounds[0], marked) or is_named_ground(
            grounds[0], marked
        )  # "X has been cleared of them": by whoever says so
    if not holders and not ((is_passive(verb) or verb.tag_ == "VBN") and has_sure_place(grounds[0], marked)):
        return False
    if name == "holds" and all(is_office_word(ground, marked) for ground in grounds):
        of_soldiers = any(lemma_of(ground) == "position" and ground.tag_ == "NNS" for ground in grounds)
        return any(is_armed_or_state(t, marked) or (of_soldiers and t.lower_ in {"we", "they"}) for t in holders)
    if lemma_of(verb) == "patrol" and any(lemma_of(ground) in {"street", "road"} for ground in grounds):
        return False
    everyday = lemma_of(verb) in word_set(KIND, "weak_holds") or name in {"left", "handed_over"}
    if not everyday:
        return True
    sure_places = all(has_sure_place(ground, marked) for ground in grounds)
    if name == "handed_over" and (is_plainly_handed(verb) or not sure_places):
        named = is_given_up(verb) and all(is_named_ground(t, marked) and not is_owned(t) for t in grounds)
        given = named and any(is_armed_or_state(token, marked) for token in holders)
        return given or is_given_to_side(verb, grounds, holders, marked)
    by_state = name == "gained" and lemma_of(verb) in word_set(KIND, "taken_by_states")
    if name in {"left", "gained", "encircled"} and not (by_state and has_sure_place(grounds[0], marked)):
        return any(is_armed(token, marked) for token in holders)
    return any(is_armed_or_state(token, marked) or token.tag_ in {"PRP", "NNPS"} for token in holders)


def receivers(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """ "X was handed back to the army": who has it now."""
    given = [inner for token in (verb, *verb.children) for inner in prepositional_objects(token, "to")]
    return sides(given, marked)


def is_given_to_side(verb: Token, grounds: tuple[Token, ...], holders: tuple[Token, ...], marked: MarkedReport) -> bool:
    """ "The rebels handed X back to the army": forces on both hands, and ground between them."""
    given = receivers(verb, marked)
    named = all(is_ground(ground, marked) for ground in grounds)
    giving = any(is_armed_or_state(t, marked) or is_pronoun_or_body(t, marked) for t in holders)
    return named and giving and any(is_armed_or_state(t, marked) for t in given)


def is_plainly_handed(verb: Token) -> bool:
    """ "Handed X to Y", without "over" or "back"."""
    return lemma_of(verb) == "hand" and "prt" not in verb.child_deps and all(c.lower_ != "back" for c in verb.children)


def is_pronoun_or_body(giver: Token, marked: MarkedReport) -> bool:
    """ "They", "the UN": who may hold ground and give it to others."""
    mark = marked.actor_mark_of(giver)
    return giver.lower_ in {"they", "it", "we"} or (mark is not None and mark.kind == "igo")


READINGS = Readings(
    declared_taken,
    controlling,
    given_control,
    restoring_calm,
    grounding,
    flagging,
    driving,
    withdrawing,
    falling,
    entering,
    by_object,
    moving_out,
    gone,
)


def verb_changes(verb: Token, marked: MarkedReport) -> Iterator[Change]:
    """At most one change a verb, the first reading that fits; and that of a clause which leaves the verb out."""
    told = presence(verb, marked) or change_told(verb, marked)
    if told is not None and not is_untold(verb):
        yield told
        if ORPHAN in verb.child_deps:
            yield from without_verb(told)


def without_verb(told: Change) -> Iterator[Change]:
    """ "The army took X and the rebels Y": they took it too."""
    for side in told.teller.children:
        if side.dep_ == ORPHAN:
            grounds = tuple(child for child in side.children if child.dep_ == ORPHAN)
            yield Change(told.change, told.teller, grounds, "left-out-verb", (side,))


@known_by_marks
def change_told(verb: Token, marked: MarkedReport) -> Change | None:
    for reading in READINGS.of(verb.base):
        found = reading(verb, marked)
        if found is not None:
            return None if is_done_by_nobody(verb) or is_only_possible(verb) else found
    return None


def is_done_by_nobody(verb: Token) -> bool:
    return bool(verb.sent.forms & NOBODY) and any(
        child.lower_ in NOBODY for token in doers(verb) for child in token.children
    )


def is_untold(verb: Token) -> bool:
    """Named beside something else, only aimed at, only near, called untrue, or part of a name."""
    return (
        is_weighed_against(verb)
        or is_only_aimed_at(verb)
        or verb.dep_ == "amod"
        or is_only_near(verb)
        or is_called_untrue(verb)
        or is_joined_to_name(verb)
        or is_description(verb)
    )


def is_only_possible(verb: Token) -> bool:
    """ "We cannot give up land", "they must leave the town"."""
    return bool(auxiliaries(verb) & {"can", "ca", "could", "may", "might", "must", "should", "shall"})


def is_description(verb: Token) -> bool:
    """ "X and surrounding villages": how they lie."""
    before = verb.nbor(-1).lower_ if verb.i > verb.sent.start else ""
    return verb.lower_ == "surrounding" and before in {"and", "the", "its", "of", "or", "other", "all", "some"}
