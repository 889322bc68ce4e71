"""Changes that a noun tells: "the capture of X by Y", "the fall of X to Y", "Y's withdrawal from X"."""

from functools import lru_cache

from truceline.model.claims.territory import TerritoryChange
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import all_of, doers
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import KIND, is_ground, is_named_ground, is_town, unfolded
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.grammar import SUBJECTS, is_passive, prepositional_objects, will_or_may
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

NOUNS: tuple[tuple[str, TerritoryChange, tuple[str, ...], tuple[str, ...]], ...] = (
    # list, change, prepositions before the ground, before who does it
    ("gained_nouns", "gained", ("of",), ("by",)),
    ("fell_nouns", "gained", ("of",), ("to",)),
    ("lost_nouns", "lost", ("of",), ("by",)),
    ("withdrew_nouns", "withdrew", ("from",), ("by", "of")),
    ("driven_nouns", "lost", ("from",), ("of",)),
    ("encircled_nouns", "encircled", ("of", "around"), ("by",)),
    ("handed_over_nouns", "handed_over", ("of",), ("by",)),
)


@lru_cache(maxsize=1)
def all_nouns() -> frozenset[str]:
    return frozenset(word for name, *_ in NOUNS for word in word_set(KIND, name))


def noun_change(noun: Token, marked: MarkedReport) -> Change | None:
    if noun.pos_ != "NOUN" or noun.base not in all_nouns():
        return None
    for name, change, before_ground, before_side in NOUNS:
        if lemma_of(noun) in word_set(KIND, name):
            return read(noun, change, before_ground, before_side, marked)
    return None


def is_told_without_taker(noun: Token, marked: MarkedReport) -> bool:
    """ "Since the fall of X", "the fall of X has stunned the capital": it has fallen, to whomever; "denied reports of
    the fall of X": to nobody.
    """
    if lemma_of(noun) not in word_set(KIND, "fell_nouns") | word_set(KIND, "gained_nouns"):
        return False
    if is_denied(noun, marked):
        return True
    if noun.dep_ == "pobj":
        return noun.head.lower_ in word_set(KIND, "losing_behind")
    verb = noun.head
    has_fallen = lemma_of(noun) in word_set(KIND, "fell_nouns")
    conceded = noun.dep_ == "dobj" and lemma_of(verb) in word_set(KIND, "conceding")
    return (
        has_fallen
        and (noun.dep_ in SUBJECTS or conceded)
        and verb.tag_ in {"VBD", "VBN", "VBZ"}
        and will_or_may().isdisjoint(verb.helpers)
    )


def is_denied(noun: Token, marked: MarkedReport) -> bool:
    modality = marked.modality_at(noun.idx)
    return modality is not None and modality.rule == "denied"


def announcers(noun: Token) -> list[Token]:
    """ "The president announced the capture of X", "a spokesman for Y conceded the loss of X": his side's."""
    verb = noun.head
    if noun.dep_ == "dobj" and lemma_of(verb) in word_set(KIND, "completing"):
        return list(doers(verb))  # "the army completed the seizure of X"
    is_loss = lemma_of(noun) in word_set(KIND, "lost_nouns")
    told_by = word_set(KIND, "conceding" if is_loss else "announcing")
    told_by = told_by | word_set("modality", "denials") if is_loss else told_by
    told_by -= word_set(KIND, "conceding") if lemma_of(noun) in word_set(KIND, "fell_nouns") else frozenset()
    if noun.dep_ != "dobj" or lemma_of(verb) not in told_by:
        return []
    return [side for token in doers(verb) for side in (prepositional_objects(token, "for", "of") or [token])]


def losers(noun: Token) -> list[Token]:
    """ "The loss of X was a blow to Y", "with the loss of X, Y has no port left": whose loss it was."""
    if noun.dep_ == "nsubj":
        blows = [child for child in noun.head.children if child.dep_ in {"attr", "dobj"}]
        struck = [blow for blow in blows if lemma_of(blow) in word_set(KIND, "blows")]
        return [token for blow in struck for token in prepositional_objects(blow, "to", "for")]
    fronted = noun.head.lower_ in word_set(KIND, "losing_behind") and noun.i < noun.head.head.i
    return doers(noun.head.head) if fronted and noun.head.head.pos_ in {"VERB", "AUX"} else []


