"""Words that may name a place: names of the gazetteer and of the recogniser, kept where enough signs speak for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.knowledge.files import words
from truceline.knowledge.gazetteer import Location, locations
from truceline.knowledge.names import names
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.markers.place_parts.signs import (
    ENOUGH,
    NEVER,
    belongs_to_name,
    embedded_sign,
    is_adjective,
    is_cued,
    is_large,
    is_name_word,
    is_of_town,
    is_ordinary,
    signs_for,
    word_before,
)
from truceline.understand.tokens import Doc, Token

LONGEST = 6
IN_LIST = 2.0
SAME_NAME = 2.5  # what a name is worth that is surely a place elsewhere in the report
COUNTIES = frozenset({"counties", "parishes"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (inclusive); ``options`` may be empty: a place that no table knows.

    ``embedded``: how many of its signs it owes to the name of a body that it stands in. ``is_part``: the options are
    what it is a part of, "Mosul" for "West Mosul".
    """

    first: int
    last: int
    options: tuple[Location, ...]
    signs: float = ENOUGH
    embedded: float = 0.0
    is_part: bool = False

    @property
    def is_meant(self) -> bool:
        """Enough speaks for a place even without the body's name."""
        return self.signs - self.embedded >= ENOUGH

    def with_more(self, signs: float) -> "Candidate":
        return Candidate(self.first, self.last, self.options, self.signs + signs, self.embedded, self.is_part)


def candidates(doc: Doc, countries: frozenset[str] = frozenset()) -> list[Candidate]:
    """Non-overlapping candidates in text order, the longest at each place; ``countries`` are the story's."""
    seen = list(sightings(doc, countries))
    sure = [one for one in seen if one.is_meant and one.options]
    sure_names, ends = {name_of(doc, one) for one in sure}, {one.last for one in sure}
    weighed = [in_company(doc, one, sure_names, ends) for one in seen]
    return without_overlaps(one for one in weighed if one.signs >= ENOUGH)


def in_company(doc: Doc, one: Candidate, names_here: set[str], ends: set[int]) -> Candidate:
    """A sure place of the same name elsewhere speaks for it, or one right before in a list: "Walikale and Goma"."""
    if name_of(doc, one) in names_here:
        return one.with_more(SAME_NAME)
    listed = one.first > 1 and doc.tokens[one.first - 1].lower_ in {"and", ",", "or"} and one.first - 2 in ends
    return one.with_more(IN_LIST) if listed else one


def name_of(doc: Doc, one: Candidate) -> str:
    return doc.words(one.first, one.last).casefold()


