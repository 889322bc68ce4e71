"""Known names where they stand in the report, the longest first."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from truceline.knowledge.files import word_set
from truceline.knowledge.names import Known, NameKind, names
from truceline.understand.markers.actor_parts.full_names import named_in_full
from truceline.understand.tokens import Doc, Token

ORDER: dict[NameKind, int] = {
    "country": 0, "adjective": 0, "demonym": 0, "capital": 1, "palace": 1, "organisation": 2, "group": 3, "media": 4,
    "person": 5,
}  # fmt: skip
STATES = frozenset({"country", "adjective", "demonym"})
TELLING = frozenset({"country", "adjective", "demonym", "capital", "group", "person"})

OPENING = frozenset(",;:(\"'“”‘-–—")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Tokens ``first`` to ``last`` (inclusive) are a known name; ``options`` are what it may stand for."""

    first: int
    last: int
    options: tuple[Known, ...]


@lru_cache(maxsize=1)
def sightings(doc: Doc) -> tuple[Sighting, ...]:
    """Names that do not overlap, in text order. Places and actors ask one after the other."""
    known = names()
    found: list[Sighting] = []
    index = 0
    for token in doc.tokens:
        if token.i < index or (token.is_alpha and token.text == token.lower_):
            continue  # small letters begin no name
        most_words = known.longest.get(token.text)
        match = longest_at(doc, token.i, most_words) if most_words is not None else None
        if match is not None and token.lower_ == "the":
            match = behind_article(doc, match)
        if match is not None:
            found.append(match)
            index = match.last + 1
    at_home = [one for seen in found if (one := without_land(seen, doc, found)) is not None]
    return with_full_names(doc, at_home)


def without_land(sighting: Sighting, doc: Doc, found: Sequence[Sighting]) -> Sighting | None:
    """Fighters of a people who live in several lands are of none by that; null for a people that is a state's."""
    if not is_people_elsewhere(sighting, doc, found):
        return sighting
    groups = tuple(replace(option, country=None) for option in sighting.options if option.kind == "group")
    return Sighting(sighting.first, sighting.last, groups) if groups else None


def is_people_elsewhere(sighting: Sighting, doc: Doc, found: Sequence[Sighting]) -> bool:
    """ "Tajik fighters" of Afghanistan: no state's, unless the report names that state or its capital."""
    if doc.words(sighting.first, sighting.last) not in word_set("actors", "peoples_of_several_lands"):
        return False
    country = sighting.options[0].country
    states = (option for one in found for option in one.options if option.kind in {"country", "capital"})
    return all(state.country != country for state in states)


def with_full_names(doc: Doc, found: list[Sighting]) -> tuple[Sighting, ...]:
    """The bodies that the report itself names in full with their letters go before what the lists know in them."""
    if "(" not in doc.text:
        return tuple(found)
    known = [(one.first, one.last, one.options[0]) for one in found]
    own = [Sighting(first, last, (body,)) for first, last, body in named_in_full(doc, known)]
    taken = {index for one in own for index in range(one.first, one.last + 1)}
    kept = [one for one in found if one.first not in taken and one.last not in taken]
    return tuple(sorted([*own, *kept], key=lambda one: one.first))


def behind_article(doc: Doc, match: Sighting) -> Sighting:
    """ "The National Liberation Army" is no paper of the name "The National": the name that reaches farther."""
    first = match.first + 1
    own = longest_at(doc, first, names().longest.get(doc.tokens[first].text, 0)) if match.last >= first else None
    return own if own is not None and own.last > match.last else match


def longest_at(doc: Doc, first: int, most_words: int) -> Sighting | None:
    if not most_words or not looks_like_name(doc.tokens[first]):
        return None
    known = names()
    for last in range(farthest(doc, first, most_words), first - 1, -1):
        if last > first and is_no_end(doc.tokens[last]):
            continue
        options = known.get(doc.words(first, last))
        if options and (last > first or not is_ordinary(doc.tokens[first])):
            return Sighting(first, last, tuple(options))
    return None


def farthest(doc: Doc, first: int, most_words: int) -> int:
    """Where that many words end. Tokens are not words ("N'Djamena", "SPLM-N"): a few more may belong to them."""
    last, words_begun = first, 1
    for token in doc.tokens[first : first + most_words + 3]:
        words_begun += bool(token.whitespace_)
        if words_begun > most_words or last + 1 == len(doc):
            break
        last += 1
    return last


def is_no_end(token: Token) -> bool:
    """No name ends with a comma, or with a small word such as "of"."""
    return token.is_space or token.text in OPENING or (token.is_stop and token.text == token.lower_)


def looks_like_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.lower_.startswith(("al-", "el-"))


def is_ordinary(token: Token) -> bool:
    """A capital at the head of a sentence alone makes no name of an ordinary word."""
    return token.is_sent_start is True and token.pos_ in {"DET", "PRON", "ADP", "SCONJ", "ADV", "VERB", "AUX", "CCONJ"}


def story_countries(found: Sequence[Sighting]) -> Counter[str]:
    """How often the report names each country, by whatever word; a name that two lands share is of the one named
    otherwise too: "Congo" beside "Brazzaville".
    """
    telling = [one.options for one in found if is_telling(one.options)]
    sure = Counter(options[0].country for options in telling if options[0].country and not is_shared(options))
    shared = (choose(options, sure).country for options in telling if is_shared(options))
    return sure + Counter(country for country in shared if country)


def is_telling(options: tuple[Known, ...]) -> bool:
    if options[0].kind not in TELLING or is_army_or_agency(options):
        return False
    return options[0].kind != "group" or len(lands_of(options)) == 1


def is_shared(options: tuple[Known, ...]) -> bool:
    """ "Congo", "Dominican", "Korean"."""
    return len({option.country for option in options if option.kind in STATES}) > 1


def lands_of(groups: Sequence[Known]) -> set[str | None]:
    """ "Muslims", "Military Council": lists know armed bodies so called in several lands."""
    return {option.country for option in groups if option.kind == "group"}


def is_army_or_agency(options: tuple[Known, ...]) -> bool:
    """ "AFP": the armed forces of a country, or who reports; it does not tell by itself which country this is about."""
    return {"group", "media"} <= {option.kind for option in options}


def choose(options: tuple[Known, ...], countries: Counter[str], day: datetime.date | None = None) -> Known:
    """What the name most likely stands for: the one of a country that the story is about; a state before a group.

    Of a person's offices the one held on the day of the report; without a day the latest.
    """
    if len(options) == 1:
        return options[0]

    contested = is_army_or_agency(options)

    def rank(known: Known) -> tuple[bool, int, bool, int]:
        elsewhere = contested and known.kind == "group" and not countries.get(known.country or "", 0)
        return elsewhere, ORDER[known.kind], not known.in_office(day), -countries.get(known.country or "", 0)

    latest_first = sorted(options, key=lambda known: known.start, reverse=True)
    return min(latest_first if options[0].kind == "person" else options, key=rank)
