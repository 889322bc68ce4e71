"""An amount of any language, and the mark that it leaves on a report."""

from dataclasses import dataclass

from truceline.model.mark import NumberMark
from truceline.understand.parsed_report import ParsedReport


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole things or persons. Offsets count in the report's text. ``rule`` says how a bound came about."""

    start: int
    end: int
    value: int | None
    low: int | None
    high: int | None
    rule: str | None = None


def number_mark(parsed: ParsedReport, amount: Amount, counted: str | None) -> NumberMark:
    """``counted``: the noun behind the amount, as the language tells it."""
    return NumberMark(
        report=parsed.report.id,
        start=amount.start,
        end=amount.end,
        text=parsed.report.text[amount.start : amount.end],
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound_rule=amount.rule,
        counted=counted,
    )
