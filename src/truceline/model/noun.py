"""The common manners of all nouns: values do not change, unknown fields are refused."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A value made once. Another value is another noun: use ``model_copy(update=...)``."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)
