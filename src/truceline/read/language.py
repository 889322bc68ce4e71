"""The language of a text: detected by its letters (py3langid), doubtful ones given the benefit."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from truceline.errors import LanguageNotSupported
from truceline.knowledge.files import words
from truceline.knowledge.languages import languages

DEFAULT = "en"  # of a text too short or too mixed to tell
SAMPLE = 5_000  # code points looked at: two milliseconds
SURE = 0.9  # the detector is this sure of nearly every foreign sentence, and never of a list of English names
LATIN_LEAST = 0.5  # share of letters in Latin script; below, even a headline is no English
FEWEST_LETTERS = 12
FEWEST_WORDS = 5  # a shorter text may be a name in any language
COMMON_SHARE = 0.28  # English news has .30 to .45 of its commonest words, other languages below .10
FEWEST_SURE_WORDS = 20
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
PUNCTUATION = ".,;:!?\"'()“”‘’"
NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bn": "Bengali", "cs": "Czech", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ku": "Kurdish", "ms": "Malay", "my": "Burmese", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "so": "Somali", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def check_supported(source: str, language: str | None) -> None:
    """Raises LanguageNotSupported where reports in the language that the caller named cannot be understood."""
    if language is None:
        return
    known = languages().get(language)
    if known is None:
        codes = ", ".join(languages())
        raise LanguageNotSupported(source, f"the language '{language}' has no word lists; there are: {codes}")
    if not known.is_installed:
        raise LanguageNotSupported(source, f"to read {known.name}, install truceline[{known.extra}]")


def language_of(source: str, text: str, wanted: str | None) -> str:
    """The wanted language, or the one that the text is in; a short or doubtful text is given the benefit.

    Raises LanguageNotSupported where the text is surely in another language than the wanted, or in one not supported.
    """
    seen = foreign_language(text, wanted or DEFAULT)
    if seen is None:
        return wanted or DEFAULT
    if wanted is not None:
        raise LanguageNotSupported(source, f"this reads like {seen.name}, and {name_of(wanted)} was expected")
    if seen.code is None or seen.code not in languages():
        known = " and ".join(one.name for one in languages().values())
        raise LanguageNotSupported(source, f"this reads like {seen.name}; truceline reads {known}")
    check_supported(source, seen.code)
    return seen.code


def name_of(code: str) -> str:
    return NAMES.get(code, f"the language '{code}'")


@dataclass(frozen=True, slots=True)
class Seen:
    """A language, or a script that no supported language is written in: then ``code`` is null."""

    code: str | None
    name: str


def foreign_language(text: str, language: str = DEFAULT) -> Seen | None:
    """The language or script that a text is surely written in, where it is not the given one."""
    sample = text[:SAMPLE]
    script = foreign_script(sample)
    if script is None and len(sample.split()) < FEWEST_WORDS:
        return None
    if script is None and reads_like(sample, language):
        return None
    found, sure = _detector().classify(sample)
    if found != language and float(sure) >= SURE:
        return Seen(found, name_of(found))
    return Seen(None, f"text in {script} script") if script and language == DEFAULT else None


def reads_like(sample: str, language: str) -> bool:
    """Enough common words of the language: no need for the detector, which takes a second to load."""
    common = _common(language)
    found = [word.strip(PUNCTUATION).lower() for word in sample.split()]
    return len(found) >= FEWEST_SURE_WORDS and sum(word in common for word in found) >= COMMON_SHARE * len(found)


@lru_cache(maxsize=4)
def _common(language: str) -> frozenset[str]:
    return frozenset(words("common", language)["common"])


@lru_cache(maxsize=1)
def _detector() -> Any:  # noqa: ANN401 - the library has no types
    """Loaded where the first doubtful text is looked at."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign_script(text: str) -> str | None:
    """The script of most letters where it is not the Latin one."""
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_LETTERS:
        return None
    beyond = [letter for letter in BEYOND_ASCII.findall(text) if letter.isalpha()]
    scripts = Counter(Latin=letters - len(beyond)) + Counter(map(_script, beyond))
    if scripts["Latin"] >= LATIN_LEAST * letters:
        return None
    return scripts.most_common(1)[0][0]


def _script(letter: str) -> str:
    """Unicode names begin with the script: CYRILLIC SMALL LETTER A."""
    return unicodedata.name(letter, "unknown").split()[0].split("-")[0].capitalize()
