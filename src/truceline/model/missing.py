"""Why a value is absent. Nothing is guessed in silence: every null has one of these reasons."""

from typing import Literal

Missing = Literal[
    "not_stated",
    "unclear",
    "withheld",
    "vague_quantity",
    "rounded_figure",
    "unresolved",
    "not_applicable",
]