def without_overlaps(found: Iterator[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        if not kept or one.first > kept[-1].last:
            kept.append(one)
    return kept


def sightings(doc: Doc, countries: frozenset[str]) -> Iterator[Candidate]:
    """At each word the longest name that enough signs speak for, else the likeliest one for a second look."""
    people = surnames(doc)
    for token in doc:
        if not may_begin(token) or token.text in people:
            continue
        least = feature_at(doc, token.i)
        known = (candidate_at(doc, token.i, last) for last in lasts(doc, token.i) if last >= least)
        weighed = [weighed_at(doc, one, countries) for one in known if one is not None]
        enough = next((one for one in weighed if one.signs >= ENOUGH), None)
        made = enough or unknown_at(doc, token.i) or max(weighed, key=lambda one: one.signs, default=None)
        if made is not None:
            yield made


def candidate_at(doc: Doc, first: int, last: int) -> Candidate | None:
    """Null for what no table knows."""
    options = locations_at(doc, first, last, doc.words(first, last)) or features_at(doc, first, last)
    if options:
        return Candidate(first, last, options)
    if first == last or doc.tokens[first].text not in place_words("parts"):
        return None
    rest = doc.words(first + 1, last)
    spelt_out = next(
        (
            found
            for word in words("places").get(f"compass-{doc.tokens[first].text}", ())
            if (found := locations(f"{word} {rest}"))
        ),
        (),
    )
    whole = spelt_out or wholes(rest)
    return Candidate(first, last, whole, is_part=not spelt_out) if whole else None


def feature_at(doc: Doc, first: int) -> int:
    """Where the "River" of a name that begins here stands, which belongs to the name; else where it begins."""
    for index in range(first + 1, min(first + LONGEST, len(doc))):
        if names_feature(doc, index):
            return index
        if not doc.tokens[index].text[0].isupper():
            break
    return first


def names_feature(doc: Doc, index: int) -> bool:
    """ "River" of "Kabul River", "National Park" of "Zion National Park" begin here; no "Texas Park Service" does."""
    if index < len(doc) and doc.tokens[index].text in {"National", "State"}:
        index += 1
    if (
        index >= len(doc)
        or doc.tokens[index].text not in place_words("features")
        or doc.tokens[index].is_sent_start is True
    ):
        return False
    return index + 1 >= len(doc) or not is_name_word(doc.tokens[index + 1])


def features_at(doc: Doc, first: int, last: int) -> tuple[Location, ...]:
    """ "Tigris River" goes by the name of "Tigris"."""
    codes = words("places").get(f"feature-{doc.tokens[last].text}") if first < last else None
    if codes is None:
        return ()
    return tuple(place for place in locations(doc.words(first, last - 1)) if place.feature_code in codes)


def wholes(name: str) -> tuple[Location, ...]:
    """What a part may be a part of: places known far and wide, no word of a body's name ("Northern Command")."""
    if is_ordinary(name) or is_adjective(name) or name in place_words("organisation_heads"):
        return ()
    found = locations(name)
    return found if any(is_large(place) and not place.alias for place in found) else ()


def weighed_at(doc: Doc, one: Candidate, countries: frozenset[str]) -> Candidate:
    signs = signs_for(doc, one.first, one.last, one.options, countries)
    embedded = embedded_sign(doc, one.first, one.last, one.options)
    if NEVER < signs < ENOUGH and is_of_town(doc, one.first, one.last, one.options, countries):
        embedded = max(embedded, ENOUGH - signs)
    return Candidate(one.first, one.last, one.options, signs + embedded, embedded, one.is_part)


def lasts(doc: Doc, first: int) -> Iterator[int]:
    """Where a name that begins here may end, the farthest first."""
    tokens = doc.tokens
    end = min(len(tokens), first + LONGEST)
    reach = first
    while reach + 1 < end and inner(tokens[reach + 1]) and not tokens[reach + 1].is_sent_start:
        reach += 1
    for last in range(reach, first - 1, -1):
        if may_end(tokens[last]):
            yield last


def locations_at(doc: Doc, first: int, last: int, text: str) -> tuple[Location, ...]:
    """ "Clarke" of "Clarke, Madison and Oconee counties" is looked up as a county."""
    if is_in_list_of_counties(doc, last):
        counties = locations(f"{text} County")
        if counties:
            return counties
    if len(text) < 3 and not (text.isupper() or text.endswith(".")) and first == last:
        return ()
    return locations(text)


def is_in_list_of_counties(doc: Doc, last: int) -> bool:
    """Followed by nothing but names, commas and "and" up to "counties"."""
    if COUNTIES.isdisjoint(doc.tokens[last].sent.forms):
        return False
    for token in doc.tokens[last + 1 : last + 30]:
        if token.lower_ in COUNTIES:
            return True
        if not (token.text[0].isupper() or token.lower_ in {"and", ",", "or"}):
            return False
    return False


def surnames(doc: Doc) -> set[str]:
    """Last words of the persons of this report: "Pompeo" is no town here."""
    people = [ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 and not locations(ent.text)]
    known = [ent for ent in people if names().one(ent.text, "person")]
    likely = [ent for ent in people if ent[0].head.pos_ != "VERB" and not is_well_known(ent[-1].text)]
    towns = {ent.text for ent in doc.ents if ent.label_ == "GPE"}
    return {ent[-1].text for ent in [*known, *likely]} - towns


def is_well_known(name: str) -> bool:
    return any(place.population > 1_000_000 and not place.alias for place in locations(name))


def may_begin(token: Token) -> bool:
    capital = token.text[0].isupper() or token.lower_ in {"al", "el", "al-"}
    if capital and token.text.endswith(".") and len(token) > 2 and not token.is_sent_start:
        return True  # "Ga.", whatever the tagger takes it for
    return capital and token.pos_ not in {"PRON", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT"}


def may_end(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit()


def inner(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in place_words("connectors") or token.is_digit


def has_cue(doc: Doc, first: int, last: int) -> bool:
    """After "to" or "through" only what the recogniser calls a town or region."""
    before = word_before(doc, first)
    on_the_way = before is not None and before.lower_ in place_words("ways") and doc.tokens[last].ent_type_ == "GPE"
    return on_the_way or is_cued(doc, first, last)


def is_called(doc: Doc, first: int) -> bool:
    """ "The village of Zarifa": whatever the recogniser takes it for."""
    if (
        first < 2
        or doc.tokens[first].pos_ != "PROPN"
        or doc.tokens[first - 1].lower_ != "of"
        or names().get(doc.tokens[first].text)
    ):
        return False
    return doc.tokens[first - 2].low_lemma in place_words("settlements")


def is_known_body(name: str) -> bool:
    """ "African Union-sponsored": a body with a land in its name."""
    return names().one(name, "group", "organisation", "media") is not None


def unknown_at(doc: Doc, first: int) -> Candidate | None:
    """The recogniser's place after a locative word, in no table: marked, and left unresolved."""
    token = doc.tokens[first]
    if is_called(doc, first):
        last = first
        while last + 1 < len(doc) and doc.tokens[last + 1].pos_ == "PROPN" and doc.tokens[last + 1].text[0].isupper():
            last += 1
        return Candidate(first, last, ())
    if token.ent_type_ not in {"GPE", "LOC", "FAC"} or token.ent_iob_ != "B" or names().get(token.text):
        return None
    last = first
    while last + 1 < len(doc) and doc.tokens[last + 1].ent_iob_ == "I":
        last += 1
    while last > first and (doc.tokens[last].is_space or doc.tokens[last].is_punct or doc.tokens[last].lower_ == "'s"):
        last -= 1
    start = first + 1 if doc.tokens[first].lower_ == "the" and last > first else first
    head = doc.tokens[last]
    if not doc.tokens[start].text[0].isupper() or head.pos_ != "PROPN" or not has_cue(doc, start, last):
        return None
    if belongs_to_name(doc, start, last) or is_known_body(doc.words(start, last)):
        return None
    return Candidate(start, last, ())
