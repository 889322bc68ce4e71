"""Whose people a figure counts, and what persons they are, by its own words or by those of the figure before."""

from truceline.model.actor import Actor
from truceline.model.claims.casualties import Basis, PersonStatus, Subgroup
from truceline.understand.finders.casualty_parts.counted import Counted, chain_head
from truceline.understand.finders.casualty_parts.details import measure_of
from truceline.understand.finders.casualty_parts.figures import first_token, stands_among_them
from truceline.understand.finders.casualty_parts.harm_words import noun_harms, state_harms, word_set
from truceline.understand.finders.casualty_parts.people import (
    is_person,
    is_told_who_he_is,
    status_of,
    status_of_losses,
    subgroups_of,
)
from truceline.understand.finders.casualty_parts.perpetrators import perpetrator
from truceline.understand.finders.casualty_parts.series import told_before_in_series
from truceline.understand.finders.casualty_parts.sides import (
    losses_of,
    losses_put,
    losses_told_by,
    own_right_behind,
    put_at_own,
    side_of_clause,
    side_right_behind,
)
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.who import words_for
from truceline.understand.grammar import prepositional_objects, words_after, words_before
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

Told = tuple[PersonStatus, tuple[Subgroup, ...]]
SERVED: dict[str, Subgroup | None] = {"ngo": "aid_workers", "media": "journalists", "igo": None}


def told_of_people(found: Counted) -> Told:
    """Status and subgroup from the people's noun, else from the word for the dead ("army losses") or those before."""
    noun = kind_told(found) or found.noun
    status, subgroup = (status_of(noun), groups_of(noun)) if noun is not None else ("unknown", ())
    if status == "unknown" and noun is not None and (who := next(filter(is_told_who_he_is, noun.rights), None)):
        status = status_of(who)
    if status == "unknown" and (losses := word_for_losses(found)) is not None:
        status = status_of_losses(losses)
    if is_part_of_fighters(found) and set(subgroup) <= {"women", "men"}:
        status = "military"
    whole = whole_before(found)
    if whole is not None and found.rule != "toll-noun" and (noun is None or is_unmarked(noun)):
        earlier = whole.noun
        if earlier is not None and not is_unmarked(earlier) and status == "unknown":
            return status_of(earlier), subgroup or subgroups_of(earlier) if found.rule == "part-of-those-before" else ()
        if status == "unknown" and (first := told_before_in_series(found)) is not None:
            return told_of_people(first)[0], subgroup
    return status, subgroup


def kind_told(found: Counted) -> Token | None:
    """ "Two of the dead were children": what they were."""
    verb, noun = found.unit.head, found.noun
    if noun is None or noun.lower_ not in state_harms() or verb.low_lemma != "be" or found.unit.dep_ != "nsubj":
        return None
    return next((child for child in verb.rights if child.dep_ == "attr" and is_person(child)), None)


def groups_of(noun: Token) -> tuple[Subgroup, ...]:
    """ "Twelve women and children": of both."""
    other = next((child for child in noun.rights if child.dep_ == "conj" and not is_counted_apart(child)), None)
    groups = subgroups_of(noun)
    return groups if other is None or not groups else tuple(dict.fromkeys([*groups, *subgroups_of(other)]))


def is_counted_apart(noun: Token) -> bool:
    """ "Three children and a nurse": the nurse is none of the three."""
    return any(child.dep_ == "nummod" or child.lower_ in {"a", "an"} for child in noun.children)


def is_part_of_fighters(found: Counted) -> bool:
    """ "Lost 54 cadres, among them 23 women": fighters too."""
    whole = found.before.noun if found.before is not None else None
    part = found.rule == "part-of-those-before" and found.noun is not None and bool(subgroups_of(found.noun))
    return part and whole is not None and status_of(whole) == "military"


def word_for_losses(found: Counted) -> Token | None:
    """ "Army losses", "put rebel losses at 45 killed"."""
    return losses_put(found.teller) or (found.teller if found.teller.pos_ in {"NOUN", "ADJ"} else None)


