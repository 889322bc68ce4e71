"""Holding told by being there: "dug in around the silo", "the hill belongs to Y", "the flag of Y flies over X"."""

from collections.abc import Iterator

from truceline.knowledge.files import words
from truceline.knowledge.names import country_of_adjective
from truceline.model.actor import Actor
from truceline.model.claims.territory import TerritoryChange
from truceline.understand.asked_once import known_by_marks
from truceline.understand.finders.clause_parts.phrases import lemma_of, phrase_at, says, word_set
from truceline.understand.finders.clause_parts.readings import Readings, begins_with
from truceline.understand.finders.clause_parts.where import has_name
from truceline.understand.finders.clause_parts.who import all_of, doers, done_to
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.control import owners_of_hands
from truceline.understand.finders.territory_parts.grounds import KIND, is_ground, is_town, unfolded, where_described
from truceline.understand.finders.territory_parts.holders import is_armed, is_armed_or_state, is_side, sides
from truceline.understand.grammar import is_negated, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

BEHIND: tuple[tuple[str, TerritoryChange, str], ...] = (
    # list, change, rule: the ground stands behind the phrase's preposition
    ("present", "holds", "entrenched-in"),
    ("forces_present", "holds", "entrenched-in"),
    ("closing_in", "encircled", "closed-in-on"),
)
BEING = frozenset({"be", "remain", "stay"})
HAVING = frozenset({"still", "now", "already"})


def grounds_in(tokens: list[Token], marked: MarkedReport) -> tuple[Token, ...]:
    return tuple(token for token in unfolded(tokens, marked) if is_ground(token, marked))


