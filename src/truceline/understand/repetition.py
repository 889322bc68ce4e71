"""One fact told twice in one report is one claim: the body's, with the headline's words as further evidence.

Headlines are shorter than leads ("Clashes kill four"), so likeness asks only that nothing which both give differs.
"""

from collections import defaultdict
from collections.abc import Callable

from truceline.model.actor import Actor
from truceline.model.claims import (
    AnyClaim,
    Casualties,
    Ceasefire,
    Event,
    Position,
    Talks,
    Territory,
)
from truceline.model.where import Place
from truceline.understand.marked_sentence import MarkedReport

LEAD = 4  # body sentences: a headline sums up the first paragraphs, not the background at the end
IDENTITY = {"id", "evidence", "repeated_in", "missing", "found_by", "event_text"}


def without_repetition(marked: MarkedReport, claims: list[AnyClaim]) -> list[AnyClaim]:
    """Drop a second claim of one fact at the same words; fold headline claims into the lead's."""
    return fold_headline(marked, without_doubles(claims))


def without_doubles(claims: list[AnyClaim]) -> list[AnyClaim]:
    """Of claims that say the same in overlapping words, keep the first."""
    kept: list[AnyClaim] = []
    in_sentence: defaultdict[int, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        before = in_sentence[claim.evidence.sentence]
        if not any(is_double(claim, other) for other in before):
            kept.append(claim)
            before.append(claim)
    return kept


def is_double(claim: AnyClaim, other: AnyClaim) -> bool:
    overlap = claim.evidence.start < other.evidence.end and other.evidence.start < claim.evidence.end
    return overlap and type(claim) is type(other) and own(claim) == own(other)


def own(claim: AnyClaim) -> dict[str, object]:
    return {name: value for name, value in claim if name not in IDENTITY}


def fold_headline(marked: MarkedReport, claims: list[AnyClaim]) -> list[AnyClaim]:
    headline = {sentence.index for sentence in marked.sentences if sentence.role == "headline"}
    body = [sentence.index for sentence in marked.sentences if sentence.role == "body"]
    lead = set(body[:LEAD])
    folded: dict[str, AnyClaim] = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.evidence.sentence not in headline:
            continue
        twin = next(
            (other for other in folded.values() if other.evidence.sentence in lead and repeats(claim, other)), None
        )
        if twin is not None:
            del folded[claim.id]
            folded[twin.id] = twin.model_copy(update={"repeated_in": (*twin.repeated_in, claim.evidence)})
    return list(folded.values())


def repeats(claim: AnyClaim, other: AnyClaim) -> bool:
    """The two say the same as far as both go. Statements are never folded: who was quoted where matters."""
    alike = ALIKE.get(type(claim))
    return type(claim) is type(other) and alike is not None and alike(claim, other)


def casualties_alike(claim: Casualties, other: Casualties) -> bool:
    figures = (claim.value, claim.low, claim.high) == (other.value, other.low, other.high)
    bare = claim.value is not None and claim.value == other.low  # "kill four" over "at least four"
    statuses = claim.person_status == other.person_status or "unknown" in {claim.person_status, other.person_status}
    return claim.harm == other.harm and (figures or bare) and statuses


def ceasefires_alike(claim: Ceasefire, other: Ceasefire) -> bool:
    return claim.stage == other.stage and sides_agree(claim.parties, other.parties)


def talks_alike(claim: Talks, other: Talks) -> bool:
    return claim.status == other.status and sides_agree(claim.named, other.named)


def territory_alike(claim: Territory, other: Territory) -> bool:
    return claim.change == other.change and places_agree(claim.place, other.place)


def events_alike(claim: Event, other: Event) -> bool:
    same_kind = claim.event == other.event and (claim.mode == other.mode or None in {claim.mode, other.mode})
    return same_kind and sides_agree(claim.actor, other.actor) and places_agree(claim.place, other.place)


def positions_alike(claim: Position, other: Position) -> bool:
    holders = tuple(actor for actor in (claim.holder,) if actor), tuple(actor for actor in (other.holder,) if actor)
    return claim.stance == other.stance and sides_agree(*holders)


def sides_agree(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """One side in common, or one of the two names none."""
    sides, other_sides = ({name for actor in group for name in names(actor)} for group in (actors, others))
    return not sides or not other_sides or bool(sides & other_sides)


def names(actor: Actor) -> set[str]:
    return {name.casefold() for name in (actor.entity_name, actor.entity_text, actor.country) if name}


def places_agree(place: Place | None, other: Place | None) -> bool:
    return place is None or other is None or (place.name or place.raw) == (other.name or other.raw)


# mypy cannot see that each key fits its function's arguments; `repeats` checks the types.
ALIKE: dict[type, Callable[..., bool]] = {
    Casualties: casualties_alike,
    Ceasefire: ceasefires_alike,
    Talks: talks_alike,
    Territory: territory_alike,
    Event: events_alike,
    Position: positions_alike,
}
