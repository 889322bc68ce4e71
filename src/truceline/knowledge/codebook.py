"""The PLOVER codebook: event classes with their quadrant, modes and CAMEO codes, read from one file."""

from functools import lru_cache
from typing import Literal, cast

from pydantic import ValidationError

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import SHIPPED, load_yaml
from truceline.model.noun import Noun


class EventClass(Noun):
    """``cameo`` is the CAMEO code of the class, ``modes`` those of its modes, ``words`` lemmas by code."""

    quad: Literal[1, 2, 3, 4]
    gloss: str
    cameo: str
    modes: dict[str, str]
    words: dict[str, tuple[str, ...]] = {}

    def code(self, mode: str | None, word: str | None) -> str:
        """The code of the word that tells the event where it has its own, else of the mode, else of the class."""
        own = next((code for code, words in self.words.items() if word in words), None)
        return own or (self.modes.get(mode, self.cameo) if mode else self.cameo)


class Codebook(Noun):
    """``countries``: codes of the manual where they are not ISO alpha-3."""

    version: str
    classes: dict[str, EventClass]
    countries: dict[str, str] = {}

    def country(self, iso3: str | None) -> str | None:
        return self.countries.get(iso3, iso3) if iso3 else None

    def cameo(self, event: str, mode: str | None, word: str | None = None) -> str:
        return self.classes[event].code(mode, word)


@lru_cache(maxsize=1)
def plover() -> Codebook:
    """Raises KnowledgeFault where the file does not hold what a codebook needs."""
    path = SHIPPED / "codebooks" / "plover.yaml"
    try:
        return Codebook.model_validate(cast("dict[str, object]", load_yaml(path)))
    except ValidationError as error:
        first = error.errors()[0]
        raise KnowledgeFault(str(path), None, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
