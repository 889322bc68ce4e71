"""Who only bears the name of somebody known: a minister of another land, a band of another war."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cache

from truceline.knowledge.names import Known, is_of_common_words, names
from truceline.model.mark import PlaceMark
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.sightings import STATES, Sighting
from truceline.understand.tokens import Doc, Token

NAMING_LANDS = STATES | {"capital", "palace"}
IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ"})
LONGEST_TITLE = 7
FIGHTING = frozenset({"MIL", "REB"})


def without_namesakes(doc: Doc, found: Sequence[Sighting], places: Iterable[PlaceMark] = ()) -> Sequence[Sighting]:
    """The sightings; of a person and of a body that lists know, those that the report's lands and titles allow."""
    lands = lands_named(found) | {place.country for place in places if place.country}
    fitting = (fitting_of(doc, whole_name(doc, one), lands) for one in found)
    left = [one for one in fitting if one is not None]
    begun = {one.first for one in left if one.first < one.last}
    return [one for one in left if one.last not in begun]  # the "Sudan" of "Sudan Liberation Army"


def lands_named(found: Sequence[Sighting]) -> set[str]:
    """By states and capitals: who bears a name does not tell of himself where he is from."""
    return {option.country for one in found for option in one.options if option.kind in NAMING_LANDS and option.country}


def fitting_of(doc: Doc, one: Sighting, lands: Set[str]) -> Sighting | None:
    kinds = {option.kind for option in one.options}
    if "person" in kinds:
        meant = {known.name for known in one.options if known.kind == "person" and is_meant(known, doc, one, lands)}
        left = tuple(known for known in one.options if known.kind != "person" or known.name in meant)
        return replace(one, options=left) if left else None
    if kinds == {"group"} and lands and all(is_of_elsewhere(known, lands) for known in one.options):
        return as_written(doc, one) if is_common_name(doc.words(one.first, one.last)) else one
    return one


def whole_name(doc: Doc, one: Sighting) -> Sighting:
    """ "Sudan Liberation Army", "Patriotic Liberation Army": no body of the shorter name."""
    before = doc.tokens[one.first - 1] if one.first else doc.tokens[0]
    if before.i >= one.first or not is_in_name(before) or not is_of_common_words(doc.words(one.first, one.last)):
        return one
    if any(option.kind != "group" for option in one.options):
        return one
    state = names().one(before.text, "country", "adjective", "demonym")
    if state is not None and any(option.country == state.country for option in one.options):
        return one
    whole, country = doc.words(before.i, one.last), state.country if state is not None else None
    return Sighting(before.i, one.last, (replace(one.options[0], name=whole, country=country),))


def is_in_name(word: Token) -> bool:
    """A capital that no sentence and no office gives it: not "When the" and not "President"."""
    return word.text.istitle() and word.pos_ in {"PROPN", "ADJ"} and not word.is_sent_start and not is_office(word)


def is_of_elsewhere(known: Known, lands: Set[str]) -> bool:
    return known.is_common and known.country is not None and known.country not in lands


def is_common_name(name: str) -> bool:
    """ "SLA", "Issa", "National Liberation Front": any land may have one."""
    return " " not in name or is_of_common_words(name)


def as_written(doc: Doc, one: Sighting) -> Sighting | None:
    """A body that no list knows here keeps its name; a first name or a people ("Oleh", "Issa") is no body."""
    text = doc.words(one.first, one.last)
    if one.first == one.last and text.istitle() and not text.endswith("s"):
        return None
    return replace(one, options=(replace(one.options[0], name=text, country=None),))


def is_meant(known: Known, doc: Doc, one: Sighting, lands: Set[str]) -> bool:
    """ "Defence Minister Pedro Sanchez" in a report on Colombia is no prime minister of Spain."""
    title = title_of(doc, one)
    if not title:
        return not is_of_age(doc, one)
    if any(word.low_lemma in actor_words("plain_persons") for word in title):
        return False
    return known.country is None or known.country in lands or is_title_of(title, known)


def is_of_age(doc: Doc, one: Sighting) -> bool:
    """ "Ahmed Ali, 43, said": nobody writes so of a minister."""
    after = doc.tokens[one.last + 1 : one.last + 4]
    return len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isdigit()


def title_of(doc: Doc, one: Sighting) -> list[Token]:
    """The words before the name or behind it that tell what he is; none where it is only a name."""
    head = doc.tokens[one.last]
    before = words_before(doc, one.first)
    if any(is_office(word) for word in before):
        return before
    if head.dep_ == "appos" and is_office(head.head):
        return [word for word in head.head.subtree if word.i <= head.head.i or word.i < one.first]
    apposed = (child for child in head.children if child.dep_ == "appos" and is_office(child))
    return next((list(child.subtree)[:LONGEST_TITLE] for child in apposed), [])


def words_before(doc: Doc, first: int) -> list[Token]:
    """Nouns and adjectives that touch the name: "the deputy foreign minister"."""
    found: list[Token] = []
    for word in reversed(doc.tokens[max(0, first - LONGEST_TITLE) : first]):
        if word.pos_ not in IN_TITLES and word.text not in {"-", "and", "of", "."}:
            break
        found.insert(0, word)
    return found


def is_office(word: Token) -> bool:
    role = roles().get(word.low_lemma)
    return role is not None and role.is_person


def is_title_of(title: Sequence[Token], known: Known) -> bool:
    """No word of the title tells of another office: "President" and "the former president", not "health minister"."""
    held = {office_word(word) for word in (known.role or "").lower().replace("-", " ").split()}
    said = {office_word(word.low_lemma) for word in title} & words_of_office(in_uniform=known.sector in FIGHTING)
    return said <= held or not held


@cache
def words_of_office(*, in_uniform: bool) -> frozenset[str]:
    """What tells one office from another; whoever commands is called by many ranks."""
    office = actor_words("portfolios") | actor_words("state_offices")
    return frozenset(map(office_word, office if in_uniform else office | actor_words("military_persons")))


def office_word(word: str) -> str:
    """ "The defense chief", "the premier": one word an office."""
    return next((same.split()[0] for same in actor_words("one_office") if word in same.split()), word)
