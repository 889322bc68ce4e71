"""The common manners of all nouns: values do not change, unknown fields are refused."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

set_slot = object.__setattr__  # a noun's own lets nothing change
set_given, set_extra, set_private = (
    vars(BaseModel)[f"__pydantic_{slot}__"].__set__ for slot in ("fields_set", "extra", "private")
)


class Noun(BaseModel):
    """A value made once. Another value is another noun: use ``model_copy(update=...)``."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)
    all_fields: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - as pydantic declares it
        cls.all_fields = set(cls.model_fields)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """As pydantic's, more cheaply: all that differs is ``update``."""
        if deep:
            return super().model_copy(update=update, deep=True)
        return self.of_checked({**vars(self), **(update or {})})

    @classmethod
    def part_of(cls, whole: "Noun", fields: Iterable[str]) -> Self:
        """Of a noun that has these fields too: what it has checked is not checked again."""
        values = vars(whole)
        return cls.of_checked({name: values[name] for name in fields})

    @classmethod
    def of_checked(cls, values: dict[str, Any]) -> Self:
        """A value for every field, in the fields' order; each was checked before, by another noun or by its type."""
        noun = object.__new__(cls)
        set_slot(noun, "__dict__", values)
        set_given(noun, cls.all_fields)
        set_extra(noun, None)
        set_private(noun, None)
        return noun
