"""One claim about a truce, as far as it tells which truce is meant."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from truceline.knowledge.files import words
from truceline.model.claims import AnyClaim, Ceasefire
from truceline.reconcile.likeness import Days, days_of, is_resolved, place_name
from truceline.reconcile.sources import Sources
from truceline.reconcile.theatres import Theatre

ENDINGS = frozenset({"collapsed", "expired", "ended", "not_observed"})
WISHES = frozenset({"sought", "proposed", "rejected"})
LATER = frozenset({"extended", "violated", "in_force"}) | ENDINGS  # what is only said of a truce that there is
WORD = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True, slots=True)
class TruceProfile:
    """``declared``, ``effective``, ``ended``: days; ``seen``: a day on which it held, was extended or was only wished
    for; ``told``: day of publication. ``ordinal``: 3 for "a third truce".

    ``several``: the words speak of more than one truce. ``short``: it was to last less than a day. ``kind``: for how
    long it was to be, and for what.
    """

    stage: str
    theatre: Theatre
    sides: frozenset[str]
    declared: Days | None
    effective: Days | None
    ended: Days | None
    seen: Days | None
    told: datetime.date | None
    ordinal: int | None
    several: bool
    short: bool
    kind: frozenset[str]
    places: frozenset[str]

    @property
    def start(self) -> Days | None:
        return self.declared or self.effective

    @property
    def day(self) -> datetime.date | None:
        """The day to look for others by."""
        known = self.start or self.ended or self.seen
        return known[0] if known else self.told


def profile(claim: AnyClaim, sources: Sources) -> TruceProfile:
    assert isinstance(claim, Ceasefire)  # noqa: S101 - only truces come here
    theatre = sources.theatre(claim)
    said = tuple(WORD.findall(claim.evidence.exact.lower()))
    lasts = claim.stage == "extended" or (claim.stage == "in_force" and any(word in lasting() for word in said))
    wish = claim.stage in WISHES
    return TruceProfile(
        stage=claim.stage,
        theatre=theatre,
        sides=frozenset(filter(None, map(theatre.side_of, claim.parties))),
        declared=None if lasts or wish or foretold(claim) else days_of(claim.declared),
        effective=None if lasts else days_of(claim.effective),
        ended=days_of(claim.ended),
        seen=days_of(claim.effective or claim.declared) if lasts or wish else None,
        told=sources.published(claim),
        ordinal=ordinal_in(said),
        several=any(word in plurals() for word in said),
        short=bool(claim.duration and re.fullmatch(r"PT\d+[HM]", claim.duration) and hours(claim.duration) < 24),
        kind=kind_of(claim),
        places=frozenset([place_name(claim.place)] if claim.place and is_resolved(claim.place) else []),
    )


def kind_of(claim: Ceasefire) -> frozenset[str]:
    """An end tells how long it held, which is not how long it was to hold."""
    planned = (claim.duration,) if claim.duration and claim.stage not in {"collapsed", "in_force", "violated"} else ()
    return frozenset((*planned, *claim.purpose))


def foretold(claim: Ceasefire) -> bool:
    """ "The truce will take effect on Friday": that is not the day on which it was declared."""
    return claim.aux_mode == "future" and days_of(claim.declared) == days_of(claim.effective)


def hours(duration: str) -> float:
    number = int(re.sub(r"\D", "", duration))
    return number if duration.endswith("H") else number / 60


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
def lasting() -> frozenset[str]:
    return frozenset(words("ceasefires")["lasting"])


@lru_cache(maxsize=1)
def singulars() -> frozenset[str]:
    lists = words("ceasefires")
    return frozenset((*lists["truces"], *lists["papers"], *lists["bare_stops"]))


@lru_cache(maxsize=1)
def plurals() -> frozenset[str]:
    return frozenset(f"{word}s" for word in words("ceasefires")["truces"])
