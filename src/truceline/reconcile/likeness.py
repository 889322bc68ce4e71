"""When two actors, days or places are the same, may be the same, or cannot be."""

import datetime

from truceline.model.actor import Actor
from truceline.model.when import Date

DAY = datetime.timedelta(days=1)


def actor_key(actor: Actor | str | None) -> str:
    """Equal for the same actor however it is written; a metonym is its government."""
    if actor is None:
        return "-"
    if isinstance(actor, str):
        return actor
    if actor.resolution == "author":
        return "the report itself"
    return (actor.entity_name or actor.entity_text or "-").casefold()


def side_keys(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The sides that actors stand for: their country where known, else themselves."""
    return frozenset(actor.country or actor_key(actor) for actor in actors)


def may_be_same_day(first: Date | None, second: Date | None) -> bool | None:
    """True or False where both are known; null where one is not."""
    if first is None or second is None or not (first.earliest and first.latest and second.earliest and second.latest):
        return None
    return first.earliest <= second.latest and second.earliest <= first.latest
