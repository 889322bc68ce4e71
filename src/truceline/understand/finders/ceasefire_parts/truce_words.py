"""The word lists of truces, ready for look-up."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from truceline.knowledge.files import words
from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.tokens import Token

STAGES: tuple[CeasefireStage, ...] = (
    "not_observed", "violated", "rejected", "extended", "expired", "collapsed", "ended", "in_force", "announced",
    "proposed", "agreed", "sought",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StageLine:
    """A verb and sets of words, one of each of which must stand beside it."""

    stage: CeasefireStage
    needs: tuple[frozenset[str], ...]


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(words("ceasefires").get(name, ()))


@cache
def stage_verbs(side: str) -> dict[str, list[StageLine]]:
    """Verb to stages, the most demanding line first. ``side``: "done" to a truce, or what it "does"."""
    found: dict[str, list[StageLine]] = {}
    for stage in STAGES:
        for line in words("ceasefires").get(f"{stage}_{side}", ()):
            lemma, needs = parted(line)
            found.setdefault(lemma, []).append(StageLine(stage, needs))
    for lines in found.values():
        lines.sort(key=lambda line: -len(line.needs))
    return found


@cache
def verb_lines(name: str) -> dict[str, list[tuple[frozenset[str], ...]]]:
    found: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for line in words("ceasefires").get(name, ()):
        lemma, needs = parted(line)
        found.setdefault(lemma, []).append(needs)
    return found


def parted(line: str) -> tuple[str, tuple[frozenset[str], ...]]:
    lemma, *needs = line.split()
    return lemma, tuple(frozenset(need.split("|")) for need in needs)


@lru_cache(maxsize=1)
def stage_nouns() -> dict[str, CeasefireStage]:
    return {noun: stage for stage in STAGES for noun in words("ceasefires").get(f"{cast(str, stage)}_nouns", ())}


def words_beside(verb: Token) -> frozenset[str]:
    """Lemmas and forms of particles, objects, complements and prepositions with their objects."""
    beside: set[str] = set()
    for child in verb.children:
        if child.dep_ in {"nsubj", "relcl", "conj", "ccomp", "parataxis", "punct", "cc", "aux"}:
            continue
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            continue  # "came into force, ending 14 months of war"
        if child.lower_ in {"according", "following"}:
            continue
        beside |= {child.low_lemma, child.lower_}
        for inner in child.children:
            if child.dep_ in {"prep", "prt", "advmod", "dobj", "attr", "acomp", "xcomp", "agent"}:
                beside |= {inner.low_lemma, inner.lower_}
                beside |= {last.lower_ for last in inner.children if inner.dep_ == "prep"}
    return frozenset(beside)


def has_lemma(token: Token, name: str) -> bool:
    return token.is_among(word_set(name))
