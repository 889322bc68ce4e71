"""Paragraphs of a plain text with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f\v]+")
BLANK_BETWEEN = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)|[\u2029\f]")
WIDEST = 100  # columns at which old wires and mails break their lines: 60 to 80, never more than this
FEWEST_WRAPPED = 3  # lines; below that nothing can be said
SENTENCE_END = re.compile(r"[.!?:…]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` is stripped and stands at ``start`` to ``end`` (code points) of the whole."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    """Lines, save where the text was wrapped at a column: there lines are joined up to the next blank one."""
    blocks = list(_blocks(text))
    if not _is_wrapped(blocks):
        return [line for lines in blocks for line in lines]
    return [_joined(text, lines) for lines in blocks]


def _blocks(text: str) -> Iterator[list[Paragraph]]:
    """Runs of lines with no blank line between them."""
    block: list[Paragraph] = []
    for match in LINE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        start = match.start() + match[0].index(words)
        line = Paragraph(start, start + len(words), words)
        if block and BLANK_BETWEEN.search(text, block[-1].end, start):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(blocks: list[list[Paragraph]]) -> bool:
    """No line is longer than a page is wide, and most lines that another follows end amid a sentence."""
    inner = [line for lines in blocks for line in lines[:-1]]
    if len(inner) < FEWEST_WRAPPED or any(len(line.text) > WIDEST for lines in blocks for line in lines):
        return False
    return sum(not SENTENCE_END.search(line.text) and len(line.text) > WIDEST / 3 for line in inner) > len(inner) / 2


def _joined(text: str, lines: list[Paragraph]) -> Paragraph:
    start, end = lines[0].start, lines[-1].end
    return Paragraph(start, end, text[start:end])
