"""PLOVER's modes and contexts, from the words of the clause and of the sentence."""

from functools import lru_cache

from truceline.knowledge.files import words

MOST_CONTEXTS = 3


@lru_cache(maxsize=16)
def modes_of(event: str) -> tuple[tuple[str, frozenset[str]], ...]:
    own = words(f"events/{event.lower()}").items()
    return tuple((name.removeprefix("mode_"), frozenset(list_)) for name, list_ in own if name.startswith("mode_"))


@lru_cache(maxsize=1)
def contexts() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (name.removeprefix("context_"), frozenset(list_))
        for name, list_ in words("events").items()
        if name.startswith("context_")
    )


def mode_of(event: str, lemmas: set[str]) -> str | None:
    """The first mode, in the order of the word file, that a word of the clause names; "hand <people>" needs both."""
    named = without_arson(lemmas)
    return next(
        (mode for mode, names in modes_of(event) if any(named.issuperset(name.split()) for name in names)), None
    )


def without_arson(lemmas: set[str]) -> set[str]:
    """ "Set fire to the village", "put it to the torch": burnt, not fired at."""
    arson = bool(lemmas & {"set", "catch", "start"}) and "fire" in lemmas
    return lemmas - {"fire"} | {"burn"} if arson else lemmas


def contexts_of(lemmas: set[str]) -> tuple[str, ...]:
    """The contexts with most words in the sentence."""
    counts = [(len(names & lemmas), name) for name, names in contexts()]
    best = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])
    return tuple(name for _, name in best[:MOST_CONTEXTS])
