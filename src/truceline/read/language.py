"""A light check of the language: the share of its commonest words, and the script of its letters."""

import re
import unicodedata
from collections import Counter

from truceline.errors import LanguageNotSupported
from truceline.knowledge.files import SHIPPED, words

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # code points looked at
FEWEST_WORDS = 60  # a shorter text, or a list of names, says nothing sure by its words
LEAST_SHARE = 0.17  # English news has .30 to .45 of these words; tables and lists of names have .10 to .20
AHEAD = 1.5  # how far another language must lead
LATIN_LEAST = 0.5  # share of letters in Latin script; below, even a headline is no English
FEWEST_LETTERS = 12
NAMES = {
    "fr": "French", "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
    "pl": "Polish", "tr": "Turkish", "id": "Indonesian", "ru": "Russian", "uk": "Ukrainian", "ar": "Arabic",
    "fa": "Persian", "az": "Azerbaijani", "he": "Hebrew", "en": "English",
}  # fmt: skip


def supported_languages() -> tuple[str, ...]:
    """Languages with word lists of their own."""
    return tuple(sorted(folder.name for folder in (SHIPPED / "words").iterdir() if folder.is_dir()))


def check_supported(source: str, language: str) -> None:
    known = supported_languages()
    if language not in known:
        raise LanguageNotSupported(
            source, f"the language '{language}' has no word lists; there are: {', '.join(known)}"
        )


def check_language(source: str, text: str, language: str) -> None:
    """Raises LanguageNotSupported where a text is surely in another language; a short one is given the benefit."""
    seen = foreign_language(text, language)
    if seen:
        raise LanguageNotSupported(source, f"this reads like {seen}, and '{language}' was expected")


def foreign_language(text: str, language: str = "en") -> str | None:
    """The name of the language or script that a text is surely written in, or null."""
    sample = text[:SAMPLE]
    script = foreign_script(sample)
    found = [word.lower() for word in WORD.findall(sample)]
    if script is None and len(found) < FEWEST_WORDS:
        return None
    shares = {code: _share(found, code) for code in words("languages")}
    best = max(shares, key=lambda code: shares[code])
    named = NAMES.get(best, best) if best != language and shares[best] > 0 else None
    if script:
        return named or f"text in {script} script"
    if shares[language] < LEAST_SHARE and shares[best] > AHEAD * shares[language] and shares[best] > LEAST_SHARE / 2:
        return named
    return None


def _share(found: list[str], code: str) -> float:
    common = set(words("languages")[code])
    return sum(word in common for word in found) / max(1, len(found))


def foreign_script(text: str) -> str | None:
    """The script of most letters where it is not the Latin one."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return None
    scripts = Counter(_script(letter) for letter in letters)
    if scripts["Latin"] >= LATIN_LEAST * len(letters):
        return None
    return scripts.most_common(1)[0][0]


def _script(letter: str) -> str:
    """Unicode names begin with the script: CYRILLIC SMALL LETTER A."""
    if letter.isascii():
        return "Latin"
    return unicodedata.name(letter, "unknown").split()[0].split("-")[0].capitalize()
