"""A report with its grammar: what markers are given."""

from dataclasses import dataclass

from truceline.model.report import Report
from truceline.understand.tokens import Doc


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """``doc`` covers the whole of ``report.text``: ``token.idx`` is an offset into it.

    ``conflict`` is the name of the conflict the user gave, or null.
    """

    report: Report
    doc: Doc
    conflict: str | None = None
