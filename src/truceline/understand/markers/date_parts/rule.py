"""A rule for dates: a name, the words without which it cannot match, a pattern and a way to read a match."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.date_parts.lexicon import any_case_start, coded
from truceline.understand.markers.date_parts.reading import Reading
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.number_parts.number_words import number_pattern, value_of

NAMES_AND_CLASSES = re.compile(r"\(\?P[<=]|\\[A-Z]")  # capitals in a pattern that stand for no letter
Read = Callable[[re.Match[str], Setting], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """``trigger`` names a kind of word (see ``spotting``) that a paragraph must hold for the rule to be tried.
    ``needs``: what the paragraph in lower case must hold besides; null where anything will do.
    A group ``self`` in the pattern is what is marked; without one all that matched is.
    ``in_small_letters``: the pattern names no capital, and is looked for in the text in small letters, where it is
    found twice as fast.
    """

    name: str
    trigger: str
    pattern: re.Pattern[str]
    read: Read
    needs: re.Pattern[str] | None = None
    in_small_letters: bool = False


def rule(name: str, trigger: str, pattern: str, read: Read, needs: str = "") -> Rule:
    """Compile a pattern in which ``{MONTH}``, ``{WEEKDAY}`` ... stand for the pieces below."""
    for piece, expression in PIECES.items():
        pattern = pattern.replace("{" + piece + "}", f"(?:{expression})")
    small = not re.search("[A-Z]", NAMES_AND_CLASSES.sub("", pattern))
    if small:
        pattern = pattern.replace("(?i:", "(?:")
    whole = re.compile(rf"(?<![\w$€£])(?:{pattern})(?!\w)")
    return Rule(name, trigger, whole, read, re.compile(needs) if needs else None, small)


def year_of(written: str) -> int:
    """Of "1996", "nineteen ninety-six", "nineteen hundred", "two thousand and four"."""
    if written.isdigit():
        return int(written)
    first, *rest = [piece for piece in re.split(r"[\s-]+", written.lower()) if piece != "and"]
    if rest[0] == "thousand":
        return 2000 + int(value_of(" ".join(rest[1:])) or 0)
    return 100 * int(value_of(first) or 0) + (0 if rest[0] == "hundred" else int(value_of(" ".join(rest)) or 0))


def units(*codes: str) -> str:
    chosen = [word for word, unit in coded("unit").items() if not codes or unit in codes]
    return f"(?i:{alternatives(chosen)})"


MONTHS = [word for word in coded("month") if len(word) > 4 or word in {"may", "june", "july"}]
SHORT_MONTHS = [word for word in coded("month") if word not in MONTHS]
WEEKDAYS = [word for word in coded("weekday") if word.endswith("day")]
SHORT_WEEKDAYS = [word for word in coded("weekday") if not word.endswith("day")]
TENS = r"(?i:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
ONES = r"(?i:one|two|three|four|five|six|seven|eight|nine)"
YEAR_IN_FIGURES = r"1[0-9]\d\d|20\d\d"
YEAR_IN_WORDS = (
    rf"(?i:eighteen|nineteen)[\s-]+(?:{TENS}(?:-{ONES}|\s+{ONES})?|(?i:hundred))\b"
    rf"|(?i:two\s+thousand)(?:\s+(?i:and\s+)?(?:{ONES}|{TENS}(?:-{ONES})?))?\b"
)
PIECES = {
    "MONTH": rf"(?P<month>{any_case_start(MONTHS)}|(?:{any_case_start(SHORT_MONTHS)})\b\.?)",
    "WEEKDAY": rf"(?P<weekday>{any_case_start(WEEKDAYS)}|(?:{any_case_start(SHORT_WEEKDAYS)})\.)",
    "DAY": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.:]\d|,\d|\s?%)",
    "YEAR": rf"(?P<year>{YEAR_IN_FIGURES}|{YEAR_IN_WORDS})",
    "LATER_YEAR": rf"(?P<later_year>{YEAR_IN_FIGURES})",
    "DECADE_WORD": f"(?i:{alternatives(coded('decade'))})",
    "WEEKDAY_NAME": any_case_start(WEEKDAYS),
    "MONTH_NAME": rf"(?:{any_case_start(MONTHS)}|(?:{any_case_start(SHORT_MONTHS)})\b\.?)",
    "PART": rf"(?P<part>(?i:{alternatives(coded('part'))}))",
    "SEASON": rf"(?P<season>(?i:{alternatives(coded('season'))}))",
    "UNIT": f"(?P<unit>{units()})",
    "AND": r"(?:\s*[-–]\s*|\s+(?i:and|or|to|until|till|through)\s+)",
    "ONE_UNIT": r"(?P<unit>(?i:day|week|month|quarter|year|decade|hour|century|weekend|fortnight))",
    "N": rf"(?P<n>(?i:an?|{number_pattern()}))(?P<half_figure>\s+1/2)?",
    "VAGUE": r"(?P<vague>(?i:several|(?:a\s+|the\s+)?(?:very\s+)?few|many|some|a\s+number\s+of|countless|dozens\s+of))",
    "COUPLE": r"(?P<couple>(?i:(?:a\s+)?couple\s+of|a\s+pair\s+of|a\s+couple))",
    "ABOUT": (
        r"(?i:(?:about|around|nearly|almost|some|roughly|approximately|at\s+least|more\s+than|less\s+than|over|under"
        r"|up\s+to|just\s+over|just\s+under|well\s+over|barely|an\s+estimated)\s+)"
    ),
    "PHASE": (
        r"(?P<phase>(?i:early|late|earlier|later|mid|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|first"
        r"\s+half|second\s+half|turn|rest|course)\s+of|(?:early|late|earlier|later|sometime)\s+(?:in|on)|sometime))[\s-]+"
    ),
    "ORDINAL": r"(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))",
}
