"""Agency and picture credits: the wire a report came over, the dateline, and which lines are photo captions."""

import re
from dataclasses import dataclass
from functools import lru_cache

from truceline.knowledge.files import words

LONGEST_CAPTION = 600  # code points
NAME = r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|of|de|the|for|and|al|al-\w+)){0,5}"

STOP = r"[.!?”\"]\s+"
PICTURE = "(?:Photo|Photograph|File photo|Image|Picture|Handout|Credit|Courtesy|Screengrab|[Pp]ics?(?=:))"


@dataclass(frozen=True, slots=True)
class CreditPatterns:
    """``wire_of`` gives an agency's main name for every form of it."""

    wire_of: dict[str, str]
    dateline: re.Pattern[str]
    wire: tuple[re.Pattern[str], ...]
    picture: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=1)
def credit_patterns() -> CreditPatterns:
    lists = words("agencies")
    forms = [entry.split(" = ") for entry in lists["wire"]]
    wire_of = {form: names[0] for names in forms for form in names}
    agency = _any_of(wire_of)
    pictured = _any_of([*wire_of, *(name.upper() for name in wire_of), *lists["pictures"]])
    return CreditPatterns(wire_of, _dateline(agency), _wire_patterns(agency), _picture_patterns(pictured))


def _any_of(names: object) -> str:
    listed = sorted(map(str, names), key=len, reverse=True)  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(name) for name in listed) + ")"


def _dateline(agency: str) -> re.Pattern[str]:
    """``KHARTOUM, Sudan (AP) —``, ``MOSCOW, October 10. /TASS/.``, ``Port Sudan, 5 May (Reuters) -``

    A dash must stand between place and story, and the story must begin with a capital: "RSF (the force) said" is none.
    """
    place = r"[A-ZÀ-Ž][\w.'’À-ž-]+(?:[ /-][A-ZÀ-Žd][\w.'’À-ž-]+){0,3}"
    capitals = r"[A-ZÀ-Ž][A-ZÀ-Ž.'’-]+(?:[ /-][A-ZÀ-Ž.'’-]+){0,3}"
    month = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?"
    day = rf"(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})(?:,?\s+\d{{4}})?"
    dash = r"\s*(?:-{1,2}|[–—])\s*"
    return re.compile(
        rf"""
        (?:(?P<filed>{place}(?:,\s+{place})?(?:,?\s+{day})?)[.,]?\s*
            (?:/(?P<slash>{agency})/\s*[.:]?(?:{dash})?|\((?P<round>[^()]{{2,30}})\){dash}|\[(?P<square>{agency})\](?:{dash})?)
        |(?P<capitals>{capitals}(?:,\s+{place})?(?:,?\s+{day})?)\s*(?:--|[–—]|\s-)\s+
        |(?P<dated>{place}(?:,\s+{place})?,?\s+{day})\s*(?:--|[–—]|\s-)\s+)
        \s*(?=[\"“'‘«]?[A-ZÀ-Ž0-9])
        """,
        re.VERBOSE,
    )


def _wire_patterns(agency: str) -> tuple[re.Pattern[str], ...]:
    """The agency stands in the group ``wire``."""
    named = rf"(?P<wire>{agency})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"^\(?{named}\)?\s*(?:[-–—]+\s|$)",  # (Reuters) - ... ; a line of its own
            rf"^/{named}/",
            rf"[.!?][\"”’]?\s*[-–—(/]+\s*{named}\s*[)/]?\.?$",  # ... he said. - AFP
            rf"^(?:Source|Via|From|Agency)\s*:\s*{named}\b",
            rf"^By\s+(?:[^.]*(?:,|\bof|\bfor)\s+)?(?:the\s+)?{named}\s*$",
            rf"\b{named}(?:'s)?\b(?:\s+and\s+[A-Z]\w+)?\s+(?:\w+\s+){{0,3}}contributed\b",
            rf"(?i:with (?:reporting|inputs?|material|files|information) (?:by|from))\s+(?:the\s+)?{named}\b",
            rf"(?i:inputs? from)\s+{named}\b",
            rf"(?i:this (?:story|report|article) (?:was|is|comes) (?:\w+ )?(?:by|from))\s+(?:the\s+)?{named}\b",
            rf"^©\s*(?:\d{{4}}\s+)?{named}\b",
            rf"(?i:copyright)\s+(?:©\s*)?(?:\d{{4}}\s+)?(?:the\s+)?{named}\b",
        )
    )


