"""What a finder hands over: the own fields of a claim and the words it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode, Factuality, Fields
from truceline.model.mark import SpeakerMark
from truceline.model.missing import Missing


@dataclass(frozen=True, slots=True)
class Finding:
    """``start`` and ``end`` bound the evidence; ``at`` is the offset of the word that carries the fact:
    whose attribution and which clause's modality hold there is the claim's (assembly looks it up).

    ``factuality``, ``aux_mode`` and ``claimed_by`` overrule what assembly would look up. ``speaker`` is given only
    by the statement finder. ``missing`` gives reasons other than ``not_stated`` for null fields.
    """

    fields: Fields
    start: int
    end: int
    at: int
    rule: str
    missing: Mapping[str, Missing] = field(default_factory=dict)
    factuality: Factuality | None = None
    aux_mode: AuxMode | None = None
    claimed_by: Actor | None = None
    speaker: SpeakerMark | None = None
