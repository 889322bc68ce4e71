"""What persons a French noun counts: civilians or fighters, which subgroup."""

from truceline.knowledge.files import all_words
from truceline.model.claims.casualties import PersonStatus, Subgroup
from truceline.understand.languages.fr.lists import FRENCH, word_set
from truceline.understand.tokens import Token

SUBGROUPS: tuple[Subgroup, ...] = (
    "children", "women", "elderly", "journalists", "medics", "aid_workers", "peacekeepers", "police", "prisoners",
)  # fmt: skip
CIVIL = frozenset({"children", "women", "elderly", "journalists", "medics", "aid_workers"})


def singulars(word: str) -> set[str]:
    """A form as it stands, and without the ending of plural and feminine."""
    bare = word.removesuffix("s")
    return {word, bare, bare.removesuffix("e"), word.removesuffix("x"), bare.removesuffix("ne")}


def is_person(noun: Token) -> bool:
    return bool(singulars(noun.lower_) & all_words("persons", FRENCH))


def is_of(noun: Token, group: str) -> bool:
    return bool(singulars(noun.lower_) & word_set("persons", group))


def subgroups_of(noun: Token) -> tuple[Subgroup, ...]:
    return tuple(group for group in SUBGROUPS if is_of(noun, group))[:1]


def status_of(noun: Token) -> PersonStatus:
    """By the noun, or by an adjective behind it: "douze civils", "victimes civiles", "hommes armés"."""
    beside = {form for one in noun.doc.tokens[noun.i : noun.i + 3] for form in singulars(one.lower_)}
    if beside & word_set("persons", "civilian_beside") or set(subgroups_of(noun)) & CIVIL or is_of(noun, "civilian"):
        return "civilian"
    return "military" if is_of(noun, "military") or beside & word_set("persons", "military_beside") else "unknown"