def _picture_patterns(pictured: str) -> tuple[re.Pattern[str], ...]:
    """How a caption ends (or begins) when a picture stood above it."""
    return tuple(
        re.compile(pattern)
        for pattern in (
            # ... . Foreign Ministry / TASS
            rf"{STOP}{NAME}\s*/\s*{pictured}(?:(?:\s*/\s*|\s+via\s+){pictured})*\s*\.?$",
            rf"[\[(][^\[\]()]{{1,100}}(?:/|\bvia\s+|,\s*|\bPhoto\b\s*)\s*{pictured}(?:\s+via\s+{pictured})?[\])]\.?$",
            rf"[\[(](?:AP|EPA|AFP|UN|Reuters)?\s*{PICTURE}\b[^\[\]()]{{0,120}}[\])]\.?$",
            rf"[\[(](?:{pictured})\s+(?:[Pp]hoto|[Ff]ile|[Ii]mage|[Hh]andout)\b[^\[\]()]{{0,120}}[\])]\.?$",
            rf"{STOP}(?:{PICTURE}|Photo credit|Pic)s?\s*:\s*[^.]{{2,100}}\.?$",
            rf"{STOP}(?:{PICTURE}|Pic)s?\s(?:by|courtesy(?:\sof)?)\s+{NAME}\.?$",
            rf"{STOP}(?:REUTERS|{pictured})(?:\s+(?:Images|photo|file))?\s*/\s*[^.]{{2,60}}\.?$",  # REUTERS/A. Name
            rf"{STOP}©\s*[^.]{{2,80}}$",
            rf"{STOP}\((?:File photo|Handout|Screenshot)\)$",
        )
    )


OPENS_CAPTION = re.compile(
    r"^(?:FILE\s*(?:PHOTO)?\s*[-–—:]|(?:File photo|Photo|Image|Picture|Pictured|Caption|Image caption|Image source)\s*:"
    r"|(?:Image|Photo) (?:source|caption|credit)\b)",
)
PLAIN_CREDIT = re.compile(r"^(?:Photo|Image|Picture|Photograph|Photo credit|Credit)s?\s*(?::|by\b)\s*[^.]{2,80}\.?$")


def is_caption(paragraph: str) -> bool:
    """A photo caption with its credit, or the credit alone. A wire credit at the end of a story is none."""
    if len(paragraph) > LONGEST_CAPTION:
        return False
    return bool(
        OPENS_CAPTION.match(paragraph)
        or PLAIN_CREDIT.match(paragraph)
        or any(pattern.search(paragraph) for pattern in credit_patterns().picture)
    )


def dateline_of(paragraph: str) -> tuple[str, str | None] | None:
    """Where a report was filed, as written, and the agency in its brackets where it is a known one."""
    match = credit_patterns().dateline.match(paragraph)
    if not match:
        return None
    where = match["filed"] or match["capitals"] or match["dated"]
    agency = match["round"] or match["slash"] or match["square"]
    return where.rstrip(" ,"), credit_patterns().wire_of.get(agency or "")


def ends_with_wire(words: str) -> bool:
    """An agency's name and nothing else behind the last sentence: "Smoke over the harbour on Monday. AFP" """
    return words.rpartition(". ")[2].strip(" .") in credit_patterns().wire_of


def wire_of(paragraph: str) -> str | None:
    """The agency that a paragraph gives the report's credit to."""
    line = " ".join(paragraph.split())  # a long run of spaces could be cut in too many ways
    for pattern in credit_patterns().wire:
        match = pattern.search(line)
        if match:
            return credit_patterns().wire_of[match["wire"]]
    return None