def is_under_way(noun: Token) -> bool:
    """ "Completed its withdrawal", "the pull-out has begun"."""
    return lemma_of(noun.head) in word_set(KIND, "under_way")


def is_held_up(noun: Token) -> bool:
    """ "The pullback has fallen behind schedule", "the withdrawal was delayed"."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS:
        return False
    behind = lemma_of(verb) in {"fall", "be"} and any(child.lower_ == "behind" for child in verb.children)
    return behind or lemma_of(verb) in word_set(KIND, "held_up")


def is_only_planned(noun: Token) -> bool:
    """ "The departure of the last soldiers is set for February", "talks on the withdrawal"."""
    verb = noun.head
    if noun.dep_ == "pobj":
        above = verb.head
        return verb.lower_ in word_set(KIND, "talked_of") and lemma_of(above) in word_set(KIND, "plans_for")
    return noun.dep_ in SUBJECTS and lemma_of(verb) in word_set(KIND, "set_for") and "for" in prepositions(verb)


def behind_verb_above(noun: Token, before_side: tuple[str, ...]) -> list[Token]:
    """ "Denied the capture of X by rebels", "confirmed the fall of X to them": the parse hangs them on the verb."""
    verb = noun.head
    if noun.dep_ != "dobj" or is_passive(verb):
        return []
    return [side for side in prepositional_objects(verb, *before_side) if side.i > noun.i]


def prepositions(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ == "prep"}


def read(
    noun: Token,
    change: TerritoryChange,
    before_ground: tuple[str, ...],
    before_side: tuple[str, ...],
    marked: MarkedReport,
) -> Change | None:
    if change in {"encircled", "gained"} and noun.dep_ == "dobj" and lemma_of(noun.head) in word_set(KIND, "lifting"):
        return None  # "lifted the siege", "ended its occupation of the town"
    if is_only_planned(noun) or (change == "withdrew" and is_held_up(noun)):
        return None
    steps = (noun, *(prepositional_objects(noun, "of") if before_ground == ("from",) else ()))
    named = [obj for step in steps for obj in prepositional_objects(step, *before_ground)]
    behind = [t for t in unfolded(named, marked) if is_ground(t, marked)]
    owners = [child for child in noun.children if child.dep_ in {"poss", "compound", "amod"}]
    possessors = [child for child in owners if child.dep_ == "poss"]
    if not behind and before_side[0] != "of":  # "Goma's capture by the rebels"
        behind = [owner for owner in possessors if is_named_ground(owner, marked)]
        possessors = [owner for owner in possessors if owner not in behind]
        owners = [owner for owner in owners if owner not in behind]
    behind_by = all_of(prepositional_objects(noun, *before_side) or behind_verb_above(noun, before_side))
    who = sides(possessors, marked) or sides(behind_by, marked) or sides(owners, marked)
    who = tuple(token for token in who if token not in behind and is_side(token, marked))
    who = who or sides(announcers(noun), marked)
    if change == "lost" and noun.dep_ in {"nsubj", "pobj"}:
        who = who or tuple(token for token in losers(noun) if is_armed_or_state(token, marked))
    leavers = (*who, *announcers(noun))
    if lemma_of(noun) in word_set(KIND, "leaving_nouns") and not any(is_armed(token, marked) for token in leavers):
        return None  # "the company's exit from the country"
    if not who and is_told_without_taker(noun, marked) and (towns := [t for t in behind if is_town(t, marked)]):
        return Change(change, noun, tuple(towns), "fall-of", ())
    if not who or not (behind or (change == "withdrew" and is_under_way(noun))):
        return None
    return Change(change, noun, tuple(behind), f"{change}-noun", who)
