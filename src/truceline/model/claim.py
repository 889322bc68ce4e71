"""What every claim has: one thing that one report says, tied to the exact words."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.evidence import Evidence
from truceline.model.missing import Missing
from truceline.model.noun import Noun

ClaimKind = Literal["statement", "event", "casualties", "ceasefire", "talks", "territory", "position"]
CLAIM_KINDS: tuple[ClaimKind, ...] = (
    "statement", "event", "casualties", "ceasefire", "talks", "territory", "position",
)  # fmt: skip
# FactBank: certain, probable, possible; + happened, - did not, u not told. Uu: the source does not commit itself.
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
AuxMode = Literal["historical", "future", "hypothetical", "negation"]


class FoundBy(Noun):
    """Who made the claim: tool and its version, the finder, the rule that fired, the codebook in force."""

    tool: str
    version: str
    finder: str
    rule: str
    codebook: str


class Fields(Noun):
    """The own fields of one kind of claim. Each kind is one file in ``model.claims``."""


class Claim(Noun):
    """The common part. ``statement`` null and ``claimed_by`` AUTHOR: the report's own voice.

    ``repeated_in`` holds the words that say the same once more in this report (a headline and its first sentence).
    ``missing`` gives a reason for every null among the kind's own fields.
    """

    id: str
    kind: ClaimKind
    report: str
    evidence: Evidence
    repeated_in: tuple[Evidence, ...] = ()
    statement: str | None = None
    claimed_by: Actor
    factuality: Factuality = "CT+"
    aux_mode: AuxMode | None = None
    missing: dict[str, Missing] = {}
    found_by: FoundBy
