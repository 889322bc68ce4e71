"""Changes that a verb tells: "captured the town", "pulled out of the city", "the port fell to the rebels"."""

from collections.abc import Iterator

from spacy.tokens import Token

from truceline.model.claims.territory import TerritoryChange
from truceline.understand.finders.clause_parts.phrases import lemma_of, phrase_at, says, word_set
from truceline.understand.finders.clause_parts.where import is_kind_of_place, is_loose_name, named_at, named_within
from truceline.understand.finders.clause_parts.who import RELATIVE, all_of, doers, done_to, is_past_participle_on_noun
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    gapped,
    is_ground,
    lost_by_parser,
    named_first,
    unfolded,
)
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.grammar import is_passive, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport

# Verbs whose object is the ground; tried in this order.
BY_OBJECT: tuple[tuple[str, TerritoryChange], ...] = (
    ("gained", "gained"), ("encircled", "encircled"), ("handed_over", "handed_over"), ("lost", "lost"),
    ("left", "withdrew"), ("holds", "holds"),
)  # fmt: skip
REACH = 6  # tokens
COUNTRY = 6  # UCDP where_prec
FROM = ("from", "of")


def verb_changes(verb: Token, marked: MarkedReport) -> Iterator[Change]:
    """At most one change a verb; the first reading that fits."""
    if is_weighed_against(verb):
        return
    if any(child.lower_ == "no" for token in doers(verb) for child in token.children):
        return
    for reading in (controlling, grounding, flagging, driving, withdrawing, falling, entering, by_object):
        found = reading(verb, marked)
        if found is not None:
            yield found
            return


def is_weighed_against(verb: Token) -> bool:
    """ "Rather than withdrawing", "instead of taking the town", "without firing"."""
    before = [token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i]]
    if verb.dep_ == "pcomp" and lemma_of(verb.head.head) in word_set(KIND, "plans"):
        return True
    return "than" in before or before[-2:] == ["instead", "of"] or before[-1:] == ["without"]


def by_object(verb: Token, marked: MarkedReport) -> Change | None:
    for name, change in BY_OBJECT:
        if not says(verb, KIND, name) or (name == "holds" and is_holding_otherwise(verb)):
            continue
        grounds = grounds_of(verb, marked)
        holders = sides(all_of(doers(verb)), marked)
        if name == "gained" and lemma_of(verb) == "enter" and is_country(grounds, marked):
            continue
        if name == "gained" and verb.lemma_ == "occupy" and is_past_participle_on_noun(verb):
            continue  # "regions occupied by X" are held
        if not grounds or not is_sure(verb, name, grounds, holders, marked):
            continue
        if name == "left" and any(token.lower_ == "yet" for token in verb.doc[max(0, verb.i - 3) : verb.i]):
            return Change("holds", verb, grounds, "yet-to-leave", holders)
        before = tuple(t for t in prepositional_objects(verb, *FROM) if is_side(t, marked) and t not in grounds)
        return Change(change, verb, grounds, f"{name.replace('_', '-')}-verb", holders, before)
    return None


def is_holding_otherwise(verb: Token) -> bool:
    """ "Held Rwanda responsible", "kept the road open"."""
    after = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + REACH]}
    return any(child.dep_ in {"oprd", "acomp"} for child in verb.children) or bool(
        after & word_set(KIND, "not_holding")
    )


def is_country(grounds: tuple[Token, ...], marked: MarkedReport) -> bool:
    """Who enters a country has not taken it."""
    marks = [named_at(ground, marked) for ground in grounds]
    return any(mark is not None and mark.precision == COUNTRY for mark in marks)


def is_sure(
    verb: Token, name: str, grounds: tuple[Token, ...], holders: tuple[Token, ...], marked: MarkedReport
) -> bool:
    """Everyday verbs ("keep", "take", "leave") need a side that acts on a place."""
    if not holders and not (is_passive(verb) or verb.tag_ == "VBN"):
        return False
    everyday = lemma_of(verb) in word_set(KIND, "weak_holds") or name in {"left", "handed_over"}
    if not everyday:
        return True
    if name == "handed_over" and not all(has_sure_place(ground, marked) for ground in grounds):
        return False
    if name in {"left", "gained"}:
        return any(is_armed(token, marked) for token in holders)
    return any(is_armed_or_state(token, marked) or token.tag_ in {"PRP", "NNPS"} for token in holders)


