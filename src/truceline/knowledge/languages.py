"""The languages that reports are read in: what each is called and which spaCy package parses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import SHIPPED, load_yaml

FILE = SHIPPED / "languages.yaml"


@dataclass(frozen=True, slots=True)
class KnownLanguage:
    """``code`` is ISO 639-1. ``extra`` installs ``pipeline``; null where it comes along."""

    code: str
    name: str
    pipeline: str
    extra: str | None = None

    @property
    def is_installed(self) -> bool:
        """Whether the package of its extra is there; what comes along always is."""
        return self.extra is None or find_spec(self.pipeline) is not None


@lru_cache(maxsize=2)
def languages(file: Path = FILE) -> Mapping[str, KnownLanguage]:
    """By code. Raises KnowledgeFault where an entry has not the fields it must have."""
    loaded = load_yaml(file)
    if not isinstance(loaded, dict):
        raise KnowledgeFault(str(file), None, "expected a language's code with its name and pipeline")
    try:
        return {code: KnownLanguage(code, **fields) for code, fields in loaded.items()}
    except TypeError as error:
        raise KnowledgeFault(str(file), None, str(error).removeprefix("KnownLanguage.__init__() ")) from error
