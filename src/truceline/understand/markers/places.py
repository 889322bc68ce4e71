"""Where: names of places, resolved against the gazetteer with the story around them."""

from collections import Counter
from typing import Literal

from truceline.knowledge.gazetteer import Location
from truceline.model.mark import PlaceMark
from truceline.understand.markers.actor_parts.namesakes import without_namesakes
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.sightings import Sighting, sightings, story_countries
from truceline.understand.markers.place_parts.candidates import Candidate, candidates
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.markers.place_parts.resolution import following, kind_beside, resolve
from truceline.understand.markers.place_parts.signs import belongs_to_name, is_seat
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.placed import placed
from truceline.understand.tokens import Doc, Token

PART_OF = {1: 2, 6: 5}  # where_prec of a part, by that of its whole: near a town, a part of a country


def mark_places(parsed: ParsedReport) -> list[PlaceMark]:
    """Places. Where a name stands for a government or in a body's name, ``use`` says so: "Baku says" is no place."""
    known = without_namesakes(parsed.doc, sightings(parsed.doc))
    found = candidates(parsed.doc, main_countries(story_countries(known)))
    whose = [name for name in known if not names_place(name) and not is_outsider(parsed.doc, name)]
    chosen = resolve(parsed.doc, found, story_countries(whose))
    return [
        mark_of(parsed, candidate, location)
        if location
        else unresolved(parsed, candidate, following(parsed.doc, found, i))
        for i, (candidate, location) in enumerate(zip(found, chosen, strict=True))
    ]


def main_countries(countries: Counter[str]) -> frozenset[str]:
    """Those that make up an eighth or more of all that the report names."""
    total = sum(countries.values())
    return frozenset(country for country, number in countries.items() if 8 * number >= total)


def names_place(name: Sighting) -> bool:
    return any(option.kind in {"country", "capital"} for option in name.options)


def is_outsider(doc: Doc, name: Sighting) -> bool:
    """ "Russian-occupied", "Turkish-backed": what is so called lies in another country."""
    return doc.words(name.last + 1, name.last + 2) in place_words("from_outside") if name.last + 2 < len(doc) else False


def use_of(parsed: ParsedReport, candidate: Candidate) -> Literal["literal", "associative"]:
    doc, first, last = parsed.doc, candidate.first, candidate.last
    stands_for = speaks(parsed, candidate) or belongs_to_name(doc, first, last) or modifies(doc.tokens[last], candidate)
    stands_for = stands_for or is_seat(doc, last)
    return "associative" if stands_for or not candidate.is_meant else "literal"


def speaks(parsed: ParsedReport, candidate: Candidate) -> bool:
    """A capital as the subject of a verb of speech or will is a government."""
    head = parsed.doc.tokens[candidate.last]
    return (
        head.dep_ == "nsubj"
        and head.head.low_lemma in actor_words("speaking_verbs")
        and bool(candidate.options)
        and candidate.options[0].population > 100_000
    )


def modifies(head: Token, candidate: Candidate) -> bool:
    """ "US envoy", "a Mali army patrol": the country whose they are."""
    if not candidate.options or candidate.options[0].feature_code != "PCLI" or head.i + 1 >= len(head.doc):
        return False
    noun = head.nbor()
    if head.dep_ not in {"compound", "nmod", "amod"} or noun.is_punct:
        return False
    return noun.low_lemma in roles() or (head.text.isupper() and noun.lower_ not in place_words("kinds"))


def mark_of(parsed: ParsedReport, candidate: Candidate, location: Location) -> PlaceMark:
    return placed(bare_mark(parsed, candidate), location, precision_of(parsed, candidate, location))


def unresolved(parsed: ParsedReport, candidate: Candidate, container: Location | None) -> PlaceMark:
    """In no table: of a "Kafr Nuran, Syria" at least the country is told, and nothing else is known."""
    mark = bare_mark(parsed, candidate)
    return mark.model_copy(update={"country": container.country}) if container else mark


def bare_mark(parsed: ParsedReport, candidate: Candidate) -> PlaceMark:
    first, last = parsed.doc.tokens[candidate.first], parsed.doc.tokens[candidate.last]
    start, end = first.idx, last.idx + len(last)
    raw = parsed.report.text[start:end]
    return PlaceMark(report=parsed.report.id, start=start, end=end, text=raw, raw=raw, use=use_of(parsed, candidate))


def precision_of(parsed: ParsedReport, candidate: Candidate, location: Location) -> int:
    """UCDP's where_prec: 2 where the report says "near" or names a part of a town, 3 for a district of that name."""
    if candidate.is_part:
        return PART_OF.get(location.precision, location.precision)
    if location.precision != 1:
        return location.precision
    before = {parsed.doc.tokens[i].lower_ for i in range(max(0, candidate.first - 3), candidate.first)}
    after = parsed.doc.tokens[candidate.last + 1].lower_ if candidate.last + 1 < len(parsed.doc) else ""
    if after in place_words("districts"):
        return 3
    if kind_beside(parsed.doc, candidate) == "region":
        return 4
    return 2 if before & place_words("near") or is_in_surroundings(parsed.doc, candidate.last) else 1


def is_in_surroundings(doc: Doc, last: int) -> bool:
    """ "Donetsk Airport", "Khartoum International Airport"."""
    return any(word.text in place_words("surroundings") for word in doc.tokens[last + 1 : last + 3])
