"""Where a report quotes word for word."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from truceline.understand.markers.speaker_parts.attribution import Piece
from truceline.understand.tokens import Doc

# An opening mark without a closing one runs to the end of its paragraph: the quotation goes on in the next.
QUOTED = re.compile(
    r"“[^“”\n]{1,2000}(?:”|(?=\n|$))"
    r"|«[^«»\n]{1,2000}(?:»|(?=\n|$))"
    r"|(?<!\w)''(?:(?!'')[^\n]){1,2000}(?:''|(?=\n|$))"
    r'|(?<![\w.,!?])"[^"\n]{1,2000}(?:"|(?=\n|$))'
)


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quoted stretches as token ranges in text order, marks included."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def holding(self, index: int) -> Piece | None:
        at = bisect_right(self.starts, index) - 1
        if at >= 0 and self.pieces[at][0] <= index < self.pieces[at][1]:
            return self.pieces[at]
        return None

    def touches(self, start: int, end: int) -> bool:
        """A quotation begins or lies inside ``start..end``."""
        at = bisect_right(self.starts, end - 1) - 1
        return at >= 0 and self.pieces[at][1] > start

    def ending_at(self, index: int) -> Piece | None:
        """The quotation whose last token is right before ``index``."""
        return self.holding(index - 1) if index > 0 else None

    def starting_at(self, index: int) -> Piece | None:
        piece = self.holding(index)
        return piece if piece and piece[0] == index else None


def find_quotations(doc: Doc) -> Quotations:
    found: list[Piece] = []
    for match in QUOTED.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None and len(span) > 2:
            found.append((span.start, span.end))
    return Quotations(tuple(found), tuple(start for start, _ in found))
