"""Persons of a name who were killed, hurt or taken: told by a verb, a relative clause, a noun or a list of names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_done,
    harm_of_subject,
    state_harms,
    verbs,
    word_set,
)
from truceline.understand.finders.casualty_parts.named_rows import first_behind, row_before, row_behind
from truceline.understand.finders.casualty_parts.names import names_at
from truceline.understand.grammar import is_negated, is_passive, subjects, with_conjuncts, words_after
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

DEEDS: tuple[Harm, ...] = ("killed", "injured", "captured")
LATER = frozenset({"after", "since", "following"})  # "vowed revenge after the killing of X"
REACH = 10  # words
BODIES = frozenset({"body", "corpse"})
UNREAL = frozenset({"hypothetical", "future", "negation"})


@dataclass(frozen=True, slots=True)
class Named:
    """``whom`` is the victim's name, ``teller`` the verb or noun that tells the harm. ``taken_for_granted``: whatever
    becomes of the murder ("denied", "demanded an inquiry into"), the victim is dead.
    """

    whom: Token
    teller: Token
    harm: Harm
    rule: str
    taken_for_granted: bool = False


def named_victims(sentence: MarkedSentence, marked: MarkedReport, counted: Sequence[Counted]) -> Iterator[Named]:
    """Each name once for each harm; without those whom a figure counts."""
    if not sentence.span.forms & deadly_words():
        return
    seen: set[tuple[int, Harm]] = set()
    tellers = {found.teller.i for found in counted}
    of_many = {found.teller.i for found in counted if found.mark.value != 1}
    for word in sentence.span:
        for named in told_by(word, marked, in_row=word.i not in of_many):
            told = named.whom.i, named.harm
            if word.i in tellers and is_counted(named.whom, counted):
                continue
            if told not in seen and (named.taken_for_granted or is_real(word, marked)):
                seen.add(told)
                yield named


def is_counted(name: Token, counted: Sequence[Counted]) -> bool:
    """ "Two reporters, X and Y, were killed" counts both, "a priest, X" too; "X and seven others" does not count X."""
    units = {found.unit.i for found in counted}
    beside = [child.i for child in name.children if child.dep_ == "appos" and not is_other(child)]
    return bool(units & {name.i, *beside, *(up.i for up in name.ancestors)})


def is_other(noun: Token) -> bool:
    """ "X, five other priests, and two women"."""
    return any(child.lower_ == "other" for child in noun.children)


def told_by(word: Token, marked: MarkedReport, *, in_row: bool) -> Iterator[Named]:
    if word.dep_ == "amod":
        yield from by_participle(word, marked)
    elif word.pos_ == "VERB":
        yield from by_verb(word, marked, in_row=in_row)
    else:
        yield from by_noun(word, marked)


def is_real(word: Token, marked: MarkedReport) -> bool:
    modality = marked.modality_at(word.idx)
    return modality is None or modality.aux_mode not in UNREAL


@lru_cache(maxsize=1)
def deadly_words() -> frozenset[str]:
    """Without one of these nobody is harmed by name."""
    deeds = frozenset(word for harm in DEEDS for word in word_set(f"{harm}_deeds"))
    return deeds | word_set("killers") | frozenset(verbs("acting")) | word_set("deadly")


def by_verb(verb: Token, marked: MarkedReport, *, in_row: bool) -> Iterator[Named]:
    """``in_row``: also those whom the order of words alone puts on the list; not where a figure counts them."""
    dying = died_by_violence(verb)
    harm = "killed" if dying or is_found_dead(verb) else harm_done(verb)
    if harm not in DEEDS or is_negated(verb):
        return
    if harm == "captured" and not is_of_a_person(verb):
        return  # a name that is "captured" may be a town's
    if verb.low_lemma in word_set("hurt_otherwise") and not is_violent(verb):
        return  # "was hurt by going personal", "is being treated for exhaustion"
    names = [name for token in suffering(verb, dying=dying) for name in names_at(token, marked)]
    if in_row:
        names += row_before(verb, marked) if is_passive(verb) else row_behind(verb, marked) if names else []
    for name in sorted(dict.fromkeys(names), key=attrgetter("i")):
        yield Named(name, verb, harm, "named-person")


def is_of_a_person(verb: Token) -> bool:
    """Kidnapped, or held hostage."""
    near = (one for child in verb.children for one in (child, *child.children))
    return verb.low_lemma in word_set("person_taking") or any(one.low_lemma in word_set("taken_as") for one in near)


def suffering(verb: Token, *, dying: bool) -> list[Token]:
    if is_passive(verb) or dying:
        whom = [
            verb.head if token.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else token for token in subjects(verb)
        ]
        return [*whom, *along_with(verb)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]  # "X, kidnapped 11 days ago in Medellin"
    objects = [part for child in verb.children if child.dep_ == "dobj" for part in with_conjuncts(child)]
    behind = [whom for thing in objects if thing.lower_ in {"life", "lives"} for whom in named_behind(thing)]
    return behind or [*objects, *along_with(verb)]


def along_with(word: Token) -> list[Token]:
    """ "was found dead along with X", "the massacre of the priests together with X"."""
    beside = [child for child in word.children if child.lower_ in {"along", "together"}]
    steps = [step for child in beside for step in child.children if step.lower_ == "with"]
    return [part for step in steps for part in objects_of(step)]


def objects_of(step: Token) -> list[Token]:
    return [part for one in step.children if one.dep_ == "pobj" for part in with_conjuncts(one)]


def is_found_dead(verb: Token) -> bool:
    return verb.lemma_ == "find" and is_passive(verb) and harm_of_subject(verb) == "killed"


def died_by_violence(verb: Token) -> bool:
    """ "was hit in the neck and died", "died after he was shot", "died in a bomb attack"."""
    if verb.lemma_ != "die":
        return False
    if verb.dep_ == "conj" and verb.head.low_lemma in word_set("hitting"):
        return True
    behind = (word for word in verb.subtree if word.i > verb.i)
    return any({word.low_lemma, word.lower_} & (word_set("hitting") | word_set("causes")) for word in behind)


def by_participle(word: Token, marked: MarkedReport) -> Iterator[Named]:
    """ "the recently murdered senator X": of one killed long ago it would be a mere epithet."""
    harm = state_harms().get(word.lower_)
    fresh = any(child.lower_ in word_set("freshly") for child in word.children)
    whom = word.head.head if word.head.dep_ == "compound" else word.head
    if harm in DEEDS and fresh:
        for name in names_at(whom, marked):
            yield Named(name, word, harm, "named-person", taken_for_granted=True)


def by_noun(noun: Token, marked: MarkedReport) -> Iterator[Named]:
    """ "the assassination of X", "X's murder", "X's body was found"; of a mere death something violent must stand near.

    A murder that has happened is told by "the" or by whose it is.
    """
    if noun.low_lemma not in nouns_of_harm():
        return
    harm = "killed" if is_body_found(noun) else deed_of(noun)
    if harm is None or is_not_done(noun) or (noun.lower_ in {"death", "deaths"} and not is_violent(noun)):
        return
    owners = [child for child in noun.children if child.dep_ == "poss"]
    definite = bool(owners) or any(child.lower_ in {"the", "this"} for child in noun.children)
    names = [name for token in [*named_behind(noun), *owners] for name in names_at(token, marked)]
    names += [name for step in noun.children if step.lower_ == "of" for name in row_behind(step, marked)]
    names += [name for step in of_far_behind(noun) for name in first_behind(step, marked)]
    for name in dict.fromkeys(names):
        yield Named(name, noun, harm, "named-victim-of", taken_for_granted=definite)


@lru_cache(maxsize=1)
def nouns_of_harm() -> frozenset[str]:
    """A noun that is none of these harms nobody."""
    return word_set("killers") | BODIES | {word for harm in DEEDS for word in word_set(f"{harm}_deeds")}


def named_behind(noun: Token) -> list[Token]:
    """The objects of "of": "the murders of X, Y and Z", "the murder of X and of Y", "of X along with Y"."""
    steps = [step for child in noun.children if child.lower_ == "of" for step in with_conjuncts(child)]
    done = [child for child in noun.children if child.dep_ == "acl"]  # "the murder committed against X"
    steps += [step for child in done for step in child.subtree if step.lower_ == "against"]
    return [*(part for step in steps for part in objects_of(step)), *along_with(noun)]


def of_far_behind(noun: Token) -> list[Token]:
    """ "The murder on 26 February in Cali of Mayor X": the "of" that the parse hangs on what stands between."""
    between = words_after(noun.doc, noun.i + 1, REACH)
    if not between or between[0].lower_ not in word_set("between_deed_and_victim"):
        return []
    row = list(takewhile(lambda word: word.lower_ != "of", between))
    if len(row) == len(between) or any(word.pos_ in {"VERB", "AUX", "PUNCT"} for word in row):
        return []
    step = between[len(row)]
    return [] if step.head is noun else [step]


def deed_of(noun: Token) -> Harm | None:
    """A deed, or who did it: "the murderers of X"."""
    if noun.pos_ != "NOUN":
        return None
    if noun.low_lemma in word_set("killers"):
        return "killed"
    return next((harm for harm in DEEDS if noun.low_lemma in word_set(f"{harm}_deeds")), None)


def is_body_found(noun: Token) -> bool:
    found = noun.head.lemma_ in word_set("finding_bodies") and noun.dep_ in {"nsubjpass", "dobj"}
    return noun.low_lemma in BODIES and found


def is_not_done(noun: Token) -> bool:
    """ "plotting the assassination of", "an attempt at", "ordered the killing of", "the anniversary of"."""
    above = list(takewhile(lambda up: up.lower_ not in LATER, noun.ancestors))
    governor = next((up.low_lemma for up in above if up.pos_ != "ADP"), "")
    undone = any(up.low_lemma in word_set("undone") for up in above[:3])
    return (
        undone
        or governor in word_set("bidding")
        or any(child.lower_ in {"attempted", "no", "failed"} for child in noun.children)
    )


def is_violent(noun: Token) -> bool:
    return any(word.lower_ in word_set("violent") or word.low_lemma in word_set("violent") for word in noun.sent)
