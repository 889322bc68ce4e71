"""Which harm a word tells, and whether its subject or its object is harmed."""

import re
from functools import cache, lru_cache

from truceline.knowledge.files import words
from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.people import forms, persons
from truceline.understand.grammar import SUBJECTS, auxiliaries, is_negated, is_passive, words_after
from truceline.understand.tokens import Token

HARMS: tuple[Harm, ...] = ("killed", "injured", "missing", "captured", "displaced", "casualties", "losses")


@cache
def word_set(name: str) -> frozenset[str]:
    return frozenset(words("casualties").get(name, ()))


@cache
def any_word(name: str, behind: str) -> re.Pattern[str]:
    """The words of a list, each from its beginning on."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(word_set(name))))}){behind}")


@cache
def verb_lines(name: str) -> dict[str, list[frozenset[str]]]:
    """Of a list of verbs, lemma to the words that must stand beside it, a set for each line."""
    found: dict[str, list[frozenset[str]]] = {}
    for line in words("casualties").get(name, ()):
        lemma, *needs = line.split()
        found.setdefault(lemma, []).append(frozenset(needs))
    return found


@cache
def verbs(side: str) -> dict[str, list[tuple[Harm, frozenset[str]]]]:
    """Lemma to harms with the words that must stand beside it, the more demanding first."""
    found: dict[str, list[tuple[Harm, frozenset[str]]]] = {}
    for harm in HARMS:
        for lemma, lines in verb_lines(f"{harm}_{side}").items():
            found.setdefault(lemma, []).extend((harm, needs) for needs in lines)
    for options in found.values():
        options.sort(key=lambda option: -len(option[1]))
    return found


def harm_done(verb: Token) -> Harm | None:
    """The harm that the verb does to its object; a war that takes people off kills them."""
    harm = _harm(verb, "acting")
    return "killed" if is_taken_by_war(verb) or is_dispatched(verb) else harm


def is_taken_by_war(verb: Token) -> bool:
    """ "Since then the conflict has carried off 1,100 people"."""
    if verb.lemma_ not in word_set("taking_off") or is_passive(verb):
        return False
    return any(child.dep_ == "nsubj" and child.low_lemma in word_set("wars") for child in verb.children) and any(
        child.dep_ == "dobj" and child.low_lemma in word_set("taken_by_war") for child in verb.children
    )


def is_dispatched(verb: Token) -> bool:
    """ "Dispatched ten jihadists near Tessalit": sent nowhere, they are dead."""
    if verb.lemma_ not in word_set("dispatching") or is_passive(verb):
        return False
    sent = any(child.lower_ in word_set("sent_on") or child.dep_ in {"xcomp", "advcl"} for child in verb.children)
    return not sent and any(
        child.dep_ == "dobj" and child.low_lemma in word_set("dispatched") for child in verb.children
    )


def harm_suffered(verb: Token) -> Harm | None:
    """The harm that the verb's subject suffers."""
    return _harm(verb, "suffering")


def _harm(verb: Token, side: str) -> Harm | None:
    if verb.lemma_ == "shoot" and any(child.lower_ == "down" for child in verb.children):
        return "killed" if side == "acting" and is_gunned_down(verb) else None
    if side == "acting" and (is_to_death(verb) or is_fatal(verb)):
        return "killed"
    options = verbs(side).get(verb.low_lemma, [])
    beside = words_beside(verb) if any(needs for _, needs in options) else frozenset[str]()
    told = next((harm for harm, needs in options if needs <= beside and not is_left(needs, beside)), None)
    return told or ("displaced" if side == "suffering" and arrives_uprooted(verb) else None)


def is_left(needs: frozenset[str], beside: frozenset[str]) -> bool:
    """ "Evacuated 28 babies from the hospital": where the hurt are brought, not what people leave."""
    return not needs.isdisjoint(word_set("injured_in")) and "from" in beside and "to" not in beside


def arrives_uprooted(verb: Token) -> bool:
    if verb.low_lemma not in word_set("arriving") or words_beside(verb) & {"home", "back"}:
        return False
    return any(word.lower_ in word_set("uprooted_near") for word in verb.sent)