def has_sure_place(ground: Token, marked: MarkedReport) -> bool:
    return named_within(ground, marked) is not None or lemma_of(ground) in word_set(KIND, "ground_nouns")


def grounds_of(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """What of the object is ground; a pronoun only where another word of the clause speaks of ground."""
    objects = done_to(verb) or described_noun(verb) or lost_by_parser(verb, marked)
    found = [token for token in unfolded(objects, marked) if is_ground(token, marked) and not is_people(token, marked)]
    if found and found[0].pos_ == "PROPN" and found[0].ent_type_ == "PERSON" and may_be_captive(verb, found[0]):
        return ()
    pronouns = [token for token in objects if token.lower_ in {"it", "them", "both"}]
    if not found and pronouns:
        return ground_before(verb, marked)
    return (*named_first(found, marked), *gapped(verb, marked)) if found else ()


def described_noun(verb: Token) -> list[Token]:
    """ "The areas its fighters have occupied": the noun that the clause describes."""
    is_open = verb.dep_ == "relcl" and not any(child.tag_ in RELATIVE for child in verb.children)
    return [verb.head] if is_open and not is_passive(verb) else []


def is_people(token: Token, marked: MarkedReport) -> bool:
    """ "Captured the battalion's commander", "held Ukraine responsible"; a unit's name stands for its base."""
    mark = marked.actor_mark_of(token)
    if mark is None or is_loose_name(token, marked) or named_at(token, marked) is not None:
        return False
    return mark.kind in {"person", "armed_force", "non_state", "civilians"} and not is_unit(token)


def is_unit(token: Token) -> bool:
    words = {lemma_of(token), *(lemma_of(child) for child in token.children)}
    return bool(words & word_set(KIND, "units"))


def may_be_captive(verb: Token, name: Token) -> bool:
    """ "Captured Ali Hassan" may be a person, "captured Tiger Hill" not."""
    two_words = any(child.dep_ == "compound" for child in name.children)
    return two_words and lemma_of(verb) in word_set(KIND, "of_captives") and not is_kind_of_place(name)


def ground_before(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """What "it" stands for: the ground of the last verb of taking before, in the sentence or the one before it."""
    start = max(0, verb.sent.start - 40)
    for other in reversed(list(verb.doc[start : verb.i])):
        if other.pos_ == "VERB" and any(says(other, KIND, name) for name, _ in BY_OBJECT):
            objects = [token for token in done_to(other) if token.lower_ not in {"it", "them", "both"}]
            found = [token for token in unfolded(objects, marked) if is_ground(token, marked)]
            if found and found[0].i < verb.i:
                return tuple(named_first(found, marked))
    return ()


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
        if control is not None and grounds and (holders or is_passive(verb)):
            before = tuple(t for t in prepositional_objects(verb, "from") if is_side(t, marked))
            return Change(change, verb, grounds, f"{change}-control", holders, before)
    return None


def ground_behind(noun: Token, marked: MarkedReport, *prepositions: str) -> tuple[Token, ...]:
    """The ground behind a preposition of the noun, or of the verb above it where the parse put it there."""
    found = prepositional_objects(noun, *prepositions) or prepositional_objects(noun.head, *prepositions)
    return tuple(token for token in unfolded(found, marked) if is_ground(token, marked))


def grounding(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Captured ground within X", "lost territory in the east": a part, and the place stands behind."""
    for name, change in (("gaining_ground", "gained"), ("losing_ground", "lost")):
        if lemma_of(verb) not in word_set(KIND, name):
            continue
        ground = next((t for t in done_to(verb) if lemma_of(t) in word_set(KIND, "grounds")), None)
        holders = sides(all_of(doers(verb)), marked)
        if ground is None or not any(is_armed_or_state(token, marked) for token in holders):
            continue
        where = ground_behind(ground, marked, "in", "within", "inside", "around", "near", "along", "on")
        return Change(change, verb, where or (ground,), f"{change}-ground", holders)  # type: ignore[arg-type]
    return None


def flagging(verb: Token, marked: MarkedReport) -> Change | None:
    if not says(verb, KIND, "flagged"):
        return None
    behind = prepositional_objects(verb, "over", "in", "on", "above", "at")
    behind += [inner for t in done_to(verb) for inner in prepositional_objects(t, "over", "in", "on", "above", "at")]
    grounds = tuple(token for token in unfolded(behind, marked) if is_ground(token, marked))
    holders = sides(all_of(doers(verb)), marked)
    return Change("gained", verb, grounds[:1], "raised-flag", holders) if grounds and holders else None


def entering(verb: Token, marked: MarkedReport) -> Change | None:
    rest = phrase_at(verb, KIND, "entered")
    if rest is None:
        return None
    grounds = tuple(t for t in prepositional_objects(verb, rest[-1]) if is_ground(t, marked))
    holders = sides(all_of(doers(verb)), marked)
    if not grounds or not any(is_armed(token, marked) for token in holders):
        return None
    return Change("gained", verb, grounds[:1], "marched-in", holders)


def withdrawing(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Withdrew (its troops) from X", "pulled out of X", "withdrew to its barracks"."""
    if not says(verb, KIND, "withdrew"):
        return None
    who = done_to(verb) if is_passive(verb) else doers(verb)
    holders = sides(all_of(who), marked)
    if not any(is_armed(token, marked) or marked.actor_mark_of(token) for token in holders):
        return None
    left = [token for token in out_of(verb) if is_ground(token, marked)]
    if not left and (verb.dep_ in {"advcl", "pcomp", "relcl"} or not any(is_armed(t, marked) for t in holders)):
        return None
    return Change("withdrew", verb, tuple(unfolded(left, marked)), "withdrew", holders)


def out_of(verb: Token) -> list[Token]:
    """Objects of "from", "out of", "out from"."""
    found = prepositional_objects(verb, "from")
    for child in verb.children:
        if child.lower_ in {"out", "back", "away"}:
            found += prepositional_objects(child, "of", "from")
            found += [obj for inner in child.children if inner.dep_ == "prep" for obj in prepositional_objects(inner)]
    return found or prepositional_objects(verb, "of")


def driving(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Drove the rebels out of X": the driver gains, the driven held it before."""
    if not says(verb, KIND, "driven"):
        return None
    driven = [token for token in all_of(done_to(verb)) if is_side(token, marked) and not is_place_only(token, marked)]
    grounds = [token for token in out_of(verb) if is_ground(token, marked)]
    holders = sides(all_of(doers(verb)), marked)
    if not driven or not grounds or not any(is_armed(token, marked) for token in driven):
        return None
    if not holders:
        return Change("lost", verb, tuple(grounds), "driven-out", tuple(driven))
    return Change("gained", verb, tuple(unfolded(grounds, marked)), "drove-out", holders, tuple(driven))


def is_place_only(token: Token, marked: MarkedReport) -> bool:
    return marked.actor_mark_of(token) is None and is_ground(token, marked)


def falling(verb: Token, marked: MarkedReport) -> Change | None:
    """ "X fell to Y", "X passed into Y's hands"."""
    grounds = tuple(t for t in unfolded(doers(verb), marked) if is_ground(t, marked) and not is_people(t, marked))
    if not grounds:
        return None
    if says(verb, KIND, "into_hands"):
        hands = next((t for t in prepositional_objects(verb, "into") if lemma_of(t) in {"hand", "control"}), None)
        owners = owners_of_hands(hands) if hands is not None else []
        return Change("gained", verb, grounds, "passed-into-hands", sides(owners, marked)) if owners else None
    if not says(verb, KIND, "fell") or is_other_fall(verb, marked):
        return None
    takers = [token for token in prepositional_objects(verb, "to") if is_side(token, marked)]
    if not all(has_sure_place(ground, marked) or takers for ground in grounds):
        return None
    return Change("gained", verb, grounds, "fell-to", tuple(takers))


def is_other_fall(verb: Token, marked: MarkedReport) -> bool:
    """ "Fell silent", "fell under a curfew", "fell by 10 percent": only bare, or "to" a side."""
    others = [child for child in verb.children if child.dep_ in {"acomp", "prt", "dobj", "oprd", "npadvmod"}]
    others = [child for child in others if marked.date_mark_of(child) is None]
    to = prepositional_objects(verb, "to")
    return (
        bool(others)
        or any(not is_side(token, marked) for token in to)
        or bool(prepositional_objects(verb, "into", "under", "by", "from", "off", "behind"))
    )


def owners_of_hands(hands: Token) -> list[Token]:
    """ "The hands of the rebels", "rebel hands", "Haftar's hands"."""
    beside = [child for child in hands.children if child.dep_ in {"poss", "amod", "compound", "nmod"}]
    return prepositional_objects(hands, "of") or [child for child in beside if child.lower_ not in {"full", "own"}]
