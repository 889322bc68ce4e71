"""What of a verb's object is ground, and which words for ground are sure."""

from collections.abc import Sequence

from truceline.model.claims.territory import TerritoryChange
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.where import is_kind_of_place, is_loose_name, named_at, named_within
from truceline.understand.finders.clause_parts.who import RELATIVE, done_to
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    gapped,
    is_ground,
    lost_by_parser,
    named_first,
    named_list,
    unfolded,
)
from truceline.understand.finders.territory_parts.holders import is_armed
from truceline.understand.grammar import SUBJECTS, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

# Verbs whose object is the ground; tried in this order.
BY_OBJECT: tuple[tuple[str, TerritoryChange], ...] = (
    ("gained", "gained"), ("encircled", "encircled"), ("handed_over", "handed_over"), ("lost", "lost"),
    ("left", "withdrew"), ("holds", "holds"),
)  # fmt: skip
REACH = 6  # tokens
BEFORE = 60  # tokens: the sentence before
COUNTRY = 6  # UCDP where_prec


def is_country(grounds: Sequence[Token], marked: MarkedReport) -> bool:
    """Who enters a country has not taken it."""
    marks = [named_at(ground, marked) for ground in grounds]
    return any(mark is not None and mark.precision == COUNTRY for mark in marks)


def is_office_word(ground: Token, marked: MarkedReport) -> bool:
    """ "The post she held", "kept his position": places of soldiers only where soldiers hold them."""
    return not has_sure_name(ground, marked) and lemma_of(ground) in word_set(KIND, "office_words")


def has_sure_name(ground: Token, marked: MarkedReport) -> bool:
    return named_within(ground, marked) is not None


def has_sure_place(ground: Token, marked: MarkedReport) -> bool:
    return has_sure_name(ground, marked) or lemma_of(ground) in word_set(KIND, "ground_nouns")


