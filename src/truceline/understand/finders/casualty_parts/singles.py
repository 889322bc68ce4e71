"""One person without a figure: "another", "her husband", "Soldier killed in ambush", "the governor"."""

from collections.abc import Iterator

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.finders.casualty_parts.people import is_further_office, is_person
from truceline.understand.grammar import words_after, words_before
from truceline.understand.marked_sentence import MarkedSentence
from truceline.understand.tokens import Token

SUFFERING = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "ROOT", "appos"})
OTHERS = {"another": 1, "both": 2}
DETERMINED = frozenset({"det", "poss", "nummod", "predet", "quantmod"})


def single_marks(sentence: MarkedSentence) -> Iterator[tuple[NumberMark, Token]]:
    """A figure for each person that the words leave without one, with the noun or pronoun."""
    for token in sentence.span:
        if token.dep_ not in SUFFERING or is_further_office(token) or is_beside_many(token):
            continue
        single = is_uncounted_person(token) or is_next_of_them(token) or one_of_whom(token) is not None
        single = single or is_one_of_them(token)
        value = 1 if single else 2 if is_pair(token) else OTHERS.get(token.lower_)
        if value is None:
            continue
        loose = token.dep_ in {"conj", "ROOT", "appos"} and not is_before_state(token)
        if is_one_more(token) and (loose or not (sentence.numbers or is_one_of_them(token))):
            continue
        yield figure(sentence, token, value), token


def is_beside_many(token: Token) -> bool:
    """ "... killed 22 citizens, the governor, X, said": he is none of them."""
    return token.dep_ == "appos" and token.head.tag_ in {"NNS", "NNPS"}


def is_pair(token: Token) -> bool:
    """ "Both pilots were killed"; not "both sides"."""
    return token.tag_ == "NNS" and is_person(token) and any(child.lower_ == "both" for child in token.lefts)


def one_of_whom(token: Token) -> Token | None:
    """ "one of its soldiers had been killed": those of whom it was one."""
    if token.lower_ != "one":
        return None
    people = (one for step in token.children if step.lower_ == "of" for one in step.children if one.dep_ == "pobj")
    return next((one for one in people if is_person(one)), None)


def is_one_of_them(token: Token) -> bool:
    """ "Two teachers were shot and one of them died"."""
    if token.lower_ != "one" or token.dep_ == "appos":
        return False
    after = [word.lower_ for word in words_after(token.doc, token.i + 1, 2)]
    return after in (["of", "them"], ["of", "whom"])


def is_next_of_them(token: Token) -> bool:
    """ "killing two fighters and wounding a third", "a fourth person was injured", "a second was wounded"."""
    if token.lemma_ in {"person", "victim"}:
        which = {child.lower_ for child in token.lefts}
        return "a" in which and not which.isdisjoint(word_set("one_more") | {"second"})
    second = token.lower_ == "second" and token.dep_ in {"nsubj", "nsubjpass"}
    if not (second or token.lower_ in word_set("one_more")) or "prep" in token.child_deps:
        return False
    before = words_before(token.doc, token.i, 1)
    return bool(before) and before[0].lower_ == "a"


def is_before_state(token: Token) -> bool:
    """ "and another injured by a bomb"."""
    return any(word.lower_ in state_harms() for word in words_after(token.doc, token.i + 1, 1))


def is_one_more(token: Token) -> bool:
    return (
        token.lower_ in {"another", "both", "second"} or token.lower_ in word_set("one_more") or is_one_of_them(token)
    )


def figure(sentence: MarkedSentence, token: Token, value: int | None) -> NumberMark:
    report = sentence.numbers[0].report if sentence.numbers else ""
    start, end = token.idx, token.idx + len(token)
    return NumberMark(report=report, start=start, end=end, text=token.text, value=value, low=value, high=value)


def is_uncounted_person(token: Token) -> bool:
    """One of a kind without article ("Soldier killed in ambush"), one's kin ("her husband", "the mayor's driver"),
    one in office ("the governor"): of others the report is likely to have spoken before.
    """
    if token.tag_ not in {"NN", "NNP"} or not is_person(token) or token.low_lemma in word_set("no_single"):
        return False
    if token.low_lemma in word_set("taken_as") and token.dep_ != "nsubj" and not token.left_edge.i < token.i:
        return False  # "some marines were taken prisoner"
    if any(child.lower_ in word_set("vague_counts") for child in token.lefts):
        return False
    before = [child for child in token.children if child.dep_ in DETERMINED and child.i < token.i]
    if any(child.dep_ == "nummod" or child.pos_ == "NUM" for child in token.children):
        return False
    if not before:
        return token.lower_ not in word_set("no_bare_single") and not is_title(token)
    if any(child.dep_ == "poss" for child in before):
        return token.low_lemma in word_set("kin")
    return any(child.lower_ == "the" for child in before) and token.low_lemma in word_set("offices")


def is_title(token: Token) -> bool:
    """ "General Jawas": the name tells who."""
    return token.dep_ == "compound" or token.nbor().pos_ == "PROPN"
