"""The outlet's name, where its own boilerplate says it."""

import re
from collections import Counter
from collections.abc import Iterable

from truceline.read.phrases import straight
from truceline.read.plea_words import plea_words

NAME = r"(?:the\s+)?(?P<name>(?:The\s+)?[A-Z][\w&'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+)?[A-Z][\w&'-]*){0,4})"
SAYS_NAME = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:Support|Donate to|Subscribe to)\s+{NAME}\s*[!.]?$",
        rf"{NAME},\s+an?\s+(?:independent|reader-funded|non-?profit|award-winning)",
        rf"(?:journalists|reporters|newsroom|team|editors|readers|friends|supporters|subscribers)\s+(?:of|at)\s+{NAME}",
        rf"(?:[Ss]upport(?:ing)?|[Dd]onat(?:e|ion) to|[Ff]ollow|[Ss]ubscribe to|[Mm]ember of|[Kk]eep)\s+{NAME}",
        rf"(?:©|[Cc]opyright)\s*(?:\(c\)\s*)?(?:\d{{4}}(?:\s*-\s*\d{{4}})?,?\s+)?(?:by\s+)?{NAME}",
        rf"(?:[Tt]hank you for reading|[Ff]riends? of)\s+{NAME}",
        rf"{NAME}\s+(?:has no (?:paywall|owner|shareholders)|keeps its|will always be|relies|depends)\b",
        rf"{NAME}\s+is (?:funded|supported|an independent|a non-?profit|free|reader)",
        rf"{NAME}'s?\s+(?:journalism|reporting|newsletter|newsroom|free newsletter|daily newsletter|weekly newsletter)",
    )
)
PLATFORMS = {
    "Facebook",
    "Twitter",
    "Instagram",
    "Telegram",
    "YouTube",
    "WhatsApp",
    "X",
    "Google",
    "Patreon",
    "LinkedIn",
}


def publisher_of(left_out: Iterable[str]) -> str | None:
    """The outlet that pleas and notices name most often, if a word in its name or a second mention shows it is one."""
    named: Counter[str] = Counter()
    for piece in left_out:
        for line in straight(piece).splitlines():
            named.update(names_in(line.strip()))
    for name, count in named.most_common():
        if count > 1 or has_outlet_word(name):
            return name
    return None


def names_in(line: str) -> list[str]:
    found = [match["name"].strip() for pattern in SAYS_NAME for match in pattern.finditer(line)]
    return [name[:1].upper() + name[1:] for name in found if name.split()[0] not in PLATFORMS]


def has_outlet_word(name: str) -> bool:
    return plea_words().names_outlet(name)
