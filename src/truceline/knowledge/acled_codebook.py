"""The correspondence to ACLED's types and actor codes, read from one file that an analyst can correct."""

from functools import lru_cache
from typing import Literal, cast

from pydantic import ValidationError

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import SHIPPED, load_yaml
from truceline.model.noun import Noun


class AcledType(Noun):
    type: str
    sub_type: str


class AcledRule(AcledType):
    """All conditions given must hold. ``word`` must stand in the event's own words."""

    event: str
    mode: str | None = None
    word: str | None = None
    recipient: Literal["civilians"] | None = None
    two_sided: bool = False


class InterCode(Noun):
    code: int
    sectors: tuple[str, ...]


class AcledCodebook(Noun):
    version: str
    disorder_types: dict[str, str]
    rules: tuple[AcledRule, ...]
    territory: dict[Literal["government", "non_state", "handed_over"], AcledType]
    ceasefire_agreed: AcledType
    inter: dict[str, InterCode]
    of_the_state: tuple[str, ...]
    not_of_the_state: tuple[str, ...]


@lru_cache(maxsize=1)
def acled_codebook() -> AcledCodebook:
    """Raises KnowledgeFault where the file does not hold what a codebook needs."""
    path = SHIPPED / "codebooks" / "acled.yaml"
    try:
        return AcledCodebook.model_validate(cast("dict[str, object]", load_yaml(path)))
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeFault(str(path), None, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