def is_gunned_down(verb: Token) -> bool:
    """ "gunmen shot down two teachers"; a pilot who is shot down may live."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return any(child.dep_ == "nummod" or child.pos_ == "NUM" for one in objects for child in one.children)


def is_fatal(verb: Token) -> bool:
    """ "Fatally shot", "mortally wounded"."""
    fatal = any(child.lower_ in {"fatally", "mortally"} for child in verb.children)
    return fatal and any(harm == "injured" for harm, _ in verbs("acting").get(verb.low_lemma, []))


def is_to_death(verb: Token) -> bool:
    """ "gassed to death", whatever the verb; a sentence is not yet a death."""
    if verb.pos_ != "VERB" or verb.low_lemma in word_set("threats_of_death"):
        return False
    ends = (end for child in verb.children if child.lower_ == "to" for end in child.children)
    return any(end.lower_ == "death" for end in ends)


def words_beside(verb: Token) -> frozenset[str]:
    own = [child for child in verb.children if child.dep_ != "conj" or child.pos_ != "VERB"]
    near = [token for child in own for token in (child, *child.children) if token.dep_ != "relcl"]
    deep = [last for token in near if token.dep_ == "prep" for last in token.children]
    behind = words_behind(verb)
    return frozenset(token.low_lemma for token in (*near, *deep, *behind)) | frozenset(
        token.lower_ for token in (*near, *behind)
    )


def words_behind(verb: Token) -> list[Token]:
    """The next words in text order, as far as no comma or other verb stands between: the parse often errs."""
    found: list[Token] = []
    for word in words_after(verb.doc, verb.i + 1, 5):
        if word.is_punct or word.pos_ == "CCONJ" or (word.pos_ == "VERB" and word.tag_ in {"VBD", "VBZ", "VBP"}):
            break
        found.append(word)
    return found


@lru_cache(maxsize=1)
def noun_harms() -> dict[str, Harm]:
    return {noun: harm for harm in HARMS for noun in words("casualties").get(f"{harm}_nouns", ())}


@lru_cache(maxsize=1)
def state_harms() -> dict[str, Harm]:
    return {word: harm for harm in HARMS for word in words("casualties").get(f"{harm}_states", ())}


def harm_named(word: Token) -> Harm | None:
    """ "Deaths", "casualties", "the wounded": what the word says by itself."""
    return noun_harms().get(word.low_lemma) or state_harms().get(word.lower_)


def harm_of_subject(verb: Token) -> Harm | None:
    """What happens to the grammatical subject: "were killed", "died", "are missing", "were found dead"."""
    if is_passive(verb):
        as_state = state_harms().get(verb.lower_) if verb.pos_ == "ADJ" else None
        return harm_done(verb) or as_state or state_of_complement(verb)
    if verb.lemma_ == "fall" and is_fallen_into_state(verb):
        return None
    is_state = verb.pos_ in {"ADJ", "VERB"} and verb.tag_ in {"JJ", "VBN", "VBG"} and not is_done_to_others(verb)
    if verb.lower_ in state_harms() and is_state:
        return state_harms()[verb.lower_]
    told = state_of_complement(verb) if verb.low_lemma in word_set("linking") else None
    if has_fallen(verb):
        return "killed"
    return harm_suffered(verb) or told or homonym(verb) or not_alive(verb)


def has_fallen(verb: Token) -> bool:
    """ "Three reservists fell when a round found their excavator"; not "fell back", "fell into captivity"."""
    if verb.lemma_ != "fall" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    fallen = any(child.dep_ == "nsubj" and forms(child) & persons("military") for child in verb.children)
    return fallen and not any(
        child.lower_ in word_set("falls_otherwise") or child.dep_ in {"acomp", "dobj", "attr", "prt"}
        for child in verb.children
    )


def is_fallen_into_state(verb: Token) -> bool:
    """ "Fell asleep in the truck", "fell ill in the camp"."""
    return any(child.dep_ in {"acomp", "oprd"} and child.lower_ in word_set("falls_otherwise") for child in verb.rights)


def is_done_to_others(verb: Token) -> bool:
    """ "Fifteen gunmen had abducted 40 villagers": whoever has an object and "had" does the harm."""
    done = bool(auxiliaries(verb) & {"have", "has", "had"}) and any(child.dep_ == "dobj" for child in verb.children)
    return done or is_done_with_next(verb)


def not_alive(verb: Token) -> Harm | None:
    """ "did not survive", "never came back": negated, they tell a death."""
    return "killed" if is_surviving(verb) and (is_negated(verb) or "never" in words_beside(verb)) else None


def is_surviving(verb: Token) -> bool:
    lines = verb_lines("surviving").get(verb.low_lemma)
    if lines is None:
        return False
    beside = words_beside(verb)
    return any(needs <= beside for needs in lines)


def homonym(verb: Token) -> Harm | None:
    """ "15 wounded, 20 hurt": participles that the parser took for finite verbs without an object."""
    no_object = not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.children)
    suffered = verb.tag_ in {"VBN", "VBD"} and no_object and not is_done_with_next(verb)
    return state_harms().get(verb.lower_) if suffered else None


def is_done_with_next(verb: Token) -> bool:
    """ "Its fighters had killed and wounded hundreds": both verbs have the one object."""
    joined = verb.doc.tokens[verb.i + 1 : verb.i + 3]
    if [word.dep_ for word in joined] != ["cc", "conj"] or joined[1].head != verb:
        return False
    return "dobj" in joined[1].child_deps and SUBJECTS.isdisjoint(joined[1].child_deps)


def state_of_complement(verb: Token) -> Harm | None:
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "xcomp", "dobj", "advcl"} and child.lower_ in state_harms():
            return state_harms()[child.lower_]
    return None
