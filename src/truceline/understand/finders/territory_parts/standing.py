"""Who has the ground, told without a verb of taking: "in the hands of", "under rebel control", "rebel-held"."""

from collections.abc import Iterator
from functools import lru_cache

from truceline.model.actor import Actor
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.where import has_name
from truceline.understand.finders.clause_parts.who import VERBAL, all_of, doers, done_to
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.control import owners_of_hands
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    is_ground,
    is_named_ground,
    named_first,
    unfolded,
    where_described,
)
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.grammar import is_negated, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@lru_cache(maxsize=1)
def telling_words() -> frozenset[str]:
    """Without one of these no reading below finds anything."""
    nouns = word_set(KIND, "encircled_nouns") | word_set(KIND, "strongholds")
    return (
        word_set(KIND, "under_control")
        | word_set(KIND, "in_control")
        | word_set(KIND, "held_by")
        | nouns
        | {"control", "claim"}
    )


def standing_changes(token: Token, marked: MarkedReport) -> Iterator[Change]:
    if token.base not in telling_words() and token.lower_ not in telling_words():
        return
    for reading in (under_control, in_control, under_siege, held_by_adjective, stronghold, contested):
        found = reading(token, marked)
        if found is not None:
            yield found
            return


def under_control(noun: Token, marked: MarkedReport) -> Change | None:
    """The ground is under somebody's control, or in somebody's hands."""
    if (
        lemma_of(noun) not in word_set(KIND, "under_control")
        or noun.head.lower_ not in {"under", "in", "from"}
        or noun.dep_ != "pobj"
        or noun.head.nbor(-1).lower_ == "not"  # "the last city not under their control"
        or (noun.head.lower_ == "from" and lemma_of(noun.head.head) in word_set(KIND, "slipping"))
    ):
        return None
    owners = sides(all_of(owners_of_hands(noun)), marked)
    grounds = grounds_above(noun.head, marked)
    if grounds and not owners and (own := speakers_control(noun, marked)) is not None:
        return Change("holds", noun, grounds, "under-control", owner=own)
    if not owners or not grounds or any(owner in grounds for owner in owners):
        return None
    came = lemma_of(noun.head.head) in word_set(KIND, "coming_under") and noun.head.lower_ == "under"
    return Change("gained" if came else "holds", noun, grounds, "under-control", owners)


def speakers_control(control: Token, marked: MarkedReport) -> Actor | None:
    """The army said the area was "100 percent under control": under its own."""
    if control.lower_ != "control" or control.head.lower_ != "under" or owners_of_hands(control):
        return None
    if past_back(control.head).lemma_ not in {"be", "remain", "stay"}:
        return None  # "took the village under control"
    speaker = marked.speaker_at(control.idx)
    actor = speaker.actor if speaker is not None else None
    rules = actor is not None and actor.kind in {"armed_force", "non_state", "government"}
    return actor if rules else None


