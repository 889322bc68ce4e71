"""Placeholder until its first version lands."""

from collections.abc import Sequence

from truceline.model.mark import ModalityMark, SpeakerMark
from truceline.understand.parsed_report import ParsedReport


def mark_modality(parsed: ParsedReport, speakers: Sequence[SpeakerMark]) -> list[ModalityMark]:
    return []
