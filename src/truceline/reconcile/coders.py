"""How far two coders agree who judged the same claims: Krippendorff's alpha, by kind and by field."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement, in_force

DECIDED = frozenset({"accept", "reject", "edit"})
Value = str | None
Ratings = dict[str, dict[str, Value]]
"""Claim to coder to value."""


@dataclass(frozen=True, slots=True)
class CoderAgreement:
    """``field`` is ``verdict`` or one that a coder corrected. ``alpha`` null: nothing varies, or too few claims."""

    kind: str
    field: str
    alpha: float | None
    claims: int
    coders: int


def coder_agreement(claims: Iterable[AnyClaim], judgements: Iterable[Judgement]) -> list[CoderAgreement]:
    """Only claims that two coders or more decided on. ``claims`` as the finders gave them."""
    known = {claim.id: claim for claim in claims}
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in in_force(judgements):
        if judgement.verdict in DECIDED and judgement.claims[0] in known:
            last[judgement.claims[0], judgement.by] = judgement
    by_kind: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in last.values():
        by_kind[known[judgement.claims[0]].kind].append(judgement)
    return [row for kind, made in sorted(by_kind.items()) for row in rows_of(kind, made, known)]


def rows_of(kind: str, made: Sequence[Judgement], known: Mapping[str, AnyClaim]) -> list[CoderAgreement]:
    fields = sorted({name for judgement in made for name in judgement.changes})
    return [measured(kind, name, ratings(name, made, known)) for name in ("verdict", *fields)]


def ratings(name: str, made: Sequence[Judgement], known: Mapping[str, AnyClaim]) -> Ratings:
    found: Ratings = defaultdict(dict)
    for judgement in made:
        claim = judgement.claims[0]
        found[claim][judgement.by] = value_of(name, judgement, known[claim])
    return {claim: values for claim, values in found.items() if len(values) > 1}


def value_of(name: str, judgement: Judgement, claim: AnyClaim) -> Value:
    """Null where the coder said nothing of the field: the claim was rejected."""
    if name == "verdict":
        return judgement.verdict
    if judgement.verdict == "reject":
        return None
    left = claim.model_dump(mode="json").get(name)
    return json.dumps(judgement.changes.get(name, left), sort_keys=True, default=str)


def measured(kind: str, name: str, found: Ratings) -> CoderAgreement:
    coders = sorted({coder for values in found.values() for coder in values})
    return CoderAgreement(kind, name, alpha(found, coders), len(found), len(coders))


def alpha(found: Ratings, coders: Sequence[str]) -> float | None:
    """Nominal. Raises ImportError naming what to install."""
    values = sorted({value for rated in found.values() for value in rated.values() if value is not None})
    if len(values) < 2:
        return None
    try:
        import krippendorff
    except ImportError as error:
        raise ImportError("agreement of coders needs krippendorff: pip install 'truceline[coders]'") from error
    nan = float("nan")
    number = {value: float(index) for index, value in enumerate(values)}
    table = [[number.get(rated.get(coder) or "", nan) for rated in found.values()] for coder in coders]
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))
