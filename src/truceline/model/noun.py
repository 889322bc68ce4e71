"""The common manners of all nouns: values do not change, unknown fields are refused."""

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A value made once. Another value is another noun: use ``model_copy(update=...)``."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    @classmethod
    def part_of(cls, whole: "Noun", fields: Iterable[str]) -> Self:
        """Of a noun that has these fields too: what it has checked is not checked again."""
        values = {name: getattr(whole, name) for name in fields}
        part = cls.__new__(cls)
        object.__setattr__(part, "__dict__", values)
        object.__setattr__(part, "__pydantic_fields_set__", set(values))
        object.__setattr__(part, "__pydantic_extra__", None)
        object.__setattr__(part, "__pydantic_private__", None)
        return part