@begins_with(KIND, "present", "present_where", "forces_present", "closing_in")
def behind_phrase(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Clings to the outskirts of X", "are holed up in X", "tightened its noose around X"."""
    for name, change, rule in BEHIND:
        rest = phrase_at(verb, KIND, name)
        described = where_described(verb, marked) if name == "present" and says(verb, KIND, "present_where") else []
        if not rest and not described:
            continue
        who = done_to(verb) if is_passive(verb) else doers(verb) or doers(verb.head)
        holders = sides(all_of(who), marked)
        if name == "forces_present" and not any(is_armed(token, marked) for token in holders):
            continue
        grounds = grounds_in([*described, *(deep_objects(verb, rest[-1]) if rest else ())], marked)
        if any(is_own_post(ground, marked) for ground in grounds) or is_one_man(holders, marked):
            continue
        if grounds and any(is_armed_or_state(token, marked) for token in holders) and not is_negated(verb):
            listed = [one for one in grounds if one in grounds[0].conjuncts and has_name(one, marked)]
            return Change(change, verb, (grounds[0], *listed), rule, holders)
    return None


def is_one_man(holders: tuple[Token, ...], marked: MarkedReport) -> bool:
    """ "The commander, General X, is holed up in a compound": where he hides he holds nothing."""
    marks = [marked.actor_mark_of(holder) for holder in holders]
    return bool(marks) and all(mark is not None and mark.kind == "person" for mark in marks) and is_single(holders)


def is_single(holders: tuple[Token, ...]) -> bool:
    return len(holders) == 1 and holders[0].tag_ in {"NN", "NNP"}


def is_own_post(ground: Token, marked: MarkedReport) -> bool:
    """ "Confined to their posts": wherever soldiers live, nobody disputes it."""
    return any(child.dep_ == "poss" and child.pos_ == "PRON" for child in ground.children) and not has_name(
        ground, marked
    )


def deep_objects(verb: Token, preposition: str) -> Iterator[Token]:
    """Objects of the preposition on the verb, its particle or its object."""
    steps = [
        verb,
        *(child for child in verb.children if child.dep_ in {"prt", "advmod", "dobj", "acomp", "prep", "attr"}),
    ]
    for step in steps:
        yield from prepositional_objects(step, preposition)
    for step in steps[1:]:
        if step.lower_ == preposition:
            yield from (child for child in step.children if child.dep_ == "pobj")


@begins_with(KIND, "belongs", also=BEING)
def belonging(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The summit belongs to Y's men", "three districts remain with Y", "the junction was the rebels' by noon"."""
    says_belongs = says(verb, KIND, "belongs")
    ours = [child for child in verb.children if child.lower_ in {"ours", "mine"}]
    theirs = owned_by(verb) if verb.base in BEING and not is_negated(verb) else []
    if not says_belongs and not theirs and (not ours or verb.base not in BEING):
        return None
    grounds = grounds_in(doers(verb), marked)
    if not grounds or any(child.lower_ == "who" for child in verb.children):
        return None  # "Nasser and Rahim, who belonged to the front"
    if says_belongs:
        owners = sides(prepositional_objects(verb, "to", "with"), marked)
        return Change("holds", verb, grounds[:1], "belongs-to", owners) if is_held(grounds, owners, marked) else None
    if armed := tuple(token for token in theirs if is_armed(token, marked)):
        return Change("holds", verb, grounds[:1], "is-theirs", armed)
    speaker = marked.speaker_at(verb.idx)
    actor = speaker.actor if speaker is not None else None
    if ours and actor is not None:
        return Change("holds", verb, grounds[:1], "is-ours", owner=actor)
    return None


def owned_by(verb: Token) -> list[Token]:
    """ "The junction was the rebels' by noon": what it is has the mark of an owner, and owns nothing named."""
    return [child for child in verb.children if child.dep_ == "attr" and "case" in child.child_deps]


def is_held(grounds: tuple[Token, ...], owners: tuple[Token, ...], marked: MarkedReport) -> bool:
    """Forces hold what belongs to them; what belongs to a ministry or a state is property, if it is a building."""
    if any(lemma_of(ground) in word_set(KIND, "buildings") for ground in grounds):
        kinds = {mark.kind for owner in owners if (mark := marked.actor_mark_of(owner)) is not None}
        return bool(kinds & {"armed_force", "non_state"})
    return any(is_armed_or_state(owner, marked) for owner in owners)


@begins_with(KIND, "changed_hands", "swinging")
def hands_changing(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Changed hands to Y", "changed hands several times", "control of X swung between the two"."""
    if lemma_of(verb) in word_set(KIND, "swinging"):
        control = next((token for token in doers(verb) if lemma_of(token) == "control"), None)
        grounds = grounds_in(prepositional_objects(control, "of", "over"), marked) if control is not None else ()
        if grounds:
            who = all_of(prepositional_objects(verb, "between"))
            return Change("contested", verb, grounds[:1], "control-swung", sides(who, marked))
    if not says(verb, KIND, "changed_hands"):
        return None
    takers = sides(list(deep_objects(verb, "to")), marked)
    grounds = grounds_in(doers(verb), marked)
    if not grounds:
        return None
    return Change("gained" if takers else "contested", verb, grounds, "changed-hands", takers)


@begins_with(KIND, "flying", also=("be",))
def flag_flying(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The flag of Y was flying from the fortress", "the gate flies the banner of Y"."""
    after = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]}
    is_aloft = verb.lemma_ == "be" and bool(after & word_set(KIND, "aloft"))
    if not says(verb, KIND, "flying") and not is_aloft:
        return None
    borne = next((token for token in done_to(verb) if lemma_of(token) in word_set(KIND, "flags")), None)
    if borne is not None:
        owners = sides(owners_of_hands(borne), marked)
        grounds = grounds_in(doers(verb), marked)
        return Change("holds", verb, grounds[:1], "flies-flag-of", owners) if grounds and owners else None
    flag = next((token for token in doers(verb) if lemma_of(token) in word_set(KIND, "flags")), None)
    if flag is None:
        return None
    owners = sides(owners_of_hands(flag), marked)
    grounds = grounds_in([token for word in words(KIND)["flown_over"] for token in deep_objects(verb, word)], marked)
    up = any(child.lower_ == "up" for child in verb.children)
    return Change("gained" if up else "holds", verb, grounds[:1], "flag-over", owners) if grounds and owners else None


@begins_with(KIND, "slipping")
def out_of_hands(verb: Token, marked: MarkedReport) -> Change | None:
    """ "X slipped out of Y's hands": the owner has lost it."""
    if lemma_of(verb) not in word_set(KIND, "slipping"):
        return None
    gripping = next((token for token in subjects(verb) if lemma_of(token) in {"grip", "hold", "control"}), None)
    if gripping is not None:
        owners = sides(owners_of_hands(gripping), marked)
        grounds = grounds_in(prepositional_objects(gripping, "on", "over"), marked)
        return Change("lost", verb, grounds[:1], "grip-slipped", owners) if owners and grounds else None
    hands = [t for t in verb.subtree if lemma_of(t) in word_set(KIND, "hands") and t.dep_ == "pobj"]
    hands = [token for token in hands if token.head.lower_ in {"of", "from"}]
    grounds = grounds_in(doers(verb), marked)
    owners = sides(owners_of_hands(hands[0]), marked) if hands else ()
    return Change("lost", verb, grounds[:1], "out-of-hands", owners) if grounds and owners else None


def mastering(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The gangs are masters of the capital", "made themselves masters of it"."""
    if not verb.sent.forms & word_set(KIND, "masters"):
        return None
    near = [child for child in verb.children if child.dep_ in {"attr", "oprd", "ccomp", "xcomp"}]
    attr = next((child for child in near if lemma_of(child) in word_set(KIND, "masters")), None)
    if attr is None or (attr.dep_ != "attr" and lemma_of(verb) != "make"):
        return None
    holders = sides(all_of(doers(verb)), marked)
    if not any(is_armed(token, marked) for token in holders):
        return None
    grounds = grounds_in(prepositional_objects(attr, "of", "over"), marked)
    change: TerritoryChange = "gained" if lemma_of(verb) == "make" else "holds"
    return Change(change, verb, grounds[:1], "masters-of", holders) if grounds else None


def neither_holds(verb: Token, marked: MarkedReport) -> Change | None:
    """ "Neither side held the airport", "neither army is in control of X"."""
    if "neither" not in verb.sent.forms:
        return None
    acting = doers(verb)
    who = [token for token in acting if any(inner.lower_ == "neither" for inner in token.children)]
    who = who or [token for token in acting if token.lower_ == "neither"]
    if not who:
        return None
    control = [t for t in verb.subtree if lemma_of(t) == "control"]
    behind = [inner for t in control for inner in prepositional_objects(t, "of", "over")]
    objects = done_to(verb) if says(verb, KIND, "holds") or lemma_of(verb) == "call" else []
    grounds = grounds_in([*behind, *objects], marked)
    pair = tuple(token for token in all_of(who) if is_side(token, marked))
    return Change("contested", verb, grounds[:1], "neither-holds", pair) if grounds else None


@begins_with(KIND, also=("have",))
def having(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The rebels still have the hills", "they now have both bridges": forces, and ground that is known."""
    if is_negated(verb) or is_passive(verb) or "xcomp" in verb.child_deps:
        return None
    lasts = {child.lower_ for child in verb.children if child.dep_ == "advmod"} & HAVING
    owners = sides(all_of(doers(verb)), marked)
    things = [token for token in done_to(verb) if lemma_of(token) not in word_set(KIND, "not_had")]
    grounds = tuple(token for token in grounds_in(things, marked) if is_definite(token, marked))
    if not lasts or not grounds or not any(is_armed_or_state(token, marked) for token in owners):
        return None
    return Change("holds", verb, grounds, "still-has", owners)


def is_definite(ground: Token, marked: MarkedReport) -> bool:
    if any(child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" for child in ground.children):
        return False  # "still has Abyei to settle"
    return has_name(ground, marked) or any(child.lower_ in {"the", "both", "all"} for child in ground.children)


@begins_with(KIND, also=BEING)
def siding(verb: Token, marked: MarkedReport) -> Change | None:
    """ "X remains Ukrainian", "the summit is Indian again": whose the ground is stands as an adjective."""
    again = {child.lower_ for child in verb.children if child.dep_ == "advmod"} & {"still", "again", "now"}
    if is_negated(verb) or (lemma_of(verb) == "be" and not again):
        return None
    whose = [child for child in verb.children if child.dep_ in {"acomp", "oprd", "attr"} and child.pos_ == "ADJ"]
    owner = next((token for token in whose if token.right_edge == token and country_of_adjective(token.text)), None)
    grounds = [ground for ground in grounds_in(doers(verb), marked) if lemma_of(ground) not in word_set(KIND, "homes")]
    if owner is None or not grounds or lemma_of(grounds[0]) in word_set(KIND, "buildings"):
        return None
    side = Actor(entity_text=owner.text, country=country_of_adjective(owner.text), kind="state")
    return Change("holds", verb, tuple(grounds[:1]), "remains-theirs", owner=side)


@begins_with(KIND, also=BEING)
def being_out(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The forces are out of X"; "X is free of them": they are there no more."""
    if is_negated(verb):
        return None
    outs = [child for child in verb.children if child.lower_ in {"out", "gone"}]
    left = grounds_in([obj for out in outs for obj in prepositional_objects(out, "of", "from")], marked)
    armed = tuple(token for token in sides(all_of(doers(verb)), marked) if is_armed(token, marked))
    if armed and left and has_name(left[0], marked):
        return Change("withdrew", verb, left[:1], "is-out-of", armed)
    free = [child for child in verb.children if child.dep_ == "acomp" and child.lower_ in {"free", "clear", "rid"}]
    rid_of = [obj for one in free for obj in prepositional_objects(one, "of") if is_armed(obj, marked)]
    grounds = grounds_in(doers(verb), marked)
    return Change("lost", verb, grounds[:1], "is-free-of", tuple(rid_of)) if rid_of and grounds else None


@begins_with(KIND, also=("become", *BEING))
def being_theirs(verb: Token, marked: MarkedReport) -> Change | None:
    """ "X has become rebel territory", "the districts are Taliban country"."""
    lands = [child for child in verb.children if child.dep_ == "attr" and lemma_of(child) in {"territory", "country"}]
    whose = [child for land in lands for child in land.children if child.dep_ in {"compound", "amod", "poss"}]
    owners = tuple(token for token in sides(whose, marked) if is_armed(token, marked))
    grounds = grounds_in(doers(verb), marked)
    if not owners or not grounds or is_negated(verb):
        return None
    return Change("gained" if lemma_of(verb) == "become" else "holds", verb, grounds[:1], "is-their-land", owners)


@begins_with(KIND, "holding_out")
def holding_out(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The garrison at X is holding out": where the garrison is."""
    if is_negated(verb) or not says(verb, KIND, "holding_out"):
        return None
    garrisons = [token for token in doers(verb) if lemma_of(token) in word_set(KIND, "garrisons")]
    grounds = grounds_in([obj for one in garrisons for obj in prepositional_objects(one, "at", "in", "of")], marked)
    return Change("holds", verb, grounds[:1], "holds-out", tuple(garrisons[:1])) if grounds else None


@begins_with(KIND, "encircled")
def having_surrounded(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The rebels have X surrounded": the parse sees a clause, or a verb with two subjects."""
    names = [child for child in verb.lefts if child.dep_ == "nsubj"]
    has = next((child for child in verb.lefts if child.dep_ == "aux" and child.lemma_ == "have"), verb.head)
    if has.lemma_ != "have" or not names or names[-1].left_edge.i < has.i or not says(verb, KIND, "encircled"):
        return None
    who = doers(has) if has == verb.head else names[:-1]
    holders, grounds = sides(all_of(list(who)), marked), grounds_in(names[-1:], marked)
    told = grounds and any(is_armed_or_state(token, marked) for token in holders) and not is_negated(has)
    return Change("encircled", verb, grounds[:1], "has-surrounded", holders) if told else None


@begins_with(KIND, "contending")
def fighting_for(verb: Token, marked: MarkedReport) -> Change | None:
    """ "The separatists are fighting for X": a town that nobody has yet; one fights for a whole land otherwise."""
    aims = prepositional_objects(verb, "for", "over")
    towns = tuple(aim for aim in aims if aim.pos_ == "PROPN" and is_town(aim, marked))
    holders = sides(all_of(doers(verb)), marked)
    if not towns or is_negated(verb) or not any(is_armed(token, marked) for token in holders):
        return None
    return Change("contested", verb, towns[:1], "fight-for-town", holders)


READINGS = Readings(
    fighting_for,
    being_out,
    being_theirs,
    holding_out,
    having_surrounded,
    having,
    siding,
    behind_phrase,
    belonging,
    hands_changing,
    flag_flying,
    out_of_hands,
    mastering,
    neither_holds,
)


@known_by_marks
def presence(verb: Token, marked: MarkedReport) -> Change | None:
    for reading in READINGS.of(verb.base):
        found = reading(verb, marked)
        if found is not None:
            return found
    return None
