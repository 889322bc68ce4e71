"""Who a noun stands for when no mark says so: people and bodies of people act, things act for their owners."""

from collections.abc import Iterator
from functools import lru_cache

from truceline.knowledge.files import all_words, words
from truceline.model.actor import Actor
from truceline.model.mark import ActorMark
from truceline.understand.finders.clause_parts.accused import blamed_on
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.who import owner_before
from truceline.understand.finders.event_parts.relief import is_relief
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import (
    SUBJECTS,
    by_agents,
    grammar_words,
    noun_phrase,
    prepositional_objects,
    subjects,
    with_conjuncts,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.markers.actor_parts.role_phrases import is_encampment, is_stop
from truceline.understand.markers.actor_parts.roles import is_weapon_type, kind_of, roles
from truceline.understand.tokens import Token

ARMED = frozenset({"non_state", "armed_force"})
MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})


@lru_cache(maxsize=1)
def acting_nouns() -> frozenset[str]:
    """Lemmas of nouns for people and for bodies of people."""
    lists = words("actors")
    bodies = {noun for name, nouns in lists.items() if name.endswith(("_groups", "_persons")) for noun in nouns}
    return all_words("persons") | word_set("people") | bodies | frozenset(lists["plural_parties"])


def acting(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    """The actors a noun stands for; an instrument acts for the one it belongs to."""
    mark = marked.actor_mark_of(token)
    speaker = (
        marked.speaker_at(token.idx) if token.lower_ in grammar_words("first_person") and token.pos_ == "PRON" else None
    )
    if speaker is not None and speaker.actor is not None:
        yield speaker.actor.model_copy(update={"entity_text": token.text, "resolution": "coreference"})
    elif both := speakers_together(token, marked):
        yield from both
    elif mark is not None and mark.resolution == "unresolved" and (hands := fired_by(token, marked)):
        yield from hands
    elif mark is not None:
        yield from mark.members or (
            named_beside(token, mark, marked) or named_behind(token, mark, marked) or mark.actor,
        )
    elif lemma_of(token) in word_set("instruments") or is_weapon_type(token) or is_relief(token, marked):
        yield from owners(token, marked)
    elif lemma_of(token) in word_set("trains_of_men"):
        yield from (actor for actor in marks_of_owners(token, marked) if actor.kind in ARMED)
    elif token.pos_ == "NUM" and (men := next(members_of(token, marked), None)) is not None:
        yield men
    elif (counted := men_counted(token)) is not None:
        yield from acting(counted, marked)
    elif named := named_members(token, marked):
        yield from named
    elif can_act(token, marked):
        yield named_by_owner(token, marked) or unmarked(token)


def speakers_together(they: Token, marked: MarkedReport) -> list[Actor]:
    """ "Armenia and Azerbaijan said they had agreed": both have."""
    if they.lower_ != "they" or they.head.dep_ != "ccomp" or they.dep_ not in SUBJECTS:
        return []
    tellers = [one for subject in subjects(they.head.head) for one in with_conjuncts(subject)]
    marks = [marked.actor_mark_of(one) for one in dict.fromkeys(tellers)]
    actors = [mark.actor for mark in marks if mark is not None]
    return actors if 1 < len(actors) == len(marks) else []


def named_members(number: Token, marked: MarkedReport) -> list[Actor]:
    """ "Dozens of fighters from the Front": the Front's."""
    if number.low_lemma not in listed("territory", "numbers_of"):
        return []
    marks = ((men, marked.actor_mark_of(men)) for men in prepositional_objects(number, "of"))
    found = (named_behind(men, mark, marked) for men, mark in marks if mark is not None)
    return [actor.model_copy(update={"entity_text": phrase(number)}) for actor in found if actor is not None]


def fired_by(weapon: Token, marked: MarkedReport) -> list[Actor]:
    """ "Artillery fired by Russian troops": theirs, though artillery may act under its own name."""
    if lemma_of(weapon) not in word_set("instruments"):
        return []
    hands = [hand for child in weapon.children if child.dep_ == "acl" for hand in by_agents(child)]
    marks = (marked.actor_mark_of(hand) for hand in hands)
    return [mark.actor for mark in marks if mark is not None]


def named_beside(token: Token, mark: ActorMark, marked: MarkedReport) -> Actor | None:
    """ "Its ally, the National Liberation Army": the name behind the comma."""
    if mark.resolution == "named" or mark.kind == "person":
        return None
    beside = [child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    found = [marked.actor_mark_of(child) for child in beside]
    return next((one.actor for one in found if one is not None and one.resolution == "named"), None)


def named_behind(token: Token, mark: ActorMark, marked: MarkedReport) -> Actor | None:
    """ "Fighters of the Front", "gunmen from the Islamic State group": by the name of their body."""
    if mark.resolution != "unresolved" or mark.kind not in ARMED or token.tag_ != "NNS":
        return None
    bodies = [marked.actor_mark_of(body) for body in prepositional_objects(token, "of", "from")]
    named = (one.actor for one in bodies if one is not None and one.resolution == "named" and one.kind in ARMED)
    body = next(named, None)
    return body.model_copy(update={"entity_text": mark.text}) if body is not None else None


def men_counted(number: Token) -> Token | None:
    """ "A total of 739 guerrillas": the guerrillas."""
    if number.low_lemma not in word_set("counting_nouns"):
        return None
    return next((men for men in prepositional_objects(number, "of") if is_acting_noun(men)), None)


def members_of(number: Token, marked: MarkedReport) -> Iterator[Actor]:
    """ "Two hundred of the Front's men" are the Front's."""
    for men in prepositional_objects(number, "of"):
        mark = marked.actor_mark_of(men)
        if mark is not None and mark.kind in {"non_state", "armed_force", "state", "government"}:
            yield mark.actor


def can_act(token: Token, marked: MarkedReport) -> bool:
    if token.pos_ == "PRON":
        return token.lower_ in word_set("pronouns")
    if not any(sign.isalnum() for sign in token.text):
        return False  # a full stop that the parse takes for a name
    if token.pos_ == "PROPN":
        does = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        return marked.date_mark_of(token) is None and (does or marked.place_mark_of(token) is None)
    if token.pos_ == "NOUN" and token.dep_ == "nsubj" and marked.place_mark_of(token) is not None:
        return True  # a capital that the parse takes for a plain noun
    if token.ent_type_ in {"NORP", "ORG"} and token.dep_ in {"nsubj", "nsubjpass"}:
        return token.pos_ == "NOUN" or is_acting_noun(token)
    if is_named_body(token):
        return True
    counted = token.pos_ == "NUM" and token.dep_ in {"nsubj", "nsubjpass"}
    return is_acting_noun(token) or (counted and (token.dep_ == "nsubjpass" or is_round_number(token)))


def is_round_number(number: Token) -> bool:
    """ "Two have surrendered", "around 350 have surrendered": people; a bare figure may be of anything."""
    about = any(child.lower_ in word_set("about") for child in number.children)
    return about or not number.text[0].isdigit()


def is_named_body(token: Token) -> bool:
    """ "The King Salman center has delivered food": a body by the name before it."""
    named = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.children)
    return (
        named
        and token.dep_ == "nsubj"
        and token.pos_ == "NOUN"
        and token.lower_.capitalize() in listed("actors", "organisation_words")
    )


def is_acting_noun(token: Token) -> bool:
    nobody = is_encampment(token) or is_stop(token) or is_each_other(token)
    return token.pos_ in {"NOUN", "ADJ"} and token.low_lemma in acting_nouns() and not nobody


def is_each_other(token: Token) -> bool:
    """ "Shelled each other's positions"."""
    return token.lower_ in {"other", "another"} and token.i > 0 and token.nbor(-1).lower_ in {"each", "one"}


def named_by_owner(token: Token, marked: MarkedReport) -> Actor | None:
    """ "An ELN column", "fighters of the Front": the words as they stand, known by whom they belong to."""
    owner = next(marks_of_owners(token, marked), None)
    return owner.model_copy(update={"entity_text": phrase(token), "role": None}) if owner is not None else None


def unmarked(token: Token) -> Actor:
    """The words as they stand; a body by what its noun says of it: "police", "rebels"."""
    role = roles().get(token.low_lemma)
    body = role if role is not None and not role.is_person else None
    if body is not None and token.i > 0 and token.nbor(-1).lower_ in listed("actors", "of_help"):
        body = None  # "aid agencies" are no state's
    kind, sector = kind_of(token.low_lemma, body) if body is not None else ("unspecified", None)
    return Actor(
        entity_text=phrase(token), entity_name=phrase(token), kind=kind, sector=sector, resolution="unresolved"
    )


def owners(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    """Whose drones they are, known or not: "Russian drones", "coalition warplanes", "police shells"."""
    known = list(marks_of_owners(token, marked))
    weapons = (
        [] if known else [one for one in prepositional_objects(token, "of") if lemma_of(one) in word_set("instruments")]
    )
    known += [actor for weapon in weapons for actor in marks_of_owners(weapon, marked)]  # "a volley of Russian drones"
    yield from known
    if known:
        return
    named = [unmarked(child) for child in token.children if child.dep_ in MODIFIERS and is_owner(child)]
    yield from named
    if not named and lemma_of(token) in word_set("platforms"):
        yield unmarked(token)


def is_owner(token: Token) -> bool:
    """ "Police shells", "RSF drones", "a navy boat"; no "artillery shelling"."""
    weapon = lemma_of(token) in word_set("instruments") - word_set("platforms")
    weapon = weapon or (token.pos_ == "ADJ" and token.lower_ in word_set("ranks_like_qualities"))
    weapon = weapon or (token.low_lemma == "fighter" and lemma_of(token.head) in word_set("instruments"))
    return not weapon and (is_acting_noun(token) or (token.pos_ == "PROPN" and token.text.isupper() and len(token) > 2))


def marks_of_owners(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    beside = [whose(child) for child in token.children if child.dep_ in MODIFIERS]
    named = token.pos_ == "PROPN" or lemma_of(token) in listed("ceasefires", "truces")
    told = [] if named else [c for c in token.children if c.dep_ == "acl"]
    # No truce that two agreed to, no town they besiege, no people whom they hold.
    sent_by = [hand for child in told if not is_done_to_people(child) for hand in by_agents(child)]
    behind = ("by", "from") if lemma_of(token) in word_set("single_deeds") else ("of", "from", "belonging")
    for owner in [*beside, *prepositional_objects(token, *behind), *sent_by, *blamed_on(token)]:
        mark = marked.actor_mark_of(owner)
        if mark is not None:
            yield mark.actor
        elif owner.tag_ == "PRP$" and token.dep_ in SUBJECTS:  # "the army said its drones hit a depot"
            named_before = owner_before(owner, marked)
            yield from (named_before,) if named_before is not None else ()


def is_done_to_people(deed: Token) -> bool:
    """ "Soldiers held by the rebels" are not the rebels', "troops sent by Kenya" are Kenya's."""
    return is_acting_noun(deed.head) and deed.low_lemma not in word_set("sending_men")


def whose(owner: Token) -> Token:
    """ "Whose tanks": those of the noun that the clause describes."""
    clause = next((up for up in owner.ancestors if up.dep_ == "relcl"), None) if owner.tag_ == "WP$" else None
    return clause.head if clause is not None else owner


def phrase(token: Token) -> str:
    return " ".join(noun_phrase(token).text.split())