def status_by_owner(found: Counted, owner: Actor | None, told: Told) -> Told:
    """ "Four of its volunteers" of a relief body are no soldiers; "two men" lost, "its own dead" are fighters."""
    noun, (status, subgroup) = found.noun, told
    if owner is None:
        return told
    if noun is not None and owner.kind in SERVED and noun.low_lemma in word_set("serving"):
        group = SERVED[owner.kind]
        return "civilian", subgroup or ((group,) if group is not None else ())
    armed = owner.kind in {"armed_force", "non_state"} or owner.sector in {"MIL", "REB"}  # "we lost 40 men"
    armed = armed and owner.sector != "COP"
    lost = found.teller.low_lemma == "lose" or word_for_losses(found) is not None
    lost = lost and (noun is None or noun.low_lemma in {"people", "man"} or is_unmarked(noun))
    men = noun is not None and noun.low_lemma in {"man", "personnel", "member"} and is_of_body(noun)
    men = men or (noun is None and pronoun_behind(found) is not None)
    if not armed or not (lost or men) or status != "unknown":
        return told
    return "military", () if subgroup == ("men",) else subgroup  # "lost 50 men": soldiers


def is_of_body(noun: Token) -> bool:
    """ "Men of the Rifles", "26 of their members"; not "Fulani men"."""
    return any(child.lower_ == "of" or child.tag_ == "PRP$" for child in noun.children)


def told_beside(found: Counted, marked: MarkedReport) -> Actor | None:
    """By the words beside the figure: "five on the Pakistani side", "two in its own ranks", "their own at six"."""
    side = side_right_behind(found.unit, marked) if found.inherited else None
    return side or own_right_behind(found.unit, marked) or put_at_own(found.unit, marked)


