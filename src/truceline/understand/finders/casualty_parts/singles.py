"""One person without a figure: "another", "her husband", "Soldier killed in ambush", "the governor", a named one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import harm_done, state_harms, verbs, word_set
from truceline.understand.finders.casualty_parts.people import is_person, persons
from truceline.understand.grammar import is_negated, is_passive, subjects, with_conjuncts, words_after, words_before
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

DEEDS: tuple[Harm, ...] = ("killed", "injured", "captured")
SUFFERING = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "ROOT", "appos"})
ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "seventh"})
OTHERS = {"another": 1, "both": 2}
DETERMINED = frozenset({"det", "poss", "nummod", "predet", "quantmod"})


@dataclass(frozen=True, slots=True)
class Named:
    """``whom`` is the victim's name, ``teller`` the verb or noun that tells the harm."""

    whom: Token
    teller: Token
    harm: Harm
    rule: str


def single_marks(sentence: MarkedSentence) -> Iterator[tuple[NumberMark, Token]]:
    """A figure for each person that the words leave without one, with the noun or pronoun."""
    for token in sentence.span:
        if token.dep_ not in SUFFERING:
            continue
        single = is_uncounted_person(token) or is_next_of_them(token) or one_of_whom(token) is not None
        value = 1 if single else OTHERS.get(token.lower_)
        if value is None:
            continue
        loose = token.dep_ in {"conj", "ROOT", "appos"} and not is_before_state(token)
        if is_one_more(token) and (loose or not sentence.numbers):
            continue
        yield figure(sentence, token, value), token


def one_of_whom(token: Token) -> Token | None:
    """ "one of its soldiers had been killed": those of whom it was one."""
    people = (one for step in token.children if step.lower_ == "of" for one in step.children if one.dep_ == "pobj")
    return next((one for one in people if token.lower_ == "one" and is_person(one)), None)


def is_next_of_them(token: Token) -> bool:
    """ "killing two fighters and wounding a third"."""
    before = words_before(token.doc, token.i, 1)
    bare = not any(child.dep_ == "prep" for child in token.children)
    return token.lower_ in ORDINALS and bare and bool(before) and before[0].lower_ == "a"


def is_before_state(token: Token) -> bool:
    """ "and another injured by a bomb"."""
    return any(word.lower_ in state_harms() for word in words_after(token.doc, token.i + 1, 1))


def is_one_more(token: Token) -> bool:
    return token.lower_ in {"another", "both", *ORDINALS}


def figure(sentence: MarkedSentence, token: Token, value: int | None) -> NumberMark:
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


def named_victims(sentence: MarkedSentence, marked: MarkedReport, taken: set[int]) -> Iterator[Named]:
    """Persons of that name killed, hurt, taken: by a verb, a relative clause or a noun ("the murder of")."""
    if not sentence.span.forms & deadly_words():
        return
    seen: set[int] = set()
    for word in sentence.span:
        modality = marked.modality_at(word.idx)
        if word.i in taken or (modality is not None and modality.aux_mode in {"hypothetical", "future", "negation"}):
            continue
        found = by_verb(word, marked) if word.pos_ == "VERB" else by_noun(word, marked)
        for named in found:
            if named.whom.i not in seen:
                seen.add(named.whom.i)
                yield named


@lru_cache(maxsize=1)
def deadly_words() -> frozenset[str]:
    """Without one of these nobody is harmed by name."""
    deeds = frozenset(word for harm in DEEDS for word in word_set(f"{harm}_deeds"))
    return deeds | frozenset(verbs("acting")) | {"death", "die"}


def by_verb(verb: Token, marked: MarkedReport) -> Iterator[Named]:
    dying = died_of_wounds(verb)
    harm = "killed" if dying else harm_done(verb)
    if harm not in {"killed", "injured", "captured"} or is_negated(verb):
        return
    if harm == "captured" and verb.lemma_.lower() not in word_set("person_taking"):
        return  # a name that is "captured" may be a town's
    if verb.lemma_.lower() in word_set("hurt_otherwise") and not is_violent(verb):
        return  # "was hurt by going personal", "is being treated for exhaustion"
    for token in suffering(verb, dying=dying):
        name = name_of(token, marked)
        if name is not None:
            yield Named(name, verb, harm, "named-person")


