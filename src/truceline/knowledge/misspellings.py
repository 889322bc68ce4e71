"""Names written a letter or two otherwise: "Zelensky" for Zelenskyy, "Al-Shabab" for Al-Shabaab."""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from truceline.knowledge.names import Known, NameKind, names

SHORTEST = 8  # letters: shorter names differ by a letter and are two names
MOST_EDITS = 2
WRITTEN_ALIKE = str.maketrans({"w": "v", "y": "", "h": "", "q": "k", "c": "k", "j": "g", "z": "s"})


@lru_cache(maxsize=20_000)
def similar(name: str, *kinds: NameKind) -> Known | None:
    """What a name of the same consonants and two letters' difference at most stands for; null where two would do."""
    if len(name) < SHORTEST:
        return None
    near = [
        known
        for written, entries in alike(name)
        if Levenshtein.distance(plain(written), plain(name), score_cutoff=MOST_EDITS) <= MOST_EDITS
        for known in entries
        if known.kind in kinds
    ]
    own = [known for known in near if plain(known.name) in {plain(written) for written, _ in alike(name)}]
    left = own or near
    return left[0] if len({known.name for known in left}) == 1 else None


def alike(name: str) -> list[tuple[str, list[Known]]]:
    return by_skeleton().get(skeleton(name), [])


@lru_cache(maxsize=1)
def by_skeleton() -> dict[str, list[tuple[str, list[Known]]]]:
    """Persons of two names and more, and groups, by what is left of their names without vowels."""
    found: dict[str, list[tuple[str, list[Known]]]] = defaultdict(list)
    for name, entries in names().by_name.items():
        if len(name) >= SHORTEST and any(known.kind in {"person", "group"} for known in entries):
            found[skeleton(name)].append((name, entries))
    return found


def skeleton(name: str) -> str:
    """The first letter and the consonants after it, doubled ones once."""
    bare = plain(name)
    rest = re.sub("[aeiou ]", "", bare[1:].translate(WRITTEN_ALIKE))
    return bare[:1] + re.sub(r"(.)\1+", r"\1", rest)


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"[^a-z ]", " ", letters).split())
