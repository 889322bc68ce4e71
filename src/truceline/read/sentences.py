"""Rough sentences, and a text without its quotations: enough to tell a plea from a story."""

import re

END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9…])")
ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Gov|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|vs|U\.S|U\.N|E\.U))\.$"
)
# Saved texts mix curly and straight marks: either closes.
QUOTED = re.compile(
    r"``(?:(?!'').)*(?:''|$)|“[^”\"]*(?:[”\"]|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|(?<!\w)\"[^\"”]*(?:[\"”]|$)"
    # Single marks, as British outlets have them: what closes stands behind a stop, an apostrophe before a letter.
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w)|(?<=\w)’(?=\s[a-z]))*(?<=[.,?!…])’(?!\w)"
)

# A mark that closes stands behind a word or a stop, and no mark that opens stands before it.
CLOSES_FIRST = re.compile(r"[^“”\"«»]*(?:”|''|(?<=[\w.,!?])\"(?=[\s.,]|$))")


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


def without_quotations(text: str) -> str:
    """The same length with blanks where words stand between quotation marks; an open quotation runs to the end.

    A paragraph may begin within a quotation that was opened before it.
    """
    closing = CLOSES_FIRST.match(text)
    if closing:
        text = " " * closing.end() + text[closing.end() :]
    return QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
