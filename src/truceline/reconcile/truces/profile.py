"""One claim about a truce, as far as it tells which truce is meant."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from truceline.knowledge.files import word_set, words
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Ceasefire
from truceline.model.where import Place
from truceline.reconcile.likeness import Days, actor_key, days_of, is_named, is_resolved, place_name
from truceline.reconcile.sources import Sources
from truceline.reconcile.theatres import Theatre

ENDINGS = frozenset({"collapsed", "expired", "ended", "not_observed"})
WISHES = frozenset({"sought", "proposed", "rejected"})
LATER = frozenset({"extended", "violated", "in_force"}) | ENDINGS  # what is only said of a truce that there is
OVER = frozenset({"collapsed", "violated"})
WORD = re.compile(r"[a-z][a-z-]*")
DURATION = re.compile(r"P(T?)(\d+)([HMDW])")
UNITS = {"TH": 1 / 24, "TM": 1 / 1440, "D": 1.0, "W": 7.0, "M": 30.0}  # days; ISO 8601: T before times
WEEK = datetime.timedelta(days=7)
CAPITAL = "PPLC"  # GeoNames
COUNTRY = 6  # where_prec of a whole country


@dataclass(frozen=True, slots=True)
class TruceProfile:
    """``declared``, ``effective``, ``ended``: days; ``seen``: a day on which it held, was extended or was only wished
    for; ``told``: day of publication. ``ordinal``: 3 for "a third truce". ``groups``: the armed groups among its sides.

    ``several``: the words speak of more than one truce. ``length``: days that it was to last. ``kind``: for how
    long it was to be, and for what. ``wider``: set against another truce. ``ground``: its town or region, no capital.
    """

    stage: str
    theatre: Theatre
    sides: frozenset[str]
    groups: frozenset[str]
    declared: Days | None
    effective: Days | None
    ended: Days | None
    seen: Days | None
    told: datetime.date | None
    ordinal: int | None
    several: bool
    wider: bool
    length: float | None
    kind: frozenset[str]
    places: frozenset[str]
    ground: tuple[Place, ...]

    @property
    def start(self) -> Days | None:
        return self.declared or self.effective

    @property
    def short(self) -> bool:
        """Of some hours."""
        return self.length is not None and self.length < 1

    @property
    def day(self) -> datetime.date | None:
        """The day to look for others by."""
        known = self.start or self.ended or self.seen
        return known[0] if known else self.told


def profile(claim: AnyClaim, sources: Sources) -> TruceProfile:
    assert isinstance(claim, Ceasefire)  # noqa: S101 - only truces come here
    theatre = sources.theatre(claim)
    said = tuple(WORD.findall(claim.evidence.exact.lower()))
    told = sources.published(claim)
    lasts = goes_on(claim, said) and not begun_before(claim, told)
    wish = claim.stage in WISHES
    named = claim.place if claim.place and is_resolved(claim.place) else None
    return TruceProfile(
        stage=claim.stage,
        theatre=theatre,
        sides=frozenset(filter(None, map(theatre.side_of, claim.parties))),
        groups=frozenset(theatre.side_of(actor) or actor_key(actor) for actor in claim.parties if is_group(actor)),
        declared=None if lasts or wish or foretold(claim) else days_of(claim.declared),
        effective=None if lasts else days_of(claim.effective),
        ended=days_of(claim.ended),
        seen=days_of(claim.effective or claim.declared) if lasts or wish else None,
        told=told,
        ordinal=ordinal_in(said),
        several=any(word in plurals() for word in said),
        wider=any(word in words("ceasefires")["wider"] for word in said),
        length=None if goes_on(claim, said) or claim.stage in OVER else days_in(claim.duration),
        kind=kind_of(claim),
        places=frozenset([place_name(named)] if named else []),
        ground=(named,) if named and (named.precision or 0) < COUNTRY and named.feature_code != CAPITAL else (),
    )


def goes_on(claim: Ceasefire, said: tuple[str, ...]) -> bool:
    """Extended, or told to be holding: its day is none on which it began, its duration how long it has held."""
    lasting = any(word in word_set("ceasefires", "lasting") for word in said)
    return claim.stage == "extended" or (claim.stage == "in_force" and lasting)


def begun_before(claim: Ceasefire, told: datetime.date | None) -> bool:
    """ "The truce of March 2 remains in force": weeks later that is the day on which it began."""
    days = days_of(claim.effective or claim.declared)
    return bool(claim.stage == "in_force" and days and told and days[1] < told - WEEK)


def is_group(actor: Actor) -> bool:
    """By its name, or by that of its camp ("the loyalist truce"); "the rebels" may be any."""
    camp = (actor.entity_text or "").casefold() in words("ceasefires")["armed_camps"]
    return actor.kind == "non_state" and (is_named(actor) or camp)


def kind_of(claim: Ceasefire) -> frozenset[str]:
    """An end tells how long it held, which is not how long it was to hold."""
    planned = (claim.duration,) if claim.duration and claim.stage not in {"in_force", *OVER} else ()
    return frozenset((*planned, *claim.purpose))


def foretold(claim: Ceasefire) -> bool:
    """ "The truce will take effect on Friday": that is not the day on which it was declared."""
    return claim.aux_mode == "future" and days_of(claim.declared) == days_of(claim.effective)


def days_in(duration: str | None) -> float | None:
    """Days of an ISO 8601 duration in hours, minutes, days, weeks or months; null for any other."""
    found = DURATION.fullmatch(duration or "")
    return int(found[2]) * UNITS[found[1] + found[3]] if found else None


def ordinal_in(said: tuple[str, ...]) -> int | None:
    """The number before a word for a truce, at most two words away: "a third humanitarian ceasefire"."""
    for index, word in enumerate(said):
        truce = next((at for at in range(index + 1, index + 4) if at < len(said) and said[at] in singulars()), None)
        if word in ordinals() and truce is not None and not is_record(said[truce + 1 : truce + 5]):
            return ordinals()[word]
    return None


def is_record(after: tuple[str, ...]) -> bool:
    """ "The first truce in five weeks", "the first ceasefire since May": remarkable, but not counted."""
    since, spans = words("ceasefires")["since"], words("ceasefires")["spans"]
    if after[:1] and after[0] in since:
        return True
    return after[:1] in {("in",), ("for",)} and any(word in spans for word in after)


@lru_cache(maxsize=1)
def ordinals() -> dict[str, int]:
    return {word: number for number, word in enumerate(words("ceasefires")["ordinals"], start=1)}


@lru_cache(maxsize=1)
def singulars() -> frozenset[str]:
    lists = words("ceasefires")
    return frozenset((*lists["truces"], *lists["papers"], *lists["bare_stops"]))


@lru_cache(maxsize=1)
def plurals() -> frozenset[str]:
    return frozenset(f"{word}s" for word in words("ceasefires")["truces"])