def suffering(verb: Token, *, dying: bool) -> list[Token]:
    if is_passive(verb) or dying:
        return [
            verb.head if token.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else token for token in subjects(verb)
        ]
    objects = [part for child in verb.children if child.dep_ == "dobj" for part in with_conjuncts(child)]
    behind = [whom for thing in objects if thing.lower_ in {"life", "lives"} for whom in named_behind(thing)]
    return behind or objects


def by_noun(noun: Token, marked: MarkedReport) -> Iterator[Named]:
    """ "the assassination of X", "X's murder"; of a mere death something violent must stand near."""
    harm = deed_of(noun)
    if harm is None or is_not_done(noun) or (noun.lower_ in {"death", "deaths"} and not is_violent(noun)):
        return
    owners = [child for child in noun.children if child.dep_ == "poss"]
    for token in [*named_behind(noun), *owners]:
        name = name_of(token, marked)
        if name is not None:
            yield Named(name, noun, harm, "named-victim-of")


def named_behind(noun: Token) -> list[Token]:
    """The objects of "of" and "against"."""
    steps = [child for child in noun.children if child.lower_ == "of"]
    return [part for step in steps for one in step.children if one.dep_ == "pobj" for part in with_conjuncts(one)]


def deed_of(noun: Token) -> Harm | None:
    if noun.pos_ != "NOUN":
        return None
    return next((harm for harm in DEEDS if noun.low_lemma in word_set(f"{harm}_deeds")), None)


def is_not_done(noun: Token) -> bool:
    """ "plotting the assassination of", "an attempt at", "the anniversary of the death of"."""
    above = [up.lemma_.lower() for up in noun.ancestors][:3]
    undone = {
        "plot",
        "plan",
        "attempt",
        "threaten",
        "anniversary",
        "conspire",
        "prevent",
        "foil",
        "avert",
        "threat",
        "fake",
    }
    return bool(undone & set(above)) or any(child.lower_ in {"attempted", "no", "failed"} for child in noun.children)


def is_violent(noun: Token) -> bool:
    return any(word.lower_ in word_set("violent") or word.lemma_.lower() in word_set("violent") for word in noun.sent)


def name_of(token: Token, marked: MarkedReport) -> Token | None:
    """The name itself, or the name beside an office: "the brigade's commander, General Jawas"."""
    if is_named_person(token, marked):
        return token
    beside = [child for child in token.children if child.dep_ in {"appos", "conj"}] if is_person(token) else []
    return next((child for child in beside if is_named_person(child, marked)), None)


def died_of_wounds(verb: Token) -> bool:
    """ "was hit in the neck and died"."""
    return verb.lemma_ == "die" and verb.dep_ == "conj" and verb.head.lemma_.lower() in word_set("hitting")


def is_named_person(token: Token, marked: MarkedReport) -> bool:
    """A known person, or a full name that is neither a place nor a body of people."""
    mark = marked.actor_mark_of(token)
    if token.pos_ != "PROPN" or token.low_lemma in word_set("institutions"):
        return False
    if mark is not None and mark.kind == "person":
        return mark.resolution in {"named", "coreference"}
    full = any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.lefts)
    full = full or token.ent_type_ == "PERSON"
    other = mark is not None and mark.kind != "unspecified"
    return full and token.tag_ == "NNP" and not other and marked.place_mark_of(token) is None


def is_soldierly(token: Token) -> bool:
    """A rank before the name or beside it: "Colonel Adan Yusuf"."""
    beside = [*token.children, *(child for one in token.children if one.dep_ == "appos" for child in one.children)]
    near = [*beside, token.head] if token.dep_ == "appos" else beside
    return any({one.lemma_.lower(), one.lower_} & persons("military") for one in near)
