"""Claims side by side: which of them cannot both hold, and which say alike."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim
from truceline.model.ids import content_id
from truceline.model.record import Agreement, AnyRecord, Contradiction
from truceline.reconcile.likeness import actor_key
from truceline.reconcile.offices import army_words, office_words
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import says
from truceline.reconcile.wording import words_in

C = TypeVar("C", bound=AnyClaim)


def are_two_voices(first: AnyClaim, second: AnyClaim, sources: Sources) -> bool:
    """Not the same claimant, nor in one report the short form of his name ("the Observatory")."""
    if first.report == second.report and is_short_for(first.claimed_by, second.claimed_by):
        return False
    if first.claimed_by.resolution == second.claimed_by.resolution == "author":
        return not sources.are_of_one_origin(first.report, second.report)
    return voice(first, first.report) != voice(second, second.report)


def voice(claim: AnyClaim, origin: str) -> str:
    """Whose word it is: the claimant's; a report's own voice counts once for all of its origin."""
    return f"report {origin}" if claim.claimed_by.resolution == "author" else actor_key(claim.claimed_by)


def is_short_for(one: Actor, other: Actor) -> bool:
    """ "The Observatory" for the longer name of one; but "the army" is no short form of the Arakan Army."""
    if one.country and other.country and one.country != other.country:
        return False
    words, others = (set(words_in(actor.entity_name or "")) for actor in (one, other))
    shorter = min(words, others, key=len)
    return bool(shorter) and shorter == words & others and not shorter <= army_words() | office_words()


def camps(claims: Iterable[C], said: Callable[[C], Hashable]) -> dict[Hashable, list[C]]:
    """Claims by what they say; those that say nothing (null) stand in no camp."""
    found: dict[Hashable, list[C]] = defaultdict(list)
    for claim in claims:
        word = said(claim)
        if word is not None:
            found[word].append(claim)
    return found


def contradiction(
    one: Sequence[AnyClaim], other: Sequence[AnyClaim], why: str, sources: Sources, *, title: str, about: str | None
) -> Contradiction:
    """Two camps against each other. The first member of each comes first, so that a page can show both."""
    one, other = named_first(one), named_first(other)
    members = (one[0], other[0], *one[1:], *other[1:])
    return Contradiction(
        id=content_id("contradiction", about, why, *sorted(claim.id for claim in (one[0], other[0]))),
        title=title,
        members=tuple(dict.fromkeys(claim.id for claim in members)),
        reasons=(why,),
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        why=f"{says(one[0])} and {says(other[0])}: {why}",
        about=about,
    )


def named_first(camp: Sequence[AnyClaim]) -> Sequence[AnyClaim]:
    """Claimants before reports that speak for themselves."""
    return sorted(camp, key=lambda claim: claim.claimed_by.resolution == "author")


def agreement(
    claims: Sequence[AnyClaim], why: str, sources: Sources, *, title: str, about: str | None
) -> list[AnyRecord]:
    """One record where two voices or more say alike; none where one voice is repeated, or a report its own source."""
    claims = without_echoes(claims, sources)
    origins = sources.origins(claims)
    voices = {voice(claim, origins[claim.report]): says(claim) for claim in claims}
    if len(voices) < 2:
        return []
    who = ", ".join(sorted(set(voices.values()) - {"the report itself"}))
    own = sum(name == "the report itself" for name in voices.values())
    words = [who] if who else []
    words += [f"{own} reports of their own" if own > 1 else "a report of its own"] if own else []
    return [
        Agreement(
            id=content_id("agreement", about, why, min(claim.id for claim in claims)),
            title=title,
            members=tuple(claim.id for claim in claims),
            reasons=(why,),
            independent_sources=sources.independent(claims),
            outlets=sources.outlets(claims),
            why=f"{' and '.join(words)}: {why}",
            about=about,
        )
    ]


def without_echoes(claims: Sequence[AnyClaim], sources: Sources) -> list[AnyClaim]:
    """A report that names its source and then says the same itself ("Two killed, police say") adds no voice."""
    origins = sources.origins(claims)
    sourced = {origins[claim.report] for claim in claims if claim.claimed_by.resolution != "author"}
    return [
        claim for claim in claims if claim.claimed_by.resolution != "author" or origins[claim.report] not in sourced
    ]


def opposed(found: dict[Hashable, list[C]], clash: Callable[[C, C], bool]) -> Iterable[tuple[list[C], list[C]]]:
    """Camps of which each member clashes with a member of the other; only the members that clash."""
    for one, other in combinations(found.values(), 2):
        left = [claim for claim in one if any(clash(claim, against) for against in other)]
        right = [claim for claim in other if any(clash(against, claim) for against in one)]
        if left and right:
            yield left, right
