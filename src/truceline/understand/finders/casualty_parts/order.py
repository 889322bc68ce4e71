"""The harm by the order of words alone, where the parse hangs the people elsewhere: headlines, long coordinations."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from truceline.knowledge.files import words
from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.harm_words import (
    HARMS,
    harm_named,
    harm_of_subject,
    is_done_with_next,
    noun_harms,
    state_harms,
    verbs,
    word_set,
    words_behind,
)
from truceline.understand.grammar import SUBJECTS, is_passive, words_after, words_before
from truceline.understand.tokens import Token

REACH = 12  # tokens between the word for the harm and the figure
BETWEEN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV", "CCONJ", "PRON", "PART", "SYM"})
JOINING = frozenset({"and", ",", "or", "plus"})
HARD_STOPS = frozenset({".", ";", ":", "!", "?"})
Told = tuple[Harm, Token, str]


def harm_by_order(unit: Token, first: Token) -> Told | None:
    """``first``: where the figure begins; ``unit``: the noun that it counts."""
    told = tallied_before(unit, first) or missed_before(first)
    if told is None and is_named_as_part(first):
        return None
    return told or harm_behind(unit) or harm_before(first)


def is_named_as_part(first: Token) -> bool:
    """ "Eight dead, including five civilians, and 17 wounded": the five are of the eight."""
    before = [word.lower_ for word in words_before(first.doc, first.i, 9)]
    return before[-1:] == ["including"] and any(form in state_harms() for form in before)


def tallied_before(unit: Token, first: Token) -> Told | None:
    """ "the dead number 56", "put the number of those uprooted since October at 660,000"."""
    if toll_raised(first) or (
        labelled(first) and any(word.lower_ == "toll" for word in words_before(first.doc, first.i, 8))
    ):
        return "killed", first, "toll-noun"
    listed = listed_behind(unit, first)
    if listed is not None:
        return listed
    if unit.low_lemma not in {"name", "people", "person"} and not unit.like_num and unit.pos_ != "NUM":
        return None
    totting = labelled(first)
    if not totting and unit.dep_ in SUBJECTS and unit.head.pos_ in {"VERB", "AUX"} and first.i > unit.sent.start:
        return None  # "24 bodies had been brought in and 103 people had sought help": a clause of its own
    for word in reversed(words_before(first.doc, first.i, REACH)):
        if word.dep_ == "compound" and word.head.low_lemma in word_set("places_of_uprooted"):
            continue  # "the number of people killed in the refugee camp rose to 11"
        harm = noun_harms().get(word.low_lemma) or noun_harms().get(word.lower_) or state_harms().get(word.lower_)
        if harm is not None and totting and stands_for_people(word) and word.lower_ != "death":
            return harm, word, "tallied-before"
        colon = word.text == ":" and word.i == first.i - 1
        if (word.text in HARD_STOPS and not colon) or (word.like_num and word.i < first.i - 1):
            return None
        totting = totting or word.low_lemma in word_set("totting") or word.lower_ == "at"
    return None


def listed_behind(unit: Token, first: Token) -> Told | None:
    """ "The dead: a nurse, two guards and a driver", at the start of a sentence."""
    words = [word for word in unit.doc[unit.sent.start : first.i] if not word.is_space]
    colon = next((at for at, word in enumerate(words[:8]) if word.text == ":"), None)
    if not colon or any(word.pos_ == "VERB" and word.tag_ not in {"VBN"} for word in words[colon:]):
        return None
    labels = (words[colon - 1], words[0])  # "The dead: ...", "Fatalities recorded this week: ..."
    label, harm = next(((one, harm) for one in labels if (harm := harm_named(one))), (words[0], None))
    return (harm, label, "listed-behind") if harm is not None else None


def toll_raised(first: Token) -> bool:
    """ "taking the overall toll since October 7 to 43,603": of the dead, unless it is said to be of others."""
    words = words_before(first.doc, first.i, REACH)
    steps = [word for word in words if word.lower_ in word_set("toll_steps")]
    tolls = [word for word in words if word.lower_ == "toll"]
    if not tolls or not steps or steps[-1].i < first.i - 4 or steps[-1].i < tolls[-1].i:
        return False
    between = [word.lower_ for word in words if word.i > tolls[-1].i]
    about = {word.lower_ for word in words_before(first.doc, tolls[-1].i, 2)} | set(between)
    others = {form for form, harm in state_harms().items() if harm != "killed"} | {"injury", "injuries"}
    return not about & (others | HARD_STOPS)


def labelled(first: Token) -> bool:
    """ "Total dead: 192"."""
    return [word.text for word in words_before(first.doc, first.i, 1)] == [":"]


def stands_for_people(word: Token) -> bool:
    """ "the dead", "those uprooted", "deaths"; not "wounded soldiers"."""
    before = words_before(word.doc, word.i, 1)
    known = {"the", "those", "of", "its", "their", "number", "total"}
    put = word.lower_ == "dead" and [one.lower_ for one in words_after(word.doc, word.i + 1, 1)] == ["at"]
    return put or word.pos_ == "NOUN" or word.is_sent_start or not before or before[0].lower_ in known


def missed_before(first: Token) -> Told | None:
    """ "no trace has been found of the 13 crewmen"."""
    words = words_before(first.doc, first.i, 8)
    behind = missed_behind(first)
    if behind is not None:
        return behind
    forms = {word.lower_ for word in words}
    if words and {"nothing", "heard"} <= forms and {"of", "from"} & forms:
        return "missing", words[-1], "no-trace-of"
    if not words or not {"of", "from"} & {word.lower_ for word in words[-2:]}:
        return None
    for no, thing in pairwise(words):
        if no.lower_ == "no" and thing.lower_ in word_set("traces"):
            return "missing", thing, "no-trace-of"
    return None


def missed_behind(first: Token) -> Told | None:
    """ "Of 13 crewmen there has been no sign"."""
    before = words_before(first.doc, first.i, 3)
    if not before or not any(word.lower_ == "of" and word.is_sent_start for word in before):
        return None
    for no, thing in pairwise(words_after(first.doc, first.i + 1, 10)):
        if no.lower_ == "no" and thing.lower_ in word_set("traces"):
            return "missing", thing, "no-trace-of"
        if no.lower_ == "nothing" and "heard" in {word.lower_ for word in words_after(no.doc, no.i + 1, 4)}:
            return "missing", no, "no-trace-of"
    return None


def harm_behind(unit: Token) -> Told | None:
    """ "150 people, said X, perished"."""
    aside = False
    for word in words_after(unit.doc, unit.i + 1, 16):
        if word.text in HARD_STOPS or word.is_sent_start:
            return None
        feared = feared_harm(word)
        if feared is not None:
            return feared
        aside = aside ^ (word.text in {",", "(", ")", "–", "—"})
        if aside:
            continue
        if word.lower_ in state_harms() and word.i == unit.i + 1 and not does_harm(unit, word):
            return state_harms()[word.lower_], word, "harm-word-after"
        state = state_left_in(word)
        if state is not None:
            return state_harms()[state.lower_], state, "left-in-state"
        if word.lower_ in state_harms() and ends_what_was_left(word, unit):
            return state_harms()[word.lower_], word, "left-in-state"
        shaped = harm_of_form(word)
        if shaped is not None:
            return shaped, word, "by-order"
        if word.pos_ == "VERB" or (word.pos_ == "AUX" and word.head.pos_ != "VERB"):
            harm = harm_of_subject(word) if is_finite(word) or is_passive(word) else None
            return (harm, word, "by-order") if harm is not None else None
    return None


def feared_harm(word: Token) -> Told | None:
    """ "Dozens feared dead", "at least 30 believed killed", "two reported missing"."""
    after = words_after(word.doc, word.i + 1, 1)
    told = word.low_lemma in word_set("believing") and word.tag_ in {"VBN", "VBD", "JJ"}
    if after and after[0].lower_ == "as":
        after = words_after(word.doc, after[0].i + 1, 1)  # "are listed as missing"
    state = state_harms().get(after[0].lower_) if told and after else None
    return (state, after[0], "said-to-be-harmed") if state is not None else None


def state_left_in(word: Token) -> Token | None:
    """ "Ended with five officers and a dozen militants left dead": the state behind "left"; not "left dead bodies"."""
    after = words_after(word.doc, word.i + 1, 2)
    if word.lower_ != "left" or not after or after[0].lower_ not in state_harms():
        return None
    return after[0] if len(after) == 1 or after[1].pos_ not in {"NOUN", "PROPN", "ADJ"} else None


def ends_what_was_left(state: Token, unit: Token) -> bool:
    """ "leaving eight policemen and 11 others injured": one state for all of the list."""
    leaving = any(word.lemma_ == "leave" for word in words_before(unit.doc, unit.i, 8))
    between = list(unit.doc[unit.i + 1 : state.i])
    plain = all(word.pos_ in BETWEEN or word.lower_ in JOINING | word_set("beside_figures") for word in between)
    return leaving and plain


def harm_of_form(word: Token) -> Harm | None:
    """ "sustained shrapnel wounds", where the parser takes the verb for an adjective."""
    lemma = suffering_forms().get(word.lower_)
    finite = word.pos_ == "VERB" and word.tag_ != "VBN"
    if lemma is None or finite or any(child.dep_ in {"auxpass", "aux"} for child in word.children):
        return None
    beside = {form for near in words_behind(word) for form in (near.lower_, near.low_lemma)}
    return next((harm for harm, needs in verbs("suffering").get(lemma, []) if needs <= beside), None)


@lru_cache(maxsize=1)
def suffering_forms() -> dict[str, str]:
    pairs = (line.split() for line in words("casualties").get("suffering_forms", ()))
    return {pair[0]: pair[1] for pair in pairs}


def is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ == "aux" for child in verb.children)


def harm_before(first: Token) -> Told | None:
    """ "kills 59, wounds 157": the verb stands before, with nothing but other people in between."""
    for word in reversed(words_before(first.doc, first.i, REACH)):
        harm = acting_forms().get(word.lower_)
        if harm is not None and can_act(word) and joins(word, first):
            return harm, word, "order-object-harmed"
        if word.text in HARD_STOPS or not is_between(word):
            return None
    return None


def is_between(word: Token) -> bool:
    return word.pos_ in BETWEEN or word.lower_ in word_set("beside_figures") | JOINING or word.text in {'"', "“", "”"}


def can_act(word: Token) -> bool:
    """Not "were killed", not "the wounds", not "the killing of"."""
    before, after = words_before(word.doc, word.i, 2), words_after(word.doc, word.i + 1, 1)
    if after and after[0].lower_ == "of" and acting_forms()[word.lower_] != "killed":
        return False  # "the capture of the town, thousands flee"
    be_killed = word.tag_ == "VBN" and any(one.lemma_ in {"be", "get"} for one in before)
    if before and (before[-1].pos_ == "NUM" or word.dep_ == "acl"):
        return False  # "57 wounded, nine"
    owned = bool(before) and (before[-1].pos_ in {"DET", "ADJ", "PRON"} and before[-1].tag_ in {"DT", "PRP$", "JJ"})
    return not be_killed and not (owned and not word.lower_.endswith(("ed", "ew")))


def joins(word: Token, first: Token) -> bool:
    """The figure follows at once, or is the next of a list of people."""
    between = list(words_before(first.doc, first.i, first.i - word.i - 1))
    people = [one for one in between if one.pos_ in {"NOUN", "PROPN"}]
    last = between[-1].lower_ if between else ""
    return not people or last in JOINING


@lru_cache(maxsize=1)
def acting_forms() -> dict[str, Harm]:
    """Forms of the verbs that do a harm by themselves: "kill kills killed killing"."""
    plain = ((lemma, harm) for lemma, options in verbs("acting").items() for harm, needs in options if not needs)
    return {form: harm for lemma, harm in plain if harm in HARMS and is_sure(lemma) for form in forms_of(lemma)}


def is_sure(lemma: str) -> bool:
    return lemma in word_set("sure_by_order")


def forms_of(lemma: str) -> Iterator[str]:
    stem = lemma.removesuffix("e")
    yield from (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing")
    if lemma.endswith("p"):
        yield from (f"{lemma}ped", f"{lemma}ping")
    if lemma == "slay":
        yield from ("slew", "slain")


def does_harm(unit: Token, word: Token) -> bool:
    """ "A sniper wounded two passengers": others, not himself."""
    others = any(child.dep_ == "dobj" and child.pos_ in {"NOUN", "PROPN"} for child in word.children)
    others = others or is_done_with_next(word)
    return others and unit.dep_ == "nsubj" and unit.head is word and not is_passive(word)
