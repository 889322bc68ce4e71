"""Shipped knowledge files and the user's own beside them, read with errors that name file and line."""

import hashlib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

import yaml

from truceline.errors import KnowledgeFault
from truceline.settings import Settings

SHIPPED = Path(__file__).parent


def own_files(pattern: str) -> list[Path]:
    """The user's own files of one name or pattern, in the folder that TRUCELINE_KNOWLEDGE names; none without it.

    Raises KnowledgeFault where that folder is not there.
    """
    folder = Settings().knowledge
    if folder is None:
        return []
    if not folder.is_dir():
        raise KnowledgeFault(str(folder), None, "TRUCELINE_KNOWLEDGE names this folder, and it is not there")
    return sorted(folder.glob(pattern))


@lru_cache(maxsize=1)
def knowledge_marks() -> dict[str, str]:
    """A mark of the shipped files, and of the user's own where there are any: the same mark, the same content."""
    own = own_files("**/*")
    return {"knowledge": _mark(SHIPPED.rglob("*"))} | ({"own_knowledge": _mark(own)} if own else {})


def _mark(paths: Iterable[Path]) -> str:
    """The beginning of the SHA-256 over names and content."""
    sum_ = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and path.suffix not in {".py", ".pyc"}):
        sum_.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return sum_.hexdigest()[:12]


def load_yaml(path: Path, *, only_words: bool = False) -> object:
    """Read one YAML file; with ``only_words`` every value stays the word it is ("on", "no", "12").

    Raises KnowledgeFault with the line where it breaks.
    """
    loader = yaml.CBaseLoader if only_words else yaml.CSafeLoader
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both build plain values only
    except FileNotFoundError as error:
        raise KnowledgeFault(str(path), None, "this file is not there") from error
    except UnicodeDecodeError as error:
        raise KnowledgeFault(str(path), None, "this file is not UTF-8 text") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise KnowledgeFault(str(path), line, error.problem or "this is not YAML") from error


@lru_cache(maxsize=64)
def words(name: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    """The word lists of one file under ``words/<language>``: list name to its words, lower case as written.

    Raises KnowledgeFault where the file is no mapping of names to lists of words.
    """
    path = SHIPPED / "words" / language / f"{name}.yaml"
    loaded = load_yaml(path, only_words=True)
    if not isinstance(loaded, dict):
        raise KnowledgeFault(str(path), None, "expected list names with words below them")
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in loaded.items():
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise KnowledgeFault(str(path), None, f"'{key}' must hold a list of words")
        lists[intern(str(key))] = tuple(map(intern, value))  # as the words of a parse are
    return lists


@cache
def word_set(name: str, listed: str, language: str = "en") -> frozenset[str]:
    """One list of a file, to ask whether it holds a word.

    Raises KeyError where the file has no such list.
    """
    return frozenset(words(name, language)[listed])


@lru_cache(maxsize=8)
def all_words(name: str, language: str = "en") -> frozenset[str]:
    """The words of every list of one file."""
    return frozenset(word for listed in words(name, language).values() for word in listed)
