"""Turns of speech about truces: "poured cold water on the ceasefire plan", "shook hands on a truce"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from truceline.knowledge.files import words
from truceline.understand.finders.ceasefire_parts.governors import Told, Verdict, is_condition, settled
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.truce_words import (
    STAGES,
    StageLine,
    has_lemma,
    parted,
    word_set,
    words_beside,
)
from truceline.understand.grammar import auxiliaries, subjects, words_after
from truceline.understand.tokens import Token

STEPS = 5  # from the truce up to the verb


def idioms_of(mention: TruceMention) -> Told | None:
    """The nearest verb above the truce that makes a turn of speech with it."""
    for verb in list(mention.head.ancestors)[:STEPS]:
        if verb.pos_ not in {"VERB", "AUX"} or is_parted(verb, mention) or is_of_joined_verb(verb, mention):
            continue
        told = told_by(verb, mention)
        if told is not None:
            return told
    return None


def is_parted(verb: Token, mention: TruceMention) -> bool:
    """A semicolon stands between: "the truce was agreed at the end of the week; it was put off"."""
    return any(word.text == ";" for word in verb.doc[mention.head.i : verb.i])


def told_by(verb: Token, mention: TruceMention) -> Told | None:
    line = next(lines_met(verb, mention), None)
    if line is None or is_condition(verb) or is_beside(mention):
        return None
    if line.stage == "ended" and (is_of_talk(mention) or is_of_other_verb(verb, mention)):
        return None  # "walked away from the talks on a truce"
    denying = any(word_set("negations") & need for need in line.needs)
    if denying and not auxiliaries(verb) & {"may", "might", "could"}:
        return Verdict(line.stage, verb), verb, f"idiom-{line.stage}"
    verdict = settled(verb, line.stage)
    return (verdict, verb, f"idiom-{verdict.stage}") if verdict is not None else None


def is_of_joined_verb(verb: Token, mention: TruceMention) -> bool:
    """ "Shook hands on March 18 and called for a ceasefire": the truce is what they called for."""
    between = takewhile(lambda up: up != verb, mention.head.ancestors)
    return any(up.dep_ == "conj" and up.head == verb and up.pos_ == "VERB" for up in between)


def is_of_other_verb(verb: Token, mention: TruceMention) -> bool:
    """ "Walked out of the round, alleging breaches of the truce"."""
    between = takewhile(lambda up: up != verb, mention.head.ancestors)
    return any(up.tag_ == "VBG" for up in between)


def is_beside(mention: TruceMention) -> bool:
    """ "pulled out of the city under a truce": not out of the truce; nor "talk of a truce has done nothing"."""
    if is_only_talked_of(mention):
        return True
    return mention.head.dep_ == "pobj" and mention.head.head.lower_ in {"under", "during", "amid", "before", "after"}


def is_only_talked_of(mention: TruceMention) -> bool:
    """ "Talk of a truce has done nothing": what the talk did."""
    noun = mention.head.head.head
    about = mention.head.head.lower_ in {"about", "on"}
    return is_of_talk(mention) and (noun.dep_ == "nsubj" or (noun.dep_ == "attr" and about))


def is_of_talk(mention: TruceMention) -> bool:
    """ "Talk of a truce"."""
    return mention.head.dep_ == "pobj" and has_lemma(mention.head.head.head, "idle_nouns")


def lines_met(verb: Token, mention: TruceMention) -> Iterator[StageLine]:
    beside = words_beside(verb) | words_between(verb, mention)
    for line in idiom_lines().get(verb.low_lemma, []):
        asking = verb.lemma_ == "call" and "for" in beside  # "called for a halt to the fighting"
        itself = line.stage == "extended" and mention.head in subjects(verb)  # "the truce bought them a week of calm"
        if all(need & beside for need in line.needs) and answers_at_once(verb, line) and not (asking or itself):
            yield line


def answers_at_once(verb: Token, line: StageLine) -> bool:
    """ "said no to", not "said there was no"."""
    if verb.lemma_ == "bind":
        return "auxpass" in verb.child_deps  # "announced that it was no longer bound by the truce"
    if verb.low_lemma not in {"say", "answer"}:
        return True
    after = {word.lower_ for word in words_after(verb.doc, verb.i + 1, 2)}
    return any(after & need for need in line.needs if need & {"no", "yes"})


def words_between(verb: Token, mention: TruceMention) -> frozenset[str]:
    """The words from the one to the other; of a truce before its verb those right behind the verb."""
    first, last = sorted((verb.i, mention.head.i))
    inside = [*verb.doc[first:last], *verb.children]
    if mention.head.i < verb.i:
        inside += words_after(verb.doc, verb.i + 1, 6)
    return frozenset(form for token in inside for form in (token.lower_, token.low_lemma))


@lru_cache(maxsize=1)
def idiom_lines() -> dict[str, list[StageLine]]:
    """Verb to lines, the most demanding first; "put|lay table" is a line for each verb."""
    found: dict[str, list[StageLine]] = {}
    for stage in STAGES:
        for line in words("ceasefires").get(f"{stage}_idioms", ()):
            lemmas, needs = parted(line)
            for lemma in lemmas.split("|"):
                found.setdefault(lemma, []).append(StageLine(stage, needs))
    for lines in found.values():
        lines.sort(key=lambda line: -len(line.needs))
    return found
