"""Whom "they" stands for in somebody's own words: never his own side."""

from collections.abc import Sequence

from truceline.model.actor import Actor
from truceline.model.mark import ActorMark, SpeakerMark
from truceline.understand.grammar import grammar_words
from truceline.understand.markers.actor_parts.sides import side_of
from truceline.understand.tokens import Doc

THEY = frozenset({"they", "them"})
SIDES = frozenset({"state", "government", "armed_force", "non_state"})
NAMED = frozenset({"named", "metonym"})


def without_own_side(doc: Doc, actors: Sequence[ActorMark], speakers: Sequence[SpeakerMark]) -> tuple[ActorMark, ...]:
    """ "They want us to accept a new post," he said: the other of two sides, else nobody."""
    direct = [one for one in speakers if one.quote_mode != "indirect" and one.actor is not None]
    if not direct or not any(mark.text.lower() in THEY for mark in actors):
        return tuple(actors)
    return tuple(meant_by(doc, mark, actors, direct) for mark in actors)


def meant_by(doc: Doc, mark: ActorMark, actors: Sequence[ActorMark], direct: Sequence[SpeakerMark]) -> ActorMark:
    said = said_around(doc, mark, direct) if mark.text.lower() in THEY else None
    if said is None or said[0].actor is None or is_named_in(said[1], mark, actors):
        return mark
    speaker = said[0].actor
    start, end = said[1]
    is_against_us = any(start <= token.idx < end and token.lower_ in grammar_words("first_person") for token in doc)
    if not is_against_us:
        return called(mark, None) if is_of_one_side(mark.actor, speaker) else mark
    return called(mark, other_side(speaker, actors))


def called(they: ActorMark, actor: Actor | None) -> ActorMark:
    """Somebody whom the report does not settle where no actor is meant."""
    meant = actor or Actor(resolution="unresolved")
    resolution = "coreference" if actor is not None else "unresolved"
    return they.model_copy(update={**dict(meant), "entity_text": they.text, "resolution": resolution})


def said_around(doc: Doc, mark: ActorMark, direct: Sequence[SpeakerMark]) -> tuple[SpeakerMark, tuple[int, int]] | None:
    """Who says these words, and the stretch of them that stands in quotation marks."""
    for speaker in direct:
        for start, end in speaker.content:
            if start <= mark.start < end and (speaker.quote_mode == "direct" or is_quoted(doc, start, mark.start)):
                return speaker, (start, end)
    return None


def is_quoted(doc: Doc, start: int, at: int) -> bool:
    """Behind an odd number of quotation marks in what is said."""
    before = [token.text for token in doc if start <= token.idx < at]
    return sum(text in {'"', "“", "”"} for text in before) % 2 == 1


def is_named_in(stretch: tuple[int, int], they: ActorMark, actors: Sequence[ActorMark]) -> bool:
    """ "The rebels came at dawn and they shot at us": the same words tell who."""
    return any(
        stretch[0] <= one.start < they.start and one.entity_name == they.entity_name and one.text.lower() not in THEY
        for one in actors
    )


def is_of_one_side(one: Actor, other: Actor) -> bool:
    if one.entity_name is not None and one.entity_name == other.entity_name:
        return True
    return one.country is not None and one.country == other.country and (one.sector == "REB") == (other.sector == "REB")


def other_side(speaker: Actor, actors: Sequence[ActorMark]) -> Actor | None:
    """Of the two that the report names; null where it names more or the speaker's is neither."""
    sides: dict[str, Actor] = {}
    for mark in actors:
        if mark.kind in SIDES and mark.resolution in NAMED and (mark.country is not None or mark.kind == "non_state"):
            sides.setdefault(side_of(mark.actor, sides), mark.actor)
    own = [side for side, actor in sides.items() if is_of_one_side(actor, speaker)]
    others = [actor for side, actor in sides.items() if side not in own]
    return others[0] if len(sides) == 2 and len(own) == len(others) == 1 else None
