"""Parts of a source by other text, for what makes a source ready to be compiled."""

import ast
from collections.abc import Iterable
from itertools import accumulate


def replaced(source: str, parts: Iterable[tuple[ast.expr, str]]) -> str:
    """``parts`` lie in no other; each with the text that is to stand in its place."""
    written = source.encode()
    starts = [0, *accumulate(map(len, written.splitlines(keepends=True)))]
    for part, text in sorted(parts, key=lambda one: (one[0].lineno, one[0].col_offset), reverse=True):
        start = starts[part.lineno - 1] + part.col_offset
        end = starts[(part.end_lineno or 0) - 1] + (part.end_col_offset or 0)
        written = written[:start] + text.encode() + written[end:]
    return written.decode()
