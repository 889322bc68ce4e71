"""PLOVER's modes and contexts, from the words of the clause and of the sentence."""

from functools import cache, lru_cache

from truceline.knowledge.files import words

MOST_CONTEXTS = 3


@cache
def modes_of(event: str) -> tuple[tuple[str, frozenset[str], tuple[frozenset[str], ...]], ...]:
    """Of each mode the words that name it, and the pairs of words that do so together."""
    own = words(f"events/{event.lower()}").items()
    listed = ((name.removeprefix("mode_"), list_) for name, list_ in own if name.startswith("mode_"))
    return tuple(
        (
            mode,
            frozenset([name for name in list_ if " " not in name]),
            tuple([frozenset(name.split()) for name in list_ if " " in name]),
        )
        for mode, list_ in listed
    )


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
    for mode, alone, together in modes_of(event):
        if not alone.isdisjoint(named) or any(named.issuperset(names) for names in together):
            return mode
    return None


def without_arson(lemmas: set[str]) -> set[str]:
    """ "Set fire to the village", "put it to the torch": burnt, not fired at."""
    arson = bool(lemmas & {"set", "catch", "start"}) and "fire" in lemmas
    return lemmas - {"fire"} | {"burn"} if arson else lemmas


def contexts_of(lemmas: set[str]) -> tuple[str, ...]:
    """The contexts with most words in the sentence."""
    counts = [(len(names & lemmas), name) for name, names in contexts()]
    best = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])
    return tuple(name for _, name in best[:MOST_CONTEXTS])
