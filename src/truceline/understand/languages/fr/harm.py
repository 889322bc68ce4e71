"""Which harm befalls the persons counted, by their noun, a set phrase, or a verb before or behind them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from truceline.model.claims.casualties import Harm
from truceline.understand.languages.fr.grammar import is_passive, objects, subjects
from truceline.understand.languages.fr.lists import by_value, word_set
from truceline.understand.languages.fr.people import is_of, is_person
from truceline.understand.tokens import Span, Token

HARMS: tuple[Harm, ...] = ("killed", "injured", "missing", "captured", "displaced", "casualties", "losses")
QUOTED = 16  # code points in which a quotation of the figure alone ends: "une « vingtaine » de militaires"
REACH = 80  # code points behind a figure in which its set phrase stands
NEAR = 36  # words between those counted and their verb


@dataclass(frozen=True, slots=True)
class Told:
    """What became of those counted; ``teller`` is the word that tells it, ``end`` where a set phrase behind ends."""

    harm: Harm
    teller: Token
    rule: str
    end: int = 0


@lru_cache(maxsize=8)
def by_harm(kind: str) -> dict[str, Harm]:
    return by_value("casualties", HARMS, kind)


def told_of(start: int, unit: Token, noun: Token | None, sentence: Span) -> Told | None:
    """``start``: where the figure begins; ``unit``: its last word; ``noun``: what it counts, null where left out."""
    if noun is not None and by_harm("nouns").get(noun.lower_) and not suffers(noun, sentence):
        return both(Told(by_harm("nouns")[noun.lower_], noun, "harm-noun"), sentence)
    if noun is not None and noun.lower_ in word_set("casualties", "taken_nouns"):
        return taken(unit, noun, sentence)
    found = by_phrase(start, unit, sentence) or (by_toll(unit, sentence) if noun is None else None)
    found = found or by_verb(unit, noun, sentence)
    return both(found, sentence) if found is not None and befalls(found, noun) else None


def befalls(found: Told, noun: Token | None) -> bool:
    """ "Deux touristes ont été tués": nobody else is; "40 chars ont été neutralisés": those are no persons."""
    if noun is None or noun.pos_ in {"VERB", "AUX"}:
        return True
    if found.teller.low_lemma == "perdre" and found.rule == "phrase-before":
        return is_of(noun, "military") or is_of(noun, "men")  # "perdu 300 clients"
    sure = found.teller.low_lemma in word_set("casualties", "only_persons") or found.rule == "set-phrase"
    return is_person(noun) or (sure and noun.pos_ == "NOUN")


def both(found: Told, sentence: Span) -> Told:
    """ "tués ou blessés": nobody says how many of which."""
    after = sentence.doc.tokens[found.teller.i + 1 : found.teller.i + 3]
    other = len(after) > 1 and after[0].lower_ == "ou" and after[1].lower_ in by_harm("nouns")
    return Told("casualties", found.teller, found.rule) if other else found


def suffers(noun: Token, sentence: Span) -> bool:
    """ "Une vingtaine de blessés ont succombé": dead now."""
    rest = [token.low_lemma for token in sentence.doc.tokens[noun.i + 1 : min(sentence.end, noun.i + 5)]]
    return noun.lower_.startswith("bless") and bool(set(rest) & {"succomber", "décéder", "mourir"})


def taken(unit: Token, noun: Token, sentence: Span) -> Told | None:
    before = sentence.doc.tokens[max(sentence.start, unit.i - 4) : unit.i]
    verb = next((token for token in before if token.low_lemma in word_set("casualties", "taking")), None)
    return Told("captured", verb, "taken") if verb is not None else None


def by_phrase(start: int, unit: Token, sentence: Span) -> Told | None:
    """ "la mort de douze étudiants", "coûté la vie à huit personnes"; "six humanitaires ont perdu la vie"."""
    text, at = sentence.doc.text, unit.idx
    before = re.sub(r"\s", " ", text[sentence.start_char : start].lower().replace("’", "'"))
    for phrase, harm in phrased("before"):
        close = re.search(rf"(?<!\w){re.escape(phrase)}\s*(?:(?!et\b)[^\W\d]+['\s]+){{0,2}}$", before)
        if close and is_compelled(phrase, unit, sentence):
            return Told(harm, word_at(sentence, sentence.start_char + close.start()) or unit, "phrase-before")
    behind = text[at : min(sentence.end_char, at + REACH)].lower()
    for phrase, harm in phrased("phrases"):
        found = behind.find(phrase)
        if found >= 0 and not re.search(r"[;:»]", behind[QUOTED:found]):
            return Told(harm, word_at(sentence, at + found) or unit, "set-phrase", at + found + len(phrase))
    return None


@lru_cache(maxsize=4)
def phrased(kind: str) -> tuple[tuple[str, Harm], ...]:
    """The set phrases of a kind with their harm, the longest first."""
    return tuple(sorted(by_harm(kind).items(), key=lambda pair: -len(pair[0])))


def is_compelled(phrase: str, unit: Token, sentence: Span) -> bool:
    """ "contraint 70 000 personnes à fuir"."""
    if phrase not in word_set("casualties", "compelling"):
        return True
    behind = sentence.doc.tokens[unit.i : min(sentence.end, unit.i + 8)]
    return any({token.low_lemma, token.lower_} & word_set("casualties", "fleeing") for token in behind)


def word_at(sentence: Span, offset: int) -> Token | None:
    span = sentence.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def by_toll(unit: Token, sentence: Span) -> Told | None:
    """ "le nombre de morts a dépassé les 200", "porte le bilan à 45": the dead, unless others are named."""
    before = sentence.doc.tokens[max(sentence.start, unit.i - 12) : unit.i]
    count = next((token for token in before if token.lower_ in word_set("casualties", "counts")), None)
    if count is None:
        return None
    named: list[Harm] = [by_harm("nouns")[one.lower_] for one in before if one.lower_ in by_harm("nouns")]
    return Told(named[0] if named else "killed", count, "toll-noun")


def by_verb(unit: Token, noun: Token | None, sentence: Span) -> Told | None:
    """The verb that the parse names; else the next one behind, or the one right before."""
    head = noun if noun is not None else unit
    return governed(head) or governed(unit) or verb_behind(head, sentence) or verb_before(unit, sentence)


def governed(head: Token) -> Told | None:
    for verb in (head.head, head.head.head):
        if verb.pos_ != "VERB":
            continue
        if head.head in {verb, *verb.children} and any(one in {head, head.head} for one in subjects(verb)):
            return suffered(verb) or (acted(verb) if is_passive(verb) else None)
        if any(one in {head, head.head} for one in objects(verb)):
            return acted(verb) if not is_passive(verb) else None
    return None


def suffered(verb: Token) -> Told | None:
    harm = by_harm("suffering").get(verb.low_lemma)
    if verb.low_lemma == "tomber" and not {"combat", "combats", "armes", "front", "hommes"} & {
        t.lower_ for t in verb.sent
    }:
        return None
    return Told(harm, verb, "subject-suffers") if harm is not None else None


def acted(verb: Token) -> Told | None:
    harm = by_harm("acting").get(verb.low_lemma)
    if verb.low_lemma == "faire" and any(child.lower_.startswith("prisonnier") for child in verb.children):
        harm = "captured"
    return Told(harm, verb, "passive-harm" if is_passive(verb) else "object-harmed") if harm is not None else None


def verb_behind(head: Token, sentence: Span) -> Told | None:
    """The first verb behind those counted: "Cinq personnes, dont un bébé, ont été tuées"."""
    commas = 0
    for token in sentence.doc.tokens[head.i : min(sentence.end, head.i + NEAR)]:
        commas += token.text == ","
        if token.i > head.i and token.like_num and token.nbor().pos_ == "AUX":
            return None  # "11 soldats et 40 ont été blessés"
        opens = token.text == "," and commas % 2 == 1 and token.nbor().pos_ == "AUX"  # a second comma ends an aside
        if opens or token.text in {";", ":", "»", "«"}:
            return None
        if token.i > head.i and token.lower_ in by_harm("nouns") and stands_behind(token, head):
            return Told(by_harm("nouns")[token.lower_], token, "participle-behind")
        if token.pos_ == "VERB" and not is_relative(token):
            passive = is_passive(token) or token.i <= head.i + 1
            return suffered(token) or (acted(token) if passive else None)
    return None


def stands_behind(participle: Token, head: Token) -> bool:
    """ "sont morts", "ont été gravement blessés", "deux Casques bleus légèrement blessés"."""
    between = [token for token in participle.doc.tokens[head.i + 1 : participle.i] if not is_of(head, "peacekeepers")]
    before = participle.nbor(-2) if participle.nbor(-1).pos_ == "ADV" else participle.nbor(-1)
    return before.pos_ == "AUX" or all(token.pos_ in {"ADJ", "ADV"} for token in between)


def is_relative(verb: Token) -> bool:
    """ "qui fuyaient" tells of those counted by the way; of participles only what harm they tell counts."""
    before = verb.doc.tokens[max(0, verb.i - 4) : verb.i]
    return any(token.lower_ in {"qui", "où"} for token in before) or (
        verb.dep_ == "acl" and verb.low_lemma not in by_harm("acting").keys() | by_harm("suffering").keys()
    )


def verb_before(unit: Token, sentence: Span) -> Told | None:
    """ "tuant trois élèves", "a tué au moins 40": the verb right before the figure, bound words between."""
    for token in reversed(sentence.doc.tokens[max(sentence.start, unit.i - 6) : unit.i]):
        if token.pos_ == "VERB" or token.low_lemma in by_harm("acting"):
            return acted(token) if not is_passive(token) else None
        if token.pos_ in {"PROPN", "PRON"} or token.text in {",", ";", ":"} or token.lower_ in {"dans", "et", "par"}:
            return None
    return None