def owner_of(found: Counted, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """Whose people: as the words say, else as the clause lets one infer."""
    noun = found.noun
    if found.rule == "lost-by-another" and noun is not None:
        return marked.actor_of(noun) or Actor(entity_text=words_for(noun), kind="armed_force"), "stated"
    if (beside := told_beside(found, marked)) is not None:
        return beside, "stated"
    told = losses_told_by(found.teller, marked)
    if told is not None and not is_of_the_enemy(noun, told, marked):
        return told, "stated"
    owner, basis = owner_of_noun(found, status, marked)
    if owner is None or is_nameless(owner) or basis == "inferred":
        side = side_of_clause(found.teller, marked)
        if side is not None:
            return side, "stated"
    if owner is None and found.harm in {"casualties", "losses"}:
        bare = noun is None or noun.low_lemma in noun_harms()
        return claimants_own(found.teller, marked) if bare else (None, None)
    if owner is not None and is_nameless(owner) and noun is not None and noun.low_lemma in word_set("state_forces"):
        return of_the_state_fought(owner, found, marked)
    return (owner, basis) if owner is not None else (None, None)


def owner_of_noun(found: Counted, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """By the people's noun, by the noun it is joined to, by the figure before."""
    noun, before = found.noun, whole_before(found)
    unmarked = noun is None or is_unmarked(noun)
    if before is None and (meant := fighters_meant(found, marked)) is not None:
        return meant, "inferred"
    if before is not None and outnumbers(found, before):
        return None, None
    owner, basis = (None, None) if unmarked and before is not None else losses_of(noun, status, marked)
    if owner is None and noun is not None and noun.dep_ == "conj":
        owner, basis = losses_of(chain_head(noun), status, marked)[0], "inferred"
    if owner is None and before is not None and (unmarked or is_joined_to(before, found)):
        owner, basis = losses_of(before.noun, status, marked)[0], "inferred"
    if owner is None and (first := told_before_in_series(found)) is not None:
        owner, basis = owner_of(first, told_of_people(first)[0], marked)[0], "inferred"
    if owner is not None and basis == "inferred" and status == "civilian" and owner.country is None:
        return None, None  # "four policemen and four civilians": the civilians are not the police's
    return owner, basis


def whole_before(found: Counted) -> Counted | None:
    """ "14 militants, including two commanders, were killed and nine others wounded": the nine are militants."""
    before = found.before
    while before is not None and before.before is not None and is_named_within(before):
        before = before.before
    return before


def is_named_within(part: Counted) -> bool:
    first = part.before
    if first is not None and part.noun is not None and part.noun.dep_ == "conj" and part.noun.head == first.noun:
        return first.inherited and is_named_within(first)  # "including three children and a nurse"
    before = words_before(part.unit.doc, first_token(part.mark, part.unit).i, 1)
    return any(word.lower_ == "including" for word in before) or stands_among_them(part.mark, part.unit)


def fighters_meant(found: Counted, marked: MarkedReport) -> Actor | None:
    """ "Gunmen attacked the post and two of them were shot": the gunmen's."""
    pronoun = pronoun_behind(found) if found.noun is None else None
    if pronoun is None or len([word for word in pronoun.sent if word.i < pronoun.i and is_people(word)]) > 1:
        return None  # "soldiers fired on villagers and two of them were killed"
    meant = marked.actor_of(pronoun)
    return meant if meant is not None and meant.kind in {"non_state", "armed_force"} else None


def is_people(word: Token) -> bool:
    return word.tag_ in {"NNS", "NNPS"} and is_person(word)


def pronoun_behind(found: Counted) -> Token | None:
    """ "Two of them"."""
    behind = prepositional_objects(found.unit, "of")
    return next((word for word in behind if word.lower_ == "them"), None)


def outnumbers(found: Counted, before: Counted) -> bool:
    """ "We lost seven soldiers and we killed 12 of them": not of the seven."""
    figure, earlier = found.mark.low or found.mark.value, before.mark.high or before.mark.value
    return pronoun_behind(found) is not None and figure is not None and earlier is not None and figure > earlier


def is_joined_to(before: Counted, found: Counted) -> bool:
    """ "82 of its soldiers and 47 civilians": one "and" between them."""
    if before.noun is None or found.teller != before.teller:
        return False
    between = found.unit.doc[before.noun.i + 1 : found.unit.left_edge.i + 1]
    return [token.lower_ for token in between][:1] == ["and"] and len(between) <= 2


def is_nameless(owner: Actor) -> bool:
    """ "Soldiers", of nobody knows which side."""
    return owner.country is None and owner.entity_name is None


def of_the_state_fought(owner: Actor, found: Counted, marked: MarkedReport) -> tuple[Actor, Basis]:
    """Soldiers whom a rebel group has killed serve the state that it fights; else the state that tells of them."""
    by = perpetrator(found.teller, marked)
    if by is not None and by.kind == "non_state" and by.country is not None:
        return owner.model_copy(update={"country": by.country}), "inferred"
    speaker = marked.speaker_at(found.teller.idx)
    teller = speaker.actor if speaker is not None else None
    if by is None and teller is not None and teller.kind in {"state", "government", "armed_force"} and teller.country:
        return owner.model_copy(update={"country": teller.country}), "inferred"
    return owner, "stated"


def is_of_the_enemy(noun: Token | None, told: Actor, marked: MarkedReport) -> bool:
    """ "The army admitted the death of one guerrilla", "of four soldiers and two rebels": not one of its own."""
    mark = marked.actor_mark_of(noun) if noun is not None else None
    irregular = noun is not None and noun.low_lemma in listed("actors", "rebels_counted")
    if irregular and told.kind in {"state", "government", "armed_force"}:
        return True
    return mark is not None and mark.kind == "non_state" and told.kind != "non_state"


def claimants_own(teller: Token, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """A side that reports casualties without saying whose means its own."""
    speaker = marked.speaker_at(teller.idx)
    actor = speaker.actor if speaker is not None else None
    if (
        actor is not None
        and actor.kind in {"state", "government", "armed_force", "non_state", "person"}
        and actor.country
    ):
        return actor, "inferred"
    return None, None


def is_all_sides(found: Counted, sentence: MarkedSentence, *, historical: bool) -> bool:
    """The people whom a whole war has killed are nobody's alone, nor are "dozens on both sides"."""
    near = [word.lower_ for word in words_after(found.unit.doc, found.unit.i + 1, 3)]
    if near[1:] == ["both", "sides"] and near[0] in {"on", "from"}:
        return True
    people = found.noun is not None and found.noun.low_lemma == "people" and found.harm != "displaced"
    rough = found.mark.value is None and measure_of(found, sentence) == "cumulative"
    return people and (historical or rough) and found.teller.low_lemma not in word_set("done_by_one_side")


def is_unmarked(noun: Token) -> bool:
    return noun.low_lemma in {"other", "more"} or noun.lower_ in state_harms()
