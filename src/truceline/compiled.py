"""Modules compiled by ``make compile``, in place of their sources: only on request, and only if made of these sources.

The folder named by TRUCELINE_COMPILED holds the libraries and the stamp of all sources that they were made from.
"""

import hashlib
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

VARIABLE = "TRUCELINE_COMPILED"
SUFFIX = EXTENSION_SUFFIXES[0]  # names the version of Python and the machine
STAMP = "stamp"


class Compiled(MetaPathFinder):
    """Finds each module that has a library in the folder."""

    def __init__(self, folder: Path) -> None:
        self.libraries = {name_of(file, folder): file for file in folder.rglob(f"*{SUFFIX}")}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        file = self.libraries.get(fullname)
        return None if file is None else spec_from_file_location(fullname, file)


def name_of(library: Path, folder: Path) -> str:
    return ".".join(library.relative_to(folder).parts).removesuffix(SUFFIX)


def use(folder: Path) -> None:
    """Before anything else of the package is imported. Warns, and changes nothing, where the libraries do not fit."""
    if reason := unfit(folder):
        print(f"truceline: running as plain Python: {reason} ({VARIABLE})", file=sys.stderr)
    else:
        sys.meta_path.insert(0, Compiled(folder))


def unfit(folder: Path) -> str | None:
    """Why these libraries must not be used; null where they may."""
    try:
        made_from = (folder / STAMP).read_text(encoding="ascii")
    except (OSError, ValueError):
        return f"{folder} holds nothing compiled; run make compile"
    if made_from != stamp(Path(__file__).parent):
        return f"{folder} was compiled from other sources or for another Python; run make compile again"
    return None


def stamp(package: Path) -> str:
    """One digest of every source file of the package, and of the Python that libraries are for."""
    digest = hashlib.sha256(SUFFIX.encode())
    for file in sorted(package.rglob("*.py")):
        digest.update(f"\0{file.relative_to(package).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def in_use() -> bool:
    return any(isinstance(finder, Compiled) for finder in sys.meta_path)
