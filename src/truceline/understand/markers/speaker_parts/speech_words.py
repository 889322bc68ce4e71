"""The words of speech.yaml, ready to look up."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from truceline.knowledge.files import words
from truceline.model.claims.statements import StatementFunction

FUNCTION_LISTS = ("denial", "accusation", "promise", "demand", "intention", "claim")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """``lists``: list name to lemmas. ``prepositions``: verb to what may follow it. ``functions``: word to function."""

    lists: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    functions: dict[str, StatementFunction]
    noun_complements: dict[str, frozenset[str]]
    according: tuple[tuple[str, ...], ...]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    particles: dict[tuple[str, str], frozenset[str]]

    def holds(self, name: str, word: str) -> bool:
        return word in self.lists[name]

    def is_cue_verb(self, lemma: str) -> bool:
        return lemma in self.lists["cue_verbs"]


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    raw = words("speech")
    lists = {name: frozenset(entries) for name, entries in raw.items()}
    prepositions = prepositions_by_verb(raw["takes_preposition"])
    lists["cue_verbs"] = lists["says"] | lists["takes_clause"] | lists["takes_aim"] | lists["takes_object"]
    lists["cue_verbs"] |= (
        lists["counts"]
        | lists["makes_clear"]
        | lists["waved_away"]
        | lists["unsourced_participles"]
        | lists["unsourced_verbs"]
        | frozenset(prepositions)
    )
    lists["cue_verbs"] |= frozenset(prepositions)
    functions = {word: cast(StatementFunction, name) for name in reversed(FUNCTION_LISTS) for word in raw[name]}
    phrases: defaultdict[str, tuple[tuple[str, ...], ...]] = defaultdict(tuple)
    for first, *rest in (phrase.split() for phrase in raw["saying_phrases"]):
        phrases[first] += (tuple(rest),)
    lists["cue_verbs"] |= frozenset(phrases)
    according = tuple(tuple(phrase.split()) for phrase in raw["according_phrases"])
    return SpeechWords(
        lists, prepositions, functions, prepositions_by_verb(raw["noun_cues"]), according, dict(phrases),
        particles_of(raw["takes_preposition"]),
    )  # fmt: skip


def prepositions_by_verb(phrases: tuple[str, ...]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        verb, _, preposition = phrase.partition(" ")
        found[verb].add(preposition.split()[-1] if preposition else "")
    return {verb: frozenset(prepositions) for verb, prepositions in found.items()}


def particles_of(phrases: tuple[str, ...]) -> dict[tuple[str, str], frozenset[str]]:
    """Verb and preposition to the words of which one must stand between them; without those that need none."""
    split = [phrase.split() for phrase in phrases]
    bare = {(words_[0], words_[1]) for words_ in split if len(words_) == 2}
    pairs = {(words_[0], words_[-1]) for words_ in split if len(words_) > 2} - bare
    return {
        pair: frozenset(word for words_ in split if (words_[0], words_[-1]) == pair for word in words_[1:-1])
        for pair in pairs
    }
