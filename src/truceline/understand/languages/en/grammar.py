"""English over spaCy: datelines, where sentences end, and what the tagger and the lemmatizer get wrong."""

import re
from collections.abc import Callable
from typing import Any, cast

import spacy.tokens
from spacy.language import Language

from truceline.knowledge.files import all_words, word_set, words
from truceline.understand.grammar import CLAUSES
from truceline.understand.languages.en.mend_questions import base_forms, short_nouns, weekdays
from truceline.understand.languages.en.mended_parse import mend_parse
from truceline.understand.markers.date_parts.lexicon import coded
from truceline.understand.parsing import Grammar

# "ILIGAN, Philippines, Aug 18 (AFP) - Separatists ...": the parse takes the town for whoever acts.
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
NAMED = rf"{CAPITAL}[\w'’.\-]*(?:[ /](?:of |the |of the |and )?{CAPITAL}[\w'’.\-]*){{0,4}}"
DATED = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{2,4})?))?"
AGENCY = r"(?: \([^)\n]{2,40}\))?"
# "19:55 Jan Egeland says": the hour of an entry, which the parse takes for a part of the name.
ENTRY = r"[\[(]?\d{1,2}[:.]\d{2}(?: ?(?:[ap]\.?m\.?|GMT|UTC|CET))?[\])]?(?: ?[-–—:|])? (?=[A-Z\"“'‘])"
# "• M23 announced": the sign of a list, which the parse takes for a part of the name.
BULLET = r"[•●▪‣◦] ?(?=\w)"
DASH = r"(?: (?:--|[-–—_])|\.[-–—])"
# "(Nairobi, June 27, 2024) - Soldiers executed ...", as rights groups write it.
BRACKETED = rf"\({NAMED}(?:, {NAMED})?{DATED}\)"
PLACED = rf"{NAMED}(?:, {NAMED}| \({NAMED}\))?{DATED}{AGENCY}"
DATELINE = re.compile(rf"{BULLET}|{ENTRY}|(?:{BRACKETED}|{PLACED}){DASH} (?=[A-Z\d\"“'‘])")
STOPS = frozenset({".", "!", "?", "…", '"', "”", ":"})
LONGEST_HEADLINE = 30  # words
ENDING_LETTERS = re.compile(
    r"[A-Z]+[a-z][A-Z]+\."
)  # "along the LoC. India ...": letters with the full stop of their sentence
ENGLISH = Grammar(DATELINE, before_parser=("truceline_stops",), last=("truceline_lemmas",))


@Language.factory("truceline_stops")
class Stops:
    """ "At 5 a.m. The rebels ...": a new sentence; "Fr. Bert Layson": none; "Blast kills 12; army blames rebels", as
    headlines have it: two; "the Relations (ISPR) chief": one. Before the parse, which heeds it.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        for title in word_set("grammar", "short_titles"):
            cast(Any, nlp.tokenizer).add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
        for word in words("grammar")["hyphened_words"]:
            cast(Any, nlp.tokenizer).add_special_case(word, [{"ORTH": word}])

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        headline = is_headline(doc)
        for token in doc[1:]:
            if headline and doc[token.i - 1].text == ";":
                token.is_sent_start = True
            if token.is_title and is_behind_hour(token):
                token.is_sent_start = True
            if token.is_title and ENDING_LETTERS.fullmatch(doc[token.i - 1].text):
                token.is_sent_start = True
            if is_behind_short_form(token) or is_zone(token):
                token.is_sent_start = False
        return doc


def is_behind_hour(token: spacy.tokens.Token) -> bool:
    """ "Until 3 a.m. Congo's army", "at 5 a.m. The rebels": no day and no zone of the hour ("5 a.m. Tuesday")."""
    if token.nbor(-1).lower_ not in {"a.m.", "p.m."}:
        return False
    if token.is_stop:
        return True
    behind = [word.lower_ for word in token.doc[token.i : token.i + 4]]
    is_of_hour = token.text in weekdays() or token.lower_ in coded("month") or "time" in behind
    return not is_of_hour and behind[1:2] not in ([","], ["("], ["."], [";"], ["on"])


def is_behind_short_form(token: spacy.tokens.Token) -> bool:
    """ "Inter-Services Public Relations (ISPR) Director X": no sentence begins within."""
    if token.i < 4 or token.nbor(-1).text != ")" or token.nbor(-3).text != "(":
        return False
    before = token.nbor(-4)
    return token.nbor(-2).is_upper and before.text not in STOPS and not before.is_space


def is_zone(token: spacy.tokens.Token) -> bool:
    """ "At 9:45 p.m. Khartoum time on Monday", "5 a.m. Addis Ababa time": no sentence begins at the town."""
    if token.i < 2 or not token.is_title or token.nbor(-1).lower_ not in {"a.m.", "p.m."}:
        return False
    return "time" in {word.lower_ for word in token.doc[token.i + 1 : token.i + 3]}


def is_headline(doc: spacy.tokens.Doc) -> bool:
    """One line without a full stop."""
    last = next((token for token in reversed(doc) if not token.is_space), None)
    return last is not None and last.text not in STOPS and len(doc) <= LONGEST_HEADLINE


@Language.factory("truceline_lemmas")
class MendedWords:
    """Verbs that the tagger took for nouns, and base forms that the lemmatizer gets wrong."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.lemmatize: Callable[[spacy.tokens.Token], list[str]] = getattr(nlp.get_pipe("lemmatizer"), "lemmatize")  # noqa: B009

    def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        known, short = base_forms(), short_nouns()
        for token in doc:
            mend_plural(token)
            mend_men(token)
            mend_parse(token)
            if is_lost_verb(token):
                token.tag_, token.pos_ = tag_of_verb(token), "VERB"
                token.lemma_ = self.lemmatize(token)[0]
            if token.pos_ in {"VERB", "AUX"} and token.lower_ in known:
                token.lemma_ = known[token.lower_]
            if token.lower_ in short:
                token.lemma_ = short[token.lower_]
            if is_past(token):
                token.tag_ = "VBD"
            if token.lower_ == "bases" and token.pos_ == "NOUN":
                token.lemma_ = "base"  # of soldiers, rarely of arguments
        return doc


