"""One person without a figure: "another", "her husband", "Soldier killed in ambush", "the governor", a named one."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import harm_done, word_set
from truceline.understand.finders.casualty_parts.people import is_person, persons
from truceline.understand.grammar import is_negated, is_passive, subjects, with_conjuncts
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

SUFFERING = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "ROOT", "appos"})
DETERMINED = frozenset({"det", "poss", "nummod", "predet", "quantmod"})


@dataclass(frozen=True, slots=True)
class Named:
    """``whom`` is the victim's name, ``verb`` tells the harm."""

    whom: Token
    verb: Token


def single_marks(sentence: MarkedSentence) -> Iterator[tuple[NumberMark, Token]]:
    """A figure for each person that the words leave without one, with the noun or pronoun."""
    for token in sentence.span:
        value = 1 if is_uncounted_person(token) else {"another": 1, "both": 2}.get(token.lower_)
        if value is None or token.dep_ not in SUFFERING:
            continue
        if token.lower_ in {"another", "both"} and (token.dep_ in {"conj", "ROOT", "appos"} or not sentence.numbers):
            continue
        yield figure(sentence, token, value), token


def figure(sentence: MarkedSentence, token: Token, value: int) -> NumberMark:
    report = sentence.numbers[0].report if sentence.numbers else ""
    start, end = token.idx, token.idx + len(token)
    return NumberMark(report=report, start=start, end=end, text=token.text, value=value, low=value, high=value)


def is_uncounted_person(token: Token) -> bool:
    """One of a kind without article ("Soldier killed in ambush"), one's kin ("her husband"), one in office
    ("the governor"): of others the report is likely to have spoken before.
    """
    if token.tag_ not in {"NN", "NNP"} or not is_person(token) or token.lemma_.lower() in word_set("no_single"):
        return False
    before = [child for child in token.children if child.dep_ in DETERMINED and child.i < token.i]
    if any(child.dep_ == "nummod" or child.pos_ == "NUM" for child in token.children):
        return False
    if not before:
        return token.lower_ not in word_set("no_bare_single") and not is_title(token)
    if any(child.dep_ == "poss" for child in before):
        return token.lemma_.lower() in word_set("kin") and any(child.tag_ == "PRP$" for child in before)
    return any(child.lower_ == "the" for child in before) and token.lemma_.lower() in word_set("offices")


def is_title(token: Token) -> bool:
    """ "General Jawas": the name tells who."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.dep_ == "compound" or (after is not None and after.pos_ == "PROPN")


def named_dead(sentence: MarkedSentence, marked: MarkedReport, taken: set[int]) -> Iterator[Named]:
    """A person of that name was killed."""
    for verb in sentence.span:
        if verb.i in taken or verb.pos_ != "VERB" or is_negated(verb):
            continue
        modality = marked.modality_at(verb.idx)
        if modality is None or modality.aux_mode is None:
            for whom in named_victims(verb, marked):
                yield Named(whom, verb)


def named_victims(verb: Token, marked: MarkedReport) -> list[Token]:
    if harm_done(verb) != "killed" and not died_of_wounds(verb):
        return []
    if is_passive(verb) or died_of_wounds(verb):
        tokens = subjects(verb)
    else:
        tokens = [part for child in verb.children if child.dep_ == "dobj" for part in with_conjuncts(child)]
    return [name for token in tokens if (name := name_of(token, marked)) is not None]


def name_of(token: Token, marked: MarkedReport) -> Token | None:
    """The name itself, or the name beside an office: "the brigade's commander, General Jawas"."""
    if is_named_person(token, marked):
        return token
    beside = [child for child in token.children if child.dep_ == "appos"] if is_person(token) else []
    return next((child for child in beside if is_named_person(child, marked)), None)


def died_of_wounds(verb: Token) -> bool:
    """ "was hit in the neck and died"."""
    return verb.lemma_ == "die" and verb.dep_ == "conj" and verb.head.lemma_.lower() in word_set("hitting")


def is_named_person(token: Token, marked: MarkedReport) -> bool:
    """A known person, or a full name that is neither a place nor a body of people."""
    mark = marked.actor_mark_of(token)
    if token.pos_ != "PROPN":
        return False
    if mark is not None and mark.kind == "person":
        return mark.resolution in {"named", "coreference"}
    full = any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.lefts)
    other = mark is not None and mark.kind != "unspecified"
    return full and token.tag_ == "NNP" and not other and marked.place_mark_of(token) is None


def is_soldierly(token: Token) -> bool:
    """A rank before the name or beside it: "Colonel Adan Yusuf"."""
    beside = [*token.children, *(child for one in token.children if one.dep_ == "appos" for child in one.children)]
    near = [*beside, token.head] if token.dep_ == "appos" else beside
    return any({one.lemma_.lower(), one.lower_} & persons("military") for one in near)
