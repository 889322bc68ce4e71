"""Where on its page a paragraph stands: among those of the story, in a box amid them, or behind the last of them."""

from dataclasses import dataclass

from truceline.model.report import LeftOutKind

APART = 0.8  # in a list, an aside, in italics
BOXED = 0.8  # in a box that is laid out unlike the story
BEHIND = 4.2  # behind the story, in an element of its own: hardly ever more of it
LAST = 2.5  # behind the story beside its paragraphs, under another name
HEADING = -1.5  # over a part of the story
BESIDE_FURNITURE = 2.0  # in one box with a button, a link to elsewhere
BESIDE_PLEA = 2.9  # in one box with a plea
FRAGMENT = 1.6  # without a full stop amid paragraphs that have one


@dataclass(frozen=True, slots=True)
class Standing:
    """``odds``: what the place adds to the odds that a sentence is no story; ``box``: which paragraphs stand together.

    ``furnished``: a button or a link stands in the same box; ``aside``: in italics, as an outlet sets its own words;
    ``fragment``: no sentence, amid paragraphs that are; ``kind``: what it is for certain, whatever its words.
    """

    odds: float = 0.0
    box: int | None = None
    furnished: bool = False
    aside: bool = False
    fragment: bool = False
    kind: LeftOutKind | None = None

    @property
    def is_behind(self) -> bool:
        return self.odds >= LAST

    @property
    def is_outside(self) -> bool:
        """In a box or behind the story: "we" and "you" are not those of a speech."""
        return self.box is not None or self.is_behind

    def is_like(self, other: "Standing") -> bool:
        return (self.box, self.is_behind) == (other.box, other.is_behind)
