"""Territory histories: who is said to hold one place, by whom, since when."""

import datetime
import re
from collections.abc import Iterator, Sequence

from truceline.knowledge.files import word_set
from truceline.model.claims import AnyClaim, Territory
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, TerritoryHistory, TerritoryStep
from truceline.model.where import Place
from truceline.reconcile.clusters import Cluster, Likeness
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import (
    Days,
    actor_key,
    days_of,
    is_named,
    is_resolved,
    overlap,
    place_name,
    same_place,
)
from truceline.reconcile.offices import office_key
from truceline.reconcile.sides import agreement, are_two_voices, camps, contradiction, opposed
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import place_words, side_words
from truceline.reconcile.wording import words_in

NEAR = 3  # days: later, a place may have changed hands again
OWN = re.compile(r"\b(?:its|his|her|their|our)\b", re.IGNORECASE)
SURE = frozenset({"CT+", "PR+"})
TAKES = frozenset({"gained", "holds"})
GIVES = frozenset({"lost", "withdrew", "handed_over"})


def takes(claim: AnyClaim) -> Territory | None:
    return claim if isinstance(claim, Territory) and claim.place is not None else None


def keys(claim: Territory, _: Sources) -> Iterator[str]:
    if claim.place is not None and is_resolved(claim.place):
        yield place_name(claim.place)
        if claim.place.geonameid is not None:
            yield f"id {claim.place.geonameid}"


def likeness(first: Territory, second: Territory, sources: Sources) -> Found | None:
    """One place, in one war: two towns of one name are told apart by id, country or war."""
    if not same_place(first.place, second.place) or sources.theatre(first).is_same(sources.theatre(second)) is False:
        return None
    ids = {claim.place.geonameid for claim in (first, second) if claim.place}
    return (0.9, "the same place") if len(ids) == 1 else (0.7, "a place of the same name in the same war")


def exclude(first: Territory, second: Territory, sources: Sources) -> bool:
    if same_place(first.place, second.place) is False:
        return True
    return sources.theatre(first).is_same(sources.theatre(second)) is False


def told(claims: Sequence[Territory], _: Sources) -> Iterator[Likeness]:
    """ "the town", "the loss": the place told of right before."""
    last: int | None = None
    for index, claim in enumerate(claims):
        if claim.place is not None and is_resolved(claim.place):
            last = index
        elif last is not None and claim.evidence.sentence - claims[last].evidence.sentence <= 1:
            yield Likeness(last, index, 0.6, "the place told of right before")


def records(found: Cluster[Territory], sources: Sources) -> Iterator[AnyRecord]:
    made = history(found, sources)
    members = sorted(found.members, key=lambda claim: claim.id)
    yield made
    by_holder = camps(members, lambda claim: stand(claim, sources))
    title = f"Who holds {made.title}"
    for left, right in opposed(by_holder, lambda a, b: clash(a, b, sources)):
        why = contest(left[0], right[0], sources)
        yield contradiction(left, right, why, sources, title=title, about=made.id)
    for word, claims in by_holder.items():
        assert isinstance(word, tuple)  # noqa: S101
        held = "does not hold" if not word[1] else "holds"
        why = f"they say alike that {side_words(word[0])} {held} {place_words(made.place)}"
        yield from agreement(claims, why, sources, title=title, about=made.id)


def history(found: Cluster[Territory], sources: Sources) -> TerritoryHistory:
    members = sorted(found.members, key=lambda claim: (when(claim, sources), claim.id))
    place = best_place(members)
    return TerritoryHistory(
        id=content_id("territory_history", min(claim.id for claim in members)),
        title=place_words(place),
        members=tuple(claim.id for claim in members),
        reasons=found.reasons or ("the only claim on this place",),
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        place=place,
        steps=tuple(
            TerritoryStep(
                claim=claim.id,
                controller=claim.controller,
                change=claim.change,
                date=claim.date,
                claimed_by=claim.claimed_by,
            )
            for claim in members
        ),
    )