def grounds_above(preposition: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """The noun a preposition describes, or the subject or object of its verb."""
    above = past_back(preposition)
    if above.pos_ not in VERBAL:
        return tuple(token for token in unfolded([above], marked) if is_ground(token, marked))
    objects = [child for child in above.children if child.dep_ == "dobj"]
    subjects = doers(above) or [child for child in above.children if child.dep_ in {"nsubjpass", "nsubj"}]
    return tuple(token for token in unfolded(objects or subjects, marked) if is_ground(token, marked))


def past_back(preposition: Token) -> Token:
    """What it hangs on: of "is back in charge", "brought back under its control", "calm and under control" the verb."""
    above = preposition.head
    if preposition.dep_ == "conj" and above.dep_ == "acomp":
        return above.head
    if above.dep_ in {"attr", "npadvmod"} and lemma_of(above) in word_set(KIND, "shares"):
        return above.head  # "is 100 percent under our control"
    return above.head if above.lower_ == "back" else above


def in_control(noun: Token, marked: MarkedReport) -> Change | None:
    """Somebody is in (full) control of the ground."""
    if lemma_of(noun) not in word_set(KIND, "in_control") or noun.head.lower_ != "in" or noun.dep_ != "pobj":
        return None
    verb = past_back(noun.head)
    behind = prepositional_objects(noun, "of", "in") or where_described(verb, marked) or beside_charge(noun, verb)
    grounds = tuple(t for t in unfolded(behind, marked) if is_ground(t, marked))
    if grounds and verb.tag_ == "NNS" and verb.i < noun.i and is_armed(verb, marked):
        return Change("holds", noun, tuple(named_first(list(grounds), marked)), "in-control", (verb,))
    if not grounds or verb.pos_ not in VERBAL or any(t.lower_ == "neither" for t in verb.subtree):
        return None
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    holders = sides(all_of(objects or doers(verb) or said_to_be(verb)), marked)
    grounds = tuple(named_first(list(grounds), marked))
    return Change("holds", noun, grounds, "in-control", holders) if holders else None


def said_to_be(verb: Token) -> list[Token]:
    """ "The rebels were reported (to be) in control of X": those of whom it is told."""
    told = verb.head if verb.dep_ == "xcomp" and verb.lemma_ == "be" else verb
    if not is_passive(told) or lemma_of(told) not in word_set(KIND, "told_to_be") or is_negated(told):
        return []
    return subjects(told)


def beside_charge(noun: Token, verb: Token) -> list[Token]:
    """ "Are in charge in X", "around X they are in charge": the parse hangs the place on the verb."""
    around = prepositional_objects(verb, "around", "across", "throughout", "at", "inside", "along")
    return [*(token for token in prepositional_objects(verb, "in") if token != noun), *around]


def under_siege(noun: Token, marked: MarkedReport) -> Change | None:
    if lemma_of(noun) not in word_set(KIND, "encircled_nouns") or noun.head.lower_ != "under":
        return None
    grounds = grounds_above(noun.head, marked)
    besiegers = prepositional_objects(noun, "by", "of", "from") or prepositional_objects(noun.head.head, "by")
    if not besiegers:
        besiegers = [child for child in noun.children if child.dep_ in {"amod", "compound", "poss"}]
    holders = sides(all_of(besiegers), marked)
    told = holders or any(has_name(ground, marked) for ground in grounds)
    return Change("encircled", noun, grounds, "under-siege", holders) if grounds and told else None


def held_by_adjective(token: Token, marked: MarkedReport) -> Change | None:
    """ "Rebel-held Aleppo", "the Houthi-controlled port"."""
    if (
        token.lower_ not in word_set(KIND, "held_by")
        or token.i < 2
        or token.doc[token.i - 1].text not in {"-", "‑", "–"}
    ):
        return None
    holder = token.doc[token.i - 2]
    if token.dep_ == "acomp":  # "the town was rebel-run"
        grounds = tuple(one for one in unfolded(doers(token.head), marked) if is_ground(one, marked))
        told = bool(grounds) and is_side(holder, marked) and not is_negated(token.head)
        return Change("holds", token, grounds[:1], "held-by-adjective", (holder,)) if told else None
    ground = token.head if token.dep_ == "amod" else next(iter(token.children), None)
    if ground is None or ground.i <= token.i or not is_ground(ground, marked) or not is_side(holder, marked):
        return None
    return Change("holds", token, (ground,), "held-by-adjective", (holder,))


def stronghold(noun: Token, marked: MarkedReport) -> Change | None:
    """ "Marib, the government's last stronghold", "the rebel bastion of Douma"."""
    if lemma_of(noun) not in word_set(KIND, "strongholds") or noun.pos_ != "NOUN":
        return None
    beside = [child for child in noun.children if child.dep_ in {"poss", "compound", "amod", "nmod"}]
    if any(child.lower_ in word_set(KIND, "no_longer") for child in beside):
        return None
    is_told = noun.dep_ == "attr" and noun.head.tag_ in {"VBZ", "VBP"}
    beside += prepositional_objects(noun, "of", "for") if is_told else []
    owners = tuple(owner for owner in sides(beside, marked) if is_armed_or_state(owner, marked))
    named = [noun.head] if noun.dep_ == "appos" else prepositional_objects(noun, "of")
    named = named or [child for child in noun.children if child.dep_ == "appos"]
    if is_told:
        named = doers(noun.head)  # "the forest remains a rebel redoubt"
    grounds = tuple(token for token in named if is_named_ground(token, marked) and token not in owners)
    return Change("holds", noun, grounds[:1], "stronghold-of", owners[:1]) if owners and grounds else None


def contested(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Both armies claim the hill", "fighting for control of the town", "neither side held the airport"."""
    if lemma_of(verb) == "control":
        return contested_control(verb, marked)
    laid = verb.head if verb.dep_ == "dobj" and lemma_of(verb.head) in {"lay", "lie", "stake"} else verb
    if lemma_of(verb) not in {"claim"} or laid.pos_ != "VERB":
        return None
    objects = done_to(laid) if laid == verb else prepositional_objects(verb, "to") or prepositional_objects(laid, "to")
    who = doers(laid)
    grounds = tuple(token for token in unfolded(objects, marked) if is_ground(token, marked))
    both = any({"both", "two"} & {t.lower_ for t in token.subtree} for token in who) or len(all_of(who)) > 1
    return Change("contested", verb, grounds, "both-claim", sides(all_of(who), marked)) if both and grounds else None


def fight_of(verb: Token) -> Token | None:
    """ "Fighting raged for control of the town": what raged."""
    return next((one for one in doers(verb) if lemma_of(one) in word_set(KIND, "contending")), None)


def contested_control(control: Token, marked: MarkedReport) -> Change | None:
    """ "Fighting for control of the town", "control of it is disputed between the two"."""
    above = control.head
    if above.lower_ in {"for", "over"} and lemma_of(above.head) in word_set(KIND, "contending"):
        fight, rule = above.head, "fight-for-control"
        who = prepositional_objects(fight, "between") or (doers(fight) if fight.pos_ == "VERB" else [])
    elif above.lower_ in {"for", "over"} and (fight_above := fight_of(above.head)) is not None:
        who, rule = prepositional_objects(fight_above, "between"), "fight-for-control"
    elif lemma_of(above) in word_set(KIND, "contested") and is_passive(above):
        rule, who = "control-contested", prepositional_objects(above, "between")
    else:
        return None
    of = prepositional_objects(control, "of", "over")
    grounds = tuple(token for token in unfolded(of, marked) if is_ground(token, marked))
    return Change("contested", control, grounds, rule, sides(all_of(who), marked)) if grounds else None
