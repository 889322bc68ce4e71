"""Placeholder until its first version lands."""

from collections.abc import Sequence

from truceline.model.mark import ActorMark, PlaceMark
from truceline.understand.parsed_report import ParsedReport


def mark_actors(parsed: ParsedReport, places: Sequence[PlaceMark]) -> list[ActorMark]:
    return []
