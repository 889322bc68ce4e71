"""What a figure of rows is drawn on: a whole page, a card of half a page, a small screen."""

from dataclasses import dataclass

NARROW = 340  # pixels: as wide as a small screen


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows over one axis, in pixels. ``stacked``: words above and below a row, no room beside it.

    ``letters``: of a name.
    """

    width: int
    left: float
    right: float
    top: float
    row: float
    stacked: bool
    letters: int

    @property
    def narrow(self) -> bool:
        """Whether it is for a small screen."""
        return self.width == NARROW

    def y(self, index: int) -> float:
        return self.top + index * self.row

    def height(self, rows: int) -> float:
        return 40 + rows * self.row
