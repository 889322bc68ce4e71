"""Which names stand for one actor, though one table says "Military Forces of Sudan (2019-)" and the other otherwise."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from truceline.knowledge.codes import codes_of
from truceline.knowledge.names import Known, names

ALIKE = 80  # rapidfuzz token-set ratio, of 100, above which two names are taken for one
BRACKETS = re.compile(r"\s*\([^)]*\)")
# Words that make a country's name in an actor's name the state itself. "forces" alone is none: rebels have forces.
STATE = re.compile(
    r"\b(?:government|military|armed forces|army|air force|navy|police|ministry|defen[cs]e forces?|soldiers|troops)\b"
)
STATE_OF = "the state of "
LONGEST = 4  # words in a country's name that is looked for


def same_actor(one: str, other: str) -> str | None:
    """What the two have in common, in words: a name, or the state they belong to; null where they have nothing."""
    if is_civilian(one) or is_civilian(other):
        return "civilians" if is_civilian(one) and is_civilian(other) else None
    ours, theirs = known_as(one), known_as(other)
    shared = ours & theirs
    if shared:
        return in_words(min(shared, key=lambda key: (key.startswith(STATE_OF), key)))
    if ours and theirs:
        return None  # both are known, as two actors, however alike their names
    return one if fuzz.token_set_ratio(bare(one), bare(other)) >= ALIKE else None


def in_words(key: str) -> str:
    country = codes_of(key.removeprefix(STATE_OF)) if key.startswith(STATE_OF) else None
    return f"{STATE_OF}{country.name}" if country else key


def is_civilian(name: str) -> bool:
    return name.lower().startswith("civilian")


@lru_cache(maxsize=4096)
def known_as(name: str) -> frozenset[str]:
    """Every known actor that the name may stand for, and the state whose forces or government it is."""
    pieces = list(pieces_of(name))
    known = [entry for piece in pieces for entry in names().get(piece)]
    groups = [entry for entry in known if entry.kind == "group"]
    found = {entry.name for entry in groups}
    if not any(entry.actor_kind == "non_state" for entry in groups):
        found |= {f"{STATE_OF}{iso3}" for iso3 in states_in(pieces, known)}
    return frozenset(found)


def states_in(pieces: Sequence[str], known: Sequence[Known]) -> Iterator[str]:
    yield from (entry.country for entry in known if entry.country and entry.kind in {"group", "country"})
    for piece in pieces:
        if STATE.search(piece.lower()):
            yield from countries_in(piece)


def countries_in(piece: str) -> Iterator[str]:
    words = piece.split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            entry = names().one(" ".join(words[start:end]), "country", "adjective", "demonym")
            if entry and entry.country:
                yield entry.country


def pieces_of(name: str) -> Iterator[str]:
    """The name without brackets, and what stands before and after a colon: ACLED writes "RSF: Rapid Support Forces"."""
    whole = bare(name, lower=False)
    yield whole
    if ":" in whole:
        yield from (part.strip() for part in whole.split(":") if part.strip())


def bare(name: str, *, lower: bool = True) -> str:
    kept = BRACKETS.sub("", name).strip().removeprefix("the ").removeprefix("The ")
    return kept.lower() if lower else kept
