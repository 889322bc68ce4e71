"""Placeholder until its first version lands."""

from collections.abc import Sequence

from truceline.model.mark import ActorMark, SpeakerMark
from truceline.understand.parsed_report import ParsedReport


def mark_speakers(parsed: ParsedReport, actors: Sequence[ActorMark]) -> list[SpeakerMark]:
    return []
