"""The harmed listed by name: "The injured were X and Y", "The dead: X; Y", "The victims were identified as X and Y"."""

from collections.abc import Iterator, Sequence
from functools import cache

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import harm_of_subject, state_harms, word_set
from truceline.understand.finders.casualty_parts.named_rows import names_in
from truceline.understand.finders.casualty_parts.named_victims import DEEDS, Named
from truceline.understand.finders.casualty_parts.names import names_at
from truceline.understand.grammar import is_negated, is_passive, prepositional_objects, subjects, with_conjuncts
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

Heading = tuple[Token, Harm, int]
"""The word that tells the harm, the harm, and where the names begin."""
REACH = 8  # words between "Injured" at the beginning and its "were"


def names_listed(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Named]:
    if heading_words().isdisjoint(sentence.span.forms):
        return
    words = [word for word in sentence.span if not word.is_space]
    heading = next((found for word in words if (found := heading_at(word, words))), None)
    if heading is None:
        return
    teller, harm, begin = heading
    told = [word for word in words if word.i >= begin and word.i < source_behind(words, begin)]
    for name in names_in(told, marked):
        yield Named(name, teller, harm, "named-person")


def source_behind(words: Sequence[Token], begin: int) -> int:
    """Where ", according to the head of the hospital, X" begins: whoever is named there tells of the dead."""
    return next((word.i for word in words if word.i > begin and word.lower_ == "according"), words[-1].i + 1)


def names_told_after(sentence: MarkedSentence, marked: MarkedReport, last: Counted | None) -> Iterator[Named]:
    """ "Four people were killed. They are A, B, C, and D.", "One of them is A": of those just counted."""
    verb = sentence.span.root
    if last is None or last.harm not in DEEDS or verb.lemma_ != "be" or is_negated(verb):
        return
    names = names_in([word for word in sentence.span if word.i > verb.i], marked)
    whom = subjects(verb)[:1]
    all_of_them = bool(whom) and whom[0].lower_ == "they" and len(names) == last.mark.value
    if all_of_them or (bool(whom) and is_one_of_them(whom[0])):
        for name in names if all_of_them else names[:1]:
            yield Named(name, verb, last.harm, "named-person")


def is_one_of_them(word: Token) -> bool:
    behind = [child for step in word.children if step.lower_ == "of" for child in step.children]
    return word.lower_ == "one" and any(child.lower_ in {"them", "victims"} for child in behind)


@cache
def heading_words() -> frozenset[str]:
    """Without one of these no list of names begins."""
    return word_set("identifying") | {"be", ":"}


def heading_at(word: Token, words: Sequence[Token]) -> Heading | None:
    if word.lemma_ == "be":
        return of_those_who_were(word, words)
    if word.lemma_ in word_set("identifying"):
        return of_those_identified(word)
    return before_colon(word, words) if word.text == ":" else None


def of_those_who_were(verb: Token, words: Sequence[Token]) -> Heading | None:
    """ "The injured were", "The two wounded nuns are", "Killed in the blast were", "Among the priests murdered was"."""
    told = [found for one in subjects(verb) if is_definite(one) and (found := harm_told_of(one)) is not None]
    told = told or [(word, state_harms()[word.lower_]) for word in told_in_front(verb, words)]
    done = bool(told) and told[0][1] in DEEDS and not is_negated(verb)
    return (*told[0], verb.i + 1) if done else None


def told_in_front(verb: Token, words: Sequence[Token]) -> list[Token]:
    before = [word for word in words if word.i < verb.i][:REACH]
    if before and before[0].lower_ == "among":
        return [word for word in before if word.lower_ in state_harms()][:1]
    if verb.i - words[0].i > REACH:
        return []
    first = [word for word in before[:2] if word.lower_ != "also"][:1]  # "Also injured were"
    return [word for word in first if word.tag_ == "VBN" and word.lower_ in state_harms()]


def is_definite(noun: Token) -> bool:
    if noun.lower_ in {"those", "one"}:  # "those who were kidnapped are", "one of the wounded is"
        return True
    return any(child.dep_ in {"det", "nummod"} and child.lower_ not in {"a", "an"} for child in noun.children)


def of_those_identified(verb: Token) -> Heading | None:
    """ "The victims were identified as", "The murdered inspector was named as", "identified the dead as"."""
    step = next((child for child in verb.subtree if child.lower_ == "as" and child.i > verb.i), None)
    whom = subjects(verb) if is_passive(verb) else [child for child in verb.children if child.dep_ == "dobj"]
    told = [found for one in whom if (found := harm_told_of(one)) is not None]
    return (*told[0], step.i + 1) if step is not None and told and told[0][1] in DEEDS else None


def harm_told_of(noun: Token) -> tuple[Token, Harm] | None:
    of_whom = prepositional_objects(noun, "of") if noun.lower_ == "one" else []
    tellers = [noun, *of_whom, *(child for child in noun.children if child.dep_ in {"amod", "acl"})]
    told = next(((one, state_harms()[one.lower_]) for one in tellers if one.lower_ in state_harms()), None)
    suffered = ((child, harm_of_subject(child)) for child in noun.children if child.dep_ == "relcl")
    told = told or next(((verb, harm) for verb, harm in suffered if harm is not None), None)
    return told or ((noun, "killed") if noun.low_lemma == "victim" else None)


def before_colon(colon: Token, words: Sequence[Token]) -> Heading | None:
    """ "The dead: ", "The following policemen died in combat: "."""
    before = [word for word in words if word.i < colon.i]
    if not before:
        return None
    harm = state_harms().get(before[-1].lower_)
    if harm in DEEDS and len(before) <= 2:
        return before[-1], harm, colon.i + 1
    verb = before[-1].sent.root
    if verb not in before or not any(word.lower_ == "following" for word in before) or is_negated(verb):
        return None
    harm = harm_of_subject(verb)
    return (verb, harm, colon.i + 1) if harm in DEEDS else None


def named_parts(sentence: MarkedSentence, counted: Sequence[Counted], marked: MarkedReport) -> Iterator[Named]:
    """ "Ten members were killed, including their leader X"."""
    whole = [found for found in counted if found.harm in DEEDS]
    for word in sentence.span if whole else ():
        before = [found for found in whole if found.unit.i < word.i]
        if word.lower_ != "including" or not before:
            continue
        objects = [one for child in word.children if child.dep_ == "pobj" for one in with_conjuncts(child)]
        for name in (name for one in objects for name in names_at(one, marked)):
            yield Named(name, before[-1].teller, before[-1].harm, "named-part")
