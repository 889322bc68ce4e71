"""Libraries that only some formats need: named in the refusal where they are not installed."""

from importlib import import_module
from types import ModuleType

from truceline.errors import NotText


def library(module: str, source: str, what: str, extra: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as error:
        raise NotText(source, f"this is {what}: to read it, install truceline[{extra}]") from error
