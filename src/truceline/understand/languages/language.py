"""A language as understanding sees it: its grammar, what it marks, what it finds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from truceline.errors import LanguageNotSupported
from truceline.knowledge.languages import languages
from truceline.model.mark import ActorMark, DateMark, ModalityMark, NumberMark, PlaceMark, SpeakerMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.parsing import Grammar

FOLDER = "truceline.understand.languages"
Finder = Callable[[MarkedReport], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Markers:
    """They run in this order. ``actors`` are given the places that stand for no government."""

    dates: Callable[[ParsedReport], Iterable[DateMark]]
    places: Callable[[ParsedReport], Iterable[PlaceMark]]
    actors: Callable[[ParsedReport, Sequence[PlaceMark]], Iterable[ActorMark]]
    numbers: Callable[[ParsedReport, Sequence[DateMark]], Iterable[NumberMark]]
    speakers: Callable[[ParsedReport, Sequence[ActorMark]], Iterable[SpeakerMark]]
    modality: Callable[[ParsedReport, Sequence[SpeakerMark]], Iterable[ModalityMark]]


@dataclass(frozen=True, slots=True)
class Language:
    """``finders``: of the kinds of claims that are found in it."""

    grammar: Grammar
    markers: Markers
    finders: tuple[Finder, ...]


def language_of(report: Report) -> Language:
    """Loaded when the first report in it is understood. Raises LanguageNotSupported where there is none."""
    found = language_named(report.language)
    if found is None:
        known = ", ".join(one.name for one in languages().values())
        raise LanguageNotSupported(
            report.id, f"nothing is understood in the language '{report.language}'; there are: {known}"
        )
    return found


@lru_cache(maxsize=16)
def language_named(code: str) -> Language | None:
    """Its folder holds ``language.py`` with a LANGUAGE."""
    if code not in languages() or find_spec(f"{FOLDER}.{code}") is None:
        return None
    loaded: Language = import_module(f"{FOLDER}.{code}.language").LANGUAGE
    return loaded


def pipeline_of(code: str, settings: Settings) -> str:
    """The spaCy pipeline for reports in a language: the settings' before the one that comes with it."""
    return settings.pipeline if code == "en" else settings.pipelines.get(code, languages()[code].pipeline)
