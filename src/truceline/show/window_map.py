"""The map of a window: places, holders and what names no place, as the catalogue counts them."""

from collections import defaultdict
from dataclasses import replace

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.catalogue.places import PlaceCount, unplaced_in
from truceline.ledger.catalogue.places import places_in as told_places
from truceline.show.figures.place_map import FIGHTING_KINDS, PlaceMap, Told, drawn_maps
from truceline.show.parties import Parties
from truceline.show.window import Window

MOST_TOLD = 400  # places that are counted; those that are not drawn are told of under the map

MOST_HELD = 400  # claims of who holds a place that are looked through


def place_maps(catalogue: Catalogue, window: Window, parties: Parties) -> list[PlaceMap]:
    """Of what is told in a window, for a small and for a large screen."""
    told = [Told(*row, claim="") for row in places_in(catalogue, window)]
    return drawn_maps(window.conflict, told, holders_of(catalogue, window, parties), unnamed_in(catalogue, window))


def places_in(catalogue: Catalogue, window: Window) -> list[PlaceCount]:
    chosen = window.filter.only(*(window.filter.kinds or FIGHTING_KINDS))
    return told_places(catalogue, chosen, *bounds_of(window), MOST_TOLD)


def bounds_of(window: Window) -> tuple[str, str]:
    return (window.first.isoformat() if window.first else "0000", window.last.isoformat() if window.last else "9999")


def unnamed_in(catalogue: Catalogue, window: Window) -> int:
    chosen = replace(window.filter.only("event"), value="ASSAULT", first=None, last=None)
    return unplaced_in(catalogue, chosen, *bounds_of(window))


def holders_of(catalogue: Catalogue, window: Window, parties: Parties) -> dict[str, list[int]]:
    """Who is said to hold a place, by the newest claims of it; two holders are drawn over each other."""
    first, last = bounds_of(window)
    held = catalogue.once(("held", window.conflict, last), lambda: newest_holders(catalogue, window.conflict, last))
    found: dict[str, list[int]] = defaultdict(list)
    for place, name, day in held:
        slot = parties.slot_of_actor_name(name)
        if day >= first and len(found[place]) < 2 and slot not in found[place]:
            found[place].append(slot)
    return found


def newest_holders(catalogue: Catalogue, conflict: str, last: str) -> list[tuple[str, str, str]]:
    """Place, name and day of the newest ``MOST_HELD`` claims, newest first."""
    rows = catalogue.rows(
        """SELECT c.place, a.name, c.day FROM claims c JOIN actors a ON a.claim = c.n AND a.part = 'holds'
        WHERE c.conflict = ? AND c.kind = 'territory' AND c.value IN ('gained', 'holds') AND c.state <> 'rejected'
          AND c.aux IS NULL AND c.day <= ? ORDER BY c.day DESC LIMIT ?""",
        [conflict, last, MOST_HELD],
    )
    return [tuple(row) for row in rows]