def grounds_of(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """What of the object is ground; a pronoun only where another word of the clause speaks of ground."""
    objects = done_to(verb) or described_noun(verb) or about_half(verb) or lost_by_parser(verb, marked)
    objects = [inner for one in objects for inner in controlled(one)]
    found = [token for token in unfolded(objects, marked) if is_ground(token, marked) and not is_people(token, marked)]
    found = [token for token in found if not is_object_of_participle(token) and not is_supply(token)]
    if not found and says(verb, KIND, "encircled"):
        found = around_people(verb, marked)
    unknown = found and found[0].pos_ == "PROPN" and named_at(found[0], marked) is None
    if unknown and found[0].ent_type_ == "PERSON" and may_be_captive(verb, found[0], marked):
        return ()
    pronouns = [token for token in objects if token.lower_ in {"it", "them", "both"}]
    if not found and pronouns:
        return ground_before(verb, marked)
    return (*named_first(found, marked), *gapped(verb, marked)) if found else ()


def controlled(noun: Token) -> list[Token]:
    """ "Control of the base was handed over": the base."""
    if lemma_of(noun) not in word_set(KIND, "controls"):
        return [noun]
    return prepositional_objects(noun, "of", "over") or [noun]


def is_supply(noun: Token) -> bool:
    """ "Cut off phone and power lines", "cut supply lines": no line of a front."""
    beside = [one for child in noun.children if child.dep_ in {"compound", "nmod", "amod"} for one in child.subtree]
    return noun.low_lemma in word_set(KIND, "lines") and any(
        one.low_lemma in word_set(KIND, "supplies") for one in (*beside, *noun.conjuncts)
    )


def around_people(verb: Token, marked: MarkedReport) -> list[Token]:
    """ "Surrounded 8,000 troops in the town": the ground is where those are."""
    people = [token for token in done_to(verb) if is_armed(token, marked)]
    behind = [inner for token in (*people, verb) for inner in prepositional_objects(token, "in", "inside", "at")]
    defended = [token for token in people if lemma_of(token) in word_set(KIND, "garrisons")]
    behind = behind or [inner for token in defended for inner in prepositional_objects(token, "of")]
    return [token for token in behind if is_ground(token, marked)] if people else []


def about_half(verb: Token) -> list[Token]:
    """ "Holds about half of X": the parse takes "about" for a preposition."""
    behind = [*prepositional_objects(verb, "about", "around", "over", "under")]
    return [token for token in behind if lemma_of(token) in word_set(KIND, "part_nouns")]


def described_noun(verb: Token) -> list[Token]:
    """ "The areas its fighters have occupied": the noun that the clause describes."""
    said = described_through_saying(verb)
    if said is not None:
        return [said]
    is_open = verb.dep_ == "relcl" and not any(child.tag_ in RELATIVE for child in verb.children)
    return [verb.head] if is_open and not is_passive(verb) else []


def described_through_saying(verb: Token) -> Token | None:
    """ "X, which Uganda says its troops now hold", "the hills it says it took": what the clause around describes."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.dep_ != "relcl" or is_passive(verb):
        return None
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    subjects = [child for child in own if child.tag_ not in RELATIVE]
    asides = [child for child in above.children if child.tag_ in RELATIVE | {"WRB"}]
    lost_objects = [child for child in asides if child.tag_ == "WDT" and child.dep_ in {"dobj", "dep"}]
    return above.head if subjects and asides == lost_objects else None


def is_object_of_participle(ground: Token) -> bool:
    """ "Refused to talk about ceding land": the noun is what is ceded, no place of that name."""
    giving = [child for child in ground.children if child.dep_ == "amod" and child.tag_ == "VBG"]
    bare = ground.pos_ == "NOUN" and not any(child.dep_ in {"det", "poss"} for child in ground.children)
    return bare and any(says(child, KIND, name) for child in giving for name, _ in BY_OBJECT if name != "encircled")


def is_people(token: Token, marked: MarkedReport) -> bool:
    """ "Captured the battalion's commander", "held Ukraine responsible"; a unit's name stands for its base."""
    mark = marked.actor_mark_of(token)
    if mark is None or is_loose_name(token, marked) or named_at(token, marked) is not None:
        return False
    if lemma_of(token) == "community" and named_list(token, marked):
        return False  # "liberated the communities of X and Y"
    return mark.kind in {"person", "armed_force", "non_state", "civilians", "igo"} and not is_unit(token)


def is_unit(token: Token) -> bool:
    words = {lemma_of(token), *(lemma_of(child) for child in token.children)}
    return bool(words & word_set(KIND, "units"))


def may_be_captive(verb: Token, name: Token, marked: MarkedReport) -> bool:
    """ "Captured Ali Hassan" may be a person, "captured Tiger Hill" not."""
    if name.dep_ == "pobj" and name.head.lower_ == "of" and is_kind_of_place(name.head.head):
        return False  # "liberated the communities of Kazachya Loknya and Zamostye"
    two_words = any(child.dep_ == "compound" for child in name.children)
    if any(is_armed(token, marked) for token in prepositional_objects(verb, "from")):
        return False  # "seized Wan Pung from the council's fighters"
    if (
        lemma_of(verb) == "take"
        and name.i == name.right_edge.i
        and not prepositional_objects(verb, "from", "to", "into")
    ):
        return False  # "rebels took Tel Abyad": of a person, somewhere or with others
    return two_words and lemma_of(verb) in word_set(KIND, "of_captives") and not is_kind_of_place(name)


def ground_before(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """What "it" stands for: the ground of the last verb of taking before, in the sentence or the one before it."""
    start = max(0, verb.sent.start - BEFORE)
    for other in reversed(list(verb.doc[start : verb.i])):
        if other.pos_ == "VERB" and any(says(other, KIND, name) for name, _ in BY_OBJECT):
            objects = [token for token in done_to(other) if token.lower_ not in {"it", "them", "both"}]
            found = [token for token in unfolded(objects, marked) if is_ground(token, marked)]
            if found and found[0].i < verb.i:
                return tuple(named_first(found, marked))
        if other.pos_ == "VERB" and says(other, KIND, "withdrew"):
            steps = (other, *(child for child in other.rights if child.dep_ in {"advmod", "prt"}))
            behind = [token for step in steps for token in prepositional_objects(step, "from")]
            left = [token for token in behind if is_ground(token, marked)]
            if left and left[0].i < verb.i:
                return tuple(left[:1])
        if other.i >= verb.sent.start and says(
            other, KIND, "changed_hands"
        ):  # "X changed hands twice before they took it"
            swung = [token for token in unfolded(subjects(other), marked) if is_ground(token, marked)]
            if swung and swung[0].i < verb.i:
                return tuple(named_first(swung, marked))
    return ()
