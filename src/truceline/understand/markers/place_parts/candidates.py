"""Words that may name a place, and how good the signs are."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from truceline.knowledge.files import words
from truceline.knowledge.gazetteer import Location, locations
from truceline.knowledge.names import names
from truceline.understand.grammar import Written

LONGEST = 6
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
CONNECTORS = frozenset(
    {
        "of",
        "and",
        "the",
        "al",
        "el",
        "de",
        "la",
        "-",
        "'s",
        "'",
        "del",
        "du",
        "des",
        "es",
        "ash",
        "az",
        "ad",
        "ez",
        "as",
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (inclusive); ``options`` may be empty: a place that no table knows."""

    first: int
    last: int
    options: tuple[Location, ...]


@lru_cache(maxsize=16)
def place_words(name: str) -> frozenset[str]:
    return frozenset(words("places")[name])


def candidates(doc: Doc) -> list[Candidate]:
    """Non-overlapping candidates in text order, the longest at each place."""
    found: list[Candidate] = []
    people = surnames(doc)
    written = Written(doc)
    index = 0
    while index < len(doc):
        may = may_begin(doc[index]) and doc[index].text not in people
        made = longest_at(doc, written, index) if may else None
        if made is None:
            index += 1
            continue
        found.append(made)
        index = made.last + 1
    return found


def surnames(doc: Doc) -> set[str]:
    """Last words of the persons of this report: "Pompeo" is no town here."""
    people = [ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1]
    known = [span for span in people if names().one(span.text, "person")]
    titled = [ent for ent in people if ent[0].head.pos_ != "VERB"]
    return {ent[-1].text for ent in [*known, *titled] if not locations(ent.text)}


def may_begin(token: Token) -> bool:
    first = token.text[0]
    return (first.isupper() or token.lower_ in {"al", "el", "al-"}) and (
        token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} or token.ent_type_ in PLACE_LABELS
    )


def longest_at(doc: Doc, written: Written, first: int) -> Candidate | None:
    for last in reversed(range(first, reach(doc, first) + 1)):
        if not may_end(doc[last]):
            continue
        options = locations(written.words(first, last))
        if options and is_place(doc, first, last, options):
            return Candidate(first, last, options)
    return unknown_at(doc, first)


def reach(doc: Doc, first: int) -> int:
    """The last token to which a name may go on from ``first``: within its sentence, over words that names are of."""
    last = first - 1
    for index in range(first, min(len(doc), first + LONGEST)):
        if (index > first and doc[index].is_sent_start) or not inner(doc[index]):
            break
        last = index
    return last


def may_end(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in {"city", "province", "region"}


def inner(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in CONNECTORS or token.is_digit


def is_place(doc: Doc, first: int, last: int, options: tuple[Location, ...]) -> bool:
    """Signs for: the recogniser, a locative word, a kind of place, a country. Signs against: names of others."""
    head = doc[last]
    text = doc[first : last + 1].text
    if belongs_to_name(doc, first, last) or (first == last and text in place_words("ordinary")):
        return False
    if any(known.kind in {"adjective", "demonym"} for known in names().get(text)) and not names().one(text, "country"):
        return False
    if options[0].feature_code == "PCLI":
        return True
    label = head.ent_type_
    cued = is_cued(doc, first, last)
    if label in PLACE_LABELS:
        return True
    if label in {"PERSON", "NORP", "DATE", "MONEY", "CARDINAL", "TIME", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"}:
        return cued and options[0].population >= 3000 and not is_person_phrase(doc, first)
    known_well = options[0].population >= 15_000 or last > first
    return cued and (known_well or head.dep_ == "pobj")


def belongs_to_name(doc: Doc, first: int, last: int) -> bool:
    """ "Arakan Army", "Islamic State in Iraq": part of a longer name."""
    after = doc[last + 1] if last + 1 < len(doc) else None
    if after is not None and after.text in place_words("organisation_heads") and after.text[0].isupper():
        return True
    before = doc[first - 1] if first else None
    if (
        before is not None
        and before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and before.head == doc[last]
        and before.ent_type_ == "PERSON"
    ):
        return True
    return (
        after is not None
        and after.pos_ == "PROPN"
        and doc[last].dep_ == "compound"
        and doc[last].ent_type_ in {"PERSON", "ORG"}
        and after.text not in {"Province", "State", "City", "Region", "District"}
    )


def is_person_phrase(doc: Doc, first: int) -> bool:
    before = doc[first - 1] if first else None
    return before is not None and before.pos_ == "PROPN" and before.ent_type_ == "PERSON"


def is_cued(doc: Doc, first: int, last: int) -> bool:
    head = doc[last]
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if before is not None and before.lower_ == "the":
        before = doc[first - 2] if first > 1 else None
    if before is not None and (
        before.lower_ in place_words("locative") or before.lemma_.lower() in place_words("kinds")
    ):
        return True
    if after is not None and after.lower_ in place_words("kinds"):
        return True
    if head.dep_ in {"appos", "conj"} and head.head.ent_type_ in PLACE_LABELS:
        return True
    return before is not None and before.text == "," and first > 1 and doc[first - 2].ent_type_ in PLACE_LABELS


def unknown_at(doc: Doc, first: int) -> Candidate | None:
    """The recogniser's place after a locative word, in no table: marked, and left unresolved."""
    token = doc[first]
    if token.ent_type_ not in {"GPE", "LOC"} or token.ent_iob_ != "B" or names().get(token.text):
        return None
    last = first
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > first and (doc[last].is_space or doc[last].is_punct or doc[last].lower_ == "'s"):
        last -= 1
    start = first + 1 if doc[first].lower_ == "the" and last > first else first
    head = doc[last]
    if not doc[start].text[0].isupper() or head.pos_ != "PROPN" or not is_cued(doc, start, last):
        return None
    if belongs_to_name(doc, start, last):
        return None
    return Candidate(start, last, ())
