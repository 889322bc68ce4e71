"""The word files of the event classes, read into triggers: verbs with what must stand beside them, and nouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import get_args

from truceline.knowledge.files import words
from truceline.model.claims.events import PloverEvent

CLASSES: tuple[PloverEvent, ...] = get_args(PloverEvent)
REFERENCE, SUBJECT, NOT_BESIDE = "$", "^", "!"
PLAIN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """A verb lemma and sets of words, one of each of which must stand beside it; none of ``without`` may."""

    event: PloverEvent
    lemma: str
    needs: tuple[frozenset[str], ...]
    without: frozenset[str]
    plain_needs: tuple[frozenset[str], ...]
    """Those that name words alone, as they stand in a sentence or in their base form; no sort of thing, no particle."""

    @property
    def width(self) -> int:
        """How many words would do: the narrower trigger says more."""
        return sum(len(need) for need in self.needs)


def class_words(event: PloverEvent) -> dict[str, tuple[str, ...]]:
    return words(f"events/{event.lower()}")


def triggers_in(lemma: str, forms: frozenset[str]) -> tuple[VerbTrigger, ...]:
    """Those of a verb whose words a sentence with these ``forms`` holds, wherever they stand."""
    asked = asked_for().get(lemma)
    return triggers_with(lemma, asked & forms) if asked is not None else ()


@lru_cache(maxsize=20_000)
def triggers_with(lemma: str, held: frozenset[str]) -> tuple[VerbTrigger, ...]:
    return tuple(
        trigger for trigger in verb_triggers()[lemma] if all(not need.isdisjoint(held) for need in trigger.plain_needs)
    )


@lru_cache(maxsize=1)
def asked_for() -> dict[str, frozenset[str]]:
    """Lemma to all words that its triggers ask for."""
    return {
        lemma: frozenset(word for trigger in triggers for need in trigger.plain_needs for word in need)
        for lemma, triggers in verb_triggers().items()
    }


@lru_cache(maxsize=1)
def verb_triggers() -> dict[str, list[VerbTrigger]]:
    """Lemma to its triggers."""
    found: dict[str, list[VerbTrigger]] = {}
    for event in CLASSES:
        for line in class_words(event)["verbs"]:
            for trigger in triggers_of(event, line):
                found.setdefault(trigger.lemma, []).append(trigger)
    return found


def triggers_of(event: PloverEvent, line: str) -> Iterator[VerbTrigger]:
    """One line of a class's ``verbs``, a trigger for each of its lemmas."""
    asked, _, barred = line.partition(f" {NOT_BESIDE}")
    lemmas, *needs = asked.split()
    sets = tuple(frozenset(expanded(event, need)) for need in needs)
    plain = tuple(words for words in sets if all(PLAIN.fullmatch(word) for word in words))
    for lemma in lemmas.split("|"):
        for spelling in spellings(lemma):
            yield VerbTrigger(event, spelling, sets, frozenset(expanded(event, barred)), plain)


def spellings(lemma: str) -> set[str]:
    return {lemma, lemma.removesuffix("ise") + "ize"} if lemma.endswith("ise") else {lemma}


def expanded(event: PloverEvent, need: str) -> Iterator[str]:
    """The words of one set, with the lists that it names."""
    for word in need.split("|"):
        name = word.removeprefix(SUBJECT)
        if name.startswith(REFERENCE):
            mark = SUBJECT if word.startswith(SUBJECT) else ""
            yield from (mark + listed for listed in named_list(event, name.removeprefix(REFERENCE)))
        elif word:
            yield word


def named_list(event: PloverEvent, name: str) -> tuple[str, ...]:
    own = class_words(event)
    return own[name] if name in own else words("events")[f"list_{name}"]


@lru_cache(maxsize=1)
def noun_triggers() -> dict[str, PloverEvent]:
    """Lemma to class."""
    return {noun: event for event in CLASSES for noun in class_words(event).get("nouns", ())}


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(words("events").get(name, ()))
