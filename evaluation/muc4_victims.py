"""Whom our claims say was hit, as answers to the keys of MUC-4: how many, with what effect, in whose words.

The keys count each named person alone, also one of several whom a figure counts ("two reporters, X and Y").
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from evaluation.muc4_keys import Answer
from truceline.knowledge.files import all_words, words
from truceline.model.actor import Actor
from truceline.model.claims import Casualties, Event
from truceline.model.report import Report

HARMS = frozenset({"killed", "injured", "missing", "captured"})
HURT = frozenset({"killed", "injured"})
WORD = re.compile(r"[A-Z]+")
NAME = r"(?:[a-z]+\s+){0,3}(?:[A-Z][\w'.-]+\s+)*[A-Z][\w'-]+(?:\s+(?:de|del|la|y)\s+[A-Z][\w'-]+)*"
NAMES = re.compile(rf"[^.,;:]{{0,60}}?[,:(]\s*{NAME}((?:,\s*{NAME})*),?\s+and\s+{NAME}")
BESIDE = 8  # words
COMMON = (
    "the and was were has have had been who for from with that this killed died dead death deaths kill killing wounded"
    " also seriously recently injured murder murdered assassination assassinated kidnapped kidnapping people persons"
    " one two other others"
)
PLAIN = frozenset(COMMON.upper().split())  # too common to tell whether the same victims are meant


def victims(
    hit: Sequence[Casualties], report: Report, values_of: Callable[[Casualties, Report], list[str]]
) -> tuple[Answer, ...]:
    return once(answer(value, claim, report, hit) for claim in hit for value in values_of(claim, report))


def numbers_of(claim: Casualties, report: Report) -> list[str]:
    """The figure; "PLURAL" of people told without one; none of nobody."""
    if claim.harm not in HARMS or claim.value == 0:
        return []
    named = count_named(claim, report)
    if named:
        return ["1"] * named
    figure = claim.value if claim.value is not None else claim.low
    if claim.missing.get("value") == "vague_quantity":
        figure = None
    return [str(figure) if figure is not None else "PLURAL"]


def effects_of(claim: Casualties, report: Report) -> list[str]:
    if claim.value == 0:
        return ["unhurt"]
    return [claim.harm] * (count_named(claim, report) or 1) if claim.harm in HURT else []


def count_named(claim: Casualties, report: Report) -> int:
    """How many of them have a name: all whom the claim is about by name, or as many as its figure names behind it."""
    if is_by_name(claim):
        return claim.value or 1
    listed = NAMES.match(report.text, claim.evidence.end) if (claim.value or 0) > 1 else None
    count = 2 + listed.group(1).count(",") if listed is not None else 0
    return count if count == claim.value else 0


def is_by_name(claim: Casualties) -> bool:
    return claim.found_by.rule.startswith("named-")


def answer(value: str, claim: Casualties, report: Report, hit: Iterable[Casualties]) -> Answer:
    """The words just before and behind count as well: the name often stands apart from the figure."""
    evidence = claim.evidence
    before, behind = WORD.findall(report.text[: evidence.start].upper()), report.text[evidence.end :]
    near = [*before[-BESIDE:], *WORD.findall(evidence.exact.upper()), *WORD.findall(behind.upper())[:BESIDE]]
    told = name_of(claim) or frozenset(WORD.findall(evidence.exact.upper())) - words_within(claim, hit)
    return Answer(value, frozenset(near) | name_of(claim), told - PLAIN, evidence.sentence)


def name_of(claim: Casualties) -> frozenset[str]:
    """The words for one who is named: the evidence may begin with the surname."""
    owner = claim.losses_of
    if not is_by_name(claim) or claim.value != 1 or not isinstance(owner, Actor) or owner.kind != "person":
        return frozenset()
    return frozenset(WORD.findall((owner.entity_text or "").upper()))


def words_within(claim: Casualties, hit: Iterable[Casualties]) -> frozenset[str]:
    """ "The murders of X and Y" tells of Y where another claim tells of "the murders of X"."""
    start, end = claim.evidence.start, claim.evidence.end
    inner = (one.evidence for one in hit if start <= one.evidence.start and one.evidence.end <= end)
    return frozenset(
        word for one in inner if one.end - one.start < end - start for word in WORD.findall(one.exact.upper())
    )


def once(answers: Iterator[Answer]) -> tuple[Answer, ...]:
    """What two sentences say about the same people is one answer."""
    kept: list[Answer] = []
    for one in answers:
        if not any(says_same(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def says_same(one: Answer, other: Answer) -> bool:
    """All words of the shorter are in the longer: "Galan" is "Senator Galan", "Pardo Leal" is not "Pardo Buelvas"."""
    if one.value != other.value or one.sentence == other.sentence:
        return False
    shorter, longer = sorted(({word for word in told if len(word) > 2} for told in (one.told, other.told)), key=len)
    return bool(shorter) and shorter <= longer


def attacked(events: Iterable[Event], counted: Iterable[Answer]) -> Iterator[Answer]:
    """Persons whom a deed or a threat was aimed at: the keys count them though nothing is told of any harm."""
    told = {word for one in counted for word in one.told}
    for event in events:
        for actor in event.recipient:
            text = (actor.entity_text or "").lower()
            named = frozenset(WORD.findall(text.upper())) - PLAIN
            sure = actor.kind == "person" or event.event == "THREATEN" or count_in(text) is not None
            if sure and not told & named and (actor.kind == "person" or is_of_persons(text)):
                told |= named
                value = count_in(text) or ("PLURAL" if is_plural(text) else "1")
                yield Answer(value, named, named, event.evidence.sentence)


def count_in(text: str) -> str | None:
    """The figure before a noun: "about 60 demonstrators", "two investigators"."""
    figures = (word.replace(",", "") if word[0].isdigit() else figures_in_words().get(word) for word in text.split())
    return next((figure for figure in figures if figure is not None and figure.isdigit()), None)


@lru_cache(maxsize=1)
def figures_in_words() -> dict[str, str]:
    return {word: value for value, forms in words("numbers").items() if value.isdigit() for word in forms}


def head_of(text: str) -> str:
    """The noun of "two leaders of the party": the last word before what is said of it."""
    return (re.split(r" (?:of|who|in|at) |,", text)[0].split() or [""])[-1]


def is_plural(text: str) -> bool:
    noun = head_of(text)
    return (
        noun in {"people", "children"}
        or noun.endswith("men")
        or noun.removesuffix("s") in all_words("persons") - {noun}
    )


def is_of_persons(text: str) -> bool:
    return head_of(text) in all_words("persons") or is_plural(text)
