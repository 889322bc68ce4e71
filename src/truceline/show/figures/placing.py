"""Labels beside marks, so that none lies on another."""

from collections.abc import Sequence
from dataclasses import dataclass

LINE = 15  # pixels from one line of text to the next
LETTER = 6.6  # mean width of a letter at 12 px


@dataclass(frozen=True, slots=True)
class Label:
    """``shown`` false: there was no room. ``anchor``: start, middle or end."""

    x: float
    y: float
    anchor: str
    shown: bool


Box = tuple[float, float, float, float]


def keep_apart(
    anchors: Sequence[tuple[float, float, float]], texts: Sequence[tuple[str, str]], width: float, height: float
) -> list[Label]:
    """Each label to the right, left, above or below its mark (x, y, radius): where first there is room."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y, _ in anchors]
    made: list[Label] = []
    for index, ((x, y, r), lines) in enumerate(zip(anchors, texts, strict=True)):
        others = [box for position, box in enumerate(taken) if position != index]
        found = next((place for place in places(x, y, r, lines) if fits(place[1], others, width, height)), None)
        made.append(found[0] if found else Label(x, y, "start", shown=False))
        if found:
            taken.append(found[1])
    return made


def places(x: float, y: float, r: float, lines: tuple[str, str]) -> list[tuple[Label, Box]]:
    wide, gap = max(len(line) for line in lines) * LETTER, max(r, 8.0) + 6
    tall = 2 * LINE
    return [
        (Label(x + gap, y - 2, "start", shown=True), (x + gap, y - LINE, x + gap + wide, y + LINE)),
        (Label(x - gap, y - 2, "end", shown=True), (x - gap - wide, y - LINE, x - gap, y + LINE)),
        (
            Label(x, y - gap - LINE, "middle", shown=True),
            (x - wide / 2, y - gap - tall, x + wide / 2, y - gap),
        ),
        (
            Label(x, y + gap + LINE - 4, "middle", shown=True),
            (x - wide / 2, y + gap, x + wide / 2, y + gap + tall),
        ),
    ]


def fits(box: Box, others: Sequence[Box], width: float, height: float) -> bool:
    """Inside, and on none of the others."""
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > width or bottom > height:
        return False
    return not any(left < there[2] and there[0] < right and top < there[3] and there[1] < bottom for there in others)
