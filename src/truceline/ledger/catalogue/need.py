"""How much a claim needs a person's eye: unsure values times what hangs on it."""

from truceline.model.claims import AnyClaim
from truceline.model.noun import Noun

# What a wrong value changes: a toll, the stage of a truce and a round of talks stand in figures of their own.
WEIGHT = {"casualties": 4, "ceasefire": 4, "talks": 3, "territory": 3, "position": 2, "event": 2, "statement": 1}
UNSURE = frozenset({"inferred", "unresolved", "partial"})


def priority_of(claim: AnyClaim) -> int:
    return WEIGHT[claim.kind] * (1 + len(unsure_fields(claim)))


def unsure_fields(claim: AnyClaim) -> list[str]:
    """Fields whose value was worked out, not read, in the order of the claim's fields."""
    return [field for field, value in claim if is_unsure(value, field)]


def is_unsure(value: object, field: str) -> bool:
    if value is None or isinstance(value, int):
        return False
    if isinstance(value, str):
        return field.endswith("_basis") and value == "inferred"
    if isinstance(value, tuple):
        return any(is_unsure(part, field) for part in value)
    return isinstance(value, Noun) and getattr(value, "resolution", None) in UNSURE
