"""Verbs of meeting, frame by frame: each says who must stand beside the verb so that it tells a meeting of parties."""

from collections.abc import Callable

from truceline.understand.finders.talks_parts.verbs_of_coming import attends, goes_to_meet
from truceline.understand.finders.talks_parts.verbs_of_mediating import (
    mediates,
    offers_help,
    persuades,
    shuttles,
    wrangles,
)
from truceline.understand.finders.talks_parts.verbs_of_meeting import meets
from truceline.understand.finders.talks_parts.verbs_of_receiving import recalls, receives, turns_away, visits
from truceline.understand.finders.talks_parts.verbs_of_sitting import (
    comes_together,
    gathers,
    goes_to_table,
    is_in_one_room,
)
from truceline.understand.finders.talks_parts.verbs_of_speaking import (
    calls,
    discusses,
    speaks_by_phone,
    speaks_with,
    tells_by_phone,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

Frame = Callable[[Token, MarkedReport], bool]
# Sure frames first; a loose one counts only where no surer word of the same clause tells the meeting.
FRAMES: dict[str, Frame] = {
    "verb": meets,
    "by phone": speaks_by_phone,
    "shuttle": shuttles,
    "set phrase": comes_together,
    "to the table": goes_to_table,
    "in one room": is_in_one_room,
    "attends": attends,
    "gathers": gathers,
    "persuades": persuades,
    "offers": offers_help,
    "turns away": turns_away,
    "recalls": recalls,
    "visits": visits,
    "wrangles": wrangles,
}
LOOSE_FRAMES: dict[str, Frame] = {
    "speaks with": speaks_with,
    "tells by phone": tells_by_phone,
    "calls": calls,
    "receives": receives,
    "mediates": mediates,
    "discusses": discusses,
    "travels": goes_to_meet,
}
