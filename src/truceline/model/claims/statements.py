"""Who says what (PARC/PolNeAR: source, cue, content)."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.evidence import Span
from truceline.model.when import Date

QuoteMode = Literal["direct", "indirect", "mixed"]
StatementFunction = Literal[
    "statement", "claim", "denial", "demand", "condition", "intention", "promise", "accusation", "non_disclosure",
]  # fmt: skip


class StatementFields(Fields):
    """Source null with ``source_span`` null: an attribution without a source ("is reported to")."""

    source: Actor | None = None
    source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    content: str
    content_spans: tuple[Span, ...]
    quote_mode: QuoteMode
    function: StatementFunction = "statement"
    said_on: Date | None = None
    medium: str | None = None


class Statement(StatementFields, Claim):
    kind: Literal["statement"] = "statement"
