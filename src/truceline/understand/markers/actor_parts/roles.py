"""What a noun makes of whoever it names: kind and sector, from the word lists."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from truceline.knowledge.files import words
from truceline.model.actor import ActorKind, Sector
from truceline.understand.tokens import Token

WEAPON_TYPE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,3}s?")


@dataclass(frozen=True, slots=True)
class Role:
    """``is_person``: the noun names one person (or several); else a body."""

    kind: ActorKind
    sector: Sector | None
    is_person: bool


LISTS: tuple[tuple[str, Role], ...] = (
    ("police_groups", Role("armed_force", "COP", False)),
    ("legislative_groups", Role("government", "LEG", False)),
    ("judicial_groups", Role("government", "JUD", False)),
    ("intelligence_groups", Role("government", "SPY", False)),
    ("news_agencies", Role("media", "JRN", False)),
    ("legislative_persons", Role("person", "LEG", True)),
    ("judicial_persons", Role("person", "JUD", True)),
    ("religious_persons", Role("person", "REL", True)),
    ("medical_persons", Role("person", "MED", True)),
    ("news_persons", Role("person", "JRN", True)),
    ("government_persons", Role("person", "GOV", True)),
    ("military_persons", Role("person", "MIL", True)),
    ("other_persons", Role("person", "CVL", True)),
    ("military_groups", Role("armed_force", "MIL", False)),
    ("rebel_groups", Role("non_state", "REB", False)),
    ("government_groups", Role("government", "GOV", False)),
    ("media_groups", Role("media", "JRN", False)),
    ("ngo_groups", Role("ngo", "NGO", False)),
    ("civil_groups", Role("unspecified", None, False)),
)


@lru_cache(maxsize=1)
def roles() -> dict[str, Role]:
    """Lemma to role; the first list that holds a word decides."""
    found: dict[str, Role] = {}
    for name, role in LISTS:
        for word in words("actors")[name]:
            found.setdefault(word, role)
    return found


@cache
def actor_words(name: str) -> frozenset[str]:
    return frozenset(words("actors")[name])


def kind_of(lemma: str, role: Role) -> tuple[ActorKind, Sector | None]:
    if lemma == "refugee":
        return "civilians", "REF"
    if lemma in actor_words("civilians"):
        return "civilians", "CVL"
    return role.kind, role.sector


def is_weapon_type(token: Token) -> bool:
    """ "F-16s", "MiG-29", "T-72": weapons by their type."""
    return token.pos_ in {"PROPN", "NOUN", "NUM"} and WEAPON_TYPE.fullmatch(token.text) is not None