def is_past(verb: spacy.tokens.Token) -> bool:
    """ "Soldiers retook it": a present has the form of its lemma, but for "are" and what is written short."""
    return verb.tag_ == "VBP" and verb.lower_ != verb.lemma_ != "be" and verb.is_alpha


def mend_men(token: spacy.tokens.Token) -> None:
    """ "Servicemen", "militiamen": people, which the tagger takes for a name and the lemmatizer leaves as they are."""
    one = f"{token.lower_[:-3]}man"
    if token.lower_.endswith("men") and token.pos_ in {"NOUN", "PROPN"} and one in all_words("persons"):
        token.tag_, token.lemma_ = ("NNPS" if token.pos_ == "PROPN" and token.text[0].isupper() else "NNS"), one
        token.pos_ = "PROPN" if token.tag_ == "NNPS" else "NOUN"


def mend_plural(token: spacy.tokens.Token) -> None:
    """ "Damascus demands that X", "Kyiv rejects the plan": no plural noun stands before "that", "the" or a pronoun."""
    if token.tag_ != "NNS" or token.dep_ not in CLAUSES or token.i + 1 >= len(token.doc):
        return
    after = token.nbor(1)
    name = next((c for c in token.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"), None)
    if (
        name is None
        or name.i != token.i - 1
        or not is_object_start(after)
        or token.lower_ not in word_set("lemmas", "verbs_like_plurals")
    ):
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lower_.removesuffix("s")
    name.dep_ = "nsubj"
    for child in token.rights:
        if child.dep_ in {"relcl", "acl"}:
            child.dep_ = "ccomp"


def is_object_start(token: spacy.tokens.Token) -> bool:
    return token.lower_ in {"that", "the", "a", "an", "its", "his", "their", "all", "both", "to"}


def is_lost_verb(token: spacy.tokens.Token) -> bool:
    """ "The army retook Knin", "have overrun the town": no noun has a subject and an object or auxiliary."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ not in CLAUSES:
        return False
    roles = {child.dep_ for child in token.children}
    if token.dep_ == "pcomp" and token.lower_.endswith("ing") and "dobj" in roles:
        return True  # "accused of opening fire"
    return bool(roles & {"nsubj", "nsubjpass"}) and bool(roles & {"dobj", "aux", "auxpass"})


def tag_of_verb(token: spacy.tokens.Token) -> str:
    beside = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    if beside & {"have", "has", "had", "is", "are", "was", "were", "been"}:
        return "VBG" if token.lower_.endswith("ing") else "VBN"
    if beside:
        return "VB"
    if token.dep_ == "pcomp":
        return "VBG"
    return "VBZ" if token.lower_.endswith("s") else "VBD"
