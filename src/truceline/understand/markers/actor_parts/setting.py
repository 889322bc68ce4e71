"""What decides about every phrase: the names that the report knows, whose the words are, where the phrase begins."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from truceline.knowledge.names import Known, is_of_common_words
from truceline.model.actor import Actor, Sector
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.sightings import Sighting, choose, lands_of
from truceline.understand.tokens import Doc, Token

OWN_COUNCILS = frozenset({"National", "Supreme", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor where it stands: tokens ``first`` to ``last``, with the head that the grammar sees."""

    first: int
    last: int
    head: Token
    actor: Actor
    definite: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report tells about names: where known names stand and which countries it is about."""

    doc: Doc
    at: dict[int, Sighting]
    countries: Counter[str]
    day: datetime.date | None = None
    grounds: Mapping[int, str] = field(default_factory=dict)
    """Token to the country of the place that it stands in the name of."""
    story: Counter[str] = field(default_factory=Counter)
    """``countries`` without those that are named only as where others meet."""

    def known(self, token: Token, *kinds: str) -> Known | None:
        sighting = self.at.get(token.i)
        if sighting is None:
            return None
        options = tuple(option for option in sighting.options if not kinds or option.kind in kinds)
        known = choose(options, self.countries, self.day) if options else None
        if known is None or known.kind != "group" or not self.is_any_of_several(known, options):
            return known
        return replace(known, name=self.doc.words(sighting.first, sighting.last), country=None)

    def is_any_of_several(self, known: Known, options: Sequence[Known]) -> bool:
        """Bodies so called are known in several lands, and the report names none of these."""
        return len(lands_of(options)) > 1 and not self.countries.get(known.country or "", 0)


def setting_of(
    doc: Doc,
    found: Sequence[Sighting],
    countries: Counter[str],
    day: datetime.date | None = None,
    grounds: Mapping[int, str] | None = None,
) -> Setting:
    at = {index: sighting for sighting in found for index in range(sighting.first, sighting.last + 1)}
    return Setting(doc, at, countries, day, grounds or {})


def is_nation(token: Token, setting: Setting) -> bool:
    return setting.known(token, "adjective", "demonym") is not None


def is_body(head: Token) -> bool:
    return head.text in actor_words("organisation_words")


def whose(tokens: list[Token], setting: Setting) -> tuple[str | None, Sector | None]:
    """Country and, where a group or organisation owns the office, its sector."""
    country: str | None = None
    sector: Sector | None = None
    for token in tokens:
        known = setting.known(
            token, "country", "adjective", "demonym", "group", "organisation", "media", "capital", "palace"
        )
        if known is None:
            country = country or (setting.grounds.get(token.i) if token.dep_ in {"pobj", "poss", "compound"} else None)
            continue
        if known.kind == "organisation" and is_of_its_own_land(setting.at[token.i], setting):
            continue
        if known.kind in {"group", "organisation", "media"}:
            sector, country = known.sector, country or known.country
        elif known.kind != "capital" or token.dep_ in {"poss", "compound"}:
            country = country or known.country
    return country, sector


def is_of_its_own_land(name: Sighting, setting: Setting) -> bool:
    """ "The Armenian Security Council" is not that of the United Nations."""
    first = name.first
    while first and setting.doc.tokens[first - 1].text in OWN_COUNCILS:
        first -= 1
    before = setting.doc.tokens[first - 1] if first and name.last > name.first else None
    is_state = before is not None and setting.known(before, "adjective", "demonym", "country") is not None
    return is_state and is_of_common_words(setting.doc.words(name.first, name.last))


def first_of(before: list[Token], name_first: int) -> int:
    """Where the phrase begins: after its determiner."""
    for token in before:
        if token.dep_ not in {"det", "predet", "cc", "punct"} and not token.is_space and token.pos_ != "PRON":
            return token.i
    return name_first
