"""The lines between headline and story: who wrote it, when it was put up."""

import re

LONGEST_BYLINE = 160  # code points
PERSON = r"[A-ZÀ-Ž][\w.'’À-ž-]+(?:\s+(?:[A-ZÀ-Ž][\w.'’À-ž-]*|al-\w+|de|van|von|bin|el)){0,4}"
BYLINE = re.compile(
    rf"^(?:By|BY|Written by|Reported by|Words by)\s+(?P<author>{PERSON}(?:(?:,|,?\s+and|\s*&)\s+{PERSON}){{0,4}})"
    r"(?:\s*[|,/·•–—-]\s*.{0,80}|\s+in\s+[A-Z][\w ,'’-]{1,40})?\.?$"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}),?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}"
TIMESTAMP = re.compile(
    rf"^(?:(?:First\s+)?(?:Published|Updated|Last updated|Posted|Issued|Date|Modified|Last modified)\b\s*(?:on|at|:|-)?\s*)?"
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?(?:{DAY})"
    r"(?:,?\s*(?:at|-|–|—|\||·)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?(?:[+-]\d+)?)?)?"
    r"(?:\s*[|·•–—-]?\s*\d+\s+min(?:ute)?s?\s+read)?\s*(?:[|·•/].{0,80})?$",
    re.IGNORECASE,
)
READING_TIME = re.compile(r"^\d+\s+min(?:ute)?s?\s+(?:read|ago)$|^\d+\s+(?:hours?|days?)\s+ago$", re.IGNORECASE)


def author_of(line: str) -> str | None:
    """The name or names in a byline."""
    match = BYLINE.match(line) if len(line) <= LONGEST_BYLINE else None
    return match["author"] if match else None


def is_byline(line: str) -> bool:
    return author_of(line) is not None


def is_timestamp(line: str) -> bool:
    """A line that holds only a day (and hour): when the page was put up, not the story's words."""
    return len(line) <= LONGEST_BYLINE and bool(TIMESTAMP.match(line) or READING_TIME.match(line))
