"""What a claim of losses says in whole persons, and when two of them cannot both hold."""

from functools import lru_cache

from truceline.knowledge.files import words
from truceline.model.actor import Actor
from truceline.model.claims import Casualties
from truceline.reconcile.likeness import actor_key, is_named, place_name
from truceline.reconcile.sources import Sources
from truceline.reconcile.wording import words_in

Bounds = tuple[int, int | None]
"""Least and most persons; most null where it is open."""
ROUNDED = 0.05  # "about 100" is not contradicted by 97


def bounds(claim: Casualties) -> Bounds | None:
    """Null where no figure is given. A rounded or "about" figure reaches a twentieth to both sides."""
    if claim.low is None and claim.value is None and claim.high is None:
        return None
    low = claim.low if claim.low is not None else claim.value or 0
    high = claim.high if claim.high is not None else claim.value
    if claim.bound_rule == "approximately" or claim.missing.get("low") == "rounded_figure":
        return int(low * (1 - ROUNDED)), int(high * (1 + ROUNDED)) if high is not None else None
    return low, high


def exclude_each_other(first: Bounds, second: Bounds) -> bool:
    """No number lies within both."""
    return above(first, second) or above(second, first)


def above(first: Bounds, second: Bounds) -> bool:
    """The least of the first is more than the most of the second."""
    return second[1] is not None and first[0] > second[1]


def figure_words(claim: Casualties) -> str:
    """``12``, ``at least 12``, ``up to 30``, ``12 to 15``, ``not disclosed``."""
    if claim.value is not None:
        return f"{claim.value:,}"
    if claim.low is not None and claim.high is not None:
        return f"{claim.low:,} to {claim.high:,}"
    if claim.low is not None:
        return f"at least {claim.low:,}"
    return f"up to {claim.high:,}" if claim.high is not None else "not disclosed"


def people_key(claim: Casualties, sources: Sources) -> str:
    """Whose people of which kind: equal where two claims count the same people."""
    rebels = " rebels" if kind_of_fighters(claim) == "rebels" else ""
    return f"{losses_key(claim, sources)} {claim.person_status} {' '.join(claim.subgroup)} {claim.harm}{rebels}"


def place_key(claim: Casualties) -> str:
    """A province's or a town's count is one of its own."""
    of_a_part = claim.place is not None and (claim.place.precision or 6) < 6
    return place_name(claim.place) if of_a_part and claim.place else ""


def kind_of_fighters(claim: Casualties) -> str:
    """``rebels`` or ``soldiers`` by the words alone ("120 militants"); empty where they tell neither."""
    told = claim.losses_of.entity_text if isinstance(claim.losses_of, Actor) else ""
    said = set(words_in(f"{claim.evidence.exact} {told or ''}"))
    return next((kind for kind in ("rebels", "soldiers") if said & counted_as(kind)), "")


@lru_cache(maxsize=2)
def counted_as(kind: str) -> frozenset[str]:
    return frozenset(words("actors")[f"{kind}_counted"])


def losses_key(claim: Casualties, sources: Sources) -> str:
    """The side that lost them; a description of people ("soldiers") is no side."""
    if claim.losses_of is None:
        return "-"
    if not isinstance(claim.losses_of, Actor):
        return claim.losses_of
    actor = claim.losses_of
    named = actor_key(actor) if is_named(actor) else "-"
    return sources.theatre(claim).side_of(actor) or named


def of_a_part(claim: Casualties, other: Casualties) -> bool:
    """A smaller count of one who sees but a part: a brigade of its sector, a hospital; nobody "of the staff"."""
    one, whole = bounds(claim), bounds(other)
    if one is None or whole is None or not above(whole, one):
        return False
    who = set(words_in(claim.claimed_by.entity_name or claim.claimed_by.entity_text or ""))
    return bool(who & part_words("counters_of_a_part")) or is_nobody_of_some(claim)


def is_nobody_of_some(claim: Casualties) -> bool:
    """ "No consulate staff were injured": others may have been."""
    said = set(words_in(claim.evidence.exact))
    return claim.value == 0 and claim.person_status == "unknown" and not said & part_words("anybody")


@lru_cache(maxsize=2)
def part_words(name: str) -> frozenset[str]:
    return frozenset(words("casualties")[name])
