"""One office under its several names: "the army" and "the Armed forces of X", "the health ministry of X"."""

from functools import lru_cache

from truceline.knowledge.files import words
from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.reconcile.likeness import actor_key
from truceline.reconcile.wording import words_in

LINKS = frozenset({"of", "the", "and", "for", "s", "its", "their"})


def office_key(actor: Actor) -> str:
    """Equal for the same army, ministry or government however it is written; without the country, which the war tells.

    An actor with a name of its own keeps that name.
    """
    if actor.kind not in {"armed_force", "government"} or actor.resolution == "author":
        return actor_key(actor)
    country = set(words_in(country_name(actor.country))) if actor.country else set()
    said = [word for word in words_in(actor.entity_name or actor.entity_text or "") if word not in LINKS | country]
    if said and set(said) <= army_words():
        return "armed forces"
    if not set(said) & office_words():
        return actor_key(actor)
    return " ".join(sorted(set(said) - {"government"} or said))


def body_key(actor: Actor) -> str:
    """The office; of a body with a name its kind alone, since "the Observatory" is its whole name again."""
    if actor.kind in {"armed_force", "government", "state", "person"} or actor.resolution == "author":
        return office_key(actor)
    return next((word for word in words_in(actor.entity_name or "") if word in organisation_words()), office_key(actor))


def is_one_office(first: Actor, second: Actor) -> bool:
    """Of one key; a single word is short for the longer name of one."""
    one, other = office_key(first), office_key(second)
    return one == other or (1 in {len(one.split()), len(other.split())} and body_key(first) == body_key(second))


@lru_cache(maxsize=1)
def army_words() -> frozenset[str]:
    return frozenset(word for name in words("actors")["military_groups"] for word in name.split()) | {"armed", "forces"}


@lru_cache(maxsize=1)
def office_words() -> frozenset[str]:
    return frozenset({"ministry", "department", "office", "government", "authorities", "presidency", "cabinet"})


def own_words(group: str) -> frozenset[str]:
    """Of an armed group's name, those that no other group bears: "kachin" of the Kachin Independence Army."""
    return frozenset(words_in(group)) - LINKS - army_words() - organisation_words()


@lru_cache(maxsize=1)
def organisation_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("actors")["organisation_words"])