def best_place(members: Sequence[Territory]) -> Place:
    places = [claim.place for claim in members if claim.place]
    return min(places, key=lambda place: (place.geonameid is None, not is_resolved(place)))


def when(claim: Territory, sources: Sources) -> datetime.date:
    days = days_of(claim.date)
    return days[0] if days else sources.published(claim) or datetime.date.max


def stand(claim: Territory, sources: Sources) -> tuple[str, bool] | None:
    """Who holds the place after all, or does not; null where the claim leaves it open."""
    if claim.controller is None or claim.aux_mode in {"future", "hypothetical", "historical"}:
        return None
    side = holder_side(claim, sources)
    if side is None:
        return None
    if claim.factuality == "CT-":
        return (side, claim.change in GIVES)
    if claim.factuality not in SURE or claim.change not in TAKES | GIVES:
        return None
    return (side, claim.change in TAKES)


def holder_side(claim: Territory, sources: Sources) -> str | None:
    """Null for "gunmen" or "X's forces" that may be anybody's; a party's "soldiers" are its own."""
    theatre, controller = sources.theatre(claim), claim.controller
    if controller is None:
        return None
    if OWN.search(claim.evidence.exact) and office_key(controller) == "armed forces":
        return theatre.side_of(claim.claimed_by)
    side = theatre.side_of(controller)
    if controller.kind == "person" and side == actor_key(controller):
        return None  # whose side he is on is not known
    return actor_key(controller) if side is None and is_named(controller) and controller.kind != "person" else side


def clash(first: Territory, second: Territory, sources: Sources) -> bool:
    """Two who hold one whole place at one time; or one who does and does not."""
    if not are_two_voices(first, second, sources) or not at_one_time(first, second, sources):
        return False
    one, other = stand(first, sources), stand(second, sources)
    if one is None or other is None:
        return False
    if one[0] == other[0]:
        return one[1] != other[1] and not in_turn(first, second, sources)
    if told_by_itself(first, second):
        return False
    return one[1] and other[1] and not any(map(of_a_part, (first, second)))


def told_by_itself(first: Territory, second: Territory) -> bool:
    """A report that vouches for the one itself and cites another for the other: they happened in turn, or nearby."""
    own = "author" in {first.claimed_by.resolution, second.claimed_by.resolution}
    return own and first.report == second.report and "CT-" not in {first.factuality, second.factuality}


def of_a_part(claim: Territory) -> bool:
    """ "Holds only the airport", "captured a battalion's base in the town"."""
    return claim.extent == "part" or not word_set("territory", "ground_parts").isdisjoint(
        words_in(claim.evidence.exact)
    )


def in_turn(first: Territory, second: Territory, sources: Sources) -> bool:
    """Taken or held, and then left: both hold, one after the other. A denial is none of the two."""
    if "CT-" in {first.factuality, second.factuality}:
        return False
    if "gained" in {first.change, second.change}:
        return True
    held, left = (first, second) if first.change in TAKES else (second, first)
    before, then = sources.published(held), sources.published(left)
    return not is_still(held) and (held.report == left.report or bool(before and then and before < then))


def is_still(claim: Territory) -> bool:
    """ "Still hold", "remain in control"."""
    return not word_set("territory", "still_there").isdisjoint(words_in(claim.evidence.exact))


def at_one_time(first: Territory, second: Territory, sources: Sources) -> bool:
    return overlap(days(first, sources), days(second, sources), slack=NEAR) is not False


def days(claim: Territory, sources: Sources) -> Days | None:
    told_on = sources.published(claim)
    return days_of(claim.date) or ((told_on, told_on) if told_on else None)


def contest(first: Territory, second: Territory, sources: Sources) -> str:
    one, other = stand(first, sources), stand(second, sources)
    assert one and other and first.controller and second.controller  # noqa: S101 - a stand has a holder
    if one[0] == other[0]:
        return f"one says that {side_words(one[0])} holds the place, the other denies it"
    return f"one says that {side_words(one[0])} holds the place, the other that {side_words(other[0])} does"


territory: Joiner[Territory] = Joiner(
    name="territory", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude, told=told
)
