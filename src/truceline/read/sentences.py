"""Rough sentences, and a text without its quotations: enough to tell a plea from a story."""

import re

END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9…])")
ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|vs|U\.S|U\.N|E\.U))\.$"
)
QUOTED = re.compile(r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<!\w)\"[^\"]*(?:\"|$)")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences, without the white space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in END.finditer(text):
        end = match.start() + len(match[0].rstrip())
        if ABBREVIATED.search(text[max(start, end - 8) : end]):
            continue
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, start + len(text[start:].rstrip())))
    return spans


def unquoted(text: str) -> str:
    """What is said outside quotation marks; an open quotation runs to the end. Short scare quotes go as well."""
    return QUOTED.sub(" ", text)
