"""The lines between headline and story: who wrote it, when it was put up."""

import re

from truceline.read.credits import credit_patterns

LONGEST_BYLINE = 160  # code points
PERSON = r"[A-ZÀ-Ž][\w.'’À-ž-]+(?:\s+(?:[A-ZÀ-Ž][\w.'’À-ž-]*|al-\w+|de|van|von|bin|el)){0,4}"
BYLINE = re.compile(
    rf"""
    (?:By|BY|Written\ by|Reported\ by|Words\ by)\s+
    (?P<author>{PERSON}(?:(?:,|,?\s+and|\s*&)\s+{PERSON}){{0,4}})
    (?:\s*[|/·•–—-]\s*.{{0,80}}  # the outlet, the day
    |,\s+(?:[\w-]+\s+){{0,3}}(?:correspondent|reporter|editor|writer|bureau\ chief|analyst)
    |\s+in\s+{PERSON}(?:,\s+{PERSON}|\s+and\s+{PERSON})?
    |\s+(?:for|of)\s+(?:the\s+)?{PERSON})?
    """,
    re.VERBOSE,
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = (
    rf"(?:{MONTH}\s+{NUMBER}|{NUMBER}\s+{MONTH}),?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}"
)
TIMESTAMP = re.compile(
    rf"""
    (?:(?:[\w-]+\.)+[a-z]{{2,12}}\s+)?  # the site
    (?:(?:First\s+)?(?:Published|Updated|Last\ updated|Posted|Issued|Date|Modified|Last\ modified)\b
        \s*(?:on|at|:|-)?\s*)?
    (?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?
    (?:{DAY})
    (?:,?\s*(?:at|-|–|—|\||·)?\s*\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?  # the hour
        \s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{{2,5}}\)?(?:[+-]\d+)?)?)?
    (?:\s*[|·•–—-]?\s*\d+\s+min(?:ute)?s?\s+read)?
    \s*(?:[|·•/©].{{0,80}})?
    \s*(?:[,;(–—-]?\s*(?:last\s+|first\s+)?(?:updated|modified|edited|published|posted|by)\b.{{0,60}})?
    """,
    re.IGNORECASE | re.VERBOSE,
)
READING = r"\d+\s+min(?:ute)?s?\s+read"
READING_TIME = re.compile(
    rf"(?:Updated\s+)?\d+\s+(?:min(?:ute)?|hour|day)s?\s+ago(?:\s*[|·•]\s*{READING})?|{READING}", re.IGNORECASE
)


def author_of(line: str) -> str | None:
    """The name or names in a byline."""
    match = BYLINE.fullmatch(line) if len(line) <= LONGEST_BYLINE else None
    return match["author"] if match and _is_name(match["author"]) else None


def _is_name(author: str) -> bool:
    """Two words, or an agency's capitals: "By Monday" is none."""
    return " " in author or author.isupper() or author in credit_patterns().wire_of


def is_byline(line: str) -> bool:
    return author_of(line) is not None


def is_timestamp(line: str) -> bool:
    """A line that holds only a day (and hour): when the page was put up, not the story's words."""
    return len(line) <= LONGEST_BYLINE and bool(TIMESTAMP.fullmatch(line) or READING_TIME.fullmatch(line))
